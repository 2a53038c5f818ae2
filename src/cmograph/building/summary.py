"""What a build came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cmograph.building.choice import Note
from cmograph.building.manifest import Manifest, PageRecord


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build came to.

    Attributes:
        folder: where the graph is.
        pages: how many pages are in the graph.
        read: how many of them were read now; the others had not changed since the last build.
        documents: how many different documents they carry.
        claims: number of claims by kind, each document counted once.
        refusals: number of refusals by reason, each document counted once.
        quads: how many quads the graph has.
        failures: what should have been read and could not be, and why.
        skipped: what was found beside the pages and is none.
    """

    folder: Path
    pages: int
    read: int
    documents: int
    claims: Mapping[str, int]
    refusals: Mapping[str, int]
    quads: int
    failures: tuple[Note, ...]
    skipped: tuple[Note, ...]


def summary(folder: Path, manifest: Manifest, read: int) -> BuildSummary:
    """Sum up a build from its manifest; `read` pages were read for it."""
    counts = manifest.counts
    return BuildSummary(
        folder=folder,
        pages=counts["pages"],
        read=read,
        documents=counts["documents"],
        claims=counts["claims"],
        refusals=counts["refusals"],
        quads=manifest.graph.quads,
        failures=manifest.failures,
        skipped=manifest.skipped,
    )


def counted(pages: Mapping[str, PageRecord]) -> dict[str, Any]:
    """Count pages, documents, claims by kind, refusals by reason; of a document's pages the first by path counts."""
    documents = {pages[path].document: pages[path] for path in sorted(pages, reverse=True)}
    return {
        "pages": len(pages),
        "documents": len(documents),
        "claims": _summed(page.claims for page in documents.values()),
        "refusals": _summed(page.refusals for page in documents.values()),
    }


def _summed(parts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for part in parts:
        total.update(part)
    return dict(sorted(total.items()))
