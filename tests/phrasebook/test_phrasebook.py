"""Every case of the phrasebook: a sentence on a page gives the claims that it states, and no others.

A case marked `xfail` names what the reader cannot do yet; it turns red as soon as the reader can.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from operator import contains
from pathlib import Path
from typing import Any

import pytest
import yaml

from cmograph.claims.model import Qualifier, Reason
from cmograph.page import Page
from cmograph.reading import read_page
from comparison import described, found, wanted

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("[abc]_*.yaml"))
CLAIM_TYPES = {"market_size", "growth_rate", "revenue", "market_share"}
CLAIM_KEYS = {"type", "subject", "low", "high", "value", "qualifier", "currency", "year", "start", "end"}
CONTEXT_KEYS = {"market", "title", "companies", "segments", "regions"}
FEWEST_CASES = 400

Case = Mapping[str, Any]


def load_cases(files: list[Path]) -> Iterator[tuple[str, Case]]:
    """Each case under a name made of its file and its number there; the file's context is mixed in."""
    for path in files:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for number, case in enumerate(content["cases"], start=1):
            yield f"{path.stem}-{number}", {**case, "context": {**content["context"], **case.get("context", {})}}


CASES = dict(load_cases(FILES))


def page_of(case: Case) -> Page:
    """A small Markdown page around the case's text."""
    context = case["context"]
    lines = ["# " + (context.get("title") or f"{context['market']} Market Size and Outlook"), ""]
    if context.get("companies"):
        lines += ["## Key Players", "", *(f"- {name}" for name in context["companies"]), ""]
    for dimension, names in context.get("segments", {}).items():
        lines += [
            f"## Market Segmentation, by {dimension.replace('_', ' ').title()}",
            "",
            *(f"- {name}" for name in names),
            "",
        ]
    if context.get("regions"):
        lines += ["## Regional Analysis", ""]
        lines += [
            f"- {region} ({', '.join(places)})" if places else f"- {region}"
            for region, places in context["regions"].items()
        ]
        lines.append("")
    lines += ["## Findings", "", case["text"]]
    return Page(path="phrasebook/page.md", data="\n".join(lines).encode())


def parameters() -> list[Any]:
    """The names of all cases; those that the reader still gets wrong are marked with the reason."""
    return [
        pytest.param(
            name,
            marks=pytest.mark.xfail(reason=case["xfail"], raises=AssertionError, strict=True)
            if "xfail" in case
            else (),
        )
        for name, case in CASES.items()
    ]


def accepted(case: Case) -> list[list[str]]:
    """For each number that is to be refused, the reasons that will do."""
    return [[reasons] if isinstance(reasons, str) else reasons for reasons in case.get("refused", [])]


def test_every_case_in_the_files_is_found() -> None:
    on_disk = sum(
        len(re.findall(r"^  - text:", path.read_text(encoding="utf-8"), flags=re.MULTILINE)) for path in FILES
    )
    assert len(CASES) == on_disk
    assert on_disk >= FEWEST_CASES


def test_every_topic_has_cases_to_read_and_cases_to_measure() -> None:
    topics = {kept: {path.stem[2:] for path in FILES if path.stem.startswith(kept)} for kept in ("a_", "b_")}
    assert topics["a_"] == topics["b_"]


@pytest.mark.parametrize("name", CASES)
def test_case_is_well_formed(name: str) -> None:
    case = CASES[name]
    assert set(case) <= {"text", "context", "claims", "refused", "xfail"}
    assert set(case["context"]) <= CONTEXT_KEYS
    assert {reason for reasons in accepted(case) for reason in reasons} <= set(Reason)
    for claim in case["claims"]:
        assert set(claim) <= CLAIM_KEYS
        assert claim["type"] in CLAIM_TYPES
        assert claim.get("qualifier", "exact") in set(Qualifier)
        assert ("currency" in claim) == (claim["type"] in {"market_size", "revenue"})
        assert ("value" in claim) != ("low" in claim and "high" in claim)
        assert (
            ("year" not in claim) if claim["type"] == "growth_rate" else ("start" not in claim and "end" not in claim)
        )


@pytest.mark.parametrize("name", parameters())
def test_text_gives_its_claims(name: str) -> None:
    case = CASES[name]
    facts = read_page(page_of(case)).facts
    want = Counter(wanted(claim) for claim in case["claims"])
    got = Counter(found(claim) for claim in facts.claims)
    assert want == got, f"{case['text']}  missed:{described(want - got)}\n  too many:{described(got - want)}"
    if "refused" in case:
        reasons = [refusal.reason.value for refusal in facts.refusals]
        assert len(reasons) == len(case["refused"]), f"{case['text']}: refused for {reasons}"
        assert all(map(contains, accepted(case), reasons)), f"{case['text']}: refused for {reasons}"
