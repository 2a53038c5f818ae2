"""Segments in tables: in rows "By Type | A, B", in first columns, and below heads "By Type | By Application"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cmograph.claims.model import SegmentName
from cmograph.document import Block, Document, Kind, Span
from cmograph.extractors.outline import Outline
from cmograph.extractors.segment.dimensions import (
    captioned_dimension,
    dimension_of,
    kinds_of_dimension,
    stated_dimension,
)
from cmograph.extractors.segment.segment_names import line_names, segment_name
from cmograph.extractors.vocabulary.wordlists import speaks_of_geography, wordlists

_ROW_BY = re.compile(r"(?i)\s*(?:segmentation\s+|segments?\s+|market\s+)?by\s+(.{2,40})$")
_COVERED = re.compile(r"(?i)\s+(?:covered|segments?|analysis)$")
_LISTED = re.compile(r"(?:list of )?sub-?segments?\b")
"""Head of the column of segments where a table has more than two: "Segmentation | List of Sub-Segments | Remarks"."""

_YEAR = re.compile(r"(?:FY\s?)?(?:19|20)\d\d")
_PARTS = re.compile(r"\s[–—|-]\s|[:.]\s")
_ANY_SEGMENT = frozenset({"segment", "segments", "category", "market segment", "segmentation", "segmentations"})
"""Heads of columns that leave it to the table's caption to name the dimension."""

_TOTAL = re.compile(r"(?i)total|overall|total (?:[a-z]+ )?market(?: size)?")
_LONGEST_CAPTION = 250


def rows(document: Document) -> Iterator[tuple[str, list[SegmentName]]]:
    """Table rows: "By Type | A, B, C"; beside such a one, or below "Segment", also "Drive Mode | D, E"."""
    groups: dict[int, dict[int, _Row]] = {}
    heads: dict[int, tuple[str, str]] = {}
    for index, block in enumerate(document.blocks):
        if block.kind is not Kind.ROW or len(block.cells) < 2:
            continue
        key = document.text[slice(*block.cells[0])]
        head = heads.setdefault(block.group, _first_heads(document, block))
        if len(block.cells) > 2 and not _LISTED.match(head[1]):
            continue
        row = _row(document.text, key, block.cells[1], sure=head[0] in _ANY_SEGMENT)
        if row is not None:
            groups.setdefault(block.group, {})[index] = row
    for found in groups.values():
        for index, row in found.items():
            if row.sure or any(near in found and found[near].sure for near in (index - 1, index + 1)):
                yield row.dimension, row.names


def _first_heads(document: Document, block: Block) -> tuple[str, str]:
    """The first two cells of a table's first row, in lower case."""
    first, second = (document.text[slice(*cell)].strip().lower() for cell in block.cells[:2])
    return first, second


class _Row(NamedTuple):
    """The dimension and segments of a row, and whether it surely is one of segments."""

    dimension: str
    names: list[SegmentName]
    sure: bool


def _row(text: str, key: str, value: Span, *, sure: bool) -> _Row | None:
    """What a row says that has a dimension for key, or what may be one, and a list for value."""
    by = _ROW_BY.match(key)
    known = dimension_of(by[1], sure=True) if by else dimension_of(_COVERED.sub("", key), sure=sure)
    dimension = known
    if dimension is None and key.lower().endswith(kinds_of_dimension()):
        dimension = dimension_of(key, sure=True)
    names = line_names(text, *value) if dimension else []
    if any(_YEAR.match(name.name.text) for name in names):
        return None
    return _Row(dimension, names, known is not None) if dimension and len(names) > 1 else None


def columns(outline: Outline) -> Iterator[tuple[str, list[SegmentName]]]:
    """The first column of a table under "By Grade" whose head is "Grade"."""
    document = outline.document
    tables: dict[int, tuple[str, list[SegmentName]]] = {}
    for index, block in enumerate(document.blocks):
        if block.kind is not Kind.ROW or len(block.cells) < 2:
            continue
        if block.group not in tables:
            tables[block.group] = _column_dimension(outline, index), []
        elif tables[block.group][0]:
            tables[block.group][1].append(SegmentName(segment_name(document.text, *block.cells[0])))
    yield from (
        (dimension, [name for name in names if not _TOTAL.fullmatch(name.name.text)])
        for dimension, names in tables.values()
        if dimension and len(names) > 1
    )


def under_heads(outline: Outline) -> Iterator[tuple[str, list[SegmentName]]]:
    """Tables with dimensions for heads, "By Type | By Application", and their segments in the cells below; "Type |
    Application" too, under a heading on segments."""
    document = outline.document
    tables: dict[int, list[tuple[str | None, list[SegmentName]]]] = {}
    for index, block in enumerate(document.blocks):
        if block.kind is not Kind.ROW or len(block.cells) < 2:
            continue
        if block.group not in tables:
            tables[block.group] = [(dimension, []) for dimension in _head_dimensions(outline, index)]
            continue
        for (_, names), cell in zip(tables[block.group], block.cells, strict=False):
            names.extend(line_names(document.text, *cell))
    for found in tables.values():
        yield from ((dimension, names) for dimension, names in found if dimension and len(names) > 1)


def _head_dimensions(outline: Outline, index: int) -> list[str | None]:
    """The dimension of each column of a table, by its head; nothing where a head is none, nor geography's."""
    document = outline.document
    heads = [document.text[slice(*cell)] for cell in document.blocks[index].cells]
    said = [head[1] for head in map(_ROW_BY.match, heads) if head]
    if len(said) == len(heads):
        return [dimension_of(head, sure=True) for head in said]
    above = outline.heading_of[index]
    if above < 0 or not wordlists().segmentation.search(document.line(document.blocks[above])):
        return []
    known = [dimension_of(head, sure=head.lower().endswith(kinds_of_dimension())) for head in heads]
    fits = all(dimension or speaks_of_geography(head) for dimension, head in zip(known, heads, strict=True))
    return known if fits and sum(dimension is not None for dimension in known) > 1 else []


def _column_dimension(outline: Outline, index: int) -> str:
    """The dimension that the first cell of a table's head names, where a heading or line above says "by" it; "" where
    none does."""
    document = outline.document
    head = document.text[slice(*document.blocks[index].cells[0])].strip()
    caption = _caption(document, index)
    if not head:
        return stated_dimension(caption) or _parted_by(document, index, caption) or _titled(caption)
    stated = stated_dimension(caption) if head.lower() in _ANY_SEGMENT else None
    if stated is not None:
        return stated
    heading = outline.heading_of[index]
    headings = {heading, outline.heading_of[heading - 1] if heading > 0 else heading}
    above = " ".join((*(document.line(document.blocks[i]) for i in sorted(headings) if i >= 0), caption))
    shorter = head.rpartition(" ")[0] if head.lower().endswith(kinds_of_dimension()) else head
    said = re.search(rf"(?i)\bby\s+(?:\w+\s+)?(?:{re.escape(head)}|{re.escape(shorter)})\b", above)
    return (dimension_of(head, sure=True) or "") if said else ""


def _parted_by(document: Document, index: int, caption: str) -> str:
    """The dimension of a table without a head over its names, by a caption over columns of years."""
    heads = [document.text[slice(*cell)].strip() for cell in document.blocks[index].cells[1:]]
    return (captioned_dimension(caption) or "") if heads and all(map(_YEAR.match, heads)) else ""


def _titled(caption: str) -> str:
    """The common dimension that a caption's part is: "Chart 4 – Technology. Value in millions"."""
    return next(filter(None, (dimension_of(part, sure=False) for part in _PARTS.split(caption))), "")


def _caption(document: Document, index: int) -> str:
    """The end of the line before a table."""
    before = document.blocks[index - 1] if index else None
    return document.line(before)[-_LONGEST_CAPTION:] if before is not None and before.kind is not Kind.ROW else ""
