"""Readings made by hand, for the tests of this folder."""

from __future__ import annotations

from decimal import Decimal

from cmograph.claims.model import (
    Claim,
    CompanyName,
    Facts,
    MarketName,
    Name,
    Qualifier,
    Reason,
    Refusal,
    RegionGroup,
    RelatedReport,
    SegmentGroup,
    SegmentName,
    Subject,
    SubjectKind,
)
from cmograph.document import Block, Document, Kind, Span
from cmograph.page import Page
from cmograph.reading import Reading

LINES = (
    "Global Sample Sorting Device (SSD) Market",
    "The market was valued at about $1.25 billion in 2024 and is set to grow at a CAGR of 7.50% from 2025 to 2031.",
    "Europe and North America together hold over 60% of the market.",
    "Acme Holdings Inc. (U.S) reported sales of CHF 3 million to CHF 4 million in 2023.",
    "The desktop segment holds 30%, other regions up to 10%, and the rest is XX%.",
    "By type: Desktop, Floor, Tall Floor. Europe: Germany, Saudi.",
)
TEXT = "\n".join(LINES)


def span(words: str, start: int = 0) -> Span:
    """Where the words first stand in the sample's text."""
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


def name(words: str) -> Name:
    """A name as it stands in the sample's text."""
    return Name(words, span(words))


def line_at(number: int) -> Span:
    """The place of one line of the sample's text."""
    return span(LINES[number])


def sample_facts() -> Facts:
    """Facts of every kind, about the sample's text."""
    market, europe = Subject(SubjectKind.MARKET, "market"), Subject(SubjectKind.REGION, "Europe")
    return Facts(
        market=MarketName(name("Sample Sorting Device (SSD)"), "SSD", ("Sorter",)),
        publisher="reports.example.com",
        report_id="4711",
        posted="2025-03-12",
        forecast=(2025, 2031),
        segments=(
            SegmentGroup(
                "type",
                (
                    SegmentName(name("Desktop")),
                    SegmentName(Name("Floor", span("Floor"))),
                    SegmentName(name("Tall Floor"), 1),
                ),
            ),
        ),
        regions=(RegionGroup(Name("Europe", span("Europe", TEXT.index("By type"))), (name("Germany"), name("Saudi"))),),
        companies=(CompanyName(name("Acme Holdings Inc."), ("Acme",), "U.S", "ACM"),),
        related=(
            RelatedReport("Another device", "https://reports.example.com/4712", "reports.example.com", "4712"),
            RelatedReport("No number", "https://x.example"),
        ),
        claims=(
            Claim(
                "market_size",
                (market,),
                Decimal("1.25e9"),
                Decimal("1250000000.00"),
                Qualifier.APPROXIMATE,
                span("$1.25 billion"),
                span("valued at about $1.25 billion in 2024"),
                line_at(1),
                "USD",
                2024,
            ),
            Claim(
                "growth_rate",
                (market,),
                Decimal("7.50"),
                Decimal("7.5"),
                Qualifier.EXACT,
                span("7.50%"),
                span("grow at a CAGR of 7.50% from 2025 to 2031"),
                line_at(1),
                start=2025,
                end=2031,
                projected=True,
            ),
            Claim(
                "market_share",
                (europe, Subject(SubjectKind.REGION, "North America")),
                Decimal(60),
                Decimal(60),
                Qualifier.AT_LEAST,
                span("60%"),
                span("hold over 60% of the market"),
                line_at(2),
            ),
            Claim(
                "revenue",
                (Subject(SubjectKind.COMPANY, "Acme Holdings Inc."),),
                Decimal(3000000),
                Decimal(4000000),
                Qualifier.EXACT,
                span("CHF 3 million to CHF 4 million"),
                span("sales of CHF 3 million to CHF 4 million in 2023"),
                line_at(3),
                "CHF",
                2023,
            ),
            Claim(
                "market_share",
                (Subject(SubjectKind.SEGMENT, "desktop"),),
                Decimal(30),
                Decimal(30),
                Qualifier.EXACT,
                span("30%"),
                span("desktop segment holds 30%"),
                line_at(4),
            ),
            Claim(
                "market_share",
                (Subject(SubjectKind.GROUP, "other regions"),),
                Decimal(10),
                Decimal(10),
                Qualifier.AT_MOST,
                span("10%"),
                span("other regions up to 10%"),
                line_at(4),
            ),
        ),
        refusals=(Refusal(Reason.PLACEHOLDER, span("XX%"), line_at(4)),),
    )


def sample_reading(facts: Facts | None = None, text: str = TEXT) -> Reading:
    """A reading of a page with the sample's text."""
    document = Document(
        text, "Global Sample Sorting Device (SSD) Market", Span(0, 41), (Block(Kind.HEADING, 0, 41, level=1),)
    )
    return Reading(
        Page("pages/sample.md", text.encode("utf-8", "surrogatepass")),
        document,
        sample_facts() if facts is None else facts,
    )
