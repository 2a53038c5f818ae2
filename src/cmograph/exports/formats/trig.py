"""TriG: Turtle, with a block for each named graph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from pyoxigraph import Quad, RdfFormat, parse

from cmograph.exports.prefixed import write_prefixed
from cmograph.graph import Graph

suffix = ".trig"
description = "TriG: all quads, readable, a block for each document's graph"


def write(graph: Graph, out: BinaryIO) -> None:
    """Write the named graphs in order of their IRIs, and in each the statements grouped by subject."""
    write_prefixed(_quads(graph), out, RdfFormat.TRIG, graph.base)


def _quads(graph: Graph) -> Iterator[Quad]:
    for section in graph.sections():
        yield from parse(section.lines, RdfFormat.N_QUADS)
