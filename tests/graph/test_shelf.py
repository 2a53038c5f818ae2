"""Sections on a shelf: read again as they came, from another process too."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from cmograph.graph.shelf import Shelf, Stored, opened_shelves
from graph_sample import sample_sections


def put_all(folder: Path) -> list[Stored]:
    shelf = Shelf(folder)
    return [shelf.put(section) for section in sample_sections()]


def test_what_other_processes_store_is_read_as_it_came(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2) as pool:
        shelves = list(pool.map(put_all, [tmp_path, tmp_path]))
    with opened_shelves() as lines:
        for shelf in (*shelves, put_all(tmp_path)):
            assert [lines(stored) for stored in reversed(shelf)] == [s.lines for s in reversed(sample_sections())]
            assert [stored.graph for stored in shelf] == [section.graph for section in sample_sections()]


def test_a_shelf_that_nothing_is_put_on_makes_no_file(tmp_path: Path) -> None:
    Shelf(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_shelf_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Shelf(tmp_path / "gone").put(sample_sections()[0])
