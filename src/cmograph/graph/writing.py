"""From sections, as they come from reading pages, to a graph file.

    file = write_graph(folder / "graph.nq", sections, entities="https://w3id.org/cmograph/id/graph-entities")

A `Section` is one named graph and its N-Quads lines: `Section("https://…/graph-1a2b", b"<s> <p> <o> <g> .\\n…")`.
They may come in any order, from any number of processes: the file is the same. Pages that share a document give a
section each, with the same graph: their lines are united. The reference graph is one more section. The entities graph
(one skos:prefLabel for each market, company, segment and region) is made here. For an incremental build hand in the
unchanged sections of the old file: `read_sections(old)` streams them, `section_at` reads one whose place is known.
`GraphFile.summary` goes into the manifest, under "graph": `Graph.digest` reads it there.

Memory holds one section at a time, and the entities' spellings. The file is written beside its name and renamed.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cmograph.graph.labels import LabelCount
from cmograph.graph.sections import Place, Section, merged, read_sections


@dataclass(frozen=True, slots=True)
class GraphFile:
    """A graph file that was written.

    Attributes:
        path: where it is.
        digest: SHA-256 of its bytes, in lower-case hexadecimal.
        size: its length in bytes.
        quads: how many quads it holds.
        places: where each graph's section stands, by the graph's IRI, in the file's order.
    """

    path: Path
    digest: str
    size: int
    quads: int
    places: Mapping[str, Place]

    @property
    def summary(self) -> dict[str, str | int]:
        """What the manifest says of it."""
        return {"digest": self.digest, "size": self.size, "quads": self.quads}


class _Spool:
    """Sections on disk, in the order in which they came; a graph that comes again is united with what came before."""

    def __init__(self, file: BinaryIO, labels: LabelCount) -> None:
        self._file = file
        self._labels = labels
        self._where: dict[str, tuple[int, int]] = {}

    def add(self, section: Section) -> None:
        lines = section.lines
        if section.graph in self._where:
            earlier = self.read(section.graph)
            if earlier == lines:
                return
            self._labels.remove(earlier)
            lines = merged(earlier, lines)
        self._labels.add(lines)
        self._where[section.graph] = (self._file.seek(0, os.SEEK_END), len(lines))
        self._file.write(lines)

    def read(self, graph: str) -> bytes:
        offset, length = self._where[graph]
        self._file.seek(offset)
        return self._file.read(length)

    def sections(self) -> Iterator[Section]:
        for graph in sorted(self._where):
            yield Section(graph, self.read(graph))


def write_graph(path: Path, incoming: Iterable[Section], *, entities: str) -> GraphFile:
    """Write sections, and the entities graph made from them, as one graph file.

    Args:
        path: the file to write; an existing one is replaced when all is written. Its folder exists.
        incoming: sections with sorted lines, in any order; an entities graph among them is ignored.
        entities: the IRI of the entities graph.
    """
    labels = LabelCount()
    with tempfile.TemporaryFile(dir=path.parent) as file:
        spool = _Spool(file, labels)
        for section in incoming:
            if section.graph != entities:
                spool.add(section)
        preferred = Section(entities, labels.preferred(entities))
        return write_sections(path, _inserted(spool.sections(), preferred))


def insert_section(path: Path, section: Section) -> GraphFile:
    """Write a graph file again with one section added, or put in the place of the one with the same graph."""
    return write_sections(path, _inserted(read_sections(path), section))


def section_at(path: Path, graph: str, place: Place) -> Section:
    """Read one section of a graph file."""
    with path.open("rb") as file:
        file.seek(place.offset)
        return Section(graph, file.read(place.length))


def _inserted(ordered: Iterable[Section], new: Section) -> Iterator[Section]:
    waiting = bool(new.lines)
    for section in ordered:
        if waiting and section.graph >= new.graph:
            yield new
            waiting = False
        if section.graph != new.graph:
            yield section
    if waiting:
        yield new


def write_sections(path: Path, ordered: Iterable[Section]) -> GraphFile:
    """Write sections that come in order of their graphs as a graph file, beside its name first, then under it."""
    digest = hashlib.sha256()
    places: dict[str, Place] = {}
    offset = quads = 0
    temporary = path.with_name(path.name + ".part")
    try:
        with temporary.open("wb") as file:
            for section in ordered:
                file.write(section.lines)
                digest.update(section.lines)
                places[section.graph] = Place(offset, len(section.lines), section.lines.count(b"\n"))
                offset += len(section.lines)
                quads += places[section.graph].quads
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return GraphFile(path, digest.hexdigest(), offset, quads, places)
