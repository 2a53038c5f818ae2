"""Rows whose label stands in the first column of a table that ranks: "Others | 270 | 41.2 | |" under "Rank | Vendor |
Sales | Share (%)" is one cell too far to the left."""

from __future__ import annotations

from dataclasses import replace

from cmograph.document import Block, Document, Kind
from cmograph.extractors.table_heads import ranks_ahead


def with_labels_in_place(document: Document) -> Document:
    """The document with the labels of such rows in the column of the names."""
    moved: dict[int, Block] = {}
    group = ranks = 0
    for index, block in enumerate(document.blocks):
        if block.kind is not Kind.ROW or not block.cells:
            continue
        if block.group != group:
            group = block.group
            ranks = ranks_ahead([document.text[slice(*cell)] for cell in block.cells])
        elif ranks and _is_too_far_left(document, block, ranks):
            moved[index] = replace(block, cells=(*block.cells[-ranks:], *block.cells[:-ranks]))
    if not moved:
        return document
    return replace(document, blocks=tuple(moved.get(index, block) for index, block in enumerate(document.blocks)))


def _is_too_far_left(document: Document, row: Block, ranks: int) -> bool:
    """Whether a row begins with words where ranks stand, and ends with as many empty cells as there are of these."""
    first = document.text[slice(*row.cells[0])].strip()
    empty = not any(document.text[slice(*cell)].strip() for cell in row.cells[-ranks:])
    return len(row.cells) > ranks + 1 and empty and first[:1].isalpha()
