"""The ontology: complete, consistent, in the profile, and in step with what is written."""

from __future__ import annotations

import json
import re
import sys

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef

from cmograph import claims, files
from cmograph.claims.model import Qualifier, Reason
from cmograph.iris import Iris
from cmograph.quads import reading_quads, reference_quads
from cmograph.vocab import CG, NAMESPACES, PREFIXES

ROOT = files.folder("ontology").parent
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests" / "quads")]

import ontology_page  # noqa: E402
from sample_reading import sample_reading  # noqa: E402

IRI = URIRef("https://w3id.org/cmograph/ontology")
INFERRED_ONLY = {"hasParticipant", "contains", "hasSegment", "carriedBy", "soldOn", "isSubjectOf"}
ABSTRACT = {"Subject", "Claim"}
RL_DATATYPES = {XSD.string, XSD.integer, XSD.decimal}


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(files.ontology())


@pytest.fixture(scope="module")
def written() -> Graph:
    """Everything that a page can give, and the reference graph."""
    lines = [*reading_quads(sample_reading(), Iris()), *reference_quads(Iris())]
    return Graph().parse(data="\n".join(line.rpartition(" <")[0] + " ." for line in lines), format="ntriples")


def own(graph: Graph) -> set[URIRef]:
    return {term for term in graph.subjects() if isinstance(term, URIRef) and term.startswith(CG.iri)}


def test_every_term_is_labelled_explained_and_shown(ontology: Graph) -> None:
    assert len(own(ontology)) > 80
    for term in sorted(own(ontology)):
        for predicate in (RDFS.label, RDFS.comment, SKOS.example):
            values = list(ontology.objects(term, predicate))
            assert len(values) == 1, f"{term} has {len(values)} values of {predicate}"
            assert str(values[0]).strip()


def test_the_version_is_one_everywhere(ontology: Graph) -> None:
    version = str(ontology.value(IRI, OWL.versionInfo))
    assert ontology.value(IRI, OWL.versionIRI) == URIRef(f"{IRI}/{version}")
    assert json.loads(files.context().read_bytes())["@id"] == f"{IRI}/{version}/context.jsonld"


def test_vocab_and_ontology_have_the_same_terms(ontology: Graph) -> None:
    assert {term.removeprefix(CG.iri) for term in own(ontology)} == set(CG.terms)


def test_terms_taken_over_are_declared(ontology: Graph) -> None:
    declared = set(ontology.subjects(RDF.type, None))
    for term in {term for triple in ontology for term in triple if isinstance(term, URIRef)}:
        taken_over = any(term.startswith(PREFIXES[prefix]) for prefix in ("prov", "oa", "schema"))
        if taken_over and term not in ontology.objects(None, RDFS.isDefinedBy):
            assert term in declared, f"{term} is used and not declared"


def test_what_is_written_is_declared(ontology: Graph, written: Graph) -> None:
    taken_over = {space.iri + term for space in NAMESPACES.values() if space is not CG for term in space.terms}
    used = set(written.predicates()) | set(written.objects(None, RDF.type))
    assert {str(term) for term in used if term not in own(ontology)} <= taken_over


def test_what_is_declared_is_written(ontology: Graph, written: Graph) -> None:
    used = {str(term) for triple in written for term in triple}
    kinds = set(ontology.subjects(RDF.type, OWL.Class)) & own(ontology)
    unused = {term.removeprefix(CG.iri) for term in own(ontology) if str(term) not in used}
    assert unused - INFERRED_ONLY - ABSTRACT - {"pageNumber"} == set()
    assert {CG.iri + name for name in ABSTRACT} <= {str(kind) for kind in kinds}


def test_concepts_are_those_that_claims_and_refusals_use(ontology: Graph) -> None:
    for scheme, members in ((CG.qualifiers, Qualifier), (CG.refusalReasons, Reason)):
        concepts = ontology.subjects(SKOS.inScheme, URIRef(scheme))
        notations = {str(ontology.value(concept, SKOS.notation)) for concept in concepts}
        assert notations == {member.value for member in members}


def test_every_claim_type_has_a_class(ontology: Graph) -> None:
    classes = {URIRef(kind.rdf_class) for kind in claims.types().values()}
    assert classes == set(ontology.subjects(RDFS.subClassOf, URIRef(CG.Claim)))


def test_nothing_outside_owl_2_rl(ontology: Graph) -> None:
    ranges = set(ontology.objects(None, RDFS.range))
    assert {term for term in ranges if term.startswith(str(XSD))} <= RL_DATATYPES
    constructs = {OWL.unionOf, OWL.complementOf, OWL.someValuesFrom, OWL.allValuesFrom, OWL.Restriction, RDF.List}
    assert not constructs & {term for triple in ontology for term in triple}
    assert not [term for triple in ontology for term in triple if not isinstance(term, URIRef | Literal)]


def test_the_ontology_and_what_is_written_are_consistent(ontology: Graph, written: Graph) -> None:
    closed = ontology + written
    # Its improved datatypes would stay with rdflib for all tests that come after.
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, improved_datatypes=False).expand(closed)
    errors = [
        str(value) for _, value in closed.subject_objects(URIRef("http://www.daml.org/2002/03/agents/agent-ont#error"))
    ]
    assert errors == []
    ident = f"{Iris().base}region-"
    assert (URIRef(ident + "CN"), URIRef(CG.locatedIn), URIRef(ident + "142")) in closed
    assert (URIRef(ident + "150"), URIRef(CG.contains), URIRef(ident + "DE")) in closed


def test_what_contradicts_the_ontology_is_noticed(ontology: Graph) -> None:
    wrong = Graph() + ontology
    node = URIRef("https://example.org/both")
    wrong.add((node, RDF.type, URIRef(CG.Company)))
    wrong.add((node, RDF.type, URIRef(CG.Region)))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, improved_datatypes=False).expand(wrong)
    assert list(wrong.subject_objects(URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")))


def test_the_page_is_in_step() -> None:
    hint = "docs/ontology.md is older than the ontology; run `python tools/ontology_page.py`"
    assert ontology_page.PAGE.read_text(encoding="utf-8") == ontology_page.page(), hint


def test_the_context_knows_every_property(ontology: Graph) -> None:
    context = json.loads(files.context().read_bytes())["@context"]
    expanded = {
        entry["@id"] if isinstance(entry, dict) and "@id" in entry else entry
        for entry in context.values()
        if entry != 1.1 and not (isinstance(entry, dict) and "@reverse" in entry)
    }
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in set(ontology.subjects(RDF.type, kind)) & own(ontology):
            assert "cg:" + term.removeprefix(CG.iri) in expanded, f"{term} has no word in the context"


def test_the_context_types_properties_as_the_ontology_does(ontology: Graph) -> None:
    context = json.loads(files.context().read_bytes())["@context"]
    checked = 0
    for entry in context.values():
        if not isinstance(entry, dict) or not re.match("cg:", entry.get("@id", "")):
            continue
        term = URIRef(CG.iri + entry["@id"].removeprefix("cg:"))
        is_object = (term, RDF.type, OWL.ObjectProperty) in ontology
        assert (entry.get("@type", "") in {"@id", "@vocab"}) is is_object, term
        checked += 1
    assert checked > 30
