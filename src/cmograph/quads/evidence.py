"""Evidence: a run of the document's text, by its words, the rest of its sentence, and its offsets."""

from __future__ import annotations

from bisect import bisect_right

from cmograph.document import Document, Span
from cmograph.iris import Iris
from cmograph.quads import terms
from cmograph.quads.lines import Lines, QuadError, integer, named, text


class EvidenceWriter:
    """Writes the evidence of one document; a run of text that serves several claims is written once."""

    def __init__(self, document: Document, iris: Iris, lines: Lines) -> None:
        self._document, self._iris, self._lines = document, iris, lines
        self._key = document.key
        self._source = named(iris.document(self._key))
        self._known: dict[Span, str] = {}

    def write(self, run: Span, sentence: Span) -> str:
        """The evidence's term.

        Raises:
            QuadError: the run is empty or not within the text.
        """
        if run not in self._known:
            self._known[run] = self._written(run, sentence)
        return self._known[run]

    def _written(self, run: Span, sentence: Span) -> str:
        start, end = run
        whole = self._document.text
        if not 0 <= start < end <= len(whole):
            raise QuadError(
                f"characters {start} to {end} are not in a text of {len(whole)} characters; evidence must stand in it"
            )
        evidence, quote, position = map(named, self._iris.evidence(self._key, start, end))
        add, about = self._lines.add, self._lines.about
        about(
            evidence,
            (terms.TYPE, terms.EVIDENCE_CLASS),
            (terms.SOURCE, self._source),
            (terms.SELECTOR, quote),
            (terms.SELECTOR, position),
        )
        if self._document.page_breaks:
            add(evidence, terms.PAGE_NUMBER, integer(max(1, bisect_right(self._document.page_breaks, start))))
        about(quote, (terms.TYPE, terms.QUOTE_SELECTOR), (terms.EXACT, text(whole[start:end])))
        if sentence.start < start:
            add(quote, terms.PREFIX, text(whole[max(0, sentence.start) : start]))
        if sentence.end > end:
            add(quote, terms.SUFFIX, text(whole[end : sentence.end]))
        about(position, (terms.TYPE, terms.POSITION_SELECTOR), (terms.START, integer(start)), (terms.END, integer(end)))
        return evidence
