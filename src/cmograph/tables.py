"""Reads the program's word lists and tables, which are data files."""

from __future__ import annotations

import csv
import tomllib
from importlib.resources import files
from typing import Any


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a CSV file under data/, by its header."""
    text = (files("cmograph") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def table(name: str) -> dict[str, Any]:
    """A TOML file under data/."""
    return tomllib.loads((files("cmograph") / "data" / name).read_text(encoding="utf-8"))
