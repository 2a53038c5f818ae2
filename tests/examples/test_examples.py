"""Every sample page gives exactly what its annotation says."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cmograph.claims.model import Facts
from cmograph.page import Page
from cmograph.reading import read_page
from comparison import described, folded, found, wanted

ROOT = Path(__file__).parents[2] / "examples"
PAGES = sorted((ROOT / "pages").iterdir())
EXPECTED = {path.stem: path for path in (ROOT / "expected").glob("*.json")}


def expected(page: Path) -> dict[str, Any]:
    annotation: dict[str, Any] = json.loads(EXPECTED[page.stem].read_text(encoding="utf-8"))
    return annotation


def facts(page: Path) -> Facts:
    return read_page(Page(path=page.name, data=page.read_bytes())).facts


def raw(page: Path) -> str:
    data = page.read_bytes()
    return data.decode("cp1252" if b"\x92" in data and b"\xe2" not in data else "utf-8")


def test_every_page_has_its_annotation() -> None:
    assert len(PAGES) >= 13
    assert {page.stem for page in PAGES} == set(EXPECTED)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_annotation_quotes_the_page(page: Path) -> None:
    annotation = expected(page)
    assert annotation["doc"] == page.name
    for claim in annotation["claims"]:
        assert claim["quote"] in raw(page)
        assert 20 <= len(claim["quote"]) <= 250


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_head(page: Path) -> None:
    annotation, read_facts = expected(page), facts(page)
    assert (read_facts.market.name.text if read_facts.market else None) == annotation["market"]
    assert read_facts.publisher == annotation["publisher"]
    assert read_facts.report_id == annotation["report_id"]
    assert read_facts.forecast == (annotation["forecast"] and tuple(annotation["forecast"]))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_lists(page: Path) -> None:
    annotation, read_facts = expected(page), facts(page)
    assert [company.name.text for company in read_facts.companies] == annotation["companies"]
    assert {group.dimension: [segment.name.text for segment in group.segments] for group in read_facts.segments} == {
        group["dimension"]: group["names"] for group in annotation["segments"]
    }
    assert [(group.region.text, [place.text for place in group.places]) for group in read_facts.regions] == [
        (group["region"], group["places"]) for group in annotation["regions"]
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_claims(page: Path) -> None:
    want = Counter(wanted(claim) for claim in expected(page)["claims"])
    got = Counter(found(claim) for claim in facts(page).claims)
    assert want == got, f"missed:{described(want - got)}\n  too many:{described(got - want)}"


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
