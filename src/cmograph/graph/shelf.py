"""Sections in files, until the graph is written: each process that makes some has a file of its own, a shelf.

What goes from one process to another is then only where a section stands, and the names in it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from cmograph.graph.labels import entity_labels
from cmograph.graph.sections import Place, Section


@dataclass(frozen=True, slots=True)
class Stored:
    """A section that stands in a file.

    Attributes:
        graph: the IRI of its graph.
        file: where its lines stand, among others.
        offset: where they begin there, in bytes.
        length: how long they are, in bytes.
        labels: the entities that they name, with the label of each, as N-Quads terms.
    """

    graph: str
    file: Path
    offset: int
    length: int
    labels: list[tuple[bytes, bytes]]


class Shelf:
    """A file into which one process puts sections; it is made when the first one comes.

    Args:
        folder: where; whoever owns it removes it with all shelves in it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[bytes] | None = None
        self._path = folder
        self._end = 0

    def put(self, section: Section) -> Stored:
        """Store a section; when this returns, other processes can read it.

        Raises:
            OSError: the file cannot be made or written, as on a full disk.
        """
        if self._file is None:
            file = tempfile.NamedTemporaryFile(prefix="shelf-", dir=self._folder, delete=False)  # noqa: SIM115 (stays open)
            self._file, self._path = file, Path(file.name)
        try:
            self._file.write(section.lines)
            self._file.flush()
        except OSError:
            self._drop()
            raise
        offset, self._end = self._end, self._end + len(section.lines)
        return Stored(section.graph, self._path, offset, len(section.lines), entity_labels(section.lines))

    def _drop(self) -> None:
        """Leave a file that could not be written to its end; the next section goes into a new one."""
        with suppress(OSError):
            if self._file is not None:
                self._file.close()
        self._file, self._end = None, 0


def stored_at(file: Path, graph: str, place: Place) -> Stored:
    """A section of a graph file, left where it is."""
    with file.open("rb") as lines:
        lines.seek(place.offset)
        labels = entity_labels(lines.read(place.length))
    return Stored(graph, file, place.offset, place.length, labels)


@contextmanager
def opened_shelves() -> Iterator[Callable[[Stored], bytes]]:
    """What reads the lines of stored sections, with each file open once."""
    with ExitStack() as stack:
        files: dict[Path, BinaryIO] = {}

        def lines(stored: Stored) -> bytes:
            if stored.file not in files:
                files[stored.file] = stack.enter_context(stored.file.open("rb"))
            files[stored.file].seek(stored.offset)
            return files[stored.file].read(stored.length)

        yield lines
