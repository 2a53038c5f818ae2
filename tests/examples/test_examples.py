"""Every sample page gives exactly what its annotation says.

What the reader cannot do yet stands in not_yet.toml; it turns red as soon as the reader can.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cmograph.claims.model import Facts
from cmograph.page import Page
from cmograph.reading import read_page
from comparison import described, folded, found, wanted

ROOT = Path(__file__).parents[2] / "examples"
PAGES = sorted((ROOT / "pages").iterdir())
NOT_YET = tomllib.loads(Path(__file__).with_name("not_yet.toml").read_text(encoding="utf-8"))
ASPECTS = ("head", "companies", "segments", "regions", "nothing_else")
EXPECTED = {path.stem: path for path in (ROOT / "expected").glob("*.json")}


def expected(page: Path) -> dict[str, Any]:
    annotation: dict[str, Any] = json.loads(EXPECTED[page.stem].read_text(encoding="utf-8"))
    return annotation


@cache
def facts(page: Path) -> Facts:
    return read_page(Page(path=page.name, data=page.read_bytes())).facts


def claims_of(page: Path) -> Counter[tuple[Any, ...]]:
    return Counter(found(claim) for claim in facts(page).claims)


def mark(aspect: str, name: str) -> Any:
    """The mark of what the reader cannot do yet, by not_yet.toml."""
    reason = NOT_YET[aspect].get(name)
    return pytest.mark.xfail(reason=reason, raises=AssertionError, strict=True) if reason else ()


def pages(aspect: str) -> list[Any]:
    return [pytest.param(page, id=page.stem, marks=mark(aspect, page.stem)) for page in PAGES]


def claim_names(page: Path) -> list[str]:
    """A name for each claim of a page: the page's and the claim's number in its annotation."""
    return [f"{page.stem}-{number}" for number in range(1, len(expected(page)["claims"]) + 1)]


def claims() -> list[Any]:
    return [
        pytest.param(page, number, id=name, marks=mark("claims", name))
        for page in PAGES
        for number, name in enumerate(claim_names(page), start=1)
    ]


def raw(page: Path) -> str:
    data = page.read_bytes()
    return data.decode("cp1252" if b"\x92" in data and b"\xe2" not in data else "utf-8")


def test_every_page_has_its_annotation() -> None:
    assert len(PAGES) >= 13
    assert {page.stem for page in PAGES} == set(EXPECTED)


def test_what_is_not_read_yet_is_on_the_pages() -> None:
    assert set(NOT_YET) == {*ASPECTS, "claims"}
    for aspect in ASPECTS:
        assert set(NOT_YET[aspect]) <= {page.stem for page in PAGES}
    names = [name for page in PAGES for name in claim_names(page)]
    assert len(names) == len(claims()) >= 100
    assert set(NOT_YET["claims"]) <= set(names)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_annotation_quotes_the_page(page: Path) -> None:
    annotation = expected(page)
    assert annotation["doc"] == page.name
    for claim in annotation["claims"]:
        assert claim["quote"] in raw(page)
        assert 20 <= len(claim["quote"]) <= 250


@pytest.mark.parametrize("page", pages("head"))
def test_head(page: Path) -> None:
    annotation, read_facts = expected(page), facts(page)
    assert (read_facts.market.name.text if read_facts.market else None) == annotation["market"]
    assert read_facts.publisher == annotation["publisher"]
    assert read_facts.report_id == annotation["report_id"]
    assert read_facts.forecast == (annotation["forecast"] and tuple(annotation["forecast"]))


@pytest.mark.parametrize("page", pages("companies"))
def test_companies(page: Path) -> None:
    assert [company.name.text for company in facts(page).companies] == expected(page)["companies"]


@pytest.mark.parametrize("page", pages("segments"))
def test_segments(page: Path) -> None:
    groups = {group.dimension: [segment.name.text for segment in group.segments] for group in facts(page).segments}
    assert groups == {group["dimension"]: group["names"] for group in expected(page)["segments"]}


@pytest.mark.parametrize("page", pages("regions"))
def test_regions(page: Path) -> None:
    assert [(group.region.text, [place.text for place in group.places]) for group in facts(page).regions] == [
        (group["region"], group["places"]) for group in expected(page)["regions"]
    ]


@pytest.mark.parametrize(("page", "number"), claims())
def test_claim_is_read(page: Path, number: int) -> None:
    stated = [wanted(claim) for claim in expected(page)["claims"][:number]]
    claim = stated[-1]
    assert claims_of(page)[claim] >= stated.count(claim), f"missed:{described(Counter([claim]))}"


@pytest.mark.parametrize("page", pages("nothing_else"))
def test_nothing_else_is_claimed(page: Path) -> None:
    extra = claims_of(page) - Counter(wanted(claim) for claim in expected(page)["claims"])
    assert not extra, f"too many:{described(extra)}"


def test_pages_that_sell_the_same_text_carry_the_same_document() -> None:
    keys = [
        read_page(Page(path=page.name, data=page.read_bytes())).document.key
        for page in PAGES
        if "greenhouse-film-" in page.stem
    ]
    assert len(keys) == 3
    assert len(set(keys)) == 2


def test_folding_keeps_names_apart() -> None:
    assert folded("the Asia-Pacific region") == folded("Asia Pacific")
    assert folded("Corvane SE") != folded("Corvane")
