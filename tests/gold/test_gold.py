"""Accuracy floors: what is read on annotated pages is never again read worse.

The pages and the scorer lie beside this checkout (../shared); without them the tests are skipped.
floors.toml holds F1 for each set of annotations and each kind of fact, rounded down to three places.
A score under its floor is red, and so is one well above it: floors are raised by hand, and never lowered.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import tomllib
from collections.abc import Callable, Mapping
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus"
SCORER = SHARED / "eval" / "score.py"
OWN = ("gold", "gold_second", "gold_third", "gold_fourth")
SETS = {**{name: HERE.with_name(name) for name in OWN}, "evaluation": SHARED / "eval" / "gold"}
FEWEST_PAGES = {"gold": 44, "gold_second": 32, "gold_third": 45, "gold_fourth": 44, "evaluation": 50}
KINDS = {
    "market": "market",
    "publisher": "publisher",
    "report_id": "report_id",
    "forecast": "forecast",
    "segment": "segment",
    "region": "region",
    "company": "company",
    "claims": "claim (all types)",
    "strict": "claim (strict)",
}
"""The kinds of facts that have floors, and what the scorer calls them."""
FLOORS: dict[str, dict[str, Decimal]] = tomllib.loads(
    (HERE / "floors.toml").read_text(encoding="utf-8"), parse_float=Decimal
)
SLACK = Decimal("0.01")

Scores = Mapping[str, Mapping[str, Decimal]]


def benchmark(name: str) -> Callable[..., Any]:
    """A function of benchmarks/accuracy.py, which measures in the same way."""
    spec = importlib.util.spec_from_file_location("accuracy", ROOT / "benchmarks" / "accuracy.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    function: Callable[..., Any] = getattr(module, name)
    return function


def annotated(name: str) -> list[dict[str, Any]]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(SETS[name].glob("*.json"))]


def what_is_missing(name: str) -> str | None:
    """Why a set of annotations cannot be scored here; None where it can."""
    if not SCORER.is_file():
        return f"no scorer beside this checkout ({SCORER.relative_to(ROOT.parent)})"
    pages = annotated(name)
    if not pages:
        return f"no annotations beside this checkout ({SETS[name].relative_to(ROOT.parent)})"
    absent = sum(not (CORPUS / page["doc"]).is_file() for page in pages)
    return (
        f"{absent} of {len(pages)} annotated pages do not lie in {CORPUS.relative_to(ROOT.parent)}" if absent else None
    )


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> Scores:
    """F1 of each kind of fact for each set that can be scored here, all pages read in one build."""
    sets = [name for name in SETS if what_is_missing(name) is None]
    documents = sorted({page["doc"] for name in sets for page in annotated(name)})
    predictions = benchmark("predicted")(documents, CORPUS, tmp_path_factory.mktemp("gold"))
    return {name: scored(name, predictions) for name in sets}


def scored(name: str, predictions: Path) -> dict[str, Decimal]:
    table = json.loads(benchmark("scored")(SCORER, SETS[name], predictions, "--json"), parse_float=Decimal)
    assert table["absent"] == 0
    assert table["pages"] == len(annotated(name)) >= FEWEST_PAGES[name]
    return {kind: table["facts"][title]["f1"] for kind, title in KINDS.items()}


def test_every_set_and_kind_has_a_floor_of_three_places() -> None:
    assert {name: set(floors) for name, floors in FLOORS.items()} == {name: set(KINDS) for name in SETS}
    for floors in FLOORS.values():
        assert all(0 < floor <= 1 and floor == floor.quantize(Decimal("0.001")) for floor in floors.values())


@pytest.mark.parametrize("name", ["gold", "gold_second"])
def test_annotations_are_of_one_page_each(name: str) -> None:
    documents = [page["doc"] for page in annotated(name)]
    assert len(documents) == len(set(documents)) >= FEWEST_PAGES[name]
    others = {page["doc"] for other in SETS if other != name for page in annotated(other)}
    assert not others & set(documents)


@pytest.mark.parametrize("name", ["gold", "gold_second"])
def test_annotations_are_of_the_pages_at_hand(name: str) -> None:
    if reason := what_is_missing(name):
        pytest.skip(reason)
    for page in annotated(name):
        digest = hashlib.sha256((CORPUS / page["doc"]).read_bytes()).hexdigest()
        assert digest == page["page_sha256"], f"{page['doc']} is not the page that was annotated"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", SETS)
def test_accuracy_keeps_its_floor(name: str, kind: str, request: pytest.FixtureRequest) -> None:
    if reason := what_is_missing(name):
        pytest.skip(reason)
    score: Decimal = request.getfixturevalue("scores")[name][kind]
    floor = FLOORS[name][kind]
    assert score >= floor, f"{name}, {kind}: F1 fell to {score}, below its floor of {floor}"
    raised = score.quantize(Decimal("0.001"), ROUND_DOWN)
    assert score <= floor + SLACK, f"well done: F1 is {score}; raise the floor: [{name}] {kind} = {raised}"
