"""One build: from pages to a graph folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cmograph.building import manifest as manifests
from cmograph.building.choice import Note
from cmograph.building.manifest import GraphRecord, Manifest, PageRecord
from cmograph.building.outfolder import install, last_build, opened
from cmograph.building.page_work import Failed, Order, Outcome, PageWork, Quads, Unchanged, section
from cmograph.building.program import identity
from cmograph.building.sources import Source, Sources, find
from cmograph.building.summary import BuildSummary, counted, summary
from cmograph.building.workers import Crew, Done, cores
from cmograph.errors import InputError
from cmograph.graph import GRAPH_FILE
from cmograph.graph.inferring import add_inferred
from cmograph.graph.sections import Place, Section
from cmograph.graph.writing import GraphFile, section_at, write_graph
from cmograph.iris import Iris
from cmograph.quads import reference_quads
from cmograph.vocab import DEFAULT_BASE

PATIENCE = 60.0  # seconds that a page may take
Progress = Callable[[int, int], None]


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
    folder, iris, page_work = Path(out), Iris(base), PageWork(base)
    with opened(folder) as work:
        sources = _sources(named, work, folder)
        crew = Crew(page_work, jobs or cores(), PATIENCE)
        reading = _Reading(crew, last_build(folder, base), folder / GRAPH_FILE, progress)
        file = write_graph(work / GRAPH_FILE, _all_sections(reading, sources, iris), entities=iris.graph("entities"))
        if infer:
            file = add_inferred(work / GRAPH_FILE, iris.graph("inferred"))
        made = _manifest(reading, sources, file, base, infer)
        made.save(work / manifests.NAME)
        install(work, folder)
    return summary(folder, made, reading.read)


def _sources(named: tuple[str | Path, ...], work: Path, folder: Path) -> Sources:
    (scratch := work / "unpacked").mkdir()
    sources = find(named, scratch, exclude=folder)
    if not sources.pages:
        raise InputError(f"there is no page in {', '.join(map(str, named)) or 'the list'}{_why_none(sources)}")
    return sources


@dataclass(slots=True)
class _Reading:
    """Reads the pages of one build, and keeps account of what became of each."""

    crew: Crew[Order, Outcome]
    old: Manifest | None
    old_graph: Path
    progress: Progress
    pages: dict[str, PageRecord] = field(default_factory=dict)
    unchanged: dict[str, Source] = field(default_factory=dict)
    failures: list[Note] = field(default_factory=list)
    read: int = 0

    def sections(self, sources: tuple[Source, ...]) -> Iterator[Section]:
        """The sections of all pages, read now or taken over from the last build."""
        if self.old is None:
            yield from self._read([Order(source) for source in sources], len(sources))
            return
        before = self.old.pages
        known = {path: record.digest for path, record in before.items()}
        yield from self._read([Order(source, known.get(source.path)) for source in sources], len(sources))
        again = _to_read_again(before, self.unchanged)
        yield from self._read([Order(self.unchanged.pop(path)) for path in again], len(sources))
        self.pages.update((path, before[path]) for path in self.unchanged)
        for graph in sorted({before[path].graph for path in self.unchanged}):
            yield section_at(self.old_graph, graph, Place(*self.old.places[graph]))

    def _read(self, orders: list[Order], total: int) -> Iterator[Section]:
        for answer in self.crew.each(orders):
            source = answer.task.source
            outcome = answer.result if isinstance(answer, Done) else Failed(answer.reason)
            match outcome:
                case Quads(record, made):
                    self.pages[source.path] = record
                    self.read += 1
                    yield made
                case Unchanged():
                    self.unchanged[source.path] = source
                case Failed(reason):
                    self.failures.append(Note(source.path, reason))
            self.progress(len(self.pages) + len(self.unchanged) + len(self.failures), total)


def _to_read_again(old: Mapping[str, PageRecord], unchanged: Mapping[str, Source]) -> list[str]:
    """Unchanged pages whose document a changed or vanished page carried too: its graph must lose that page's lines."""
    touched = {record.graph for path, record in old.items() if path not in unchanged}
    return [path for path in sorted(unchanged) if old[path].graph in touched]


def _all_sections(reading: _Reading, sources: Sources, iris: Iris) -> Iterator[Section]:
    yield from reading.sections(sources.pages)
    if not reading.pages:
        first = min(reading.failures, key=lambda note: note.path)
        raise InputError(
            f"none of the {len(sources.pages)} pages can be read; the first one, {first.path}: {first.reason}"
        )
    yield section(iris.graph("reference"), reference_quads(iris))


def _manifest(reading: _Reading, sources: Sources, file: GraphFile, base: str, infer: bool) -> Manifest:
    failures = {*sources.failures, *reading.failures}
    return Manifest(
        program=identity(),
        base=base,
        inferred=infer,
        graph=GraphRecord(file.digest, file.size, file.quads),
        pages=reading.pages,
        places={graph: (place.offset, place.length, place.quads) for graph, place in file.places.items()},
        skipped=sources.skipped,
        failures=tuple(sorted(failures, key=lambda note: (note.path, note.reason))),
        counts=counted(reading.pages),
    )


def _why_none(sources: Sources) -> str:
    notes = [*sources.failures, *sources.skipped]
    return f" ({notes[0].path}: {notes[0].reason})" if notes else "; expected .html, .md, .txt and the like"
