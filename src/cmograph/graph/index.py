"""The index that answers queries: an embedded store on disk, made from a graph file when the first question is asked.

It is kept in `index/`, under a name that tells which graph file it was made from; it is filled in a temporary folder
and renamed, so that it is whole or absent. It is only ever opened for reading: any number of processes can ask at once.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from cmograph.errors import OutputError
from cmograph.graph.sections import Section, batches

BATCH = 100_000
PART = 1 << 25
"""Quads that are loaded at a time, and bytes where one section is larger. A million quads take 6 to 12 s; with half a
million at a time the same, and four times the memory."""


ABANDONED = 3600.0
"""Seconds after which a temporary folder that nothing was added to belongs to a process that was killed."""

_NEW = ".new-"


def open_index(folder: Path, digest: str, sections: Iterable[Section], *, layout: str) -> Store:
    """The store of a graph file: an index found in the folder, or a new one; in memory if the folder cannot be written.

    Args:
        folder: where indexes are kept; made when missing.
        digest: the graph file's digest; indexes of other graph files are removed.
        sections: the graph file's sections, read only when there is no index yet.
        layout: a word for how the sections are laid out; each layout of a graph file has an index of its own.

    Raises:
        OutputError: there is no room for it.
    """
    made_from = f"{digest[:16]}-{version('pyoxigraph')}-"
    place = folder / (made_from + layout)
    if place.is_dir():
        return Store.read_only(str(place))
    try:
        folder.mkdir(exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=_NEW, dir=folder))
    except OSError:
        return memory_store(sections)
    try:
        _fill(Store(str(temporary)), sections)
        _rename(temporary, place)
    except OSError as error:
        raise OutputError(f"cannot write the index of the graph, {place}: {error}; make room and ask again") from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    _remove_others(folder, made_from)
    return Store.read_only(str(place))


def memory_store(sections: Iterable[Section]) -> Store:
    """A store in memory."""
    store = Store()
    _fill(store, sections)
    return store


def _fill(store: Store, sections: Iterable[Section]) -> None:
    for batch in batches(sections, BATCH):
        for part in _parts(batch):
            store.bulk_load(part, RdfFormat.N_QUADS)
    store.flush()


def _parts(lines: bytes) -> Iterator[bytes]:
    start = 0
    while start < len(lines):
        end = lines.find(b"\n", start + PART) + 1 or len(lines)
        yield lines[start:end]
        start = end


def _rename(temporary: Path, place: Path) -> None:
    try:
        temporary.rename(place)
    except OSError:
        if not place.is_dir():  # otherwise another process made the same index in the meantime
            raise


def _remove_others(folder: Path, made_from: str) -> None:
    for other in sorted(folder.iterdir()):
        being_made = other.name.startswith(_NEW) and time.time() - other.stat().st_mtime < ABANDONED
        if not other.name.startswith(made_from) and not being_made:
            shutil.rmtree(other, ignore_errors=True)
