"""What every export format has in common."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

import cmograph
from cmograph.errors import ExportError, OutputError
from cmograph.exports import export, format_named, formats
from cmograph.graph import Graph, load
from cmograph.graph.inferring import add_inferred
from cmograph.graph.parsing import SUFFIXES
from cmograph.vocab import CG, OA, PROV, XSD
from graph_sample import written

FOLDER = Path(import_module("cmograph.exports.formats").__file__ or "").parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")
WITH_GRAPHS = ("jsonld", "nquads", "trig")
SCRIPT = """
import sys
from cmograph.exports import export
from cmograph.graph import load
export(load(sys.argv[1]), sys.argv[2], sys.stdout.buffer)
"""


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    file = written(tmp_path / "kg")
    add_inferred(file.path, "https://w3id.org/cmograph/id/graph-inferred")
    return load(tmp_path / "kg")


def exported(graph: Graph, name: str) -> bytes:
    out = io.BytesIO()
    export(graph, name, out)
    return out.getvalue()


def quads(graph: Graph) -> set[Quad]:
    return {quad for section in graph.sections() for quad in parse(section.lines, RdfFormat.N_QUADS)}


def test_every_file_in_the_folder_is_a_format() -> None:
    assert list(formats()) == NAMES
    assert {"csv", "jsonl", "jsonld", "nquads", "parquet", "trig", "turtle"} <= set(NAMES)
    assert len({found.suffix for found in formats().values()}) == len(NAMES)
    assert all(found.suffix.startswith(".") and found.description for found in formats().values())


@pytest.mark.parametrize("name", NAMES)
def test_the_same_graph_gives_the_same_bytes_in_any_process(graph: Graph, name: str) -> None:
    first = exported(graph, name)
    assert first
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(cmograph.__file__).parents[1])}
        command = [sys.executable, "-c", SCRIPT, str(graph.path), name]
        assert subprocess.run(command, env=environment, capture_output=True, check=True).stdout == first


@pytest.mark.parametrize("name", WITH_GRAPHS)
def test_formats_with_graphs_read_back_as_the_same_quads(graph: Graph, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"out{format_named(name).suffix}"
    export(graph, name, path)
    assert set(parse(path=str(path), format=SUFFIXES[path.suffix])) == quads(graph)
    assert quads(load(path)) == quads(graph)
    assert exported(load(path), name) == path.read_bytes()


def test_turtle_reads_back_as_the_same_triples_each_once(graph: Graph) -> None:
    triples = [quad.triple for quad in parse(exported(graph, "turtle"), RdfFormat.TURTLE)]
    assert len(triples) == len(set(triples))
    assert set(triples) == {quad.triple for quad in quads(graph)}


@pytest.mark.parametrize("name", ["turtle", "trig"])
@pytest.mark.parametrize("base", ["http://kg.example/x/", "https://w3id.org/cmograph/", "urn:kg:"])
def test_any_base_can_be_written(tmp_path: Path, name: str, base: str) -> None:
    path = tmp_path / "other.nq"
    path.write_text(f'<{base}page-1> <https://w3id.org/cmograph/ontology#path> "a" <{base}graph-1> .\n', "utf-8")
    data = exported(load(path), name)
    assert {quad.triple for quad in parse(data, format_of(name))} == {quad.triple for quad in quads(load(path))}
    assert data.splitlines()[:3] == sorted(data.splitlines()[:3])


def format_of(name: str) -> RdfFormat:
    return SUFFIXES[format_named(name).suffix]


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_graph_can_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.nq").write_bytes(b"")
    export(load(tmp_path / "empty.nq"), name, tmp_path / "out")
    assert (tmp_path / "out").exists()


@pytest.mark.parametrize("name", NAMES)
def test_what_was_read_elsewhere_can_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "other.ttl").write_text('<urn:a> <urn:b> "c"@en, 1.50, [ <urn:d> true, <urn:a> ] .', "utf-8")
    assert exported(load(tmp_path / "other.ttl"), name) or name == "jsonl"


def test_a_file_is_whole_or_untouched(graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.nq"
    path.write_bytes(b"before")

    def interrupted(graph: Graph, out: io.BufferedWriter) -> None:
        out.write(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(format_named("nquads"), "write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        export(graph, "nquads", path)
    assert path.read_bytes() == b"before"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["kg", "out.nq"]


def test_an_unknown_format_is_named_with_those_that_there_are(graph: Graph) -> None:
    with pytest.raises(ExportError, match=r"no export format called 'rdfxml' \(there are: csv, jsonl, jsonld, nquads"):
        export(graph, "rdfxml", io.BytesIO())


def test_a_place_that_cannot_be_written_is_said(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"cannot write .*absent/out.nq: No such file or directory"):
        export(graph, "nquads", tmp_path / "absent" / "out.nq")


IRIS = st.from_regex(r"[a-z0-9][A-Za-z0-9._~-]{0,8}", fullmatch=True).map("https://w3id.org/cmograph/id/{}".format)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
KINDS = st.sampled_from(["string", "integer", "decimal", "gYear", "boolean"])
LITERALS = st.builds(lambda text, kind: Literal(text, datatype=NamedNode(XSD.iri + kind)), TEXTS, KINDS)
OWN = tuple(CG.iri + name for name in ("low", "rank", "subject", "start", "odd"))
PREDICATES = st.sampled_from([*OWN, OA.start, PROV.wasDerivedFrom])
STATEMENTS = st.builds(
    Quad,
    IRIS.map(NamedNode),
    PREDICATES.map(NamedNode),
    st.one_of(LITERALS, IRIS.map(NamedNode)),
    st.sampled_from(["graph-1", "graph-2"]).map(lambda name: NamedNode(f"https://w3id.org/cmograph/id/{name}")),
)


@pytest.mark.parametrize("name", [*WITH_GRAPHS, "turtle"])
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(statements=st.lists(STATEMENTS, max_size=12))
def test_any_statements_survive(tmp_path: Path, name: str, statements: list[Quad]) -> None:
    (tmp_path / "any.nq").write_bytes(serialize(statements, format=RdfFormat.N_QUADS) or b"")
    graph = load(tmp_path / "any.nq")
    back = parse(exported(graph, name), format_of(name))
    if name == "turtle":
        assert {quad.triple for quad in back} == {quad.triple for quad in statements}
    else:
        assert set(back) == set(statements)
