"""RDF as bytes → a graph for pySHACL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox
from rdflib import BNode, Literal, URIRef

from cmograph.errors import GraphError
from cmograph.shapes.prepared import PreparedGraph

Term: TypeAlias = URIRef | BNode | Literal
Triple: TypeAlias = tuple[Term, Term, Term]

_STRING = "http://www.w3.org/2001/XMLSchema#string"


class Terms:
    """rdflib's terms for pyoxigraph's; each is made once, because most stand in many triples."""

    def __init__(self) -> None:
        self._known: dict[object, Term] = {}

    def triples(self, quads: Iterable[ox.Quad]) -> Iterator[Triple]:
        """The triples of some quads."""
        for quad in quads:
            yield self._term(quad.subject), self._term(quad.predicate), self._term(quad.object)

    def _term(self, term: object) -> Term:
        known = self._known.get(term)
        if known is None:
            known = self._known[term] = _made(term)
        return known


def _made(term: object) -> Term:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise GraphError(f"{term} is a triple inside a triple, which SHACL cannot look at; expected RDF 1.1")
    if term.language:
        return Literal(term.value, lang=term.language)
    # A plain string has no datatype in rdflib, so that it equals the strings of shapes written in Turtle.
    datatype = None if term.datatype.value == _STRING else URIRef(term.datatype.value)
    return Literal(term.value, datatype=datatype, normalize=False)


def graph_of_quads(quads: Iterable[ox.Quad], known: Iterable[Triple] = ()) -> PreparedGraph:
    """One plain graph of all quads, whichever graphs they stand in, and of triples that are known already."""
    graph = PreparedGraph()
    for triple in known:
        graph.add(triple)
    for triple in Terms().triples(quads):
        graph.add(triple)
    return graph


def read_quads(path: Path) -> list[ox.Quad]:
    """The quads of an RDF file (Turtle, TriG, N-Triples, N-Quads, RDF/XML, JSON-LD), told apart by its ending.

    Raises:
        GraphError: the ending is not that of an RDF format, the file cannot be opened, or it is malformed.
    """
    kind = ox.RdfFormat.from_extension(path.suffix.lstrip("."))
    if kind is None:
        endings = ".ttl, .trig, .nt, .nq, .rdf or .jsonld"
        raise GraphError(f"{path} ends in {path.suffix!r}; expected a built folder, or RDF in {endings}")
    try:
        return list(ox.parse(path=str(path), format=kind, base_iri=path.absolute().as_uri()))
    except OSError as error:
        message = f"{path} cannot be opened ({error.strerror}); expected a built folder or an RDF file"
        raise GraphError(message) from error
    except (SyntaxError, ValueError) as error:
        raise GraphError(f"{path} is not {kind.name}: {error}") from error
