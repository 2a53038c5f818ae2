"""What follows from what was read, in a graph of its own.

The rules run over some documents at a time. That gives what they would give over all of them at once, because one rule
alone joins two statements, that of transitive properties: their statements come together in a store of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from cmograph.graph.rules import Rules
from cmograph.graph.sections import Section, read_sections, triples
from cmograph.graph.sorting import sorted_lines
from cmograph.graph.writing import GraphFile, insert_section

BATCH = 100_000
"""Quads at a time."""

_END = b".\n"
_READ = b".r\n"  # how a line ends that was read, while what was inferred is sorted among what was read


def add_inferred(path: Path, graph: str) -> GraphFile:
    """Write a graph file again with what follows from it.

    Args:
        path: the graph file.
        graph: the IRI of the graph for what is inferred; what that graph held before is replaced.
    """
    tail = f"<{graph}> .\n".encode()
    read = (section for section in read_sections(path) if section.graph != graph)
    lines = b"".join(line[: -len(_END)] + tail for line in inferred(read))
    return insert_section(path, Section(graph, lines))


def inferred(sections: Iterable[Section]) -> Iterator[bytes]:
    """What follows from sections and stands in none of them: lines of N-Triples, sorted, each once."""
    blocks = sorted_lines(_candidates(sections))
    lines = (line for block in blocks for line in block.splitlines(keepends=True))
    for _, same in groupby(lines, key=lambda line: line[: line.rindex(b".")]):
        first, *others = same
        if first.endswith(_END) and not others:
            yield first


def _candidates(sections: Iterable[Section]) -> Iterator[bytes]:
    """What follows from some documents each; and what was read of which others could be inferred, marked."""
    rules = Rules()
    joined: set[bytes] = set()
    for batch in _batches(sections):
        new = rules.follows(batch)
        yield from new
        yield from (line[: -len(_END)] + _READ for line in batch if _predicate(line) in rules.derivable)
        joined.update(line for lines in (batch, new) for line in lines if _predicate(line) in rules.joined)
    yield from rules.follows(joined)


def _batches(sections: Iterable[Section]) -> Iterator[list[bytes]]:
    waiting: list[bytes] = []
    for section in sections:
        waiting += triples(section)
        if len(waiting) >= BATCH:
            yield waiting
            waiting = []
    yield waiting


def _predicate(line: bytes) -> bytes:
    return line.split(b" ", 2)[1]
