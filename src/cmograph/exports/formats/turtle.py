"""Turtle: the triples of all graphs as one, each once, grouped by subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from pyoxigraph import RdfFormat, Triple, parse

from cmograph.exports.prefixed import write_prefixed
from cmograph.graph import Graph
from cmograph.graph.sections import triples
from cmograph.graph.sorting import sorted_lines

suffix = ".ttl"
description = "Turtle: all triples, readable, without the graphs that they stand in"


def write(graph: Graph, out: BinaryIO) -> None:
    """Write the triples; they are sorted on disk, so that memory does not grow with the graph."""
    write_prefixed(_triples(graph), out, RdfFormat.TURTLE, graph.base)


def _triples(graph: Graph) -> Iterator[Triple]:
    for block in sorted_lines(line for section in graph.sections() for line in triples(section)):
        for quad in parse(block, RdfFormat.N_TRIPLES):
            yield quad.triple
