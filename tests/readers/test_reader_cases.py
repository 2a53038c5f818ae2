"""Pages and what a reader sees on them; the cases are in cases/*.yaml.

A line is written as its kind and its text: h1 … h7 a heading, p a paragraph, - an item (-- a nested one),
| a row, || a row of heads.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from cmograph.document import Block, Document, Kind
from cmograph.page import Page
from cmograph.readers import read_document

FOLDER = Path(__file__).parent / "cases"
FILES = sorted(FOLDER.glob("*.yaml"))
CASES = [
    (f"{path.stem}: {name}", case) for path in FILES for name, case in yaml.safe_load(path.read_text("utf-8")).items()
]


def written(document: Document, block: Block) -> str:
    sign = {
        Kind.HEADING: f"h{block.level}",
        Kind.PARAGRAPH: "p",
        Kind.ITEM: "-" * block.level,
        Kind.ROW: "||" if block.header else "|",
    }[block.kind]
    return f"{sign} {document.line(block)}"


def test_every_file_holds_cases() -> None:
    assert len(FILES) == len(list(FOLDER.iterdir())) > 0
    assert len({name.split(":")[0] for name, _ in CASES}) == len(FILES)


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_page_is_read_as_written(case: dict[str, Any]) -> None:
    document = read_document(Page(case.get("path", "page.md"), case["page"].encode()))
    text = document.text
    seen = {
        "lines": "".join(f"{written(document, block).rstrip()}\n" for block in document.blocks),
        "title": document.title,
        "title_in_text": document.title_span is not None,
        "bold": [text[start:end] for block in document.blocks for start, end in block.bold],
        "links": [f"{text[link.start : link.end]} -> {link.href}" for link in document.links],
        "groups": [block.group for block in document.blocks],
        "parents": [block.parent for block in document.blocks],
    }
    expected = {key: value for key, value in case.items() if key not in {"page", "path"}}
    if "groups" in expected:
        order = {number: rank for rank, number in enumerate(dict.fromkeys(g for g in seen["groups"] if g), start=1)}
        seen["groups"] = [order.get(number, 0) for number in seen["groups"]]
    assert expected
    assert {key: seen[key] for key in expected} == expected
