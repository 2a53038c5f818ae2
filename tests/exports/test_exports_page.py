"""docs/exports.md names every format, column and key."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from cmograph.exports import formats
from cmograph.exports.claim_rows import ClaimRow
from cmograph.exports.documents import Stated
from cmograph.exports.page_objects import page_object

NAMES = set(re.findall(r"`([^`\n]+)`", (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")))


def test_the_page_names_every_format_with_its_suffix() -> None:
    assert set(formats()) | {found.suffix for found in formats().values()} <= NAMES


def test_the_page_names_every_column_and_every_key() -> None:
    page = dict.fromkeys(("page", "market", "publisher", "report", "first", "last"))
    keys = set(page_object(page, Stated()))
    assert len(keys) == 9
    assert {field.name for field in fields(ClaimRow)} | keys <= NAMES
