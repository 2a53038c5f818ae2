"""Graph files: the same whatever order the sections come in; whole or untouched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from cmograph.graph.sections import Section, merged, read_section, read_sections
from cmograph.graph.shelf import opened_shelves, stored_at
from cmograph.graph.writing import insert_section
from graph_sample import IRIS, sample_sections, write, written

ENTITIES = IRIS.graph("entities")


def preferred(path: Path) -> dict[str, str]:
    lines = read_section(path, ENTITIES).lines.decode().splitlines()
    return {line.split(" ")[0].rpartition("/")[2][:-1]: line.split('"')[1] for line in lines}


def labelled(graph: str, *labels: str) -> Section:
    lines = [f'<urn:x/m> <http://www.w3.org/2000/01/rdf-schema#label> "{label}" <{graph}> .' for label in labels]
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/cmograph/ontology#Market>"
    return Section(graph, merged("\n".join([*lines, f"<urn:x/m> {kind} <{graph}> ."]).encode()))


def test_the_order_in_which_sections_come_does_not_matter(tmp_path: Path) -> None:
    first = written(tmp_path / "first")
    orders = list(permutations(sample_sections()))
    assert len(orders) == 24
    assert {written(tmp_path / "again", list(order)).digest for order in orders} == {first.digest}


def test_the_file_is_sorted_by_graph_and_line_and_holds_what_came(tmp_path: Path) -> None:
    file = written(tmp_path)
    sections = list(read_sections(file.path))
    assert [section.graph for section in sections] == sorted(section.graph for section in sections)
    assert all(section.lines == merged(section.lines) for section in sections)
    assert {section for section in sections if section.graph != ENTITIES} == set(sample_sections())
    assert file.size == file.path.stat().st_size
    assert file.quads == file.path.read_bytes().count(b"\n")


def test_every_section_is_found_at_its_place_and_by_its_graph(tmp_path: Path) -> None:
    file = written(tmp_path)
    for section in read_sections(file.path):
        stored = stored_at(file.path, section.graph, file.places[section.graph])
        with opened_shelves() as lines:
            assert lines(stored) == section.lines
        assert read_section(file.path, section.graph) == section
    for absent in ("", "a", IRIS.graph("b"), IRIS.graph("zzz"), "z"):
        assert read_section(file.path, absent) == Section(absent, b"")


def test_pages_that_share_a_document_share_its_section(tmp_path: Path) -> None:
    whole = sample_sections()
    lines = whole[0].lines.splitlines(keepends=True)
    halves = [Section(whole[0].graph, b"".join(lines[start::2])) for start in (0, 1)]
    assert written(tmp_path / "halves", [*halves, *whole[1:]]).digest == written(tmp_path / "whole").digest


def test_the_most_frequent_label_is_preferred_and_the_first_of_equals(tmp_path: Path) -> None:
    names = preferred(written(tmp_path).path)
    assert names["market-cork-tile"] == "Cork Tile"
    assert names["region-142"] == "APAC"
    assert names["company-brask"] == "Brask"
    assert names["segment-2"] == "Wet-glued"
    assert "publisher-larch.example" not in names
    sections = [labelled("urn:g/1", "B"), labelled("urn:g/2", "A"), labelled("urn:g/3", "B")]
    assert preferred(write(tmp_path / "b.nq", sections).path) == {"m": "B"}


def test_a_label_counts_once_for_a_document_however_many_pages_carry_it(tmp_path: Path) -> None:
    sections = [
        labelled("urn:g/1", "B"),
        labelled("urn:g/1", "B", "C"),
        labelled("urn:g/2", "A"),
        labelled("urn:g/3", "A"),
    ]
    assert preferred(write(tmp_path / "g.nq", sections).path) == {"m": "A"}


def test_an_interrupted_write_leaves_the_last_file_and_nothing_else(tmp_path: Path) -> None:
    before = written(tmp_path)

    def broken() -> Iterator[Section]:
        yield sample_sections()[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(before.path, broken())
    with pytest.raises(KeyboardInterrupt):
        insert_section(before.path, Section("urn:new", cut_short()))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.nq", "manifest.json"]
    assert written(tmp_path).digest == before.digest


def cut_short() -> bytes:
    raise KeyboardInterrupt


@pytest.mark.parametrize("graph", ["a", IRIS.graph("b"), "z"])
def test_a_section_can_be_put_in_and_replaced(tmp_path: Path, graph: str) -> None:
    file = written(tmp_path)
    old, new = (Section(graph, f"<urn:a> <urn:b> <urn:{name}> <{graph}> .\n".encode()) for name in ("old", "new"))
    insert_section(file.path, old)
    again = insert_section(file.path, new)
    assert read_section(file.path, graph) == new
    assert again.quads == file.quads + 1
    assert insert_section(file.path, Section(graph, b"")).digest == file.digest


def test_an_empty_graph_file_can_be_written_and_read(tmp_path: Path) -> None:
    file = write(tmp_path / "graph.nq", [])
    assert (file.size, list(read_sections(file.path))) == (0, [])
    assert read_section(file.path, ENTITIES).lines == b""
