"""One process's share of a validation: the shapes and the reference graph, read once, against chunk after chunk."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, URIRef

from cmograph.graph.sections import Section
from cmograph.shapes.chunks import Chunk
from cmograph.shapes.engine import results
from cmograph.shapes.loading import Terms, Triple, graph_of_quads
from cmograph.shapes.origin import Origins
from cmograph.shapes.report import Result
from cmograph.shapes.shapefiles import class_tree, load_shapes
from cmograph.vocab import CG


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in one chunk, and how many documents it has."""

    results: tuple[Result, ...]
    documents: int


class Checker:
    """Validates chunks against the shapes at a path (the bundled ones if None).

    `reference` is mixed into each chunk.
    """

    def __init__(self, shapes: Path | None, reference: Section | None = None) -> None:
        self._shapes = load_shapes(shapes)
        self._reference = () if reference is None else (reference,)
        self._shared: list[Triple] = [*class_tree(), *Terms().triples(_quads(self._reference))]

    def chunk(self, chunk: Chunk) -> Findings:
        """Validate some documents."""
        return self._check(_quads(chunk.sections), chunk.sections)

    def quads(self, quads: Iterable[ox.Quad]) -> Findings:
        """Validate the union of all graphs of some quads."""
        return self._check(quads, ())

    def _check(self, quads: Iterable[ox.Quad], sections: tuple[Section, ...]) -> Findings:
        with _without_collector(), _without_complaints():
            graph = graph_of_quads(quads, self._shared)
            origins = Origins(graph, (*sections, *self._reference))
            found = tuple(map(origins.placed, results(graph, self._shapes)))
            documents = sum(1 for _ in graph.subjects(RDF.type, URIRef(CG.Document)))
        return Findings(found, documents)


def _quads(sections: Iterable[Section]) -> Iterator[ox.Quad]:
    for section in sections:
        yield from ox.parse(section.lines, ox.RdfFormat.N_QUADS)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Millions of terms that live as long as their chunk make the collector search in vain, a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def _without_complaints() -> Iterator[None]:
    """rdflib logs a traceback for each ill-typed literal, which a shape reports, and pySHACL each error it raises."""
    logs = [logging.getLogger(name) for name in ("rdflib.term", "pyshacl-validate")]
    for log in logs:
        log.addFilter(_nothing)
    try:
        yield
    finally:
        for log in logs:
            log.removeFilter(_nothing)


def _nothing(_record: logging.LogRecord) -> bool:
    return False
