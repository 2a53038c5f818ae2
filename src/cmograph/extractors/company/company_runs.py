"""Names that a page runs together, parted where a legal form ends one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cmograph.claims.model import Name
from cmograph.document import Span
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.mentions.forms import is_legal_form

_HOLDING = frozenset({"Holding", "Holdings", "Group", "&", "and"})
_FEWEST_SPACES = 3
"""In two names with two words each."""

_FEWEST_GLUED, _LONGEST_GLUED = 3, 70


def parted(names: Iterable[Name]) -> Iterator[Name]:
    """The names, "Alden Corporation Brightmere Corporation" as the two that it is."""
    for name in names:
        cut = _second_firm(name.text) if name.text.count(" ") >= _FEWEST_SPACES else 0
        if cut:
            middle = name.span.start + cut
            yield Name(name.text[:cut].rstrip(), Span(name.span.start, middle - 1))
            yield Name(name.text[cut:], Span(middle, name.span.end))
        else:
            yield name


def _second_firm(name: str) -> int:
    """Where a second firm begins in a name, both with a legal form of their own, or 0."""
    for form in company_words().form_inside.finditer(name):
        rest = name[form.end() :].partition(" (")[0].split()
        if form.start() and len(rest) > 1 and is_legal_form(rest[-1]) and not _goes_on(rest[0]):
            return form.end()
    return 0


def _goes_on(word: str) -> bool:
    """Whether a word behind a legal form still belongs to it: "Power Company Holdings Inc."."""
    return is_legal_form(word) or word in _HOLDING


def glued(text: str, start: int, end: int) -> list[Name]:
    """The members of a list whose lines a page has run together ("Alden Corp.Brightmere Ltd.Corvina Inc.Others"), empty
    where it is no such list; what stands behind the last form is no member."""
    ends = [found.end() for found in company_words().form_glued.finditer(text, start, end)]
    names: list[Name] = []
    for stop in ends:
        piece = text[start:stop].rstrip(" .") if text[stop - 2 : stop] == " ." else text[start:stop]
        if not piece or not piece[0].isupper() or len(piece) > _LONGEST_GLUED:
            break
        names.append(Name(piece, Span(start, start + len(piece))))
        start = stop
    return names if len(names) >= _FEWEST_GLUED else []
