"""Each kind of fact, by the cases in cases/: a page, and what it states.

A case is a page (`page`, as Markdown or HTML; `path` where its name matters), or what stands below its title (`body`)
and where it links to (`links`). Where the title is what counts, the case's name is the title; a name that is an address
is a link of the page. The other keys are what the page states, written as the functions below write it; what a case
leaves out, it does not care for.
A case marked `xfail` names what an extractor still gets wrong; it turns red as soon as the extractor gets it right.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
import yaml

import cmograph.extractors
from cmograph.claims.model import Claim, CompanyName, Facts, RegionGroup, SegmentGroup
from cmograph.document import Document
from cmograph.extractors import extract_facts
from cmograph.page import Page
from cmograph.readers import read_document

FOLDER = Path(__file__).parent / "cases"
FILES = sorted(FOLDER.glob("*.yaml"))
GIVEN = {"page", "path", "body", "links", "xfail"}
NAMED_BY_TITLE = {"market", "forecast"}
ALSO_COVERED = {"report_id": "publisher"}
"""Case files for a field of its own that another extractor fills."""

Case = Mapping[str, Any]


def page_of(field: str, name: str, case: Case) -> Page:
    """The page of a case."""
    links = case.get("links", [name] if name.startswith(("http:", "https:")) else [])
    title = name if field in NAMED_BY_TITLE else "Garden Shears Market"
    lines = [f"# {title}", case.get("body", "Gardens want shears."), *(f"[More]({link})" for link in links)]
    return Page(case.get("path", "page.md"), case.get("page", "\n\n".join(lines)).encode())


def segments(group: SegmentGroup) -> list[str]:
    """The names of a group, "> " before each that lies inside a wider one."""
    return [("> " if segment.parent >= 0 else "") + segment.name.text for segment in group.segments]


def places(group: RegionGroup) -> list[str]:
    return [place.text for place in group.places]


def company(found: CompanyName) -> str:
    """A company's name, with country and ticker behind bars where the page gives them."""
    return " | ".join(part for part in (found.name.text, found.country, found.ticker) if part)


def claim(document: Document, found: Claim) -> dict[str, Any]:
    return {
        "kind": found.kind,
        "subject": [subject.name for subject in found.subjects],
        "number": document.text[slice(*found.number)],
        "sentence": document.text[slice(*found.sentence)],
        "projected": found.projected,
        "quote": document.text[slice(*found.quote)],
    }


def stated(document: Document, facts: Facts) -> dict[str, Any]:
    """What a page states, as cases write it."""
    market = facts.market
    return {
        "market": market.name.text if market else None,
        "abbreviation": market.abbreviation if market else None,
        "aliases": list(market.aliases) if market else [],
        "publisher": facts.publisher,
        "report_id": facts.report_id,
        "posted": facts.posted,
        "forecast": list(facts.forecast) if facts.forecast else None,
        "segments": {group.dimension: segments(group) for group in facts.segments},
        "regions": {group.region.text: places(group) for group in facts.regions},
        "companies": [company(found) for found in facts.companies],
        "places": [document.text[slice(*found.name.span)] for found in facts.companies],
        "also": {found.name.text: list(found.names) for found in facts.companies if found.names},
        "related": [" ".join(filter(None, (link.href, link.publisher, link.report_id))) for link in facts.related],
        "claims": [claim(document, found) for found in facts.claims],
        "refused": [f"{found.reason.value}: {document.text[slice(*found.number)]}" for found in facts.refusals],
    }


CASES: dict[str, dict[str, Case]] = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES}


def parameters() -> list[Any]:
    return [
        pytest.param(
            field,
            name,
            id=f"{field}: {name}",
            marks=pytest.mark.xfail(reason=case["xfail"], raises=AssertionError, strict=True)
            if "xfail" in case
            else (),
        )
        for field, cases in CASES.items()
        for name, case in cases.items()
    ]


def extractor_modules() -> list[str]:
    names = sorted(module.name for module in iter_modules(cmograph.extractors.__path__) if not module.ispkg)
    return [name for name in names if hasattr(import_module(f"cmograph.extractors.{name}"), "extract")]


@pytest.mark.parametrize("name", extractor_modules())
def test_every_extractor_says_what_it_does_and_needs_and_has_cases(name: str) -> None:
    module = import_module(f"cmograph.extractors.{name}")
    source = ast.parse(Path(cmograph.extractors.__path__[0], f"{name}.py").read_text("utf-8"))
    extract = next(part for part in source.body if isinstance(part, ast.FunctionDef) and part.name == "extract")
    assert ast.get_docstring(source)
    assert ast.get_docstring(extract)
    assert set(module.NEEDS) < set(extractor_modules())
    assert name in CASES


def test_every_file_is_named_after_an_extractor() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{field}.yaml" for field in CASES}
    assert set(CASES) == set(extractor_modules()) | set(ALSO_COVERED)


def test_extractors_run_after_those_they_need() -> None:
    order = [name for name, _ in cmograph.extractors.extractors()]
    assert sorted(order) == extractor_modules()
    for name in order:
        needs = import_module(f"cmograph.extractors.{name}").NEEDS
        assert all(order.index(need) < order.index(name) for need in needs)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_case_in_the_file_is_found(path: Path) -> None:
    on_disk = re.findall(r"^[^\s#]", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(CASES[path.stem]) == len(on_disk) >= 15
    fields = set(stated(read_document(Page("page.md", b"# x")), Facts()))
    for name, case in CASES[path.stem].items():
        assert set(case) - GIVEN, f"{name} expects nothing"
        assert set(case) - GIVEN <= fields


@pytest.mark.parametrize(("field", "name"), parameters())
def test_page_states(field: str, name: str) -> None:
    case = CASES[field][name]
    document = read_document(page_of(field, name, case))
    found = stated(document, extract_facts(document))
    want = {key: value for key, value in case.items() if key not in GIVEN}
    if "claims" in want:
        found["claims"] = [
            {key: value for key, value in got.items() if key in wanted and key != "quote"} | quoted(got, wanted)
            for got, wanted in zip(found["claims"], want["claims"], strict=False)
        ] + found["claims"][len(want["claims"]) :]
    assert {key: found[key] for key in want} == want


def quoted(got: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """The words that a quote must hold, as far as it does."""
    return {"quote": [words for words in wanted["quote"] if words in got["quote"]]} if "quote" in wanted else {}
