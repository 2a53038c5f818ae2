"""N-Quads in sections: the lines of one named graph after those of another, cut apart without parsing them.

A section's lines are canonical N-Quads (`<s> <p> <o> <g> .`, one space between the parts), sorted by their bytes, each
once, each ending in a line feed. A graph file is its sections in order of their graphs' IRIs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, groupby, takewhile
from pathlib import Path
from typing import BinaryIO, NamedTuple

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


@contextmanager
def well_formed(file: Path) -> Iterator[None]:
    """While the lines of a graph file are parsed.

    Raises:
        GraphError: a line of them is no N-Quads.
    """
    try:
        yield
    except SyntaxError as error:
        raise GraphError(f"{file} is not well-formed: {error}; build the graph again") from error


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


def without_graph(section: Section) -> Section:
    """The same statements in no named graph."""
    if not section.graph:
        return section
    return Section("", section.lines.replace(f" <{section.graph}> .\n".encode(), b" .\n"))


def batches(incoming: Iterable[Section], quads: int) -> Iterator[bytes]:
    """The lines of whole sections, joined until they are at least so many."""
    waiting: list[bytes] = []
    count = 0
    for section in incoming:
        waiting.append(section.lines)
        count += section.lines.count(b"\n")
        if count >= quads:
            yield b"".join(waiting)
            waiting, count = [], 0
    if waiting:
        yield b"".join(waiting)


def triples(section: Section) -> list[bytes]:
    """The lines of a section as N-Triples, without its graph."""
    tail = f"<{section.graph}> .\n".encode() if section.graph else b".\n"
    return [line[: -len(tail)] + b".\n" for line in section.lines.splitlines(keepends=True)]


def merged(*parts: bytes) -> bytes:
    """The lines of several sections of one graph as one: sorted, each once."""
    lines = {line for part in parts for line in part.split(b"\n") if line}
    return b"".join(line + b"\n" for line in sorted(lines))


def read_section(path: Path, graph: str) -> Section:
    """One section of a graph file, found by halving; without lines where the file has none of that graph."""
    wanted = graph.encode()
    low, high = 0, path.stat().st_size
    with path.open("rb") as file:
        while low < high:
            middle = (low + high) // 2
            line = _line_after(file, middle)
            if line and graph_of(line) < wanted:
                low = middle + 1
            else:
                high = middle
        first = _line_after(file, low)
        lines = takewhile(lambda line: graph_of(line) == wanted, chain([first] if first else [], file))
        return Section(graph, b"".join(lines))


def _line_after(file: BinaryIO, offset: int) -> bytes:
    """The first line that begins at the offset or after it."""
    file.seek(max(offset - 1, 0))
    if offset:
        file.readline()
    return file.readline()
