"""The examples of the queries: `cases/<query>/<case>.yaml` has the graph, the parameters, and the answer as CSV."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).parent
CASES = HERE / "cases"
GRAPHS = HERE / "graphs"


@dataclass(frozen=True)
class Case:
    """One example.

    Attributes:
        query: the query's name.
        name: the case's name; "example" is the one that the documentation shows.
        given: the TriG file with the graph.
        parameters: the parameters given.
        expected: the answer in CSV.
    """

    query: str
    name: str
    given: Path
    parameters: dict[str, str | int | float | bool]
    expected: str


def cases() -> list[Case]:
    """All examples, sorted by query and name."""
    return [_case(path) for path in sorted(CASES.glob("*/*.yaml"))]


def _case(path: Path) -> Case:
    fields = yaml.safe_load(path.read_text("utf-8"))
    given = path.parent / fields["given"] if "given" in fields else GRAPHS / "reports.trig"
    return Case(path.parent.name, path.stem, given, fields.get("parameters") or {}, fields["expected"])
