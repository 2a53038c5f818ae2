"""docs/queries/ is what tools/query_pages.py makes of the queries and their examples."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from query_pages import FOLDER, pages  # noqa: E402

import cmograph  # noqa: E402
from cmograph.queries import names  # noqa: E402


def test_the_pages_are_in_step() -> None:
    hint = "docs/queries/ is older than the queries; run `python tools/query_pages.py`"
    assert {path.name for path in FOLDER.iterdir()} == set(pages()), hint
    for name, text in pages().items():
        assert (FOLDER / name).read_text("utf-8") == text, f"{name}: {hint}"


def test_every_query_is_in_the_index() -> None:
    index = (FOLDER / "index.md").read_text("utf-8")
    assert [name for name in names() if f"[{name}]({name}.md)" not in index] == []


def test_the_query_of_ones_own_in_the_index_runs(tmp_path: Path) -> None:
    index = (FOLDER / "index.md").read_text("utf-8")
    query = tmp_path / "own.rq"
    query.write_text(index.split("```sparql\n")[1].split("```")[0], "utf-8")
    graph = cmograph.load(ROOT / "tests" / "queries" / "graphs" / "reports.trig")
    assert len(graph.ask(query, market="solar")) == 2
