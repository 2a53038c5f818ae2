"""Segments in headings and lines "Type (Manual, Cordless)", and below headings that are but a dimension's name or in
lines "Type: Manual, Cordless", behind a line that announces segments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from cmograph.claims.model import SegmentName
from cmograph.document import Document, Kind
from cmograph.extractors.outline import Outline
from cmograph.extractors.segment.dimensions import dimension_of
from cmograph.extractors.segment.segment_names import is_sentence, item_names, line_names
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.extractors.vocabulary.wordlists import wordlists

_WITH_MEMBERS = re.compile(
    r"(?:[Bb]y\s+)?(?P<name>[A-Z][\w /&'’-]{1,40}?)(?:\s+(?:[Ss]egments?|[Aa]nalysis|[Ii]nsights?|[Oo]utlook))?\s*"
    r"\((?P<list>[^()]{3,}(?:\([^()]*\)[^()]*)*)\)\s*:?$"
)
_ANNOUNCED = re.compile(
    r"(?i)(?:\bfollowing\s+(?:\w+\s+){0,2}(?:segments|segmentations?|categories|parameters|dimensions)\W*"
    r"|(?:(?:key|market|the)\s+)*(?:segments?|segmentation)(?:\s+(?:covered|overview|analysis|insights?|details))?\W*)$"
)
_BY = re.compile(r"(?i)\bby\b")
"""Of a heading that says of itself what it heads."""

_LINES = frozenset({Kind.PARAGRAPH, Kind.ITEM})
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_LABEL = re.compile(r"(?:[Bb]y\s+)?(?P<name>[A-Z][\w /&'’-]{1,40}?)\s*:\s+(?P<list>[^:]{3,})$")
_LONGEST_HEAD, _LONGEST_ANNOUNCING, _LONGEST_LIST, _MOST_WORDS = 60, 200, 400, 8


def in_headings(outline: Outline) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups of such headings, in the page's order, those with their segments in brackets first."""
    yield from _in_brackets(outline.document)
    yield from _below_announced(outline)


def _in_brackets(document: Document) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups of headings and lines that are a dimension with its segments in brackets; a common dimension among
    them tells what the others are."""
    found = [
        head
        for block in document.blocks
        if block.kind is not Kind.ROW and block.end - block.start < _LONGEST_LIST
        if document.text[block.end - 1] in "):" and document.text.find(",", block.start, block.end) >= 0
        if (head := _WITH_MEMBERS.match(document.text, block.start, block.end)) is not None
    ]
    if any(_is_common(head["name"]) for head in found):
        yield from filter(None, (_group(document.text, head) for head in found))


def _group(text: str, found: re.Match[str]) -> tuple[str, list[SegmentName]] | None:
    """The dimension and the segments that a match names; None where one of them is none."""
    dimension = dimension_of(found["name"], sure=True)
    names = line_names(text, *found.span("list")) if dimension else []
    return (dimension, names) if dimension and len(names) > 1 and all(map(_is_segment, names)) else None


def _is_common(name: str) -> bool:
    return dimension_of(name, sure=False) is not None or name.lower() in wordlists().dimension_nouns


def _is_segment(name: SegmentName) -> bool:
    text = name.name.text
    return 0 < len(text.split()) <= _MOST_WORDS and not _ANY_YEAR.search(text) and not is_sentence(text)


def _below_announced(outline: Outline) -> Iterator[tuple[str, list[SegmentName]]]:
    """The lists below short headings, each a dimension, that follow a line such as "across the following segments:"."""
    document = outline.document
    blocks = document.blocks
    told = {document.index_at(at) for at, _ in signs_of(document.text).of("segments")}
    for index in sorted(told - outline.contents):
        block = blocks[index]
        if block.kind not in (Kind.HEADING, Kind.PARAGRAPH) or block.end - block.start > _LONGEST_ANNOUNCING:
            continue
        if index + 2 >= len(blocks) or not _ANNOUNCED.search(document.text, block.start, block.end):
            continue
        if blocks[index + 1].kind is Kind.HEADING:
            yield from _groups_from(document, index + 1)
        else:
            yield from _labelled_from(document, index + 1)


def _groups_from(document: Document, index: int) -> Iterator[tuple[str, list[SegmentName]]]:
    """The lists, from a heading on, that stand each right below a heading, up to one that speaks of players."""
    blocks = document.blocks
    while index < len(blocks) and blocks[index].kind is Kind.HEADING:
        line = document.line(blocks[index]).rstrip(" :")
        rest = range(index + 1, len(blocks))
        items = tuple(takewhile(lambda at: blocks[at].kind is Kind.ITEM, rest))
        if not items or len(line) > _LONGEST_HEAD or wordlists().players.search(line):
            return
        dimension = dimension_of(line, sure=True) if not _BY.search(line) else None
        if dimension:
            yield dimension, item_names(document, items)
        index = items[-1] + 1


def _labelled_from(document: Document, index: int) -> Iterator[tuple[str, list[SegmentName]]]:
    """The lists behind labels, in the lines from one on, as long as each has one; two or more tell of segments."""
    found: list[tuple[str, list[SegmentName]]] = []
    for block in document.blocks[index:]:
        line = _LABEL.match(document.text, block.start, block.end) if block.kind in _LINES else None
        if line is None or wordlists().players.search(line["name"]):
            break
        group = _group(document.text, line)
        found += [group] if group else []
    if len(found) > 1:
        yield from found
