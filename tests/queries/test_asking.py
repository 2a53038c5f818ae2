"""Asking: names, files, forms of queries, limits, and what is refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from case import GRAPHS
from pyoxigraph import NamedNode, Quad, Store

import cmograph
from cmograph.errors import QueryError
from cmograph.queries import Answer, Iri, ask, ask_text, engine

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def graph() -> cmograph.api.Graph:
    return cmograph.load(GRAPHS / "reports.trig")


def test_an_unknown_query_is_told_with_what_there_is() -> None:
    with pytest.raises(
        QueryError, match=r"no query called 'sprad' in queries/ \(there are: about-.*\); did you mean 'spread'\?"
    ):
        ask(Store(), "sprad")


def test_a_missing_file_is_told() -> None:
    with pytest.raises(QueryError, match=r"no query file no/such\.rq; expected"):
        ask(Store(), "no/such.rq")


def test_a_query_without_a_header_is_asked(graph: cmograph.api.Graph, tmp_path: Path) -> None:
    query = tmp_path / "own.rq"
    query.write_text("SELECT (COUNT(*) AS ?n) { ?page a <https://w3id.org/cmograph/ontology#Page> }")
    assert graph.ask(query) == Answer(("n",), ((5,),))


def test_ask_gives_one_yes_or_no(graph: cmograph.api.Graph) -> None:
    assert ask_text(graph, "ASK { ?s ?p 'Lumina' }") == Answer(("answer",), ((True,),))


@pytest.mark.parametrize(
    "query", ["CONSTRUCT { ?s a 'x' } WHERE { ?s ?p 'Lumina' }", "describe <https://w3id.org/cmograph/id/group-d3-1>"]
)
def test_triples_come_as_three_columns_each_once_and_sorted(graph: cmograph.api.Graph, query: str) -> None:
    answer = ask_text(graph, query)
    assert answer.columns == ("subject", "predicate", "object")
    assert list(answer.rows) == sorted(set(answer.rows)) != []


def test_a_triple_of_several_documents_counts_once(graph: cmograph.api.Graph) -> None:
    answer = ask_text(graph, "SELECT ?p { <https://w3id.org/cmograph/id/segment-led> ?p 'LED' } ORDER BY ?p")
    assert [str(row[0]).rpartition("#")[2] for row in answer.rows] == ["label", "prefLabel"]


def test_a_query_that_names_graphs_has_them_apart(graph: cmograph.api.Graph) -> None:
    answer = ask_text(graph, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p 'LED' } } ORDER BY ?g")
    assert [str(row[0]).rpartition("-")[2] for row in answer.rows] == ["d1", "d2", "entities"]


def test_cells_are_plain_values() -> None:
    answer = ask_text(
        Store(),
        "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT * { VALUES (?a ?b ?c ?d ?e ?f ?g ?h) {"
        "(<http://x/> 'x' 7 1.50 1e1 true '2030'^^xsd:gYear UNDEF) "
        "('2025-03-12'^^xsd:date 'x'@en 'z'^^xsd:integer 0.0 1.5e0 false 1 2)} }",
    )
    assert answer.rows[0][:7] == (Iri("http://x/"), "x", 7, 1.5, 10.0, True, 2030)
    assert answer.rows[0][7] is None
    assert answer.rows[1][:3] == ("2025-03-12", "x", "z")


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX a: <b:c>\nDELETE WHERE { ?s ?p ?o }",
        "# SELECT\nDROP ALL",
        "LOAD <http://x/>",
    ],
)
def test_an_update_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match=r"the query is an update \(\w+\), but a graph is only read"):
        ask_text(Store(), text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o.service silent<http://127.0.0.1:9/>{?s ?p ?o} }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { # comment\nSeRvIcE ?s { ?s ?p ?o } }",
        "SELECT ('#' AS ?a) { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '''it's''' SERVICE <http://127.0.0.1:9/> {} }",
    ],
)
def test_a_service_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="SERVICE clause, but nothing is fetched"):
        ask_text(Store(), text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?service { ?service ?p ?o } # SERVICE",
        "PREFIX service: <http://x/> SELECT * { service:service service:SERVICE 'SERVICE' }",
        'SELECT * { <http://x/SERVICE> ?p "SERVICE <x>"@service }',
        "SELECT * { ?s ?p '''a 'SERVICE' b''' ; ?q _:service }",
    ],
)
def test_the_word_service_elsewhere_is_no_service(text: str) -> None:
    assert len(ask_text(Store(), text)) == 0


@pytest.mark.parametrize("text", ["", "# nothing", "SELEC * { }", "PREFIX select: <http://x/>"])
def test_what_is_no_query_is_told(text: str) -> None:
    with pytest.raises(QueryError, match="the query is no SPARQL query"):
        ask_text(Store(), text)


def test_a_mistake_is_told_with_its_place() -> None:
    with pytest.raises(QueryError, match=r"the query is not SPARQL 1.1: error at 1:"):
        ask_text(Store(), "SELECT * { ?s ?p }")


@pytest.mark.parametrize("way", ["process", "thread"])
def test_an_endless_query_is_stopped(graph: cmograph.api.Graph, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    if way == "thread":
        small = Store()
        small.extend(Quad(NamedNode(f"x:{n}"), NamedNode("x:p"), NamedNode("x:o")) for n in range(40))
        monkeypatch.setattr(engine.multiprocessing, "get_all_start_methods", lambda: ["spawn"])
        store: Store | cmograph.api.Graph = small
    else:
        store = graph
    began = time.monotonic()
    with pytest.raises(QueryError, match=r"stopped after 0.2 seconds"):
        ask_text(store, ENDLESS, timeout=0.2)
    assert time.monotonic() - began < 5


def test_threads_answer_where_processes_cannot_be_forked(
    graph: cmograph.api.Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = graph.ask("counts")
    monkeypatch.setattr(engine.multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert graph.ask("counts") == expected


def test_a_graph_folder_answers_as_its_file_does(graph: cmograph.api.Graph, tmp_path: Path) -> None:
    lines = sorted(str(quad) + " .\n" for quad in graph.dataset)
    (tmp_path / "graph.nq").write_text("".join(sorted(lines, key=lambda line: line[line.rindex(" <") :])), "utf-8")
    folder = cmograph.load(tmp_path)
    for query in ("counts", "spread", "same-text", "publishers"):
        assert folder.ask(query) == graph.ask(query)
    assert len(ask_text(folder, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")) == 6
    assert folder.ask("spread") == graph.ask("spread")
