"""Any RDF file as sections: parsed, sorted and held in memory, terms kept as they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, RdfFormat, parse, serialize

from cmograph.errors import GraphError
from cmograph.graph.sections import Section

SUFFIXES = {
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
    ".jsonld": RdfFormat.JSON_LD,
}


def parsed_sections(path: Path) -> Iterator[Section]:
    """The graphs of an RDF file, in order of their IRIs; triples outside of them come first, in a section under "".

    Raises:
        GraphError: the file's name does not tell its format, or it does not hold to it.
    """
    lines: defaultdict[str, set[bytes]] = defaultdict(set)
    try:
        for quad in parse(path=str(path), format=format_of(path)):
            graph = "" if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name.value
            lines[graph].add(serialize([quad], format=RdfFormat.N_QUADS) or b"")
    except SyntaxError as error:
        raise GraphError(
            f"{path} is not well-formed: {error}; expected RDF in the format that its name ends in"
        ) from error
    for graph in sorted(lines):
        yield Section(graph, b"".join(sorted(lines[graph])))


def format_of(path: Path) -> RdfFormat:
    """The RDF format that a file's name tells.

    Raises:
        GraphError: it tells none.
    """
    try:
        return SUFFIXES[path.suffix.lower()]
    except KeyError:
        known = ", ".join(SUFFIXES)
        raise GraphError(f"{path} has a name that tells no RDF format; expected one that ends in {known}") from None
