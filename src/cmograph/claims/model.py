"""What a page states: plain data, handed from the extractors to whoever writes or shows it.

Positions count in the document's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from cmograph.document import Span


class Qualifier(StrEnum):
    """How exact a number claims to be."""

    EXACT = "exact"
    APPROXIMATE = "approx"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class SubjectKind(StrEnum):
    """What a number belongs to."""

    MARKET = "market"  # the page's own market
    OTHER_MARKET = "other_market"  # a wider, narrower or different one
    COMPANY = "company"
    REGION = "region"
    SEGMENT = "segment"
    GROUP = "group"  # described, not named: "other regions", "the top five manufacturers"


class Reason(StrEnum):
    """Why something that looked like a claim is none."""

    PLACEHOLDER = "placeholder"  # "XX%", "$XXX million"
    NO_SUBJECT = "no_subject"  # whose number it is cannot be told
    NOT_MARKET = "not_market"  # something other than a market, its parts or its companies: "70% of patients"
    PRICE = "price"  # of the report, of a product; a discount
    INVESTMENT = "investment"  # investments, deals, funding, R&D budgets, market capitalisation
    CHANGE = "change"  # growth by an amount, a rise or fall that is no yearly rate
    TECHNICAL = "technical"  # purity, efficiency, dimensions, volumes, headcounts
    NO_MARKET = "no_market"  # the page is about no market


@dataclass(init=False, slots=True, unsafe_hash=True)
class Name:
    """A name as the page spells it, and where.

    `text` differs from the text at `span` only where the page broke the name apart.
    """

    text: str
    span: Span

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        self.span = span


@dataclass(frozen=True, slots=True)
class MarketName:
    """The market that a page is about: its name, its abbreviation ("CMO"), and other names that the page has for it."""

    name: Name
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SegmentName:
    """A segment; `parent` is the index of the wider segment in the same group, or -1."""

    name: Name
    parent: int = -1


@dataclass(frozen=True, slots=True)
class SegmentGroup:
    """One dimension ("type", "application", "end_user" …) and the segments that the page names in it, in order."""

    dimension: str
    segments: tuple[SegmentName, ...]


@dataclass(frozen=True, slots=True)
class RegionGroup:
    """A region of the page's geography list and the places under it, as spelled."""

    region: Name
    places: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class CompanyName:
    """A company active in the market, in the fullest spelling that the page uses.

    `names` are the shorter spellings met on the page; `country` and `ticker` stand where the page gives them in
    parentheses.
    """

    name: Name
    names: tuple[str, ...] = ()
    country: str | None = None
    ticker: str | None = None


@dataclass(init=False, slots=True, unsafe_hash=True)
class Subject:
    """What a number belongs to, under the name that the page's lists use for it ("market": the page's own market)."""

    kind: SubjectKind
    name: str

    def __init__(self, kind: SubjectKind, name: str) -> None:
        self.kind = kind
        self.name = name


@dataclass(frozen=True, slots=True)
class Claim:
    """One numeric statement in one place.

    Attributes:
        kind: the name of its claim type: "market_size", "growth_rate", "revenue" or "market_share".
        subjects: whose number it is; several where one number covers them together.
        low, high: bounds in whole units of `currency`, or in percent; equal for a single number.
        currency: ISO 4217 code for money, else None.
        year: the year of a size, revenue or share; None where not said.
        start, end: the years of a growth rate's period; None where not said.
        projected: whether the page states it as a forecast.
        number: the place of the number itself.
        quote: the place of the shortest run of text that holds the number and the words that it depends on (20 to 250
            characters).
        sentence: the place of the sentence (or list item, or row) around it.
    """

    kind: str
    subjects: tuple[Subject, ...]
    low: Decimal
    high: Decimal
    qualifier: Qualifier
    number: Span
    quote: Span
    sentence: Span
    currency: str | None = None
    year: int | None = None
    start: int | None = None
    end: int | None = None
    projected: bool = False


class Refusal(NamedTuple):
    """What looked like a claim and was refused: why, the number's place, and its sentence, or what is near the number
    in a long one."""

    reason: Reason
    number: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class RelatedReport:
    """A link to another report: its words, where it leads, and publisher's host and number where the address tells."""

    title: str
    href: str
    publisher: str | None = None
    report_id: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that one page states.

    `forecast` is (first year, last year), either None where not said; `posted` is an ISO date; `publisher` a host name
    without "www.".
    """

    market: MarketName | None = None
    publisher: str | None = None
    report_id: str | None = None
    posted: str | None = None
    forecast: tuple[int | None, int | None] | None = None
    segments: tuple[SegmentGroup, ...] = ()
    regions: tuple[RegionGroup, ...] = ()
    companies: tuple[CompanyName, ...] = ()
    related: tuple[RelatedReport, ...] = ()
    claims: tuple[Claim, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()
