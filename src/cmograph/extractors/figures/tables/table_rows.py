"""Tables whose rows are names and whose columns are measures or years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cmograph.claims.model import Claim, Subject, SubjectKind
from cmograph.document import Block, Document, Span
from cmograph.entities.places import is_place
from cmograph.extractors.figures.tables.converted_cells import sums_of
from cmograph.extractors.figures.tables.table_cells import NUMBER, cell_claim
from cmograph.extractors.figures.tables.table_page import (
    TOTAL,
    TablePage,
    are_a_whole,
    percentages_in,
    subject_of,
    texts_of,
    with_market_for_its_place,
)
from cmograph.extractors.figures.tables.table_shares import holds_several, shares_in_cell
from cmograph.extractors.segment.dimensions import captioned_dimension
from cmograph.extractors.table_heads import (
    NONE,
    Measure,
    caption_of,
    column_kind,
    is_unit,
    is_year,
    measure,
    names_at,
    table_words,
    under_caption,
    unranked,
)
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.mentions.tokens import WORD, tokenize

_RANK = re.compile(r"\s*#?\d{0,3}(?:[.)]|st|nd|rd|th)?\s*")
_OWN = frozenset({"group", "total group", "group total", "consolidated", "company", "headquarters"})
_PARTS = frozenset({SubjectKind.REGION, SubjectKind.SEGMENT})
_SUMS = frozenset({"market_size", "revenue"})
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_TWO = 2
_PARTED = frozenset({"market_size", "market_share", ""})
"""What numbers measure that are shared out among parts of a market."""


def of_rows(page: TablePage, rows: list[int]) -> Iterator[Claim]:
    """The claims of a table whose rows are names and whose columns are measures or years."""
    document = page.document
    head = document.blocks[rows[0]]
    texts = texts_of(document, head)
    first = _first_column(document, rows, texts)
    heads = [measure(text) for text in texts[first + 1 :]]
    if len(texts) == 2 and texts[1].strip().lower() in {"value", "values"} and column_kind(texts[0]) is None:
        return
    plain = any(NUMBER.match(text) and not is_year(text) for text in texts[1:])
    if not heads or plain:
        return
    named, corner = column_kind(texts[first]), _in_the_corner(texts[first])
    corner = corner if corner.kind or not corner.currency else _unit_of_sizes(page, rows, first, heads, corner)
    caption = corner
    if named or any(found.kind or found.year for found in heads):
        caption = corner.over(caption_of(document, rows[0]))
    if not any(found.kind or found.year for found in heads) and not (caption.kind and any(map(_is_unit, heads))):
        return
    column = named or _kind_of_unheaded(document, rows, first, caption.over(heads[0]), corner)
    measures = [under_caption(text, caption) for text in texts[first + 1 :]]
    if column is SubjectKind.COMPANY:
        measures = [
            replace(found, kind="market_share") if not found.kind and _is_shared_out(document, rows, at) else found
            for at, found in enumerate(measures, first + 1)
        ]
    if column is not None:
        measures = [replace(found, kind=found.kind or ("market_size" if found.year else "")) for found in measures]
    lower = [text.strip().lower() for text in texts[first + 1 :]]
    summed = _dated_sums(measures) >= _TWO or any(found.kind in _SUMS for found in heads)
    measures = [
        _of_change(document, rows, at, head) or _of_its_own(found, own, head, summed=summed)
        for at, (found, own, head) in enumerate(zip(measures, heads, lower, strict=True), first + 1)
    ]
    measures = _between_two_years(measures, lower)
    dated = next((at for at, head in enumerate(lower, first + 1) if head in table_words().years), 0)
    for index in rows[1:]:
        row = document.blocks[index]
        if len(row.cells) == len(texts) and not _is_head(texts_of(document, row)):
            yield from _of_row(page, row, first, _of_the_year(document, row, dated, measures), column)


def _of_the_year(document: Document, row: Block, at: int, measures: list[Measure]) -> list[Measure]:
    """What the columns measure in a row whose cell at a place, but the first, is the year of its sums."""
    year = document.text[slice(*row.cells[at])].strip() if at else ""
    if not year[:4].isdigit() or not is_year(year):
        return measures
    return [replace(found, year=found.year or int(year[:4])) if found.kind in _SUMS else found for found in measures]


def _is_head(cells: list[str]) -> bool:
    """Whether a row is a second one of heads: years alone, under no name."""
    return not cells[0].strip() and all(not cell.strip() or is_year(cell) for cell in cells)


def _of_its_own(found: Measure, own: Measure, head: str, *, summed: bool) -> Measure:
    """What a column measures; nothing that is claimed where its head counts something beside columns of sums ("2022 |
    2023 | Machines (thousand)", "Market size | Goods traded"), whatever the caption says."""
    if own.kind or own.year or any(own.period) or own.percent or own.currency or not summed:
        return found
    return found if table_words().own_size.issuperset(_WORD.findall(head)) else Measure(NONE)


def _dated_sums(measures: list[Measure]) -> int:
    """How many columns are sums of a year each."""
    return sum(found.year is not None and found.kind in _SUMS for found in measures)


def _of_change(document: Document, rows: list[int], at: int, head: str) -> Measure | None:
    """What a column measures whose head is no more than "Change" or "2022 vs. 2021": growth, where its cells are
    percentages."""
    if not table_words().change.fullmatch(head) or not _all_percent(document, rows, at):
        return None
    return Measure("growth_rate", percent=True, period=measure(head).period)


def _all_percent(document: Document, rows: list[int], at: int) -> bool:
    """Whether all numbers of a column have a percent sign."""
    below = [document.blocks[index].cells for index in rows[1:]]
    cells = [document.text[slice(*cells[at])] for cells in below if at < len(cells)]
    numbers = [cell for cell in cells if _DIGIT.search(cell)]
    return bool(numbers) and all("%" in cell for cell in numbers)


def _between_two_years(measures: list[Measure], heads: list[str]) -> list[Measure]:
    """The measures; growth that names no years is that between those of the sums beside it, where they have two ("2023
    | 2024 | % change"), and these are further apart for a CAGR."""
    years = sorted({found.year for found in measures if found.year and found.kind in _SUMS})
    if len(years) != _TWO:
        return measures
    apart = years[1] - years[0] > 1
    return [
        replace(found, period=(years[0], years[1])) if _is_undated(found) and (apart or "cagr" not in head) else found
        for found, head in zip(measures, heads, strict=True)
    ]


def _is_undated(found: Measure) -> bool:
    """Whether a measure is growth without years."""
    return found.kind == "growth_rate" and not (found.year or any(found.period))


def _is_unit(head: Measure) -> bool:
    """Whether a head is a unit and nothing else, so that the caption tells what is measured ("%", "USD million")."""
    return head.percent or head.currency is not None


def _in_the_corner(head: str) -> Measure:
    """What the head of the names says of the numbers of all years beside them: "Retail value, EUR million", "EUR
    million"."""
    said = measure(head)
    undated = said.year is None and not any(said.period)
    told = said.kind in _SUMS or (not said.kind and is_unit(head))
    return said if undated and said.currency is not None and told else Measure()


def _unit_of_sizes(page: TablePage, rows: list[int], first: int, heads: list[Measure], unit: Measure) -> Measure:
    """The unit in the corner of a table, that of sizes where its columns are years and it names parts of the market
    that the page knows; else nothing, as in a firm's own ("Group")."""
    cells = [page.document.blocks[index].cells for index in rows[1:]]
    labels = [unranked(page.document.text, row[first]) for row in cells if len(row) > first]
    if page.directory.issuer or any(page.document.text[slice(*label)].lower() in _OWN for label in labels):
        return Measure()
    known = [subject_of(page, label) for label in labels]
    parts = any(subject and subject.kind in _PARTS for subject in known)
    dated = heads[0].year is not None and not heads[0].kind
    return replace(unit, kind="market_size") if parts and dated else Measure()


def _kind_of_unheaded(
    document: Document, rows: list[int], first: int, said: Measure, corner: Measure
) -> SubjectKind | None:
    """Segments, where the column of names has no head (or this `corner` gives their unit), the numbers are
    sums of money by the year or shares, and no name is a measure of its own ("Net sales", "Gross margin")."""
    if document.text[slice(*document.blocks[rows[0]].cells[first])].strip() and corner.says_nothing:
        return None
    above = document.line(document.blocks[rows[0] - 1]) if rows[0] else ""
    parted = said.kind in _PARTED or (said.kind == "revenue" and captioned_dimension(above) is not None)
    if not parted or not ((said.year and said.currency) or said.kind == "market_share"):
        return None
    blocks = [document.blocks[index] for index in rows[1:]]
    labels = [document.text[slice(*block.cells[first])].strip() for block in blocks if len(block.cells) > first]
    return SubjectKind.SEGMENT if labels and not any(_measures_itself(label) for label in labels) else None


def _measures_itself(label: str) -> bool:
    """Whether a row's label says what its numbers measure."""
    return not label or is_year(label) or measure(label).kind not in ("", "market_size")


def _first_column(document: Document, rows: list[int], heads: list[str]) -> int:
    """Where the names stand: behind the columns of ranks, if there are some."""
    first = names_at(heads)
    if not first or len(heads) < first + 2 or column_kind(heads[first]) is None:
        return 0
    cells = [texts_of(document, document.blocks[index])[0] for index in rows[1:] if document.blocks[index].cells]
    return first if cells and all(_RANK.fullmatch(cell) or TOTAL.match(cell) for cell in cells) else 0


def _is_shared_out(document: Document, rows: list[int], at: int) -> bool:
    """Whether the percentages of a column come to a whole."""
    cells = [document.blocks[index].cells for index in rows[1:]]
    found = percentages_in(document, [row[at] for row in cells if at < len(row)])
    return len(found) > 2 and (are_a_whole(found) or are_a_whole([*found, -100]))


def _of_row(
    page: TablePage, row: Block, first: int, measures: list[Measure], column: SubjectKind | None
) -> Iterator[Claim]:
    document = page.document
    label = unranked(document.text, row.cells[first])
    if first and not document.text[slice(*label)].strip():
        label = row.cells[0]
    label = _without_place(document.text, label) if column is SubjectKind.COMPANY else label
    name = document.text[slice(*label)]
    subject = subject_of(page, label)
    if column and name.strip() and not TOTAL.match(name) and not _is_its_own(page, subject, name, column):
        subject = Subject(column, name.strip())
    if subject is None:
        return
    if subject.kind is SubjectKind.OTHER_MARKET and TOTAL.match(name) and page.has_market:
        subject = Subject(SubjectKind.MARKET, "market")  # "Total estimated market"
    labelled = measure(name) if not is_year(name) else Measure(year=int(name.strip()[:4]))
    firms, whole = column is SubjectKind.COMPANY, with_market_for_its_place(page, subject)
    for cell, head in zip(row.cells[first + 1 :], measures, strict=True):
        grows = head.kind == "growth_rate" and labelled.kind == "market_size"
        found = labelled.over(head) if not grows and (labelled.kind or labelled.year or any(labelled.period)) else head
        if holds_several(document.text, cell):
            yield from shares_in_cell(document, row, cell, found)
            continue
        if found.kind == "growth_rate" and "(" in document.text[slice(*cell)]:
            found = _with_years_of(document.text[slice(*cell)], found)
        for part in sums_of(document.text, cell):
            owner = subject if found.kind == "market_share" else whole
            claim = cell_claim(document, row, part, found, owner, firms=firms)
            if claim:
                yield claim


def _with_years_of(cell: str, found: Measure) -> Measure:
    """A measure of growth over the years that a cell gives behind its number: "5.7% (2023 to 2033)"."""
    told = measure(cell)
    return replace(found, period=told.period) if any(told.period) else found


def _is_its_own(page: TablePage, subject: Subject | None, name: str, column: SubjectKind) -> bool:
    """Whether the name that the page knows in a label is all of it: no market with words before it, no place in a
    company's name."""
    if subject is None or _ends_in_market(page, subject, name):
        return False
    return column is not SubjectKind.COMPANY or subject.kind is not SubjectKind.REGION or is_place(name)


def _without_place(text: str, label: Span) -> Span:
    """A company's name without the place in brackets behind it: "Acme Ltd (UK)"."""
    opened = text.rfind(" (", *label)
    placed = opened > label.start and text[label.end - 1] == ")" and is_place(text[opened + 2 : label.end - 1])
    return Span(label.start, opened) if placed else label


def _ends_in_market(page: TablePage, subject: Subject, name: str) -> bool:
    """Whether a label that was taken for the market has words of its own before the market's: "Cargo Bicycle" on a page
    on bicycles is a part of it."""
    if subject.kind is not SubjectKind.MARKET:
        return False
    own, known = page.directory.market, table_words().own_size | figure_words().market_adjectives
    tokens = tokenize(name)
    at = next((at for at in range(len(tokens)) if own.at(tokens, at)), 0)
    return any(token.kind == WORD and token.lower not in known for token in tokens[:at])
