"""Shapes files: the bundled ones, or the user's own, as one graph."""

from __future__ import annotations

import re
from pathlib import Path

from rdflib import RDF, RDFS, Graph
from rdflib.namespace import SH
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import URIRef

from cmograph.errors import ShapeError
from cmograph.files import folder, ontology

_TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)


def shape_files(source: Path | None = None) -> list[Path]:
    """The shapes files at a path: a file itself, or the .ttl files in a folder, sorted; the bundled ones if None.

    Raises:
        ShapeError: there is no such file, or no .ttl file in the folder.
    """
    place = folder("shapes") if source is None else source
    if place.is_file():
        return [place]
    files = sorted(place.glob("*.ttl"))
    if not files:
        raise ShapeError(f"no shapes at {place}; expected a Turtle file with SHACL shapes, or a folder of .ttl files")
    return files


def load_shapes(source: Path | None = None) -> Graph:
    """The shapes at a path, or the bundled ones, as one graph.

    Raises:
        ShapeError: a file is missing or no Turtle, a pattern or query in it is none, or no shape in any of them says
            what it looks at.
    """
    graph = Graph()
    for file in shape_files(source):
        try:
            graph.parse(file, format="turtle")
        except (BadSyntax, ValueError) as error:
            raise ShapeError(f"{file} is not Turtle: {error}") from error
        except OSError as error:
            message = f"{file} cannot be opened ({error.strerror}); expected a Turtle file with SHACL shapes"
            raise ShapeError(message) from error
    _check_literals(graph)
    if not any((None, target, None) in graph for target in _TARGETS) and not _implicit_targets(graph):
        raise ShapeError(f"no shape in {source} says what it looks at; expected a target, such as sh:targetClass")
    return graph


def _check_literals(graph: Graph) -> None:
    """What pySHACL would fail on without saying where: patterns, and queries that are of another kind."""
    for shape, pattern in graph.subject_objects(SH.pattern):
        try:
            re.compile(str(pattern))
        except re.error as error:
            raise ShapeError(f"the sh:pattern {str(pattern)!r} of {shape} is no regular expression: {error}") from error
    for select in graph.objects(None, SH.select):
        if not re.search(r"\bselect\b", str(select), re.IGNORECASE):
            raise ShapeError(f"a shape's sh:select is no SELECT query: {str(select).strip()}")


def class_tree() -> list[tuple[URIRef, URIRef, URIRef]]:
    """The ontology's rdfs:subClassOf triples between named classes: shapes for a class hold for its subclasses too."""
    graph = Graph().parse(ontology(), format="turtle")
    pairs = graph.subject_objects(RDFS.subClassOf)
    return sorted((s, RDFS.subClassOf, o) for s, o in pairs if isinstance(s, URIRef) and isinstance(o, URIRef))


def _implicit_targets(graph: Graph) -> bool:
    shapes = set(graph.subjects(RDF.type, SH.NodeShape)) | set(graph.subjects(RDF.type, SH.PropertyShape))
    return any((shape, RDF.type, RDFS.Class) in graph for shape in shapes)
