"""The graph in other formats. One file in `formats/` is one format; it is found by looking in that folder.

    export(graph, "turtle", "graph.ttl")

The same graph gives the same bytes, and what holds RDF reads back as the same quads (Turtle: the same triples).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Protocol, cast

from cmograph.errors import ExportError
from cmograph.exports import formats as _folder
from cmograph.family import members
from cmograph.graph import Graph
from cmograph.graph.sections import well_formed
from cmograph.outfiles import written


class Format(Protocol):
    """What a file in `formats/` must have.

    Attributes:
        suffix: how the names of its files end, with the dot.
        description: one line for a list of formats.
    """

    suffix: str
    description: str

    def write(self, graph: Graph, out: BinaryIO) -> None:
        """Write the graph; `out` need not be seekable."""


@cache
def formats() -> Mapping[str, Format]:
    """The formats by name, in alphabetical order.

    Raises:
        TypeError: a file in `formats/` lacks what a format must have.
    """
    found = members(_folder, ("suffix", "description", "write"), "export format")
    return MappingProxyType(cast("dict[str, Format]", found))


def format_named(name: str) -> Format:
    """A format by its name.

    Raises:
        ExportError: there is none of that name.
    """
    try:
        return formats()[name]
    except KeyError:
        raise ExportError(f"no export format called {name!r} (there are: {', '.join(formats())})") from None


def export(graph: Graph, format: str, out: str | os.PathLike[str] | BinaryIO) -> None:  # noqa: A002 (the word that users know)
    """Write a graph in another format.

    Args:
        graph: what to write.
        format: the name of a format, one of `formats()`.
        out: a file (see `cmograph.outfiles`), or a binary stream.

    Raises:
        ExportError: there is no such format, or it needs a package that is not installed.
        GraphError: the graph's file is broken.
        OutputError: the file cannot be written.
    """
    chosen = format_named(format)
    with ExitStack() as stack:
        stack.enter_context(well_formed(graph.file))
        file = stack.enter_context(written(Path(out))) if isinstance(out, str | os.PathLike) else out
        chosen.write(graph, file)
