"""JSON Lines: what the readers and extractors found comes out of the graph again, in the shape of an annotation."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

import cmograph
from cmograph import claims
from cmograph.claims.model import Claim
from cmograph.exports import export
from cmograph.graph import load
from cmograph.reading import Reading
from graph_sample import written

PAGES = sorted((Path(__file__).parents[2] / "examples" / "pages").iterdir())
Json = dict[str, Any]


def objects(path: Path) -> list[Json]:
    out = io.BytesIO()
    export(load(path), "jsonl", out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Json]:
    folder = tmp_path_factory.mktemp("kg")
    cmograph.build([PAGES[0].parent], folder, jobs=1)
    return {str(page["doc"]): page for page in objects(folder)}


def test_the_sample_page_has_everything(tmp_path: Path) -> None:
    written(tmp_path)
    pages = objects(tmp_path)
    assert [page["doc"] for page in pages] == ["a/bark.md", "a/cork.md", "a/tile.md", "b/cork copy.md"]
    bark, cork, tile, copy = pages
    assert cork == {
        "doc": "a/cork.md",
        "market": "Cork Tile",
        "publisher": "larch.example",
        "report_id": "77",
        "forecast": [2024, 2031],
        "segments": [{"dimension": "type", "names": ["Glued", "Wet-glued"]}],
        "regions": [{"region": "APAC", "places": ["China"]}, {"region": "Europe", "places": []}],
        "companies": ["Brask \\ Söhne"],
        "claims": [
            {
                "iri": "https://w3id.org/cmograph/id/claim-2",
                "type": "growth_rate",
                "subject": ["market"],
                "low": 8.25,
                "high": 8.25,
                "qualifier": "approx",
                "start": None,
                "end": 2031,
                "start_offset": 40,
                "end_offset": 70,
                "quote": "grow at about 8.25% until 2031",
            },
            {
                "iri": "https://w3id.org/cmograph/id/claim-1",
                "type": "market_share",
                "subject": ["APAC", "Europe"],
                "low": 45,
                "high": 45,
                "qualifier": "exact",
                "year": 2023,
                "start_offset": 100,
                "end_offset": 134,
                "quote": "Europe and APAC hold 45%,\ttogether",
            },
        ],
    }
    assert copy == {**cork, "doc": "b/cork copy.md", "publisher": None, "report_id": None}
    assert (bark["market"], bark["forecast"], bark["claims"]) == (None, None, [])
    assert (tile["market"], tile["forecast"], tile["companies"]) == ("cork tile", [None, 2030], ["Brask"])
    (revenue,) = tile["claims"]
    assert (revenue["low"], revenue["high"], revenue["currency"], revenue["year"]) == (50000000, 60000000, "USD", None)
    assert revenue["qualifier"] == "at_least"
    assert '"low": 50000000,' in json.dumps(revenue)


def test_a_turtle_file_gives_the_same_pages(tmp_path: Path) -> None:
    written(tmp_path / "kg")
    export(load(tmp_path / "kg"), "turtle", tmp_path / "kg.ttl")
    assert objects(tmp_path / "kg.ttl") == objects(tmp_path / "kg")


def expected_claim(claim: Claim, reading: Reading) -> Json:
    years = {"start": claim.start, "end": claim.end} if claim.kind == "growth_rate" else {"year": claim.year}
    money = {"currency": claim.currency} if claim.currency else {}
    return {
        "type": claim.kind,
        "subject": sorted({subject.name for subject in claim.subjects}),
        "low": float(claim.low),
        "high": float(claim.high),
        "qualifier": str(claim.qualifier),
        "start_offset": claim.quote.start,
        "end_offset": claim.quote.end,
        "quote": reading.document.text[slice(*claim.quote)],
        **money,
        **years,
    }


def ordered(found: list[Json]) -> list[Json]:
    return sorted(found, key=lambda claim: json.dumps({**claim, "low": float(claim["low"])}, sort_keys=True))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_what_was_read_comes_out_of_the_graph(built: dict[str, Json], page: Path) -> None:
    reading = cmograph.read(page, path=page.name)
    facts, found = reading.facts, built[page.name]
    assert found["market"] == (facts.market.name.text if facts.market else None)
    assert found["publisher"] == facts.publisher
    assert found["report_id"] == (facts.report_id if facts.publisher else None)
    assert found["forecast"] == (list(facts.forecast) if facts.forecast else None)
    names = [(group["dimension"], name) for group in found["segments"] for name in group["names"]]
    assert sorted(names) == sorted(
        (group.dimension, item.name.text) for group in facts.segments for item in group.segments
    )
    assert found["regions"] == [
        {"region": group.region.text, "places": [place.text for place in group.places]} for group in facts.regions
    ]
    assert found["companies"] == [company.name.text for company in facts.companies]
    claims_found = [{key: value for key, value in claim.items() if key != "iri"} for claim in found["claims"]]
    assert ordered(claims_found) == ordered([expected_claim(claim, reading) for claim in facts.claims])


def test_every_page_and_every_claim_type_is_there(built: dict[str, Json]) -> None:
    assert sorted(built) == [page.name for page in PAGES]
    assert len(PAGES) > 0
    kinds = {claim["type"] for page in built.values() for claim in page["claims"]}
    assert kinds == set(claims.types())
