"""A document: its title, its digest and its forecast period, and who read it."""

from __future__ import annotations

from cmograph.claims.model import Facts
from cmograph.document import Document
from cmograph.iris import Iris
from cmograph.quads import terms
from cmograph.quads.lines import Lines, integer, named, text, year


def write_document(document: Document, facts: Facts, iris: Iris, lines: Lines) -> None:
    """The document and the activity that read it.

    Raises:
        QuadError: a year of the forecast period cannot be right.
    """
    key = document.key
    term, reading = named(iris.document(key)), named(iris.reading(key))
    lines.add(term, terms.TYPE, terms.DOCUMENT)
    lines.add(term, terms.TITLE, text(document.title))
    lines.add(term, terms.TEXT_DIGEST, text(f"sha256:{document.text_digest}"))
    lines.add(term, terms.TEXT_LENGTH, integer(len(document.text)))
    first, last = facts.forecast or (None, None)
    if first is not None:
        lines.add(term, terms.FORECAST_START, year(first))
    if last is not None:
        lines.add(term, terms.FORECAST_END, year(last))
    lines.add(reading, terms.TYPE, terms.ACTIVITY)
    lines.add(reading, terms.ASSOCIATED_WITH, named(iris.software()))
