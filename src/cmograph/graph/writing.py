"""From sections, as they come from reading pages, to a graph file.

    file = write_graph(folder / "graph.nq", stored, entities="https://w3id.org/cmograph/id/graph-entities")

A section is one named graph and its N-Quads lines; it waits on a shelf of the process that made it (`shelf.py`). They
may come in any order, from any number of processes: the file is the same. Pages that share a document give a section
each, with the same graph: their lines are united. The reference graph is one more section. The entities graph (one
skos:prefLabel for each market, company, segment and region) is made here. An incremental build hands in the unchanged
sections of the old file where they stand (`stored_at`). `GraphFile.summary` goes into the manifest, under "graph":
`Graph.digest` reads it there.

Memory holds one section at a time, where the others stand, and the entities' spellings. The file is written beside its
name and renamed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cmograph.graph.labels import LabelCount, entity_labels
from cmograph.graph.sections import Place, Section, merged, read_sections
from cmograph.graph.shelf import Stored, opened_shelves
from cmograph.outfiles import written


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


def write_graph(path: Path, incoming: Iterable[Stored], *, entities: str) -> GraphFile:
    """Write sections, and the entities graph made from them, as one graph file.

    Args:
        path: the file to write; an existing one is replaced when all is written. Its folder exists.
        incoming: sections with sorted lines, in any order; an entities graph among them is ignored.
        entities: the IRI of the entities graph.
    """
    labels = LabelCount()
    found: dict[str, list[Stored]] = {}
    for stored in incoming:
        if stored.graph == entities:
            continue
        same = found.setdefault(stored.graph, [])
        if not same:
            labels.add(stored.labels)
        same.append(replace(stored, labels=[]))
    with opened_shelves() as lines:
        for same in found.values():
            if len(same) > 1:
                labels.remove(entity_labels(lines(same[0])))
                labels.add(entity_labels(_united(same, lines)))
        ordered = (Section(graph, _united(found[graph], lines)) for graph in sorted(found))
        return write_sections(path, _inserted(ordered, Section(entities, labels.preferred(entities))))


def _united(same: list[Stored], lines: Callable[[Stored], bytes]) -> bytes:
    """The lines of one graph, from all sections of it."""
    parts = list({lines(stored): None for stored in same})
    return parts[0] if len(parts) == 1 else merged(*parts)


def insert_section(path: Path, section: Section) -> GraphFile:
    """Write a graph file again with one section added, or put in the place of the one with the same graph."""
    return write_sections(path, _inserted(read_sections(path), section))


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
    with written(path) as file:
        for section in ordered:
            file.write(section.lines)
            digest.update(section.lines)
            places[section.graph] = Place(offset, len(section.lines), section.lines.count(b"\n"))
            offset += len(section.lines)
            quads += places[section.graph].quads
    return GraphFile(path, digest.hexdigest(), offset, quads, places)
