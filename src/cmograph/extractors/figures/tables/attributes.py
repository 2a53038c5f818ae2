"""Rows that give an attribute of the report and its value ("Forecast Revenue (2033) | USD 336 million"), and tables of
one row about the market alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cmograph.claims.model import Claim, Reason, Refusal, Subject, SubjectKind
from cmograph.document import Block, Document, Span
from cmograph.extractors.figures.tables.table_cells import NUMBER, cell_claim
from cmograph.extractors.figures.tables.table_page import TablePage
from cmograph.extractors.table_heads import NONE, Measure, is_year, measure, table_words
from cmograph.mentions.amounts import Amount, amounts
from cmograph.mentions.tokens import tokenize

_WORD = re.compile(r"us\$|[a-z][a-z&/-]*")
_LETTERED_YEAR = re.compile(r"\b((?:FY)?20\d\d)[EFP]\b")
_FORESEEN = re.compile(r"(?i)forecast|project|expect|anticipat|outlook|\bby\b")
_DIGIT = re.compile(r"\d")
_OWN = Subject(SubjectKind.MARKET, "market")


def of_market_alone(page: TablePage, rows: list[int]) -> Iterator[Claim]:
    """A table of a head and one row of numbers: "2024 Value in USD Billion | CAGR %" over "1.72 | 4.8"."""
    document = page.document
    head, row = document.blocks[rows[0]], document.blocks[rows[1]]
    if len(rows) != 2 or not page.has_market or len(head.cells) != len(row.cells):
        return
    texts = [document.text[slice(*cell)] for cell in row.cells]
    heads = [measure(document.text[slice(*cell)]) for cell in head.cells]
    if not all(NUMBER.match(text) and not is_year(text) for text in texts) or not all(
        found.kind not in {"", NONE} for found in heads
    ):
        return
    for cell, found in zip(row.cells, heads, strict=True):
        claim = cell_claim(document, row, cell, found, _OWN)
        if claim:
            yield claim


def of_attributes(document: Document, row: Block, has_market: bool) -> Claim | Refusal | None:
    """What a row of two cells says of the market's own size or growth; None where it is for the sentences' rules."""
    if len(row.cells) != 2 or not _DIGIT.search(document.text, *row.cells[1]):
        return None
    value = document.text[slice(*row.cells[1])]
    label = _LETTERED_YEAR.sub(r"\1", document.text[slice(*row.cells[0])])
    tokens = tokenize(document.text, *row.cells[1])
    found = amounts(tokens)
    said = measure(label)
    if len(found) == 1 and _is_no_claim(label, found[0].is_money):
        number = Span(tokens[found[0].first].start, tokens[found[0].last - 1].end)
        return Refusal(Reason.CHANGE, number, Span(row.start, row.end))
    whole = _own_measure(label, value, said, found)
    claim = cell_claim(document, row, row.cells[1], whole, _OWN) if whole and has_market else None
    return replace(claim, projected=True) if claim and _FORESEEN.search(label) else claim


def _own_measure(label: str, value: str, said: Measure, found: list[Amount]) -> Measure | None:
    """What a label says of its value, if that is the market's own size or growth. What a value says of its years goes
    for it where the label has none."""
    told = measure(value)
    if len(found) == 1 and found[0].is_money:
        own = _is_own(label, table_words().own_size, table_words().size_nouns)
        return Measure("market_size", year=said.year or told.year) if own else None
    if len(found) > 1 or is_year(value) or said.kind != "growth_rate" or not _is_own_growth(label):
        return None
    if found:
        period = said.period if any(said.period) else told.period
        return Measure("growth_rate", period=period) if not (said.year or told.year) else None
    percent = said.percent or "cagr" in label.lower()
    bare = percent and NUMBER.match(value)
    return Measure("growth_rate", percent=True, year=said.year, period=said.period) if bare else None


def _is_no_claim(label: str, money: bool) -> bool:
    """Whether a label names growth by an amount, or a part's contribution to growth."""
    words = table_words()
    return words.by_amount.search(label) is not None if money else words.contribution.search(label) is not None


def _is_own(label: str, allowed: frozenset[str], needed: frozenset[str]) -> bool:
    words = set(_WORD.findall(label.lower()))
    return words <= allowed and not words.isdisjoint(needed)


def _is_own_growth(label: str) -> bool:
    """ "Growth rate (2025-2033)", "YoY growth (%)", "CAGR"; not "Sales growth", which may be a company's."""
    return _is_own(label, table_words().own_growth, frozenset({"growth", "cagr"}))
