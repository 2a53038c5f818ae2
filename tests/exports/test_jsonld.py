"""JSON-LD: nested for people who write web pages, and RDF all the same."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pyoxigraph import parse

from cmograph.errors import ExportError
from cmograph.exports import context, export
from cmograph.exports.context import Context
from cmograph.files import context as context_file
from cmograph.graph import Graph, load
from cmograph.iris import Iris
from cmograph.vocab import CG
from graph_sample import written

Json = dict[str, Any]


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    written(tmp_path)
    return load(tmp_path)


def exported(graph: Graph) -> Json:
    out = io.BytesIO()
    export(graph, "jsonld", out)
    loaded: Json = json.loads(out.getvalue())
    return loaded


def named(document: Json, name: str) -> list[Json]:
    (found,) = [item["@graph"] for item in document["@graph"] if item["id"] == name]
    return list(found)


def test_a_page_holds_its_document_and_that_its_claims_with_their_evidence(graph: Graph) -> None:
    first, second = named(exported(graph), "graph-a1")
    assert (first["id"], first["type"], first["path"]) == ("page-1", "Page", "a/cork.md")
    assert first["sells"]["identifier"] == "77"
    assert first["sells"]["onMarket"] == "market-cork-tile"
    assert second["carries"] == "document-a1"
    document = first["carries"]
    assert (document["type"], document["textLength"]) == ("Document", 900)
    assert document["aboutMarket"]["label"] == "Cork Tile"
    assert [claim["id"] for claim in document["claims"]] == ["claim-2", "claim-1"]
    growth = document["claims"][0]
    assert (growth["low"], growth["qualifier"], growth["periodEnd"]) == ("8.25", "approximate", "2031")
    assert growth["subject"] == ["market-cork-tile"]
    quote, position = sorted(growth["evidence"]["selector"], key=lambda selector: "quote" not in selector)
    assert quote["quote"] == "grow at about 8.25% until 2031"
    assert (position["start"], position["end"]) == (40, 70)
    assert [refusal["reason"] for refusal in document["refusals"]] == ["placeholder"]
    assert [mention["name"] for mention in document["mentions"]] == [
        *("APAC", "China", "Europe", "Glued", "Wet-glued", "Brask \\ Söhne")
    ]


def test_each_thing_is_described_once_in_a_graph(graph: Graph) -> None:
    def described(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value["id"]] if len(value) > 1 and "id" in value else []
            return own + [name for inner in value.values() for name in described(inner)]
        return [name for inner in value for name in described(inner)] if isinstance(value, list) else []

    for item in exported(graph)["@graph"]:
        names = described(item["@graph"])
        assert names
        assert len(names) == len(set(names))


def test_another_processor_reads_the_same_quads(graph: Graph, tmp_path: Path) -> None:
    export(graph, "jsonld", tmp_path / "out.jsonld")
    ours = rdflib.Dataset().parse(tmp_path / "out.jsonld")
    theirs = rdflib.Dataset().parse(graph.file, format="nquads")
    assert len(theirs) > 200
    assert set(ours.quads()) == set(theirs.quads())


BASES = st.from_regex(
    r"https?://[A-Za-z.]{1,6}(:80)?(/[A-Za-z./]{0,8})?[/#]|urn:[a-z]{2,4}:([a-z]{1,3}:)?", fullmatch=True
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@example(base="https://data.example/kg#")
@example(base="https://data.example#")
@example(base="http://data.example/a/../b/")
@example(base="http://data.example/./")
@example(base="http://data.example//")
@example(base="http://data.example/a//b#")
@example(base="urn:kg:")
@given(base=BASES)
def test_every_reader_finds_the_same_names_under_any_base(tmp_path: Path, base: str) -> None:
    (tmp_path / "in.nq").write_text(
        f"<{base}claim-1> <{CG.evidence}> <{base}evidence-1> <{Iris(base).graph('a1')}> .\n", "utf-8"
    )
    graph = load(tmp_path / "in.nq")
    for name in ("jsonld", "trig"):
        path = tmp_path / f"out.{name}"
        export(graph, name, path)
        theirs = {tuple(map(str, quad)) for quad in rdflib.Dataset().parse(path).quads()}
        assert theirs == {(f"{base}claim-1", CG.evidence, f"{base}evidence-1", f"{base}graph-a1")}, name
        assert [str(quad) for quad in parse(path=str(path))] == (tmp_path / "in.nq").read_text("utf-8").split(" .\n")[
            :-1
        ]


def test_the_file_holds_the_published_context(graph: Graph) -> None:
    published = json.loads(context_file().read_text("utf-8"))["@context"]
    assert exported(graph)["@context"] == [published, {"@base": "https://w3id.org/cmograph/id/"}]


SMALL = {
    "@vocab": "urn:v:",
    "x": "http://x.example/",
    "id": "@id",
    "start": "x:start",
    "when": {"@id": "x:at", "@type": "x:day"},
}


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("urn:v:size", "size"),
        ("urn:v:start", "urn:v:start"),  # the word alone would mean x:start
        ("http://x.example/start", "start"),
        ("http://x.example/at", "when"),
        ("http://x.example/other", "x:other"),
        ("http://x.example///other", "http://x.example///other"),  # "x://other" would be an IRI of its own
        ("http://y.example/", "http://y.example/"),
    ],
)
def test_names_are_as_short_as_they_can_be(iri: str, name: str) -> None:
    assert Context(SMALL, "urn:b:").name(iri) == name


def test_a_context_that_is_not_understood_is_refused(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="'scoped' in a way that is not understood"):
        Context({"scoped": {"@id": "urn:x", "@context": {}}}, "urn:b:")
    for content in ("[]", "{", '{"@context": []}'):
        (tmp_path / "context.jsonld").write_text(content, "utf-8")
        with pytest.raises(ExportError, match=r"context.jsonld .*expected"):
            context.load_context(tmp_path / "context.jsonld", "urn:b:")
