"""A graph file in chunks of documents, each to be validated together with what all documents share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cmograph.graph.sections import Section, read_sections

# Fixed, so that results do not depend on how many processes share the work. Small chunks spend their time on the
# reference graph, large ones on joins, which take longer the larger the graph is.
DOCUMENTS_IN_CHUNK = 50
_REFERENCE, _ENTITIES, _INFERRED = "graph-reference", "graph-entities", "graph-inferred"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Sections to validate together."""

    sections: tuple[Section, ...]


def reference_section(path: Path) -> Section | None:
    """The reference graph of a graph file: places, currencies and concepts."""
    return next((section for section in read_sections(path) if section.graph.endswith(_REFERENCE)), None)


def chunks(path: Path) -> Iterator[Chunk]:
    """The documents of a graph file, some at a time, and the entities graph by itself.

    The first chunk is empty: what all documents share, by itself. What was inferred is not looked at.
    """
    yield Chunk(())
    waiting: list[Section] = []
    for section in read_sections(path):
        if section.graph.endswith(_ENTITIES):
            yield Chunk((section,))
        elif not section.graph.endswith((_REFERENCE, _INFERRED)):
            waiting.append(section)
        if len(waiting) == DOCUMENTS_IN_CHUNK:
            yield Chunk(tuple(waiting))
            waiting = []
    if waiting:
        yield Chunk(tuple(waiting))
