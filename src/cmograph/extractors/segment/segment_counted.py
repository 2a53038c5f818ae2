"""Segments that a sentence counts without saying by what they differ: "Lamps can be grouped into three main categories:
desk lamps, wall lamps and floor lamps"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cmograph.claims.model import MarketName, SegmentName
from cmograph.document import Document, Span
from cmograph.extractors.segment.dimensions import dimension_of
from cmograph.extractors.segment.segment_prose import OTHERS, members, stems
from cmograph.extractors.vocabulary.wordlists import has_any, wordlists
from cmograph.mentions.sentences import sentences

_SIGNS = ("categories", "types", "segments", "classes", "groups")
"""The nouns that are counted; a text is searched for these fastest."""

_ENDINGS = (*(f"{sign}:" for sign in _SIGNS), "namely", "namely:")
_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|various|\d{1,2}|(?:the\s+)?following)"
_MAIN = r"(?:(?:main|primary|major|key|broad|distinct|different|principal)\s+)*"
_NOUN = rf"{_MAIN}(?P<of>(?:[a-z-]+\s+)??)(?:{'|'.join(_SIGNS)})"
_ANNOUNCED = re.compile(rf"(?:{'|'.join(_SIGNS)})(?:\s*:|,?\s+(?:namely|viz|i\.e))")
_MARKET = re.compile(r"(?i)\b(?:market|industry|it|they)\b")


@cache
def _counted() -> re.Pattern[str]:
    """What parts something into a number of kinds."""
    parted = wordlists().parted.pattern
    return re.compile(
        rf"(?i)\b(?:(?:{parted})\s+(?:\w+ly\s+)?(?:into|in|as)|falls?\s+into|comes?\s+in|comprises?|consists?\s+of)\s+"
        rf"{_MANY}\s+{_NOUN}(?:\s*:|,?\s+(?:namely|viz\.?|i\.e\.,?)(?:\s*:)?)(?:\s+|$)"
    )


def counted(document: Document, market: MarketName) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups that such sentences name, in the page's order."""
    text = document.text
    if not has_any(text, _SIGNS):
        return
    own = stems(market.name.text)
    lines = {text.rfind("\n", 0, found.start()) + 1: found.end() for found in _ANNOUNCED.finditer(text)}
    for start, last in lines.items():
        end = text.find("\n", last)
        for span in sentences(text, start, end if end >= 0 else len(text)):
            yield from _told(text, span, own)


def counted_dimension(line: str) -> str | None:
    """The dimension of the list that a line introduces by counting its members."""
    found = _counted().search(line) if line.endswith(_ENDINGS) else None
    return _dimension(found) if found and found.end() == len(line) else None


def _told(text: str, span: Span, own: frozenset[str]) -> Iterator[tuple[str, list[SegmentName]]]:
    found = _counted().search(text, *span)
    if found is None:
        return
    subject = text[span.start : found.start()]
    of_market = _MARKET.search(subject) is not None or not own.isdisjoint(stems(subject))
    if not of_market or OTHERS.search(subject):
        return
    dimension, names = _dimension(found), members(text, found.end(), span.end)
    if dimension and names:
        yield dimension, names


def _dimension(found: re.Match[str]) -> str | None:
    """By what the counted members differ, if the noun before them says so."""
    return dimension_of(found["of"].strip(), sure=True) if found["of"] else "type"
