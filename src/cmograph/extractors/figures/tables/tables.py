"""Tables whose columns have a meaning: a year, or a measure with its unit, in the column's head, the row's label or the
caption."""

from __future__ import annotations

from collections.abc import Iterator

from cmograph.claims.model import Claim, Reason, Refusal
from cmograph.document import Document, Kind, Span
from cmograph.extractors.figures.names.directory import Directory
from cmograph.extractors.figures.tables.attributes import of_attributes, of_market_alone
from cmograph.extractors.figures.tables.cards import cards
from cmograph.extractors.figures.tables.double_heads import with_single_heads
from cmograph.extractors.figures.tables.estimates import of_estimates
from cmograph.extractors.figures.tables.labelled_attributes import labelled_attributes
from cmograph.extractors.figures.tables.results_tables import of_results
from cmograph.extractors.figures.tables.table_cells import percentages
from cmograph.extractors.figures.tables.table_columns import of_columns, of_measures
from cmograph.extractors.figures.tables.table_page import CLAIMED, TablePage, texts_of
from cmograph.extractors.figures.tables.table_rows import of_rows
from cmograph.extractors.figures.tables.unheaded import of_unheaded
from cmograph.extractors.figures.tables.wide_labels import with_labels_in_place
from cmograph.extractors.table_heads import measure

Read = tuple[list[Claim], list[Refusal], set[int]]
"""Claims, refusals, and the indexes of the rows that were read."""


_FORMS = (of_results, of_estimates, of_unheaded, of_rows, of_columns, of_market_alone)
"""The forms of tables; the first that finds anything in one has read it."""


def tables(document: Document, directory: Directory, has_market: bool, apart: frozenset[int]) -> Read:
    """What all tables whose columns have a meaning state, but for the rows `apart`; of other tables the rows that name
    the market's own size; and what figures say that stand over their labels."""
    document = with_labels_in_place(with_single_heads(document))
    page = TablePage(document, directory, has_market)
    claims: list[Claim] = []
    refusals: list[Refusal] = []
    read: set[int] = set()
    for rows in _tables(document):
        if rows[0] in apart:
            continue
        named = list(of_measures(page, rows))
        if named:
            claims += named
            read.update(rows)
            continue
        figures = _of_impacts(document, rows) or _of_attributes(page, rows)
        rest = [index for index in rows if index not in figures]
        if len(rest) > 1:
            found = next(filter(None, (list(form(page, rest)) for form in _FORMS)), [])
            claims += found
            read.update(rest if found else [])
        read.update(figures)
        claims += [figure for row in figures.values() for figure in row if isinstance(figure, Claim)]
        refusals += [figure for row in figures.values() for figure in row if isinstance(figure, Refusal)]
    stated = cards(document, has_market) | labelled_attributes(document, has_market)
    claims += [figure for figure in stated.values() if isinstance(figure, Claim)]
    refusals += [figure for figure in stated.values() if isinstance(figure, Refusal)]
    return claims, refusals, read.union(stated)


def _of_attributes(page: TablePage, rows: list[int]) -> dict[int, list[Claim | Refusal]]:
    """What rows of two cells say of the market's own size or growth, by their indexes."""
    read = {index: of_attributes(page.document, page.document.blocks[index], page.has_market) for index in rows}
    return {index: [figure] for index, figure in read.items() if figure is not None}


def _tables(document: Document) -> Iterator[list[int]]:
    """The indexes of the rows of each table."""
    rows: list[int] = []
    for index, block in enumerate(document.blocks):
        if block.kind is not Kind.ROW or (rows and block.group != document.blocks[rows[0]].group):
            if rows:
                yield rows
            rows = []
        if block.kind is Kind.ROW and block.cells:
            rows.append(index)
    if rows:
        yield rows


def _of_impacts(document: Document, rows: list[int]) -> dict[int, list[Claim | Refusal]]:
    """A table of what drives the market: its percentages are parts of the growth rate, and refused. By the rows'
    indexes; empty for other tables."""
    texts = texts_of(document, document.blocks[rows[0]])[1:]
    if not any("impact" in text.lower() for text in texts) or any(measure(text).kind in CLAIMED for text in texts):
        return {}
    read: dict[int, list[Claim | Refusal]] = {rows[0]: []}
    for index in rows[1:]:
        row = document.blocks[index]
        read[index] = [
            Refusal(Reason.CHANGE, number, Span(row.start, row.end)) for number in percentages(document, row)
        ]
    return read
