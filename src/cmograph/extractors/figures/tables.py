"""Tables whose columns have a meaning: a year, or a measure with its unit, in the column's head, the row's label or the
caption."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cmograph.claims.model import Claim, Reason, Refusal, Subject, SubjectKind
from cmograph.document import Block, Document, Kind, Span
from cmograph.extractors.figures.attributes import of_attributes, of_market_alone
from cmograph.extractors.figures.directory import Directory
from cmograph.extractors.figures.finder import find_groups
from cmograph.extractors.figures.table_cells import NUMBER, cell_claim, percentages
from cmograph.extractors.figures.table_heads import (
    Measure,
    caption_of,
    column_kind,
    is_about_vendors,
    is_year,
    measure,
    table_words,
    under_caption,
    unranked,
)
from cmograph.extractors.figures.topic import Topic
from cmograph.extractors.figures.words import figure_words
from cmograph.mentions.tokens import WORD, tokenize

_ALL = re.compile(r"(?i)(?:(?:grand )?total|global|world(?:wide)?|overall)?")
_TOTAL = re.compile(r"(?i)(?:sub-?|grand )?total\b|sum\b|average\b")
_RANK = re.compile(r"\s*#?\d{0,3}(?:[.)]|st|nd|rd|th)?\s*")
_CLAIMED = frozenset({"market_share", "revenue", "market_size"})
_WHOLE = range(97, 104)
"""What percentages come to that share out a whole; they are rounded."""


@dataclass(frozen=True, slots=True)
class _Page:
    document: Document
    directory: Directory
    has_market: bool


Read = tuple[list[Claim], list[Refusal], set[int]]
"""Claims, refusals, and the indexes of the rows that were read."""


def tables(document: Document, directory: Directory, has_market: bool, apart: frozenset[int]) -> Read:
    """What all tables whose columns have a meaning state, but for the rows `apart`; of other tables the rows that name
    the market's own size."""
    page = _Page(document, directory, has_market)
    claims: list[Claim] = []
    refusals: list[Refusal] = []
    read: set[int] = set()
    for rows in _tables(document):
        if rows[0] in apart:
            continue
        figures = _of_impacts(document, rows) or _of_attributes(page, rows)
        rest = [index for index in rows if index not in figures]
        if len(rest) > 1:
            found = list(_of_table(page, rest)) or list(_of_columns(page, rest))
            found = found or list(of_market_alone(document, rest, has_market))
            claims += found
            read.update(rest if found else [])
        read.update(figures)
        claims += [figure for row in figures.values() for figure in row if isinstance(figure, Claim)]
        refusals += [figure for row in figures.values() for figure in row if isinstance(figure, Refusal)]
    return claims, refusals, read


def _of_attributes(page: _Page, rows: list[int]) -> dict[int, list[Claim | Refusal]]:
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
        if block.kind is Kind.ROW:
            rows.append(index)
    if rows:
        yield rows


def _texts(document: Document, row: Block) -> list[str]:
    return [document.text[slice(*cell)] for cell in row.cells]


def _of_impacts(document: Document, rows: list[int]) -> dict[int, list[Claim | Refusal]]:
    """A table of what drives the market: its percentages are parts of the growth rate, and refused. By the rows'
    indexes; empty for other tables."""
    texts = _texts(document, document.blocks[rows[0]])[1:]
    if not any("impact" in text.lower() for text in texts) or any(measure(text).kind in _CLAIMED for text in texts):
        return {}
    read: dict[int, list[Claim | Refusal]] = {rows[0]: []}
    for index in rows[1:]:
        row = document.blocks[index]
        read[index] = [
            Refusal(Reason.CHANGE, number, Span(row.start, row.end)) for number in percentages(document, row)
        ]
    return read


def _of_table(page: _Page, rows: list[int]) -> Iterator[Claim]:
    """The claims of a table whose rows are names and whose columns are measures or years."""
    document = page.document
    head = document.blocks[rows[0]]
    texts = _texts(document, head)
    first = _first_column(document, rows, texts)
    heads = [measure(text) for text in texts[first + 1 :]]
    if len(texts) == 2 and texts[1].strip().lower() in {"value", "values"} and column_kind(texts[0]) is None:
        return
    plain = any(NUMBER.match(text) and not is_year(text) for text in texts[1:])
    if not heads or plain or not any(measure.kind or measure.year for measure in heads):
        return
    caption = caption_of(document, rows[0])
    column = column_kind(texts[first])
    measures = [under_caption(text, caption) for text in texts[first + 1 :]]
    if column is SubjectKind.COMPANY:
        measures = [
            replace(found, kind="market_share") if not found.kind and _is_shared_out(document, rows, at) else found
            for at, found in enumerate(measures, first + 1)
        ]
    if column is not None:
        measures = [replace(found, kind=found.kind or ("market_size" if found.year else "")) for found in measures]
    for index in rows[1:]:
        row = document.blocks[index]
        if len(row.cells) == len(texts):
            yield from _of_row(page, row, first, measures, column)


def _first_column(document: Document, rows: list[int], heads: list[str]) -> int:
    """Where the names stand: behind a column of ranks, if there is one."""
    ranks = heads[0].strip().lower() in table_words().ranks or not heads[0].strip()
    if len(heads) < 3 or not ranks or column_kind(heads[1]) is None:
        return 0
    cells = [_texts(document, document.blocks[index])[0] for index in rows[1:] if document.blocks[index].cells]
    return 1 if cells and all(_RANK.fullmatch(cell) or _TOTAL.match(cell) for cell in cells) else 0


def _is_shared_out(document: Document, rows: list[int], at: int) -> bool:
    """Whether the percentages of a column come to a whole."""
    cells = [document.blocks[index].cells for index in rows[1:]]
    found = _percentages(document, [row[at] for row in cells if at < len(row)])
    return len(found) > 2 and (round(sum(found)) in _WHOLE or round(sum(found) - 100) in _WHOLE)


def _of_row(
    page: _Page, row: Block, first: int, measures: list[Measure], column: SubjectKind | None
) -> Iterator[Claim]:
    document = page.document
    label = unranked(document.text, row.cells[first])
    if first and not document.text[slice(*label)].strip():
        label = row.cells[0]
    name = document.text[slice(*label)]
    subject = _subject(page, label)
    if column and name.strip() and not _TOTAL.match(name) and (subject is None or _ends_in_market(page, subject, name)):
        subject = Subject(column, name.strip())
    if subject is None:
        return
    labelled = measure(name) if not is_year(name) else Measure(year=int(name.strip()[:4]))
    firms = column is SubjectKind.COMPANY
    for cell, head in zip(row.cells[first + 1 :], measures, strict=True):
        grows = head.kind == "growth_rate" and labelled.kind == "market_size"
        found = labelled.over(head) if not grows and (labelled.kind or labelled.year) else head
        claim = cell_claim(document, row, cell, found, subject, firms=firms)
        if claim:
            yield claim


def _ends_in_market(page: _Page, subject: Subject, name: str) -> bool:
    """Whether a label that was taken for the market has words of its own before the market's: "Cargo Bicycle" on a page
    on bicycles is a part of it."""
    if subject.kind is not SubjectKind.MARKET:
        return False
    own, known = page.directory.market, table_words().own_size | figure_words().market_adjectives
    tokens = tokenize(name)
    at = next((at for at in range(len(tokens)) if own.at(tokens, at)), 0)
    return any(token.kind == WORD and token.lower not in known for token in tokens[:at])


def _of_columns(page: _Page, rows: list[int]) -> Iterator[Claim]:
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
        known = any(_subject(page, head) for head in heads) or is_about_vendors(document, rows[0])
        caption = replace(caption, kind="market_share" if known or caption.kind == "market_share" else "")
    if caption.kind not in _CLAIMED:
        return
    owners = _owners(page, rows[0], heads)
    for row, label in zip(wide, labels, strict=False):
        for cell, owner in zip(row.cells[1:], owners, strict=True):
            claim = owner and cell_claim(document, row, cell, label.over(caption), owner)
            if claim:
                yield claim


def _is_row_shared_out(document: Document, row: Block) -> bool:
    found = _percentages(document, row.cells[1:])
    return len(found) > 1 and round(sum(found)) in _WHOLE


def _percentages(document: Document, cells: Iterable[Span]) -> list[float]:
    numbers = [NUMBER.match(document.text, *cell) for cell in cells]
    return [float(number["number"].replace(",", "")) for number in numbers if number and number["percent"]]


def _owners(page: _Page, first: int, heads: list[Span]) -> list[Subject | None]:
    """Whose the columns are. Names that the page does not list are of the kind of those beside them; else companies,
    where the page speaks of any."""
    known = [_subject(page, head) for head in heads]
    kinds = [owner.kind for owner in known if owner and owner.kind not in (SubjectKind.GROUP, SubjectKind.MARKET)]
    vendors = is_about_vendors(page.document, first)
    kind = kinds[0] if kinds else SubjectKind.COMPANY if vendors else SubjectKind.SEGMENT
    names = [page.document.text[slice(*head)].strip() for head in heads]
    return [
        owner or (Subject(kind, name) if name and not _TOTAL.match(name) else None)
        for owner, name in zip(known, names, strict=True)
    ]


def _subject(page: _Page, label: Span) -> Subject | None:
    """Whose row it is: the one name in its label; the market where the label is a measure, a total or a year."""
    text = page.document.text
    name = text[slice(*label)].strip()
    tokens = tokenize(text, *label)
    groups = find_groups(text, tokens, [token.lower for token in tokens], page.directory, Topic)
    members = [member for group in groups for member in group.members if member.subject.kind is not SubjectKind.MARKET]
    if len(members) == 1:
        return members[0].subject
    general = not members and (bool(groups) or is_year(name) or bool(measure(name).kind) or _ALL.fullmatch(name))
    return Subject(SubjectKind.MARKET, "market") if general and page.has_market else None
