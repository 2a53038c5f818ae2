"""Validation of a built folder, document by document and on all cores, or of any RDF file."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import suppress
from itertools import islice
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

from cmograph.errors import GraphError
from cmograph.graph.sections import well_formed
from cmograph.shapes.checking import Checker, Findings
from cmograph.shapes.chunks import Chunk, chunks, reference_section
from cmograph.shapes.loading import read_quads
from cmograph.shapes.report import Result, ValidationReport


def validate(source: str | Path, shapes: str | Path | None = None, *, jobs: int | None = None) -> ValidationReport:
    """Validate a graph.

    Args:
        source: a folder that `build` made, or a file of RDF.
        shapes: a shapes file in Turtle, or a folder of .ttl files; the bundled shapes if None.
        jobs: how many processes share the work on a folder; all cores if None. The report does not depend on it.

    Raises:
        GraphError: the source is no built folder and no readable RDF file, is broken, or is a file that has
            nothing to do with the bundled shapes.
        ShapeError: the shapes cannot be used.
    """
    place, shape_place = Path(source), None if shapes is None else Path(shapes)
    if not place.is_dir():
        return _about_something(_report([Checker(shape_place).quads(read_quads(place))]), place, shape_place)
    graph = place / "graph.nq"
    if not graph.is_file():
        raise GraphError(f"no graph.nq in {place}; expected a folder that `cmograph build … -o {place}` made")
    with well_formed(graph):
        checker = Checker(shape_place, reference_section(graph))
        jobs = jobs or _cores()
        return _report(map(checker.chunk, chunks(graph)) if jobs == 1 else _spread(checker, chunks(graph), jobs))


def _about_something(report: ValidationReport, file: Path, shapes: Path | None) -> ValidationReport:
    """The report, where the bundled shapes found what they are for: silence about nothing would look like praise."""
    if shapes is None and not report.documents and not report.results:
        raise GraphError(f"{file} holds no document, so there is nothing to check; see whether it is the right file")
    return report


def _cores() -> int:
    """How many cores this process may use, which can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _report(found: Iterable[Findings]) -> ValidationReport:
    results: set[Result] = set()
    documents = 0
    for findings in found:
        results.update(findings.results)
        documents += findings.documents
    return ValidationReport(tuple(sorted(results, key=lambda result: result.order)), documents)


def _spread(checker: Checker, work: Iterator[Chunk], jobs: int) -> Iterator[Findings]:
    """Findings in the order in which they are done. No more than two chunks for each process are in memory.

    The processes end at once when the work is done or given up: a chunk takes many seconds, and nobody waits for it.
    """
    theirs, ours = Pipe(duplex=False)
    with theirs, ProcessPoolExecutor(jobs, initializer=_start, initargs=(checker, theirs, ours)) as pool, ours:
        running: set[Future[Findings]] = {pool.submit(_check, chunk) for chunk in islice(work, 2 * jobs)}
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            running |= {pool.submit(_check, chunk) for chunk in islice(work, len(done))}
            yield from (future.result() for future in done)


class _Worker:
    """What a worker process keeps from chunk to chunk."""

    checker: Checker


def _start(checker: Checker, lifeline: Connection, held: Connection) -> None:
    """Begin a worker process, which ends when the other end of its lifeline is closed; of that it has a copy."""
    held.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends its workers itself
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with, args=(lifeline,), daemon=True).start()
    _Worker.checker = checker


def _end_with(lifeline: Connection) -> None:
    with suppress(EOFError, OSError):
        lifeline.recv_bytes()
    os._exit(1)


def _check(chunk: Chunk) -> Findings:
    return _Worker.checker.chunk(chunk)
