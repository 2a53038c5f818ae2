"""N-Quads in sections: the lines of one named graph after those of another, cut apart without parsing them.

A section's lines are canonical N-Quads (`<s> <p> <o> <g> .`, one space between the parts), sorted by their bytes, each
once, each ending in a line feed. A graph file is its sections in order of their graphs' IRIs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from cmograph.errors import GraphError


@dataclass(frozen=True, slots=True)
class Section:
    """One named graph: its IRI, and its N-Quads lines."""

    graph: str
    lines: bytes


class Place(NamedTuple):
    """Where a section stands in a graph file: offset and length in bytes, and how many quads it has."""

    offset: int
    length: int
    quads: int


def graph_of(line: bytes) -> bytes:
    """The IRI of the graph that an N-Quads line belongs to."""
    return line[line.rindex(b" <") + 2 : line.rindex(b">")]


def sections(lines: Iterable[bytes]) -> Iterator[Section]:
    """Cut sorted N-Quads lines into sections; at most one of them is in memory.

    Raises:
        GraphError: a line does not end in a graph's IRI.
    """
    try:
        for graph, members in groupby(lines, key=graph_of):
            yield Section(graph.decode(), b"".join(members))
    except ValueError as error:
        message = "a line of N-Quads names no graph: expected `<s> <p> <o> <g> .`; build the graph again"
        raise GraphError(message) from error


def read_sections(path: Path) -> Iterator[Section]:
    """The sections of a graph file, in its order."""
    with path.open("rb", buffering=1 << 20) as file:
        yield from sections(file)


def merged(*parts: bytes) -> bytes:
    """The lines of several sections of one graph as one: sorted, each once."""
    lines = {line for part in parts for line in part.split(b"\n") if line}
    return b"".join(line + b"\n" for line in sorted(lines))
