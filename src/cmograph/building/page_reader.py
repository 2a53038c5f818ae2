"""The pages of one build: read now, or taken over from the last build."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cmograph.building.choice import Note
from cmograph.building.manifest import Manifest, PageRecord
from cmograph.building.page_work import Failed, Order, Outcome, Quads, Unchanged, Unstored
from cmograph.building.sources import Source
from cmograph.building.workers import Crew, Done
from cmograph.errors import OutputError
from cmograph.graph.sections import Place
from cmograph.graph.shelf import Stored, stored_at
from cmograph.outfiles import told

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class PageReader:
    """Reads pages, and keeps account of what became of each.

    Attributes:
        crew: who reads.
        old: the last build's manifest, where its graph can be used again.
        old_graph: that graph's file.
        progress: is told (pages done, pages in all).
        pages: what was read of each page that is in the graph, by path.
        unchanged: the pages that are as the last build read them, by path.
        failures: the pages that cannot be read.
        read: how many were read now.
    """

    crew: Crew[Order, Outcome]
    old: Manifest | None
    old_graph: Path
    progress: Progress
    pages: dict[str, PageRecord] = field(default_factory=dict)
    unchanged: dict[str, Source] = field(default_factory=dict)
    failures: list[Note] = field(default_factory=list)
    read: int = 0
    total: int = 0

    def news(self, sources: tuple[Source, ...]) -> Iterator[Stored]:
        """Look at all pages, and read those that are new or have changed; their sections."""
        self.total = len(sources)
        known = {path: record.digest for path, record in self.old.pages.items()} if self.old else {}
        yield from self._read([Order(source, known.get(source.path)) for source in sources])

    def rest(self) -> Iterator[Stored]:
        """After `news`: the sections of the unchanged pages, from the old graph wherever that is possible."""
        if self.old is None:
            return
        before = self.old.pages
        again = _to_read_again(before, self.unchanged)
        yield from self._read([Order(self.unchanged.pop(path)) for path in again])
        self.pages.update((path, before[path]) for path in self.unchanged)
        for graph in sorted({before[path].graph for path in self.unchanged}):
            yield stored_at(self.old_graph, graph, Place(*self.old.places[graph]))

    def _read(self, orders: list[Order]) -> Iterator[Stored]:
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
                case Unstored(error):
                    where = f"cannot write to {self.old_graph.parent}"
                    raise OutputError(f"{where}: {told(error, 'build into another folder')}") from error
            self.progress(len(self.pages) + len(self.unchanged) + len(self.failures), self.total)


def _to_read_again(old: Mapping[str, PageRecord], unchanged: Mapping[str, Source]) -> list[str]:
    """Unchanged pages whose document a changed or vanished page carried too: its graph must lose that page's lines."""
    touched = {record.graph for path, record in old.items() if path not in unchanged}
    return [path for path in sorted(unchanged) if old[path].graph in touched]
