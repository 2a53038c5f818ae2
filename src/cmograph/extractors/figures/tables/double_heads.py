"""Tables with two rows of heads, "Value" over "2022 | 2023": the lower one, with what stands only in the upper one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from cmograph.document import Block, Document, Kind, Span
from cmograph.extractors.table_heads import is_year

_FEWEST_YEARS = 2


def with_single_heads(document: Document) -> Document:
    """The document with one row of heads in each table: the upper row has the cells of the lower one, which has
    none."""
    merged: dict[int, Block] = {}
    group = 0
    for index, (block, below) in enumerate(pairwise(document.blocks)):
        if block.kind is Kind.ROW and block.group != group:
            group = block.group
            if below.kind is Kind.ROW and below.group == group and _is_double(document, block, below):
                cells = tuple(
                    low if low.end > low.start else high for high, low in zip(block.cells, below.cells, strict=True)
                )
                merged[index], merged[index + 1] = replace(block, cells=cells), replace(below, cells=())
    if not merged:
        return document
    return replace(document, blocks=tuple(merged.get(index, block) for index, block in enumerate(document.blocks)))


def _is_double(document: Document, upper: Block, lower: Block) -> bool:
    """Whether the lower row has years alone, and none under the name of the first column, where the upper one has
    heads and gaps."""
    if (
        len(upper.cells) != len(lower.cells)
        or _filled(document, lower.cells[:1])
        or not _filled(document, upper.cells[:1])
    ):
        return False
    years = _filled(document, lower.cells)
    gaps = len(upper.cells) - len(_filled(document, upper.cells))
    distinct = len(set(years)) == len(years) >= _FEWEST_YEARS
    return distinct and all(map(is_year, years)) and 0 < gaps < len(years)


def _filled(document: Document, cells: tuple[Span, ...]) -> list[str]:
    """The texts of the cells that have any."""
    return [text for text in (document.text[slice(*cell)].strip() for cell in cells) if text]
