"""What a table's head, a row's label or a caption says of the numbers beside or under it: what they measure, their
unit, their year."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from cmograph.claims.model import SubjectKind
from cmograph.document import Block, Document, Kind, Span
from cmograph.entities.currencies import codes, currency_of
from cmograph.mentions.amounts import amounts
from cmograph.mentions.lexicon import lexicon
from cmograph.mentions.periods import times
from cmograph.mentions.tokens import tokenize
from cmograph.tables import table

_CODES = "|".join(codes())
_SIGNS = r"(?:US|HK|NT|NZ|MX|CA|AU|[ACRS])?\$|[€£¥₹₩₺₽]"
_WORDS = r"dollars|euros?|pounds sterling|swiss francs|yen|yuan|renminbi|won|rupees|reais|zlotys?|kronor"
_UNIT = re.compile(
    rf"(?i)(?:(?P<currency>{_SIGNS}|\b(?:{_CODES}|Rs|{_WORDS}))[\s.]*|\b)"
    r"(?P<scale>millions?|billions?|trillions?|thousands?|mn|bn|mln|mio|crores?|lakhs?|m|b)\b[\s.]*"
    rf"(?:of\s+)?(?:U\.?S\.?\s+(?=dollars))?(?P<after>(?:{_CODES}|{_WORDS})\b|{_SIGNS})?"
)
_ONLY_UNIT = re.compile(rf"(?i)\(?(?:in )?(?:{_UNIT.pattern.removeprefix('(?i)')})\)?")
_LONE_CURRENCY = re.compile(rf"\(({_SIGNS}|{_CODES})\)|,\s*({_CODES})\b")
_YEAR = re.compile(r"\s*(?:FY\s?)?(?:19|20)\d\d\s*(?:[A-Za-z*]|\([A-Za-z]\))?\s*")
_QUARTER = re.compile(
    r"\b(?:[1-4]Q|Q[1-4]|[12]H|H[12])[\s'’-]{0,2}(?:FY[\s'’]?)?(?:20)?(\d\d)\b|\bFY[\s'’]?(\d\d)\b|\b(?:FY)?20(\d\d)\s?\(?[AEFPaefp]\b"
)
_RANKED = re.compile(r"\s*(?:#?\d{1,2}[.)]|(?:No\.?\s?|#)\d{1,2}[.:)]?)\s+(?=\S)")
_RANK = re.compile(r"(?:(?:19|20)\d\d\s+)?rank(?:ing)?(?:\s+(?:in\s+)?(?:19|20)\d\d)?")
_TWO_YEARS = 2
_LAST_WORD = re.compile(r"[\s/-]+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_LONGEST_CAPTION = 200
_PERCENT_HEADS = frozenset({"percentage", "percentages", "percent", "per cent", "pct", "pct."})
NONE = "none"


@dataclass(frozen=True, slots=True)
class TableWords:
    """Words by which tables are understood; see data/tables.toml for each."""

    ranks: frozenset[str]
    years: frozenset[str]
    vendors: frozenset[str]
    own_size: frozenset[str]
    size_nouns: frozenset[str]
    estimators: frozenset[str]
    ends: frozenset[str]
    own_growth: frozenset[str]
    columns: dict[str, SubjectKind]
    last_words: dict[str, SubjectKind]
    measures: tuple[tuple[str, re.Pattern[str]], ...]
    own_sales: re.Pattern[str]
    change: re.Pattern[str]
    by_amount: re.Pattern[str]
    contribution: re.Pattern[str]
    surveyed: re.Pattern[str]


@cache
def table_words() -> TableWords:
    """The word lists for tables."""
    raw = table("tables.toml")
    columns, last_words = (
        {form: SubjectKind(kind) for kind, words in raw[name].items() for word in words for form in (word, f"{word}s")}
        for name in ("columns", "last_words")
    )
    patterns = {name: re.compile(rf"(?i){pattern}") for name, pattern in (raw["measures"] | raw["patterns"]).items()}
    return TableWords(
        ranks=frozenset(raw["ranks"]),
        years=frozenset(raw["years"]),
        vendors=frozenset(raw["vendors"]),
        own_size=frozenset(raw["own_size"]),
        size_nouns=frozenset(raw["size_nouns"]),
        estimators=frozenset(raw["estimators"]),
        ends=frozenset(raw["ends"]),
        own_growth=frozenset(raw["own_growth"]),
        columns=columns,
        last_words=last_words,
        measures=tuple((kind, patterns[kind]) for kind in raw["measures"]),
        own_sales=patterns["own_sales"],
        change=patterns["change"],
        by_amount=patterns["by_amount"],
        contribution=patterns["contribution"],
        surveyed=patterns["surveyed"],
    )


@dataclass(frozen=True, slots=True)
class Measure:
    """What a head, a label or a caption says of the numbers under it; None and "" where it says nothing."""

    kind: str = ""
    currency: str | None = None
    scale: int = 1
    percent: bool = False
    year: int | None = None
    period: tuple[int | None, int | None] = (None, None)

    def over(self, other: Measure) -> Measure:
        """This measure, with what it leaves open taken from a wider one."""
        money = self.currency is not None or self.percent
        return Measure(
            NONE if NONE in (self.kind, other.kind) else self.kind or other.kind,
            self.currency if money else other.currency,
            self.scale if self.scale > 1 or money else other.scale,
            self.percent or (other.percent and self.currency is None),
            self.year or other.year,
            self.period if any(self.period) else other.period,
        )

    @property
    def says_nothing(self) -> bool:
        """Whether no unit, kind or time is known."""
        return self == Measure()


def measure(text: str) -> Measure:
    """What a head, a label or a caption says."""
    kind = next((kind for kind, pattern in table_words().measures if pattern.search(text)), "")
    unit = _UNIT.search(text)
    name = (unit["currency"] or unit["after"]) if unit else None
    currency = currency_of(name.strip()) if name else _lone_currency(text)
    scale = lexicon().scales.get(unit["scale"].lower(), 1) if unit else 1
    found = times(tokenize(text))
    single = [time.end for time in found if not time.period]
    periods = [(time.start, time.end) for time in found if time.period]
    if kind == "growth_rate" and len(single) == len(found) == _TWO_YEARS and single[0] == (single[1] or 0) + 1:
        periods, single = [(single[1], single[0])], []  # "2024-2023 growth"
    return Measure(
        NONE if kind == "unclaimed" else kind,
        currency,
        scale if currency or unit else 1,
        "%" in text or text.strip().lower() in _PERCENT_HEADS,
        single[-1] if single else _year_of_quarter(text),
        periods[-1] if periods else (None, None),
    )


def _year_of_quarter(text: str) -> int | None:
    """The year of "2Q25", "H1'24", "2025E"; the later one where there are two."""
    years = [2000 + int(found[1] or found[2] or found[3]) for found in _QUARTER.finditer(text)]
    return max(years, default=None)


def _lone_currency(text: str) -> str | None:
    found = _LONE_CURRENCY.search(text)
    return currency_of(found[1] or found[2]) if found else None


def unranked(text: str, cell: Span) -> Span:
    """A cell without spaces around it, its place in a ranking and the sign of a footnote: "1. Brightmere*"."""
    start, end = cell
    while end > start and text[end - 1] in " *†‡\n":
        end -= 1
    ranked = _RANKED.match(text, start, end)
    start = ranked.end() if ranked else start
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def ranks_ahead(heads: list[str]) -> int:
    """How many columns of ranks a table begins with: "2024 Rank | 2023 Rank | Vendor"."""
    lower, ranks = [head.strip().lower() for head in heads], table_words().ranks
    return next((at for at, head in enumerate(lower) if head not in ranks and not _RANK.fullmatch(head)), 0)


def names_at(heads: list[str]) -> int:
    """Where the names of a table stand by its heads: behind the columns of ranks, or behind one without a head."""
    return ranks_ahead(heads) or (0 if heads[0].strip() else 1)


def is_year(text: str) -> bool:
    """Whether a cell is a year and nothing else."""
    return _YEAR.fullmatch(text) is not None


def is_unit(text: str) -> bool:
    """Whether a head is a unit of money and nothing else: "EUR million", "in US$ bn", "(USD million)"."""
    return _ONLY_UNIT.fullmatch(text.strip()) is not None


def under_caption(text: str, caption: Measure) -> Measure:
    """What a head says, with what the caption adds; a CAGR does not run over a caption's one year, nor a yearly rate
    over its period."""
    own = measure(text)
    found = own.over(caption)
    if own.kind != "growth_rate":
        return found
    return replace(found, year=own.year) if "cagr" in text.lower() else replace(found, period=own.period)


def column_kind(text: str) -> SubjectKind | None:
    """What the first column holds, told by its head or the last word of that."""
    head, words = _IN_BRACKETS.sub("", text.strip().lower()), table_words()
    last = _LAST_WORD.split(head)[-1]
    kinds = (words.columns.get(head), words.last_words.get(last))
    return next((kind for kind in kinds if kind), None)


def caption_of(document: Document, first: int) -> Measure:
    """What the lines before a table say of it; the nearest one first. A sentence with figures of its own is none."""
    found = Measure()
    for block in reversed(document.blocks[max(0, first - 2) : first]):
        if block.kind is Kind.ROW or block.end - block.start >= _LONGEST_CAPTION or is_statement(document, block):
            continue
        said = measure(document.line(block))
        found = found.over(replace(said, kind="") if said.kind == NONE else said)
    return found


def is_statement(document: Document, block: Block) -> bool:
    """Whether a line is a sentence with figures of its own, and introduces none below it."""
    if block.kind is Kind.HEADING or not document.line(block).rstrip().endswith((".", "!")):
        return False
    return bool(amounts(tokenize(document.text, block.start, block.end)))


def is_about_vendors(document: Document, first: int) -> bool:
    """Whether the page's title or a line before a table speaks of vendors."""
    lines = [document.line(block) for block in document.blocks[max(0, first - 3) : first]]
    words = {word for line in (document.title, *lines) for word in re.findall(r"[a-z]+", line.lower())}
    return not words.isdisjoint(table_words().vendors)
