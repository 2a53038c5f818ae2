"""What a worker does with one page: bytes in, the lines of its document's graph onto a shelf."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cmograph.building.manifest import PageRecord
from cmograph.building.sources import Source
from cmograph.errors import PageError
from cmograph.graph.sections import Section
from cmograph.graph.shelf import Shelf, Stored
from cmograph.iris import Iris
from cmograph.page import Page
from cmograph.quads import QuadError, reading_quads
from cmograph.reading import read_page


@dataclass(frozen=True, slots=True)
class Order:
    """A page to read; `known` is the digest of the bytes that the last build read: these need no second reading."""

    source: Source
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The page's bytes are those that the last build read."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The page cannot be read, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unstored:
    """What the page gives cannot be written to disk, and why: no page's fault."""

    error: OSError


@dataclass(frozen=True, slots=True)
class Quads:
    """What the page gives: its record for the manifest, and where the section of its document's graph is."""

    record: PageRecord
    section: Stored


Outcome = Unchanged | Failed | Unstored | Quads


class PageWork:
    """Reads pages into quads under one base, and puts these on a shelf."""

    def __init__(self, iris: Iris, shelf: Shelf) -> None:
        self._iris = iris
        self._shelf = shelf

    def __call__(self, order: Order) -> Outcome:
        """Read one page; what is wrong with the page itself is an outcome, not an exception."""
        try:
            data = order.source.file.read_bytes()
        except OSError as error:
            return Failed(f"the file cannot be opened: {error.strerror}")
        if order.known and hashlib.sha256(data).hexdigest() == order.known:
            return Unchanged()
        page = Page(order.source.path, data)
        try:
            reading = read_page(page)
            lines = reading_quads(reading, self._iris)
        except (PageError, QuadError) as error:
            return Failed(str(error))
        facts = reading.facts
        graph = self._iris.graph(reading.document.key)
        record = PageRecord(
            digest=page.digest,
            size=len(data),
            document=reading.document.key,
            graph=graph,
            claims=_counted(claim.kind for claim in facts.claims),
            refusals=_counted(refusal.reason.value for refusal in facts.refusals),
            notes=facts.notes,
        )
        try:
            return Quads(record, self._shelf.put(section(graph, lines)))
        except OSError as error:
            return Unstored(error)


def section(graph: str, lines: Iterable[str]) -> Section:
    """Sorted N-Quads lines without line feeds as the section of their graph."""
    return Section(graph, ("\n".join(lines) + "\n").encode())


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
