"""What holds for all bundled shapes: they are found, name declared terms only, and always have something to say."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, Graph, Literal, URIRef
from rdflib.namespace import SH

from cmograph.errors import ShapeError
from cmograph.files import folder, ontology
from cmograph.shapes.shapefiles import load_shapes, shape_files
from cmograph.vocab import CG, NAMESPACES

sys.path.append(str(folder("shapes").parent / "tools"))

import shapes_page

SHAPES = "https://w3id.org/cmograph/shapes#"
KINDS = (SH.NodeShape, SH.PropertyShape)


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return load_shapes()


def declared(shapes: Graph) -> list[URIRef]:
    return sorted(s for kind in KINDS for s in shapes.subjects(RDF.type, kind) if isinstance(s, URIRef))


def test_the_bundled_shapes_are_the_files_in_the_folder() -> None:
    assert shape_files() == sorted(folder("shapes").glob("*.ttl"))
    assert len(shape_files()) > 20


def test_every_file_begins_with_what_it_is_for() -> None:
    for file in shape_files():
        assert re.match(r"# [A-Z][^@]*[.]\n@prefix", file.read_text("utf-8")), file


def test_the_page_is_in_step() -> None:
    hint = "docs/shapes.md is older than the shapes; run `python tools/shapes_page.py`"
    assert shapes_page.PAGE.read_text(encoding="utf-8") == shapes_page.page(), hint


def test_every_shape_has_a_name_a_message_a_severity_and_a_target(shapes: Graph) -> None:
    assert len(declared(shapes)) > 90
    for shape in declared(shapes):
        assert shape.startswith(SHAPES), shape
        queries = list(shapes.objects(shape, SH.sparql))
        for said in [*queries, *([] if queries else [shape])]:
            message = shapes.value(said, SH.message)
            assert isinstance(message, Literal), shape
            assert message.endswith((".", "?")), message
        assert shapes.value(shape, SH.severity) in {SH.Violation, SH.Warning, SH.Info}, shape
        targets = (SH.targetClass, SH.targetSubjectsOf)
        assert any((shape, target, None) in shapes for target in targets), shape


def test_messages_of_queries_name_what_the_queries_select(shapes: Graph) -> None:
    for query in sorted(shapes.objects(None, SH.sparql)):
        message, select = str(shapes.value(query, SH.message)), str(shapes.value(query, SH.select))
        head = select[: select.index("WHERE")]
        named = re.findall(r"\{\?(\w+)\}", message)
        assert named, message
        assert all(f"?{name}" in head for name in named), message


def test_only_declared_terms_are_named(shapes: Graph) -> None:
    known = {str(term) for term in Graph().parse(ontology()).subjects()}
    known |= {space.iri + term for space in NAMESPACES.values() for term in space.terms}
    named = {str(term) for triple in shapes for term in triple if isinstance(term, URIRef)}
    for select in map(str, shapes.objects(None, SH.select)):
        named |= {NAMESPACES[prefix].iri + name for prefix, name in re.findall(r"\b([a-z]+):([A-Za-z]\w*)", select)}
    others = (SHAPES, str(SH), str(RDFS), str(RDF))
    used = {term for term in named if not term.startswith(others) and term != SHAPES.rstrip("#")}
    outside = {NAMESPACES["owl"].iri + "Ontology", *(NAMESPACES["xsd"].iri + name for name in ("anyURI", "double"))}
    assert len({term for term in used if term.startswith(CG.iri)}) > 50
    assert {term for term in used if term not in known and not term.endswith(("#", "/"))} - outside == set()


def test_shapes_that_cannot_be_used_are_told(tmp_path: Path) -> None:
    with pytest.raises(ShapeError, match="no shapes at"):
        load_shapes(tmp_path)
    (tmp_path / "broken.ttl").write_text("this is no Turtle")
    with pytest.raises(ShapeError, match=r"broken\.ttl is not Turtle"):
        load_shapes(tmp_path)
    aimless = tmp_path / "aimless.ttl"
    aimless.write_text("@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:a> a sh:NodeShape .")
    with pytest.raises(ShapeError, match="says what it looks at"):
        load_shapes(aimless)
