"""Real pages, where they are at hand: every promise holds, and a page is read in good time."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from reader_invariants import check

from cmograph.page import Page
from cmograph.readers import read_document

SHARED = Path(__file__).parents[3] / "shared"
PAGES = sorted(path for path in (SHARED / "corpus").glob("*/*") if path.is_file())[::25]
GOLD = sorted((SHARED / "eval" / "gold").glob("*.json"))


def letters(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


@pytest.mark.skipif(not PAGES, reason="no corpus beside this checkout (../shared/corpus)")
def test_promises_hold_on_real_pages() -> None:
    for path in PAGES:
        page = Page(path.name, path.read_bytes())
        document = read_document(page)
        check(document)
        assert read_document(page) == document


@pytest.mark.skipif(not GOLD, reason="no annotations beside this checkout (../shared/eval)")
def test_titles_and_names_are_in_the_document() -> None:
    for path in GOLD:
        gold = json.loads(path.read_text("utf-8"))
        document = read_document(Page(gold["doc"], (SHARED / "corpus" / gold["doc"]).read_bytes()))
        text = letters(document.text)
        assert letters(gold["market"]) in letters(document.title)
        named = gold["companies"] + [name for segments in gold["segments"] for name in segments["names"]]
        assert [name for name in named if letters(name) not in text] == []
