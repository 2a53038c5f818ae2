"""What makes validation fast is still effective, and changes no result."""

from __future__ import annotations

import pyshacl
import synthetic
from pyshacl.helper.sparql_query_helper import SPARQLQueryHelper
from rdflib import Graph
from test_shape_cases import CASES, NAMES, find, load, told

from cmograph.shapes import engine, prepared
from cmograph.shapes.loading import graph_of_quads, read_quads
from cmograph.shapes.once import checked_once
from cmograph.shapes.shapefiles import class_tree


def test_each_query_is_parsed_once() -> None:
    shapes = load("growth-arithmetic")
    prepared.prepared.cache_clear()
    for case in ("good", "bad", "bad"):
        list(engine.results(graph_of_quads(read_quads(CASES / "growth-arithmetic" / f"{case}.ttl")), shapes))
    info = prepared.prepared.cache_info()
    assert (info.misses, info.hits) == (1, 2)


def test_each_text_is_checked_once_and_pyshacl_stays_as_it_was() -> None:
    before = SPARQLQueryHelper.check_invalid_sparql
    data = graph_of_quads(read_quads(CASES / "growth-extreme" / "bad.ttl"))
    with checked_once() as accepted:
        pyshacl.validate(data, shacl_graph=load("growth-extreme"))
        assert len(accepted) == 1
    assert SPARQLQueryHelper.check_invalid_sparql is before


def test_joins_look_up_from_the_focus_node() -> None:
    text = "SELECT * WHERE { { ?a <urn:p> ?b } { ?b <urn:p> ?c } { ?c <urn:p> ?d } }"
    assert prepared.prepared(text).algebra.p.p.lazy
    limited = "SELECT * WHERE { { ?a <urn:p> ?b } { ?b <urn:p> ?c } { SELECT ?c WHERE { ?c <urn:p> ?d } LIMIT 1 } }"
    assert not prepared.prepared(limited).algebra.p.p.lazy


def test_plain_rdflib_finds_the_same() -> None:
    compared = 0
    for name in NAMES:
        data = graph_of_quads(read_quads(CASES / name / "bad.ttl"), class_tree())
        plain = Graph()
        for triple in data:
            plain.add(triple)
        found = engine.results(plain, load(name))
        assert sorted(map(told, found)) == sorted(map(told, find(name, "bad"))), name
        compared += 1
    assert compared == len(NAMES) > 20


def test_synthetic_documents_have_the_size_of_real_ones() -> None:
    assert 700 < synthetic.document(1).lines.count(b"\n") < 900
