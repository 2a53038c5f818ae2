"""Tables of a company's results on the page that reports them: "Net sales | 642.8 | 611.5 | +5.1%" under "CHF million |
H1 2025 | H1 2024 | Change"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cmograph.claims.model import Claim, Subject, SubjectKind
from cmograph.document import Block, Span
from cmograph.extractors.figures.tables.table_cells import cell_claim
from cmograph.extractors.figures.tables.table_page import TOTAL, TablePage, subject_of, texts_of
from cmograph.extractors.table_heads import Measure, caption_of, measure, table_words

_PART = re.compile(r"(?i)\s*(?:of which|thereof|[-–—•])[:\s]\s*(?=\S)")
_CHANGE = re.compile(r"\s*[-+−–±(]?\s?\d[\d.,]*\s?%\)?\s*")
_TWO = 2


class _Table(NamedTuple):
    """What a table of results says above its rows: the measure of its sums in each column (None for one of changes),
    that of changes, the company, and whether all rows share out its sales."""

    sums: list[Measure | None]
    change: Measure
    issuer: Subject
    shared: bool


def of_results(page: TablePage, rows: list[int]) -> Iterator[Claim]:
    """The company's sales and their growth, and those of its parts below "of which" or in a table of sales alone."""
    table = _table(page, rows[0])
    if table is None:
        return
    document, below_sales = page.document, False
    for row in (document.blocks[index] for index in rows[1:]):
        label = document.text[slice(*row.cells[0])]
        part = _PART.match(document.text, *row.cells[0])
        if len(row.cells) != len(table.sums) + 1:
            continue
        if table_words().own_sales.fullmatch(label.strip()) or (table.shared and TOTAL.match(label)):
            below_sales = True
            yield from _of_row(page, row, table, table.issuer)
        elif (part and below_sales) or table.shared:
            name = Span(part.end() if part else row.cells[0].start, row.cells[0].end)
            yield from _of_row(page, row, table, _part(page, name))
        else:
            below_sales = False


def _table(page: TablePage, first: int) -> _Table | None:
    """What stands above the rows of a table on a page of results; None where its columns are no years."""
    document, issuer = page.document, page.directory.issuer
    if issuer is None:
        return None
    heads = texts_of(document, document.blocks[first])
    caption = measure(heads[0]).over(caption_of(document, first))
    unit = Measure("revenue", caption.currency, caption.scale)
    said = [measure(head) for head in heads[1:]]
    years = sorted({found.year for found in said if found.year})
    if not years or (heads[0].strip() and not (unit.scale > 1 or unit.currency)):
        return None
    change = Measure("growth_rate", percent=True, period=(years[0], years[1]) if len(years) == _TWO else (None, None))
    sums = [
        Measure("revenue", found.currency, found.scale, year=found.year).over(unit) if found.year else None
        for found in said
    ]
    return _Table(sums, change, issuer, caption.kind == "revenue")


def _of_row(page: TablePage, row: Block, table: _Table, subject: Subject) -> Iterator[Claim]:
    """The claims of one row: its sums are the company's sales, its changes the growth of whom the row names."""
    text = page.document.text
    for cell, head in zip(row.cells[1:], table.sums, strict=True):
        grows = _CHANGE.fullmatch(text, *cell) is not None
        if grows == (head is not None):
            continue
        claim = cell_claim(page.document, row, cell, head or table.change, table.issuer if head else subject)
        if claim:
            yield claim


def _part(page: TablePage, label: Span) -> Subject:
    """The part of the company that a row names: one that the page knows, else a segment of that name."""
    known = subject_of(page, label)
    named = known is not None and known.kind in {SubjectKind.REGION, SubjectKind.SEGMENT}
    return known if known and named else Subject(SubjectKind.SEGMENT, page.document.text[slice(*label)].strip())
