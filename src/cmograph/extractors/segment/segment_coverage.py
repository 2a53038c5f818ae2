"""Segments in sentences on the dimension itself: "Applications covered are food and cosmetics", "Blade type comprises
short and long"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import SegmentName
from cmograph.document import Document
from cmograph.extractors.segment.dimensions import dimension_of, said_dimension
from cmograph.extractors.segment.segment_prose import members
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.extractors.vocabulary.wordlists import wordlists

_COVERED = ("covered", "considered", "studied", "analysed", "analyzed", "examined", "included")
_SUBJECT = re.compile(
    r"(?:The\s+|Key\s+|Main\s+|Major\s+)*(?P<name>[A-Z]?[a-z][A-Za-z /&-]{2,32}?)\s+"
    r"(?:(?P<covered>" + "|".join(_COVERED) + r")(?:\s+(?:in|by|under|here)(?:\s+[a-z]+){0,3})?\s*"
    r"(?::|\s(?:are|include|comprise|consist of))\s+"
    r"|(?:comprises?(?:\s+of)?|includes?|consists?\s+of)\s+)"
)
_END = re.compile(r"[.;]\s|[.;]$|\n")
_NEAR, _FARTHEST = 45, 90
"""How far the verb can stand from the sentence's beginning, behind the dimension alone and behind "covered"."""


def told_of_dimensions(document: Document) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups that such sentences name, each at the beginning of a line or behind a full stop."""
    text = document.text
    begun: set[int] = set()
    for at, end in signs_of(text).of("coverage"):
        start = _begin(text, at, _FARTHEST if text[at + 1 : end] in _COVERED else _NEAR)
        if start >= 0 and start not in begun:
            begun.add(start)
            yield from _told(text, start)


def _begin(text: str, at: int, reach: int) -> int:
    """Where the sentence about a place begins, -1 where that is out of reach."""
    first = max(0, at - reach)
    line, stop = text.rfind("\n", first, at), text.rfind(". ", first, at)
    return max(line + 1, stop + 2) if line >= 0 or stop >= 0 else -1


def _told(text: str, start: int) -> Iterator[tuple[str, list[SegmentName]]]:
    """The group in the sentence that begins at `start`."""
    subject = _SUBJECT.match(text, start)
    dimension = _dimension(text, subject) if subject else None
    if subject is None or dimension is None:
        return
    end = _END.search(text, subject.end())
    names = members(text, subject.end(), end.start() if end else len(text))
    if names:
        yield dimension, names


def _dimension(text: str, subject: re.Match[str]) -> str | None:
    """The dimension that the subject names: a common one where it is "covered", else one by which the page parts the
    market elsewhere."""
    name = subject["name"]
    if subject["covered"]:
        return said_dimension(name) if _is_common(name) else None
    return dimension_of(name, sure=True) if _is_common(name) and f"by {name.lower()}" in text.lower() else None


def _is_common(name: str) -> bool:
    """Whether a name is that of a dimension in the word lists, or ends as many do: "film type"."""
    last = name.lower().split()[-1]
    known = dimension_of(name, sure=False) is not None
    return known or last in wordlists().dimension_nouns or last.removesuffix("s") in wordlists().dimension_nouns
