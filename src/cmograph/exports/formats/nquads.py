"""N-Quads: the quads as they are kept, in order of their graphs, then of their lines."""

from __future__ import annotations

from typing import BinaryIO

from cmograph.graph import Graph

suffix = ".nq"
description = "N-Quads: all quads, sorted, one a line"


def write(graph: Graph, out: BinaryIO) -> None:
    """Write the quads."""
    out.writelines(section.lines for section in graph.sections())
