"""One cell of a table: a number whose meaning the head, the label and the caption give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from cmograph.claims.model import Claim, Qualifier, Subject, SubjectKind
from cmograph.document import Block, Document, Span
from cmograph.extractors.figures.quote import LONGEST, SHORTEST
from cmograph.extractors.table_heads import Measure
from cmograph.mentions.amounts import amounts
from cmograph.mentions.tokens import tokenize

_SPACED = r"\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?"
_DOTTED = r"\d{1,3}(?:\.\d{3})+,\d{1,2}"
_COMMA_DECIMAL = r"\d+,\d{1,2}"
NUMBER = re.compile(
    rf"\s*[~≈+]?\s*(?P<number>{_COMMA_DECIMAL}|{_SPACED}|{_DOTTED}|\d+(?:,\d{{2,3}})*(?:\.\d+)?)\s*(?P<percent>%)?"
    r"\s*(?:[*†‡]+|[eE]|est\.?|\((?:e|est\.?|estimated?|approx\.?)\))?\s*$"
)
"""A cell that is a number: "1,204.5", "12,04,500", as on the Continent "1 204,5", "1.204,5", "9,8", with the sign of a
footnote, or estimated: "1,204 (est.)", "1,204e"."""

_FALL = re.compile(rf"\s*\(\s*(?P<number>{_COMMA_DECIMAL}|\d+(?:\.\d+)?)\s*\)\s*(?P<percent>%)?\s*$")
"""A rate of falling as accountants write it: "(5.2)", "(5.2)%"."""

_DECIMAL_COMMA = re.compile(rf"{_COMMA_DECIMAL}|(?:{_SPACED}|{_DOTTED})")
_UNSCALED = re.compile(r"[^\d\w]*(?:[A-Z]{1,3}[^\w\d]{1,2})?\d[\d.,]*\s?\W?$")
"""A sum without "million" or the like behind it: the table's head gives its scale."""

_LONE_M = re.compile(r"\W*(?:[A-Z]{1,3}\W{0,2})?\d[\d.,]*\s[mM]\.?$")
"""A sum of so many millions, the sign set apart: "€ 210 m"."""

_ABOUT = re.compile(r"(?i)^\s*(?:[~≈]|ca?\.\s|approx)|\((?:est\.?|estimated?|approx\.?)\)\s*$|\d\s*est\.?\s*$")
_NEGATIVE = re.compile(r"\s*[(\[]?\s*[-−–▼]\s*\d|\s*\(\s*\d[\d.,]*\s*%?\s*\)\s*%?\s*$")
_WHOLE, _MILLION = 100, 1_000_000
_GROUP = 3


def cell_claim(
    document: Document, row: Block, cell: Span, measure: Measure, subject: Subject, *, firms: bool = False
) -> Claim | None:
    """What a cell claims of a subject; `firms` says that the column is one of companies. None where it claims
    nothing."""
    number = _number(document, cell, measure)
    if number is None:
        return None
    low, high = number.low, number.high
    kind = _kind(measure, subject, number.percent, number.currency, firms)
    if kind is None or (kind == "market_share" and not _can_be_share(subject, high)):
        return None
    if _NEGATIVE.match(document.text[slice(*cell)]):
        if kind != "growth_rate":
            return None
        low, high = -abs(high), -abs(low)
    growth = kind == "growth_rate"
    start, end = (measure.period if any(measure.period) else (measure.year, measure.year)) if growth else (None, None)
    return Claim(
        kind, (subject,), low, high, number.qualifier, number.span, quote_of_row(document, row, number.span),
        Span(row.start, row.end), currency=None if number.percent else number.currency,
        year=None if growth else measure.year, start=start, end=end,
    )  # fmt: skip


class _Number(NamedTuple):
    """What a cell writes: its bounds without their sign, its currency or whether it is a percentage, and where."""

    low: Decimal
    high: Decimal
    currency: str | None
    percent: bool
    qualifier: Qualifier
    span: Span


def _number(document: Document, cell: Span, measure: Measure) -> _Number | None:
    """The number of a cell; what a bare one counts in is told by its measure. None where there is none, or several."""
    text = document.text[slice(*cell)]
    fall = _FALL.match(text) if measure.kind == "growth_rate" else None
    bare = fall or NUMBER.match(text)
    if bare is None or (bare["percent"] and not fall):
        number = _amount(document, cell, measure)
    else:
        value = value_of(bare["number"]) * measure.scale
        percent = bare["percent"] is not None or (measure.percent and measure.currency is None)
        span = Span(cell.start + bare.start("number"), cell.start + bare.end("number"))
        number = _Number(value, value, measure.currency, percent, Qualifier.EXACT, span)
    if number and number.qualifier is Qualifier.EXACT and _ABOUT.search(text):
        return number._replace(qualifier=Qualifier.APPROXIMATE)
    return number


def _amount(document: Document, cell: Span, measure: Measure) -> _Number | None:
    """The only amount of a cell, written as in a sentence; a sum without a scale has that of its measure."""
    tokens = tokenize(document.text, *cell)
    found = amounts(tokens)
    if len(found) != 1:
        return None
    amount, text = found[0], document.text[slice(*cell)]
    scale = Decimal(1)
    if amount.is_money and _UNSCALED.match(text):
        scale = Decimal(measure.scale)
    elif amount.is_money and _LONE_M.match(text):
        scale = Decimal(_MILLION)
    span = Span(tokens[amount.first].start, tokens[amount.last - 1].end)
    return _Number(
        amount.low * scale, amount.high * scale, amount.currency, not amount.is_money, amount.qualifier, span
    )


def value_of(number: str) -> Decimal:
    """The number that the digits of a cell write; a comma before the last one or two of them is a decimal comma."""
    if _DECIMAL_COMMA.fullmatch(number) is None:
        return Decimal(number.replace(",", ""))
    groups = re.split(r"[ .,]", number)
    decimals = groups.pop() if len(groups[-1]) < _GROUP else "0"
    return Decimal(f"{''.join(groups)}.{decimals}")


def _can_be_share(subject: Subject, high: Decimal) -> bool:
    """No share is more than the whole, and the market has none of itself."""
    return high <= _WHOLE and subject.kind is not SubjectKind.MARKET


def _kind(measure: Measure, subject: Subject, percent: bool, currency: str | None, firms: bool) -> str | None:
    if percent:
        return measure.kind if measure.kind in {"growth_rate", "market_share"} else None
    if currency is None or measure.kind not in {"market_size", "revenue"}:
        return None
    group = firms and subject.kind is SubjectKind.GROUP
    return "revenue" if subject.kind is SubjectKind.COMPANY or group else "market_size"


def percentages(document: Document, row: Block) -> Iterator[Span]:
    """Where a row's percentages stand, and the bare numbers of its cells."""
    for cell in row.cells:
        tokens = tokenize(document.text, *cell)
        for amount in amounts(tokens):
            yield Span(tokens[amount.first].start, tokens[amount.last - 1].end)


def quote_of_row(document: Document, row: Block, number: Span) -> Span:
    """The row, or as much of it as a quote may hold."""
    start, end = row.start, row.end
    if end - start > LONGEST:
        start, end = max(row.start, number.end - LONGEST + 1), number.end
    if end - start < SHORTEST:
        start = max(0, end - SHORTEST)
        end = min(len(document.text), max(end, start + SHORTEST))
    while start > 0 and document.text[start].isspace():
        start -= 1
    while end < len(document.text) and document.text[end - 1].isspace():
        end += 1
    return Span(start, end)
