"""Shapes files: the bundled ones, or the user's own, as one graph."""

from __future__ import annotations

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
        ShapeError: a file is missing or no Turtle, or no shape in any of them says what it looks at.
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
    if not any((None, target, None) in graph for target in _TARGETS) and not _implicit_targets(graph):
        raise ShapeError(f"no shape in {source} says what it looks at; expected a target, such as sh:targetClass")
    return graph


def class_tree() -> list[tuple[URIRef, URIRef, URIRef]]:
    """The ontology's rdfs:subClassOf triples between named classes: shapes for a class hold for its subclasses too."""
    graph = Graph().parse(ontology(), format="turtle")
    pairs = graph.subject_objects(RDFS.subClassOf)
    return sorted((s, RDFS.subClassOf, o) for s, o in pairs if isinstance(s, URIRef) and isinstance(o, URIRef))


def _implicit_targets(graph: Graph) -> bool:
    shapes = set(graph.subjects(RDF.type, SH.NodeShape)) | set(graph.subjects(RDF.type, SH.PropertyShape))
    return any((shape, RDF.type, RDFS.Class) in graph for shape in shapes)
