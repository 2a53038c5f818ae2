"""Tables that set side by side what several houses say of the market: a row for each, with its base year, the values at
both ends and the growth between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cmograph.claims.model import Claim, Subject, SubjectKind
from cmograph.document import Block
from cmograph.extractors.figures.tables.table_cells import cell_claim
from cmograph.extractors.figures.tables.table_page import TablePage, texts_of
from cmograph.extractors.table_heads import Measure, is_year, measure, table_words

_OWN = Subject(SubjectKind.MARKET, "market")


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds: a measure, and whether it is of the end of the forecast."""

    measure: Measure
    at_end: bool
    years: bool


def of_estimates(page: TablePage, rows: list[int]) -> Iterator[Claim]:
    """The claims of a table whose first column names the houses that have sized the market."""
    blocks = page.document.blocks
    heads = [text.strip().lower() for text in texts_of(page.document, blocks[rows[0]])]
    if not page.has_market or len(heads) < 2 or heads[0] not in table_words().estimators:
        return
    columns = [_column(head) for head in heads[1:]]
    if any(column.measure.kind in {"market_size", "growth_rate"} for column in columns):
        for row in (blocks[index] for index in rows[1:]):
            if len(row.cells) == len(heads):
                yield from _of_row(page, row, columns)


def _column(head: str) -> _Column:
    at_end = not table_words().ends.isdisjoint(head.split())
    years = head.endswith("year")
    said = measure(head)
    valued = not years and not said.kind and (at_end or "estimate" in head)
    return _Column(replace(said, kind="market_size") if valued else said, at_end, years)


def _of_row(page: TablePage, row: Block, columns: list[_Column]) -> Iterator[Claim]:
    """What one house says."""
    cells = list(zip(row.cells[1:], columns, texts_of(page.document, row)[1:], strict=True))
    ends: dict[bool, int | None] = {False: None, True: None}
    for _, column, text in cells:
        year = int(text.strip()[:4]) if column.years and is_year(text) else _year(column, text)
        ends[column.at_end] = ends[column.at_end] or year
    for cell, column, text in cells:
        said = column.measure
        if said.kind == "growth_rate":
            period = said.period if any(said.period) else measure(text).period
            said = replace(said, year=None, period=period if any(period) else (ends[False], ends[True]))
        else:
            said = replace(said, year=_year(column, text) or ends[column.at_end])
        claim = None if column.years else cell_claim(page.document, row, cell, said, _OWN)
        if claim:
            yield claim


def _year(column: _Column, text: str) -> int | None:
    """The year that a value's cell or head gives."""
    sized = column.measure.kind in {"market_size", "revenue"}
    return (measure(text).year or column.measure.year) if sized and not is_year(text) else None
