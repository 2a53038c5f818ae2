"""Loading a built folder or an RDF file, and the index that answers queries."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse, serialize

import cmograph
from cmograph.errors import GraphError
from cmograph.graph import Graph, load
from cmograph.graph.parsing import SUFFIXES
from graph_sample import FILE, sample_sections, written

CLAIMS = "SELECT ?claim WHERE { ?claim <http://www.w3.org/ns/prov#wasDerivedFrom> ?document } ORDER BY ?claim"


def claims(graph: Graph) -> list[str]:
    return [row[0].value.rpartition("/")[2] for row in graph.store.query(CLAIMS, use_default_graph_as_union=True)]


def test_a_built_graph_answers_from_an_index_that_is_made_once(tmp_path: Path) -> None:
    written(tmp_path)
    assert claims(load(tmp_path)) == ["claim-1", "claim-2", "claim-3", "refusal-1"]
    (index,) = (tmp_path / "index").iterdir()
    made = index.stat().st_ctime_ns
    assert claims(load(tmp_path)) == ["claim-1", "claim-2", "claim-3", "refusal-1"]
    assert index.stat().st_ctime_ns == made


def test_a_new_graph_file_gets_a_new_index_and_the_old_one_goes(tmp_path: Path) -> None:
    written(tmp_path)
    claims(load(tmp_path))
    written(tmp_path, sample_sections()[:1])
    assert claims(load(tmp_path)) == ["claim-1", "claim-2", "refusal-1"]
    assert len(list((tmp_path / "index").iterdir())) == 1


def test_an_index_that_was_given_up_is_cleared_away_and_one_in_the_making_is_not(tmp_path: Path) -> None:
    written(tmp_path)
    for name in (".new-dead", ".new-alive"):
        (tmp_path / "index" / name).mkdir(parents=True)
    os.utime(tmp_path / "index" / ".new-dead", (0, 0))
    claims(load(tmp_path))
    names = [path.name for path in (tmp_path / "index").iterdir()]
    assert ".new-alive" in names
    assert ".new-dead" not in names


def test_a_manifest_that_does_not_fit_the_graph_file_is_not_believed(tmp_path: Path) -> None:
    old = written(tmp_path)
    new = written(tmp_path, sample_sections()[:1])
    for summary in (old.summary, {**old.summary, "size": new.size}):
        (tmp_path / "manifest.json").write_text(json.dumps({"graph": summary}), "utf-8")
        os.utime(tmp_path / "manifest.json", ns=(0, 0))
        assert load(tmp_path).digest == new.digest


SCRIPT = """
import sys
from cmograph.graph import load
print(len(list(load(sys.argv[1]).store)), flush=True)
input()
"""


def test_several_processes_ask_at_once(tmp_path: Path) -> None:
    written(tmp_path)
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(Path(cmograph.__file__).parents[1])}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "env": environment}
    workers = [subprocess.Popen(command, **pipes) for _ in range(2)]
    answers = [worker.stdout.readline() for worker in workers]
    for worker in workers:
        worker.communicate("\n")
    assert answers == [f"{len(list(load(tmp_path).store))}\n"] * 2
    assert len(list((tmp_path / "index").iterdir())) == 1


def test_a_folder_that_cannot_take_an_index_is_asked_in_memory(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "index").write_text("in the way", "utf-8")
    assert claims(load(tmp_path)) == ["claim-1", "claim-2", "claim-3", "refusal-1"]


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_any_rdf_file_is_a_graph(tmp_path: Path, suffix: str) -> None:
    form = SUFFIXES[suffix]
    quads = list(parse(path=str(FILE), format=RdfFormat.TRIG))
    data = serialize(quads if form.supports_datasets else [quad.triple for quad in quads], format=form)
    path = tmp_path / f"other{suffix}"
    path.write_bytes(data or b"")
    graph = load(path)
    assert claims(graph) == ["claim-1", "claim-2", "claim-3", "refusal-1"]
    sections = list(graph.sections())
    assert [section.graph for section in sections] == sorted(section.graph for section in sections)
    assert all(section == graph.section(section.graph) for section in sections)
    lines = {line for section in sections for line in section.lines.splitlines()}
    wanted = {str(quad if form.supports_datasets else quad.triple) + " ." for quad in quads}
    assert lines == {line.encode() for line in wanted}


def test_a_graph_knows_the_base_of_its_names(tmp_path: Path) -> None:
    written(tmp_path)
    assert load(tmp_path).base == "https://w3id.org/cmograph/id/"
    other = tmp_path / "other.nq"
    other.write_text("<urn:a> <urn:b> <urn:c> <http://kg.example/x/graph-1> .\n", "utf-8")
    assert load(other).base == "http://kg.example/x/"
    other.write_text("<urn:a> <urn:b> <urn:c> <tag:kg.example,2020:graph-1> .\n", "utf-8")
    assert load(other).base == "https://w3id.org/cmograph/id/"


def test_a_graph_travels_to_another_process_as_its_path(tmp_path: Path) -> None:
    written(tmp_path)
    graph = load(tmp_path)
    claims(graph)
    assert claims(pickle.loads(pickle.dumps(graph))) == claims(graph)  # noqa: S301 (our own bytes)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("absent", None, r"no graph at .*absent"),
        ("folder", None, r"no graph.nq in .*folder"),
        ("page.html", "<p>", r"page.html has a name that tells no RDF format"),
    ],
)
def test_what_is_no_graph_is_refused(tmp_path: Path, name: str, content: str | None, message: str) -> None:
    (tmp_path / "folder").mkdir()
    if content is not None:
        (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(GraphError, match=message):
        load(tmp_path / name)


@pytest.mark.parametrize("built", [True, False])
def test_a_file_that_is_not_well_formed_is_refused(tmp_path: Path, built: bool) -> None:
    (tmp_path / "graph.nq").write_text("<urn:a> <urn:b> nonsense <urn:g> .\n", "utf-8")
    with pytest.raises(GraphError, match=r"graph.nq is not well-formed"):
        load(tmp_path if built else tmp_path / "graph.nq").store  # noqa: B018


@pytest.mark.parametrize("content", ["{", "[]"])
def test_a_manifest_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    written(tmp_path)
    (tmp_path / "manifest.json").write_text(content, "utf-8")
    with pytest.raises(GraphError, match=r"manifest.json .*build the graph again"):
        load(tmp_path).digest  # noqa: B018
