"""Tables whose columns are names and whose rows are years or measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cmograph.claims.model import Claim, Subject, SubjectKind
from cmograph.document import Block, Document, Span
from cmograph.extractors.figures.tables.table_cells import NUMBER, cell_claim
from cmograph.extractors.figures.tables.table_page import (
    CLAIMED,
    TOTAL,
    TablePage,
    are_a_whole,
    percentages_in,
    subject_of,
)
from cmograph.extractors.table_heads import (
    Measure,
    caption_of,
    column_kind,
    is_about_vendors,
    measure,
    unranked,
)

_DIMENSION = re.compile(r"\s*\(([A-Za-z -]{3,20})\)\s*$")
"""The dimension behind the name of a segment: "Bread & Buns (Application)"."""


def of_columns(page: TablePage, rows: list[int]) -> Iterator[Claim]:
    """The claims of a table whose columns are names and whose rows are years: shares, or what the caption says."""
    document = page.document
    cells = document.blocks[rows[0]].cells
    labels = [measure(document.text[slice(*document.blocks[index].cells[0])]) for index in rows[1:]]
    if len(cells) < 3 or not all(label.year and not label.kind for label in labels):
        return
    caption = caption_of(document, rows[0])
    wide = [document.blocks[index] for index in rows[1:] if len(document.blocks[index].cells) == len(cells)]
    heads = [unranked(document.text, cell) for cell in cells[1:]]
    if wide and all(_is_row_shared_out(document, row) for row in wide):
        known = any(subject_of(page, head) for head in heads) or is_about_vendors(document, rows[0])
        caption = replace(caption, kind="market_share" if known or caption.kind == "market_share" else "")
    if caption.kind not in CLAIMED:
        return
    owners = _owners(page, rows[0], heads)
    for row, label in zip(wide, labels, strict=False):
        for cell, owner in zip(row.cells[1:], owners, strict=True):
            claim = owner and cell_claim(document, row, cell, label.over(caption), owner)
            if claim:
                yield claim


def of_measures(page: TablePage, rows: list[int]) -> Iterator[Claim]:
    """The claims of a table whose columns are names and whose rows are measures: "Segment | Belt Drives (Type)" over
    "Value share (2024) | 47%"."""
    document = page.document
    head = document.blocks[rows[0]].cells
    kind = column_kind(document.text[slice(*head[0])])
    owners = [_owner_at_the_head(page, cell, kind) for cell in head[1:]]
    if not owners or None in owners:
        return
    for row in (document.blocks[index] for index in rows[1:]):
        label = measure(document.text[slice(*row.cells[0])]) if len(row.cells) == len(head) else Measure()
        if label.kind not in CLAIMED | {"growth_rate"}:
            continue
        for cell, owner in zip(row.cells[1:], owners, strict=True):
            claim = owner and cell_claim(document, row, cell, label, owner)
            if claim:
                yield claim


def _owner_at_the_head(page: TablePage, cell: Span, kind: SubjectKind | None) -> Subject | None:
    """Whose a column is, by its head: a name that the page knows, or one of the kind that the first head announces;
    None for years and measures."""
    text = page.document.text
    dimension = _DIMENSION.search(text, *cell)
    cell = Span(cell.start, dimension.start()) if dimension and column_kind(dimension[1]) else cell
    name = text[slice(*cell)].strip()
    if not name or not measure(name).says_nothing or NUMBER.match(name):
        return None
    known = subject_of(page, cell)
    if known and known.kind is not SubjectKind.MARKET:
        return known if known.name.lower() == name.lower() or kind is None else Subject(known.kind, name)
    return Subject(kind, name) if kind else None


def _is_row_shared_out(document: Document, row: Block) -> bool:
    found = percentages_in(document, row.cells[1:])
    return len(found) > 1 and are_a_whole(found)


def _owners(page: TablePage, first: int, heads: list[Span]) -> list[Subject | None]:
    """Whose the columns are. Names that the page does not list are of the kind of those beside them; else companies,
    where the page speaks of any."""
    known = [subject_of(page, head) for head in heads]
    kinds = [owner.kind for owner in known if owner and owner.kind not in (SubjectKind.GROUP, SubjectKind.MARKET)]
    vendors = is_about_vendors(page.document, first)
    kind = kinds[0] if kinds else SubjectKind.COMPANY if vendors else SubjectKind.SEGMENT
    names = [page.document.text[slice(*head)].strip() for head in heads]
    return [
        owner or (Subject(kind, name) if name and not TOTAL.match(name) else None)
        for owner, name in zip(known, names, strict=True)
    ]
