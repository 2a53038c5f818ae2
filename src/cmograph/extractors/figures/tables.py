"""Tables whose columns have a meaning: a year, or a measure with its unit, in the column's head, the row's label or the
caption."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cmograph.claims.model import Claim, Qualifier, Subject, SubjectKind
from cmograph.document import Block, Document, Kind, Span
from cmograph.entities.currencies import currency_of
from cmograph.extractors.figures.directory import Directory
from cmograph.extractors.figures.finder import Topic, find_groups
from cmograph.extractors.figures.quote import LONGEST, SHORTEST
from cmograph.mentions.amounts import amounts
from cmograph.mentions.lexicon import lexicon
from cmograph.mentions.periods import times
from cmograph.mentions.tokens import tokenize

_NUMBER = re.compile(r"\s*[~≈]?\s*(?P<number>\d+(?:,\d{2,3})*(?:\.\d+)?)\s*(?P<percent>%)?\s*$")
_UNIT = re.compile(
    r"(?i)(?P<currency>US\$|[$€£¥₹]|\b(?:USD|EUR|GBP|JPY|CNY|INR|CHF|KRW|SEK|DKK|NOK|AUD|CAD|dollars|euros?))?[\s.]*"
    r"\b(?P<scale>millions?|billions?|trillions?|thousands?|mn|bn|mln|crores?|lakhs?|m|b)\b[\s.]*"
    r"(?P<after>USD|EUR|GBP|JPY|CNY|INR|CHF|US\$|[$€£]|dollars|euros?)?"
)
_LONE_CURRENCY = re.compile(r"\((US\$|USD|EUR|GBP|[$€£])\)|,\s*(USD|EUR|GBP)\b")
_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*[A-Z*]?\s*")
_ALL = re.compile(r"(?i)(?:total|global|world(?:wide)?|overall)?")
_COLUMNS = tuple(
    (kind, frozenset(words.split(",")))
    for kind, words in (
        (SubjectKind.COMPANY, "company,companie,manufacturer,player,vendor,supplier,producer,firm,maker"),
        (SubjectKind.REGION, "region,country,countrie,geography,area"),
        (SubjectKind.OTHER_MARKET, "market"),
        (SubjectKind.SEGMENT, "type,application,segment,grade,product,technology,material,channel,end user,end-user"),
        (SubjectKind.SEGMENT, "form,category,source,industry"),
    )
)
"""What the head of a table's first column, without a plural s, says of its rows."""

_MEASURES = (
    ("growth_rate", re.compile(r"(?i)\bCAGR\b|growth(?: rate)?\b|\bgrowth, ?%")),
    ("market_share", re.compile(r"(?i)\bshares?\b")),
    ("revenue", re.compile(r"(?i)\b(?:revenues?|sales|turnover)\b")),
    ("market_size", re.compile(r"(?i)\b(?:market )?(?:size|value|valuation)\b|\bmarket\b")),
)


@dataclass(frozen=True, slots=True)
class _Measure:
    """What a head, a label or a caption says of the numbers under it; None and "" where it says nothing."""

    kind: str = ""
    currency: str | None = None
    scale: int = 1
    percent: bool = False
    year: int | None = None
    period: tuple[int | None, int | None] = (None, None)

    def over(self, other: _Measure) -> _Measure:
        """This measure, with what it leaves open taken from a wider one."""
        money = self.currency is not None or self.percent
        return _Measure(
            self.kind or other.kind,
            self.currency if money else other.currency,
            self.scale if self.scale > 1 or money else other.scale,
            self.percent or (other.percent and self.currency is None),
            self.year or other.year,
            self.period if any(self.period) else other.period,
        )


def tables(document: Document, directory: Directory, has_market: bool) -> tuple[list[Claim], set[int]]:
    """The claims of all tables whose columns have a meaning, and the indexes of the rows that were read."""
    claims: list[Claim] = []
    read: set[int] = set()
    rows: list[int] = []
    for index in range(len(document.blocks) + 1):
        block = document.blocks[index] if index < len(document.blocks) else None
        if block is not None and block.kind is Kind.ROW and (not rows or block.group == document.blocks[rows[0]].group):
            rows.append(index)
            continue
        if len(rows) > 1:
            found = list(_of_table(document, rows, directory, has_market))
            if found:
                claims += found
                read.update(rows)
        rows = [index] if block is not None and block.kind is Kind.ROW else []
    return claims, read


def _of_table(document: Document, rows: list[int], directory: Directory, has_market: bool) -> Iterator[Claim]:
    head = document.blocks[rows[0]]
    heads = [_measure(document.text[slice(*cell)]) for cell in head.cells]
    texts = [document.text[slice(*cell)] for cell in head.cells[1:]]
    plain = any(_NUMBER.match(text) and not _year(text) for text in texts)
    if len(heads) < 2 or plain or not any(measure.kind or measure.year for measure in heads[1:]):
        return
    caption = _caption(document, rows[0])
    column = _column(document.text[slice(*head.cells[0])])
    for index in rows[1:]:
        yield from _of_row(
            document,
            document.blocks[index],
            [measure.over(caption) for measure in heads],
            column,
            directory,
            has_market,
        )


def _column(text: str) -> SubjectKind | None:
    """What the first column holds, told by its head; any other word than these names a dimension of segments."""
    word = text.strip().lower().rstrip("s")
    return next((kind for kind, words in _COLUMNS if word in words), None)


def _year(text: str) -> bool:
    return _YEAR.fullmatch(text) is not None


def _caption(document: Document, first: int) -> _Measure:
    """What the lines before a table say of it; the nearest one first."""
    measure = _Measure()
    for block in reversed(document.blocks[max(0, first - 2) : first]):
        if block.kind is not Kind.ROW and block.end - block.start < 200:
            measure = measure.over(_measure(document.line(block)))
    return measure


def _measure(text: str) -> _Measure:
    kind = next((kind for kind, pattern in _MEASURES if pattern.search(text)), "")
    unit = _UNIT.search(text)
    name = (unit["currency"] or unit["after"]) if unit else None
    currency = currency_of(name.strip()) if name else _lone_currency(text)
    scale = lexicon().scales.get(unit["scale"].lower(), 1) if unit else 1
    found = times(tokenize(text))
    single = [time.end for time in found if not time.period]
    periods = [(time.start, time.end) for time in found if time.period]
    return _Measure(
        kind,
        currency,
        scale if currency or unit else 1,
        "%" in text,
        single[-1] if single else None,
        periods[-1] if periods else (None, None),
    )


def _lone_currency(text: str) -> str | None:
    found = _LONE_CURRENCY.search(text)
    return currency_of(found[1] or found[2]) if found else None


def _of_row(
    document: Document,
    row: Block,
    heads: list[_Measure],
    column: SubjectKind | None,
    directory: Directory,
    has_market: bool,
) -> Iterator[Claim]:
    if len(row.cells) != len(heads):
        return
    label = row.cells[0]
    name = document.text[slice(*label)]
    subject = _subject(document, label, directory, has_market) or (
        Subject(column, name.strip()) if column and name.strip() else None
    )
    labelled = _measure(name) if not _year(name) else _Measure(year=int(name.strip()[:4]))
    if subject is None:
        return
    for cell, head in zip(row.cells[1:], heads[1:], strict=True):
        measure = labelled.over(head) if labelled.kind or labelled.year else head
        claim = _claim(document, row, cell, measure, subject)
        if claim:
            yield claim


def _subject(document: Document, label: Span, directory: Directory, has_market: bool) -> Subject | None:
    """Whose row it is: the one name in its label; the market where the label is a measure, a total or a year."""
    name = document.text[slice(*label)].strip()
    tokens = tokenize(document.text, *label)
    groups = find_groups(document.text, tokens, [token.lower for token in tokens], directory, Topic)
    members = [member for group in groups for member in group.members if member.subject.kind is not SubjectKind.MARKET]
    if len(members) == 1:
        return members[0].subject
    general = not members and (bool(groups) or _year(name) or bool(_measure(name).kind) or _ALL.fullmatch(name))
    return Subject(SubjectKind.MARKET, "market") if general and has_market else None


def _claim(document: Document, row: Block, cell: Span, measure: _Measure, subject: Subject) -> Claim | None:
    text = document.text[slice(*cell)]
    qualifier = Qualifier.EXACT
    number = _NUMBER.match(text)
    if number is None or number["percent"]:
        found = amounts(tokenize(document.text, *cell))
        if len(found) != 1:
            return None
        low, high, currency, percent, qualifier = (
            found[0].low,
            found[0].high,
            found[0].currency,
            not found[0].is_money,
            found[0].qualifier,
        )
        span = cell
    else:
        low = high = Decimal(number["number"].replace(",", "")) * measure.scale
        currency, percent = measure.currency, measure.percent and measure.currency is None
        span = Span(cell.start + number.start("number"), cell.start + number.end("number"))
    kind = _kind(measure, subject, percent, currency)
    if kind is None:
        return None
    growth = kind == "growth_rate"
    start, end = (measure.period if any(measure.period) else (measure.year, measure.year)) if growth else (None, None)
    return Claim(
        kind, (subject,), low, high, qualifier, span, _quote(document, row, span), Span(row.start, row.end),
        currency=None if percent else currency, year=None if growth else measure.year, start=start, end=end,
    )  # fmt: skip


def _kind(measure: _Measure, subject: Subject, percent: bool, currency: str | None) -> str | None:
    if percent:
        return measure.kind if measure.kind in {"growth_rate", "market_share"} else None
    if currency is None or measure.kind not in {"market_size", "revenue"}:
        return None
    return "revenue" if subject.kind is SubjectKind.COMPANY else "market_size"


def _quote(document: Document, row: Block, number: Span) -> Span:
    """The row, or as much of it as a quote may hold."""
    start, end = row.start, row.end
    if end - start > LONGEST:
        start, end = max(row.start, number.end - LONGEST), number.end
    if end - start < SHORTEST:
        start = max(0, end - SHORTEST)
        end = min(len(document.text), start + SHORTEST)
    return Span(start, end)
