"""Segments that a page calls just that: a list under "Key segments" or "By segment", or behind "Key segments include:",
each with its figures or a word on it behind its name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Name, SegmentName
from cmograph.document import Block, Document, Kind, Span
from cmograph.entities.places import is_place
from cmograph.extractors.outline import Listing, Outline
from cmograph.extractors.segment.dimensions import dimension_of
from cmograph.extractors.vocabulary.terse_words import terse_words

_HEAD = re.compile(
    r"(?i)\s*(?:(?:key|main|major|core|leading|primary|largest|top)\s+)?(?:market\s+)?segments\s*:?\s*"
    r"|.{0,40}\bby\s+(?:market\s+)?segments?\b[^:]{0,25}:?\s*"
)
_NAME = re.compile(r"([^\W\d_][^:\n|%$€£]{1,58}?)(?=:\s|\s[–—]\s|\s\(?\d|,\s)")
_INLINE = re.compile(
    r"\b[Ss]egments(?:\s\(?in 20\d\d\)?)?\s(?:include|are|were|comprise|included)(?:\sthe following)?:\s+"
    r"(?P<list>[^\n;]{3,160}(?:;[^\n;]{3,160})+)"
)
_INLINE_NAME = re.compile(
    r"\s*(?:and\s+)?(?P<name>[^\W\d_][^;:()|%$€£–—]{1,58}?)\s*(?=\(|:\s|\s?[–—]\s|;|,\s(?:with|at)\b|\.?$)"
)
_BY = re.compile(r"(?i)by\s")
_BRACKET = re.compile(r"\s*\([^()]*$")
_FEWEST, _MOST_WORDS, _LONGEST_HEAD = 2, 7, 80


def parts_shown(outline: Outline) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups of such lists."""
    document = outline.document
    if "egment" not in document.text:
        return
    if ";" in document.text:
        yield from _inline(document)
    for listing in outline.listings:
        if not listing.in_contents:
            yield from _of_list(document, listing)


def _inline(document: Document) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups that sentences count up behind a colon, semicolons between them."""
    for found in _INLINE.finditer(document.text):
        names, start = [], found.start("list")
        for piece in found["list"].split(";"):
            named = _INLINE_NAME.match(document.text, start, start + len(piece))
            if named and len(named["name"].split()) <= _MOST_WORDS:
                names.append(Name(named["name"], Span(*named.span("name"))))
            start += len(piece) + 1
        if len(names) >= found["list"].count(";") and not any(_is_dimension(name.text) for name in names):
            yield "segment", [SegmentName(name) for name in names]


def _of_list(document: Document, listing: Listing) -> Iterator[tuple[str, list[SegmentName]]]:
    """The group of a list whose lead, heading or outer item speaks of segments."""
    blocks = document.blocks
    above = listing.lead or listing.heading
    if above is not None and _is_head(document, above):
        top = [blocks[index] for index in listing.items if blocks[index].parent < 0]
        yield from _named(document, top)
    for index in listing.items:
        if _is_head(document, blocks[index]):
            yield from _named(document, [blocks[at] for at in listing.items if blocks[at].parent == index])


def _is_head(document: Document, block: Block) -> bool:
    """Whether a line heads segments, with no dimension of theirs: "Key segments:", "Growth by segment"."""
    if block.end - block.start > _LONGEST_HEAD or "egment" not in document.line(block):
        return False
    return _HEAD.fullmatch(document.line(block)) is not None


def _named(document: Document, items: list[Block]) -> Iterator[tuple[str, list[SegmentName]]]:
    """The group of the names with which a list's items begin, if most of them have one and none is a dimension."""
    named = [name for item in items if (name := _name(document, item))]
    if len(named) < max(_FEWEST, len(items) - 1) or any(_is_dimension(name.text) for name in named):
        return
    yield "segment", [SegmentName(name) for name in named]


def _is_dimension(name: str) -> bool:
    return _BY.match(name) is not None or dimension_of(name, sure=False) is not None or is_place(name)


def _name(document: Document, item: Block) -> Name | None:
    """The name with which an item begins: its first bold words, or those before its colon; None for what only says what
    is measured, or where from."""
    text = document.text
    if item.kind is not Kind.ITEM:
        return None
    if item.bold and item.bold[0].start == item.start:
        end = item.bold[0].end
    else:
        found = _NAME.match(text, item.start, item.end)
        end = found.end() if found else item.start
    name = _BRACKET.sub("", text[item.start : end].rstrip(" :.,–—"))
    words = [word.lower() for word in name.split()]
    if not 0 < len(words) <= _MOST_WORDS or terse_words().labels.issuperset(words) or words[0].startswith("source"):
        return None
    return Name(name, Span(item.start, item.start + len(name)))
