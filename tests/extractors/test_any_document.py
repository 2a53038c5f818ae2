"""Whatever the page: no extractor raises, its facts keep their promises, and the same page gives the same facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from fact_invariants import check
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cmograph.errors import PageError
from cmograph.extractors import extract_facts
from cmograph.page import Page
from cmograph.readers import read_document

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
PAGES = sorted(path for path in CORPUS.glob("*/*") if path.is_file())
SAMPLE = PAGES[:: max(1, len(PAGES) // 150)]
HEAD = """# Garden Shears Market Size 2024-2031

## Key Players

- Brightmere Sciences
- Inc. (U.S)
- Alden & Sons

## By Type

- Manual
- Cordless

## Regional Analysis

- North America (U.S., Canada)
- Asia-Pacific (China, Korea)

## Findings

"""
MARKUP = [
    "\n\n", "\n## Key Players\n\n", "\n## By Type\n\n", "\n### Table of Contents\n\n", "\n- ", "\n  - ", "**", " | ",
    "\n| a | b |\n|---|---|\n", "(", ")", ", ", ": ", ". ", "; ", " – ", "&", "\u00a0", "²", "٣%", "İ", "$", "%", "5",
    "key players include", "companies such as", "segmented by type (manual, cordless)", "Brightmere", "Inc. (U.S)",
    "North America", "XX%", "$XXX million", "the same year", "market market", "BERGEN, March 7, 2024 -- ",
    "[buy](https://www.leaf.example/purchase/77001?utm_term=12032025)",
]  # fmt: skip
SUBJECTS = [
    "The market", "The garden shears market", "Brightmere Sciences", "The company", "Its revenue", "It", "APAC",
    "North America and Asia-Pacific", "The manual segment", "China", "Sales", "The report", "In 2021, Alden & Sons", "",
]  # fmt: skip
VERBS = [
    "was valued at", "is expected to reach", "will grow at a CAGR of", "accounts for", "holds a share of", "rose by",
    "reported revenue of", "collectively hold", "invested", "costs", "has a purity of", "is", ", followed by",
]  # fmt: skip
FIGURES = [
    "$2.5 billion", "€19 billion ($21.2 billion)", "CHF 4.5 billion", "Rs 500 crore", "14%", "5-7%", "40% and 30%",
    "over 60%", "between $2 billion and $3 billion", "up to 9%", "XX%", "$XXX million", "$3 to $4 billion", "0%",
]  # fmt: skip
TAILS = [
    "", "in 2020", "by 2027", "from 2020 to 2027", "during the forecast period (2024–2033)", "for the same year",
    ", respectively", "each", "of the market", "of patients", "while Europe holds 20%", "(35%)",
    "and 2.2 billion in 2022",
]  # fmt: skip
SENTENCES = st.builds(lambda *parts: " ".join(parts) + ". ", *map(st.sampled_from, (SUBJECTS, VERBS, FIGURES, TAILS)))
TEXTS = st.builds(
    lambda head, parts, joint: head + joint.join(parts),
    st.sampled_from([HEAD, "# Garden Shears Market\n\n", "About shears\n\n", "- Shears\n"]),
    st.lists(st.one_of(SENTENCES, SENTENCES, st.sampled_from(MARKUP), st.text(max_size=8)), max_size=12),
    st.sampled_from(["", " "]),
)


def read_and_check(page: Page) -> None:
    try:
        document = read_document(page)
    except PageError:
        return
    facts = extract_facts(document)
    check(document, facts)
    assert extract_facts(document) == facts


@given(text=TEXTS, path=st.sampled_from(["garden-shears-market.md", "a.txt", "a.html"]))
@settings(max_examples=400, deadline=None, derandomize=True)
@example(text="5%", path="a.md")
@example(text="# Shears Market\n\nCAGR: 7%", path="a.md")
def test_any_text(text: str, path: str) -> None:
    read_and_check(Page(path, text.encode("utf-8", "replace")))


def test_a_placeholder_at_the_very_beginning() -> None:
    read_and_check(Page("garden-shears-market.md", b"XX% of all shears are red."))


@pytest.mark.skipif(not PAGES, reason="no corpus beside this checkout (../shared/corpus)")
def test_promises_hold_on_real_pages() -> None:
    assert len(SAMPLE) >= min(150, len(PAGES))
    for path in SAMPLE:
        read_and_check(Page(path.relative_to(CORPUS).as_posix(), path.read_bytes()))


def test_a_refusal_keeps_what_is_near_its_number() -> None:
    document = read_document(
        Page("page.md", f"# Garden Shears Market\n\nWe saw {' and '.join(['7%'] * 2000)}.".encode())
    )
    facts = extract_facts(document)
    check(document, facts)
    kept = [document.text[slice(*refusal.sentence)] for refusal in facts.refusals]
    assert len(kept) > 100
    assert all(len(text) > 400 for text in kept[50:100])
    assert {word for text in kept[50:100] for word in text.split()} == {"7%", "and"}
