"""Invents market reports: facts, and sentences and tables that state them.

Everything is drawn through one function, `choose`, that picks a member of a sequence:
Hypothesis gives one that shrinks, a benchmark gives `random.Random(seed).choice`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from figure_tables import Table, growth_by_country, ranking, sizes_by_year
from wording import WORDINGS, Choose, Claim, money, percent, some, worded

VOCABULARY: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "vocabulary.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Statement:
    """A sentence or two, and the claims that they make (in the keys of an annotation)."""

    text: str
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Report:
    """The facts of one invented report page, and the sentences of its sections."""

    market: str
    publisher: str
    number: str
    forecast: tuple[int, int]
    companies: tuple[str, ...]
    segments: Mapping[str, tuple[str, ...]]
    regions: Mapping[str, tuple[str, ...]]
    sections: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)

    @property
    def claims(self) -> list[Claim]:
        """What all the sentences and tables state."""
        parts = [*(statement for statements in self.sections.values() for statement in statements)]
        return [claim for part in [*parts, *self.tables.values()] for claim in part.claims]


def size_statement(choose: Choose, market: str) -> Statement:
    """The size of the whole market in a year."""
    figure, year = money(choose, currencies=("USD", "EUR", "GBP")), choose(range(2015, 2036))
    text = worded(choose, "size", market=market.lower(), money=figure.text, year=year)
    return Statement(text, (figure.claim("market_size", ["market"], year=year),))


def growth_statement(choose: Choose, market: str) -> Statement:
    """The growth rate of the whole market."""
    way = choose(("growth_between", "growth_until", "growth_open"))
    figure, start = percent(choose, ranges=True), choose(range(2018, 2026))
    end = start + choose(range(4, 11))
    years = {"growth_between": {"start": start, "end": end}, "growth_until": {"end": end}, "growth_open": {}}[way]
    text = worded(choose, way, market=market.lower(), percent=figure.text, start=start, end=end)
    return Statement(text, (figure.claim("growth_rate", ["market"], **years),))


def region_statement(choose: Choose, regions: Sequence[str]) -> Statement:
    """Shares or sizes of one region or two."""
    way = choose(
        ("share", "share_in_year", "share_pair", "share_respectively", "share_each", "share_together", "region_size")
    )
    one, two = some(choose, regions, 2, 2)
    first, year = percent(choose), choose(range(2015, 2031))
    second = percent(choose, after=first if way == "share_respectively" else None)
    if way == "region_size":
        figure = money(choose)
        text = worded(choose, way, region=one, money=figure.text, year=year)
        return Statement(text, (figure.claim("market_size", [one], year=year),))
    text = worded(
        choose, way, owner=one, one=one, two=two, percent=first.text, first=first.text, second=second.text, year=year
    )
    shares: dict[str, tuple[Claim, ...]] = {
        "share": (first.claim("market_share", [one]),),
        "share_in_year": (first.claim("market_share", [one], year=year),),
        "share_each": (first.claim("market_share", [one]), first.claim("market_share", [two])),
        "share_together": (first.claim("market_share", [one, two]),),
    }
    pair = (first.claim("market_share", [one]), second.claim("market_share", [two]))
    return Statement(text, shares.get(way, pair))


def company_statement(choose: Choose, companies: Sequence[str]) -> Statement:
    """Revenue or share of one company or two."""
    way = choose(("revenue", "revenue_in_year", "revenue_pair", "revenue_respectively", "share"))
    one, two = some(choose, companies, 2, 2)
    year = choose(range(2015, 2025))
    if way == "share":
        figure = percent(choose)
        return Statement(worded(choose, way, owner=one, percent=figure.text), (figure.claim("market_share", [one]),))
    first = money(choose, currencies=sorted(WORDINGS["amounts"]))
    if way in {"revenue_pair", "revenue_respectively"}:
        second = money(choose, after=first if way == "revenue_respectively" else None)
        text = worded(choose, way, one=one, two=two, first=first.text, second=second.text, year=year)
        return Statement(text, (first.claim("revenue", [one], year=year), second.claim("revenue", [two], year=year)))
    years = {"year": year} if way == "revenue_in_year" else {}
    return Statement(
        worded(choose, way, company=one, money=first.text, year=year), (first.claim("revenue", [one], **years),)
    )


def segment_statement(choose: Choose, names: Sequence[str]) -> Statement:
    """Share or growth of a segment."""
    way, name, figure = choose(("segment_share", "segment_growth")), choose(names), percent(choose)
    kind = "market_share" if way == "segment_share" else "growth_rate"
    return Statement(worded(choose, way, segment=name.lower(), percent=figure.text), (figure.claim(kind, [name]),))


def invent(choose: Choose) -> Report:
    """A report page's facts and sentences."""
    market = choose(VOCABULARY["markets"])
    start = choose(range(2020, 2027))
    companies = some(choose, VOCABULARY["companies"], 3, 8)
    places = {
        region: some(choose, VOCABULARY["regions"][region], 1, 3)
        for region in some(choose, sorted(VOCABULARY["regions"]), 2, 5)
    }
    segments = {
        name: some(choose, VOCABULARY["segments"][name], 2, 4)
        for name in some(choose, sorted(VOCABULARY["segments"]), 1, 3)
    }
    parts = [part for group in segments.values() for part in group]
    sections = {
        "overview": (
            size_statement(choose, market),
            growth_statement(choose, market),
            Statement(choose(WORDINGS["noise"])),
        ),
        "companies": (company_statement(choose, companies), company_statement(choose, companies)),
        "segments": (segment_statement(choose, parts),),
        "regions": (region_statement(choose, tuple(places)), region_statement(choose, tuple(places))),
    }
    kind = choose(sorted(segments))
    tables = {
        "companies": ranking(choose, companies, market),
        "segments": sizes_by_year(choose, kind, segments[kind], market),
        "regions": choose(
            (
                sizes_by_year(choose, "region", tuple(places), market),
                growth_by_country(choose, [place for group in places.values() for place in group], market),
            )
        ),
    }
    return Report(
        market=market,
        publisher=choose(VOCABULARY["publishers"]),
        number=str(choose(range(2100, 99999))),
        forecast=(start, start + choose(range(5, 11))),
        companies=companies,
        segments=segments,
        regions=places,
        sections=sections,
        tables=tables,
    )
