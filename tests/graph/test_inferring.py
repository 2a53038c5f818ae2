"""What follows from what was read: held equal to what owlrl, the reference, finds.

owlrl finds much that says nothing (every thing is the same as itself and an owl:Thing; every literal has types).
Compared are the triples whose subject is an individual of the data, and whose predicate is a property that the ontology
declares, or rdf:type with a class that the ontology declares.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import owlrl
import pytest
from rdflib import OWL, RDF, Graph, URIRef
from rdflib.term import Node

from cmograph.files import folder, ontology
from cmograph.graph import inferring, rules
from cmograph.graph.inferring import add_inferred, inferred
from cmograph.graph.sections import Section, read_section, read_sections, triples
from graph_sample import IRIS, sample_sections, written

INFERRED = IRIS.graph("inferred")
MESSAGE = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.TransitiveProperty)
CLASH = (
    b"<https://w3id.org/cmograph/id/company-brask> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    b" <https://w3id.org/cmograph/ontology#Market>"
)
Triple = tuple[Node, Node, Node]


def data(sections: list[Section]) -> Graph:
    return Graph().parse(data=b"".join(line for section in sections for line in triples(section)), format="nt")


def by_the_reference(read: Graph, axioms: Path) -> set[Triple]:
    declared = Graph().parse(axioms)
    classes = set(declared.subjects(RDF.type, OWL.Class))
    properties = {term for kind in PROPERTIES for term in declared.subjects(RDF.type, kind)}
    individuals = {term for triple in read for term in triple[::2] if isinstance(term, URIRef)}
    individuals -= set(declared.subjects()) | set(read.objects(None, RDF.type))
    closed = read + declared
    # Its improved datatypes would stay with rdflib for all tests that come after.
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, improved_datatypes=False).expand(closed)
    return {
        (subject, predicate, value)
        for subject, predicate, value in closed
        if subject in individuals and (predicate in properties or (predicate == RDF.type and value in classes))
    } - set(read)


def by_the_rules(sections: list[Section]) -> set[Triple]:
    return set(Graph().parse(data=b"".join(inferred(sections)), format="nt"))


def test_the_rules_find_what_the_reference_finds() -> None:
    sections = sample_sections()
    wanted = by_the_reference(data(sections), ontology())
    assert len(wanted) > 50
    own_terms = set(Graph().parse(ontology()).subjects())
    assert {triple for triple in by_the_rules(sections) if triple[0] not in own_terms} == wanted


AXIOMS = """
@prefix : <urn:x:> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:A a owl:Class ; rdfs:subClassOf :B . :B a owl:Class ; rdfs:subClassOf :C . :C a owl:Class . :D a owl:Class .
:in a owl:ObjectProperty, owl:TransitiveProperty ; owl:inverseOf :holds ; rdfs:domain :A .
:holds a owl:ObjectProperty ; rdfs:range :D .
:deepIn a owl:ObjectProperty ; rdfs:subPropertyOf :rightIn . :rightIn a owl:ObjectProperty ; rdfs:subPropertyOf :in .
:beside a owl:ObjectProperty, owl:SymmetricProperty ; rdfs:range :B .
:kept a owl:ObjectProperty ; owl:inverseOf :keeps . :keeps a owl:ObjectProperty ; rdfs:subPropertyOf :holds .
"""
FACTS = """
<urn:x:1> <urn:x:deepIn> <urn:x:2> <urn:g:1> .
<urn:x:2> <urn:x:in> <urn:x:3> <urn:g:2> .
<urn:x:4> <urn:x:keeps> <urn:x:3> <urn:g:3> .
<urn:x:5> <urn:x:kept> <urn:x:6> <urn:g:4> .
<urn:x:6> <urn:x:beside> <urn:x:1> <urn:g:5> .
<urn:x:7> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:x:A> <urn:g:6> .
<urn:x:7> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:x:C> <urn:g:7> .
<urn:x:7> <urn:x:named> "a \\"name\\" <urn:x:8> ." <urn:g:7> .
"""


@pytest.fixture
def other_axioms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An ontology with every kind of axiom that the rules know, in place of the project's."""
    path = tmp_path / "axioms.ttl"
    path.write_text(AXIOMS, "utf-8")
    monkeypatch.setattr(rules, "ontology", lambda: path)
    return path


def facts() -> list[Section]:
    lines = FACTS.lstrip().splitlines(keepends=True)
    return [Section(line.rpartition("<")[2].partition(">")[0], line.encode()) for line in lines]


@pytest.mark.parametrize("batch", [1, 3, 100])
def test_axioms_of_every_kind_and_documents_in_any_batches(
    other_axioms: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(inferring, "BATCH", batch)
    wanted = by_the_reference(data(facts()), other_axioms)
    assert (URIRef("urn:x:1"), URIRef("urn:x:in"), URIRef("urn:x:3")) in wanted
    assert by_the_rules(facts()) == wanted


RULES = sorted((folder("ontology") / "rules").iterdir())


@pytest.mark.parametrize("left_out", RULES, ids=lambda path: path.stem)
def test_no_rule_is_idle(other_axioms: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left_out: Path) -> None:
    assert len(RULES) == 10
    (tmp_path / "rules").mkdir()
    for path in RULES:
        if path != left_out:
            shutil.copy(path, tmp_path / "rules")
    monkeypatch.setattr(rules, "folder", lambda _: tmp_path)
    found, wanted = by_the_rules(facts()), by_the_reference(data(facts()), other_axioms)
    assert found < wanted or left_out.stem in {"scm-sco", "scm-spo"}  # these two only save rounds


def test_what_was_read_and_what_was_inferred_do_not_mix(tmp_path: Path) -> None:
    before = written(tmp_path)
    sections = list(read_sections(before.path))
    after = add_inferred(before.path, INFERRED)
    new = read_section(after.path, INFERRED)
    assert [section for section in read_sections(after.path) if section.graph != INFERRED] == sections
    assert not {line for section in sections for line in triples(section)} & set(triples(new))
    assert after.quads == before.quads + len(triples(new))
    assert triples(new) == sorted(set(triples(new)))
    assert add_inferred(after.path, INFERRED).digest == after.digest


def complaints(graph: Graph) -> list[str]:
    closed = graph + Graph().parse(ontology())
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, improved_datatypes=False).expand(closed)
    return [str(text) for node in closed.subjects(RDF.type, MESSAGE) for text in closed.objects(node)]


def test_the_ontology_and_the_sample_are_consistent() -> None:
    assert [text for text in complaints(data(sample_sections())) if text != str(MESSAGE)] == []


def test_a_company_that_is_a_market_too_is_found_out() -> None:
    sections = [*sample_sections(), Section("urn:g", b"%b <urn:g> .\n" % CLASH)]
    assert any("company-brask" in text for text in complaints(data(sections)))
