"""The folder that a build writes into: what may stand there, what can be used again, how new files replace old ones."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cmograph.building import manifest as manifests
from cmograph.building.lock import NAME as LOCK
from cmograph.building.lock import locked
from cmograph.building.manifest import Manifest
from cmograph.building.program import identity
from cmograph.errors import GraphError
from cmograph.graph import GRAPH_FILE, INDEX_FOLDER, load
from cmograph.outfiles import written
from cmograph.shapes.formats import report_format
from cmograph.shapes.report import ValidationReport

WORK = ".work"
REPORT = "validation.ttl"


@contextmanager
def opened(folder: Path) -> Iterator[Path]:
    """Hold a graph folder for one build; gives an empty folder inside it to work in, which goes at the end.

    Raises:
        GraphError: the folder cannot be used, holds something else, or another build holds it.
    """
    _prepare(folder)
    work = folder / WORK
    with locked(folder):
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)


def last_build(folder: Path, base: str) -> Manifest | None:
    """The last build's manifest, where the same program made it, under the same base, for the graph beside it."""
    try:
        old = manifests.load(folder)
        fits = old.program == identity() and old.base == base and load(folder).digest == old.graph.digest
    except GraphError:
        return None
    return old if fits else None


def install(work: Path, folder: Path) -> None:
    """Put the new graph and manifest in the place of the old ones.

    The graph goes first: should the build end between the two, the manifest's digest does not fit, and the next build
    starts from nothing.
    """
    for name in (GRAPH_FILE, manifests.NAME):
        (work / name).replace(folder / name)
    (folder / REPORT).unlink(missing_ok=True)  # it was on the graph that is gone


def keep_report(folder: Path, report: ValidationReport) -> None:
    """Put a validation report beside the graph that it is on, where the folder can be written to."""
    if os.access(folder, os.W_OK):
        with written(folder / REPORT) as file:
            file.write(report_format("turtle").render(report).encode())


def _prepare(folder: Path) -> None:
    ours = {GRAPH_FILE, manifests.NAME, INDEX_FOLDER, WORK, LOCK, REPORT}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strange = sorted(entry.name for entry in folder.iterdir() if entry.name not in ours)
    except OSError as error:
        raise GraphError(f"the graph folder {folder} cannot be used: {error.strerror}; choose another one") from error
    if strange and not (folder / manifests.NAME).exists():
        raise GraphError(f"{folder} holds other things than a graph ({strange[0]}); choose an empty or a new folder")
