"""One build: from pages to a graph folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from cmograph.building import manifest as manifests
from cmograph.building.choice import Note
from cmograph.building.manifest import GraphRecord, Manifest
from cmograph.building.outfolder import install, last_build, opened
from cmograph.building.page_reader import PageReader, Progress
from cmograph.building.page_work import PageWork, section
from cmograph.building.program import identity
from cmograph.building.sources import Sources, find
from cmograph.building.summary import BuildSummary, counted, summary
from cmograph.building.workers import Crew, cores
from cmograph.errors import InputError
from cmograph.graph import GRAPH_FILE
from cmograph.graph.inferring import add_inferred
from cmograph.graph.shelf import Shelf, Stored
from cmograph.graph.writing import GraphFile, write_graph
from cmograph.iris import Iris
from cmograph.quads import reference_quads
from cmograph.vocab import DEFAULT_BASE

PATIENCE = 60.0  # seconds that a page may take


def _silent(_done: int, _total: int) -> None:
    """Progress that nobody watches."""


def build(
    inputs: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    base: str = DEFAULT_BASE,
    jobs: int | None = None,
    infer: bool = False,
    progress: Progress = _silent,
) -> BuildSummary:
    """Read report pages into a graph folder; what the last build there read and has not changed is not read again.

    Args:
        inputs: folders, files, .zip and .tar archives, or patterns; one or several.
        out: the graph folder, made where it is missing. Until the build has succeeded it keeps the graph that it had.
        base: what the IRIs of things begin with.
        jobs: how many processes read; all cores unless told otherwise. The result does not depend on it.
        infer: add what OWL RL entails, in a graph of its own.
        progress: is told (pages done, pages in all) as they are done.

    Raises:
        InputError: an input does not exist, or holds no page that can be read.
        GraphError: the folder is not a graph folder, or another build writes to it.
        IriError: the base is no IRI.
    """
    named = (inputs,) if isinstance(inputs, str | Path) else tuple(inputs)
    folder, iris = Path(out), Iris(base)
    with opened(folder) as work:
        sources = _sources(named, work, folder)
        old = last_build(folder, base)
        crew = Crew(PageWork(iris, Shelf(work)), jobs or cores(), PATIENCE)
        reader = PageReader(crew, old, folder / GRAPH_FILE, progress)
        news = reader.news(sources.pages)
        first = next(news, None)
        if old and first is None and _as_before(old, reader, sources, infer):
            return summary(folder, old, read=0)
        made = _written(work, chain([first] if first else [], news, reader.rest()), reader, sources, iris, infer)
        install(work, folder)
    return summary(folder, made, reader.read)


def _sources(named: tuple[str | Path, ...], work: Path, folder: Path) -> Sources:
    (scratch := work / "unpacked").mkdir()
    sources = find(named, scratch, exclude=folder)
    if not sources.pages:
        raise InputError(f"there is no page in {', '.join(map(str, named)) or 'the list'}{_why_none(sources)}")
    return sources


def _as_before(old: Manifest, reader: PageReader, sources: Sources, infer: bool) -> bool:
    """Whether the graph that is there is the one that would be written."""
    same_pages = old.pages.keys() == reader.unchanged.keys()
    return same_pages and (old.inferred, old.skipped, old.failures) == (
        infer,
        sources.skipped,
        _failures(reader, sources),
    )


def _written(
    work: Path, sections: Iterator[Stored], reader: PageReader, sources: Sources, iris: Iris, infer: bool
) -> Manifest:
    """Write graph and manifest into the work folder."""
    path = work / GRAPH_FILE
    reference = _reference(reader, iris, Shelf(work))
    file = write_graph(path, chain(sections, reference), entities=iris.graph("entities"))
    if infer:
        file = add_inferred(path, iris.graph("inferred"))
    made = _manifest(reader, sources, file, iris.base, infer)
    made.save(work / manifests.NAME)
    return made


def _reference(reader: PageReader, iris: Iris, shelf: Shelf) -> Iterator[Stored]:
    """The reference graph, when all pages have been read; without any there is no graph."""
    if not reader.pages:
        first = min(reader.failures, key=lambda note: note.path)
        raise InputError(f"none of the {reader.total} pages can be read; the first one, {first.path}: {first.reason}")
    yield shelf.put(section(iris.graph("reference"), reference_quads(iris)))


def _manifest(reader: PageReader, sources: Sources, file: GraphFile, base: str, infer: bool) -> Manifest:
    return Manifest(
        program=identity(),
        base=base,
        inferred=infer,
        graph=GraphRecord(file.digest, file.size, file.quads),
        pages=reader.pages,
        places={graph: (place.offset, place.length, place.quads) for graph, place in file.places.items()},
        skipped=sources.skipped,
        failures=_failures(reader, sources),
        counts=counted(reader.pages),
    )


def _failures(reader: PageReader, sources: Sources) -> tuple[Note, ...]:
    return tuple(sorted({*sources.failures, *reader.failures}, key=lambda note: (note.path, note.reason)))


def _why_none(sources: Sources) -> str:
    notes = [*sources.failures, *sources.skipped]
    return f" ({notes[0].path}: {notes[0].reason})" if notes else "; expected .html, .md, .txt and the like"
