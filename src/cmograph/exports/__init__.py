"""The graph in other formats. One file in `formats/` is one format; it is found by looking in that folder.

    export(graph, "turtle", "graph.ttl")

The same graph gives the same bytes, and what holds RDF reads back as the same quads (Turtle: the same triples).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Protocol, cast

from cmograph.errors import ExportError
from cmograph.exports import formats as _folder
from cmograph.family import members
from cmograph.graph import Graph


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
        out: a file, which is written beside its name and renamed when it is whole, or a binary stream.

    Raises:
        ExportError: there is no such format, it needs a package that is not installed, or the file cannot be written.
    """
    chosen = format_named(format)
    if not isinstance(out, str | os.PathLike):
        chosen.write(graph, out)
        return
    path = Path(out)
    temporary = path.with_name(f".{path.name}.part")
    try:
        with temporary.open("wb") as file:
            chosen.write(graph, file)
        temporary.replace(path)
    except OSError as error:
        raise ExportError(f"cannot write {path}: {error.strerror}; choose another file") from error
    finally:
        temporary.unlink(missing_ok=True)
