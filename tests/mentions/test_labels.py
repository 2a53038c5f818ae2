"""What the label of a line tells."""

from __future__ import annotations

import pytest

from cmograph.mentions.labels import is_bare_label, labelled_at, tells_by

TOLD = {
    "market": ["Market", "Market name"],
    "title": ["Title", "Report title"],
    "companies": ["Companies", "Key players", "LEADING COMPANIES", "Top vendors", "Key companies profiled"],
    "places": ["Regions", "Key regions", "Countries covered", "Geographic scope"],
    "parts": [
        "Types",
        "Product types",
        "By type",
        "End users",
        "Applications",
        "By skin type",
        "Distribution channels",
    ],
    "figures": ["Shares", "Market share", "Revenue in 2023", "Growth", "CAGR (2024-2030)", "Market size 2024"],
    "report": ["Publisher", "Report no.", "Report number", "Forecast period", "Base year"],
    "": ["Acme", "Note", "The market", "Overview", "North America", "Growth in a hard year for everyone", ""],
}


@pytest.mark.parametrize(("tells", "label"), [(tells, label) for tells, labels in TOLD.items() for label in labels])
def test_label_tells(tells: str, label: str) -> None:
    assert tells_by(label) == tells


def test_value_stands_behind_the_colon() -> None:
    text = "x\nCompanies: Acme, Brix\ny"
    told = labelled_at(text, 2, len(text) - 2)
    assert told is not None
    assert (told.tells, text[slice(*told.label)], text[slice(*told.value)]) == ("companies", "Companies", "Acme, Brix")


@pytest.mark.parametrize("line", ["Companies:", "Companies:Acme", "Acme: Companies", ": Acme", "- Market: x"])
def test_line_without_label_or_value_tells_nothing(line: str) -> None:
    assert labelled_at(line, 0, len(line)) is None


def test_bare_label_ends_its_line() -> None:
    assert is_bare_label("Companies:")
    assert not is_bare_label("Companies")
    assert not is_bare_label("Acme:")
