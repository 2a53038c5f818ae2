"""SHACL property paths as SPARQL writes them."""

from __future__ import annotations

from rdflib import RDF, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import SH
from rdflib.term import Node

_SUFFIXES = {SH.zeroOrMorePath: "*", SH.oneOrMorePath: "+", SH.zeroOrOnePath: "?"}


def sparql_path(path: Node, graph: Graph) -> str:
    """A path, as the graph describes it, in SPARQL's notation: `<a>/<b>`, `^<a>`, `<a>|<b>`, `<a>*`."""
    if not isinstance(path, BNode):
        return f"<{path}>" if isinstance(path, URIRef) else str(path)
    if (path, RDF.first, None) in graph:
        return "/".join(_step(step, graph) for step in Collection(graph, path))
    if (inverse := graph.value(path, SH.inversePath)) is not None:
        return "^" + _step(inverse, graph)
    if (members := graph.value(path, SH.alternativePath)) is not None:
        return "|".join(_step(member, graph) for member in Collection(graph, members))
    for predicate, suffix in _SUFFIXES.items():
        if (inner := graph.value(path, predicate)) is not None:
            return _step(inner, graph) + suffix
    return str(path)


def _step(path: Node, graph: Graph) -> str:
    text = sparql_path(path, graph)
    return text if isinstance(path, URIRef) else f"({text})"
