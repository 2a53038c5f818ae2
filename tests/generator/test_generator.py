"""Invented reports, written as pages in every layout, are read back: exactly their facts, and nothing else."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from articles import article, named_companies
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from layouts import LAYOUTS
from reports import Report, invent
from wording import WORDINGS

from cmograph.claims.model import Facts
from cmograph.page import Page
from cmograph.reading import read_page
from comparison import described, found, wanted

PAGES = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    report_multiple_bugs=False,
)


@st.composite
def written_pages(draw: st.DrawFn, layout: str) -> tuple[Report, bytes]:
    """A report that was invented, and its page."""

    def choose(options: Sequence[Any]) -> Any:
        return draw(st.sampled_from(options))

    report = invent(choose)
    return report, LAYOUTS[layout](report, choose)


def facts_of(layout: str, page: bytes) -> Facts:
    return read_page(Page(path=layout, data=page)).facts


@pytest.mark.parametrize("layout", LAYOUTS)
@given(data=st.data())
@PAGES
def test_head_companies_and_segments_are_read_back(layout: str, data: st.DataObject) -> None:
    report, page = data.draw(written_pages(layout))
    facts = facts_of(layout, page)
    assert facts.market is not None
    assert facts.market.name.text == report.market
    assert (facts.publisher, facts.report_id, facts.forecast) == (report.publisher, report.number, report.forecast)
    assert sorted(company.name.text for company in facts.companies) == sorted(report.companies)
    assert {
        group.dimension: tuple(part.name.text for part in group.segments) for group in facts.segments
    } == report.segments


@pytest.mark.parametrize("layout", LAYOUTS)
@given(data=st.data())
@PAGES
def test_regions_are_read_back(layout: str, data: st.DataObject) -> None:
    report, page = data.draw(written_pages(layout))
    facts = facts_of(layout, page)
    assert {group.region.text: tuple(place.text for place in group.places) for group in facts.regions} == report.regions


@pytest.mark.parametrize("layout", LAYOUTS)
@given(data=st.data())
@PAGES
def test_claims_are_read_back(layout: str, data: st.DataObject) -> None:
    report, page = data.draw(written_pages(layout))
    want = Counter(wanted(claim) for claim in report.claims)
    got = Counter(found(claim) for claim in facts_of(layout, page).claims)
    assert want == got, f"missed:{described(want - got)}\n  too many:{described(got - want)}"


@given(data=st.data())
@PAGES
def test_articles_are_read_back(data: st.DataObject) -> None:
    def choose(options: Sequence[Any]) -> Any:
        return data.draw(st.sampled_from(options))

    report = invent(choose)
    facts = facts_of("article.md", article(report, choose))
    want = Counter(wanted(claim) for part in report.sections.values() for told in part for claim in told.claims)
    got = Counter(found(claim) for claim in facts.claims)
    assert facts.market is not None
    assert facts.market.name.text == report.market
    assert want == got, f"missed:{described(want - got)}\n  too many:{described(got - want)}"
    assert {company.name.text for company in facts.companies} == named_companies(report)


def test_the_same_seed_gives_the_same_pages() -> None:
    def page(layout: str) -> bytes:
        choose = random.Random(7).choice  # noqa: S311 - nothing secret is drawn
        return LAYOUTS[layout](invent(choose), choose)

    assert [page(layout) for layout in LAYOUTS] == [page(layout) for layout in LAYOUTS]


def test_every_wording_can_be_drawn() -> None:
    slots = {
        "market",
        "money",
        "year",
        "region",
        "percent",
        "start",
        "end",
        "segment",
        "owner",
        "one",
        "two",
        "first",
        "second",
        "company",
    }
    ways = [
        way for way in WORDINGS if way not in {"hedges", "percents", "percent_ranges", "amounts", "scales", "noise"}
    ]
    assert len(ways) >= 15
    for way in ways:
        for wording in WORDINGS[way]:
            assert wording.format(**{slot: slot for slot in slots})
