"""The manifest: what a graph was built from, page by page, so that only what changed is read again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from cmograph.building.choice import Note
from cmograph.errors import GraphError
from cmograph.outfiles import written

NAME = "manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class PageRecord:
    """A page that was read.

    Attributes:
        digest: SHA-256 of its bytes, in hexadecimal.
        size: how many bytes.
        document: key of the document that it carries.
        graph: IRI of that document's named graph.
        claims: how many claims of each kind it states.
        refusals: how many were refused, by reason.
        notes: what the reader remarked.
    """

    digest: str
    size: int
    document: str
    graph: str
    claims: Mapping[str, int]
    refusals: Mapping[str, int]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GraphRecord:
    """The graph file: SHA-256 of its bytes, their number, and the number of its quads."""

    digest: str
    size: int
    quads: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in manifest.json.

    Attributes:
        program: versions, and a digest of the program, under which reading a page again gives the same quads.
        base: what the IRIs begin with.
        inferred: whether the graph holds what OWL RL entails.
        graph: the graph file.
        pages: the pages that were read, by path.
        places: offset and length of each named graph's lines in the graph file, and the number of its quads.
        skipped: what was found and is no page.
        failures: what should have been read and could not be.
    """

    program: Mapping[str, str]
    base: str
    inferred: bool
    graph: GraphRecord
    pages: Mapping[str, PageRecord]
    places: Mapping[str, tuple[int, int, int]]
    skipped: tuple[Note, ...] = ()
    failures: tuple[Note, ...] = ()
    counts: Mapping[str, Any] = field(default_factory=dict)

    def save(self, path: Path) -> None:
        """Write it, with sorted keys."""
        data = {"format": FORMAT, **asdict(self)}
        with written(path) as file:
            file.write((json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())


def load(folder: Path) -> Manifest:
    """Read a graph folder's manifest.

    Raises:
        GraphError: it is missing, broken or of another version.
    """
    path = folder / NAME
    try:
        data = json.loads(path.read_text("utf-8"))
        if data.pop("format") != FORMAT:
            raise GraphError(f"{path} was written by another version of cmograph; build the graph again")
        return Manifest(
            program=data["program"],
            base=data["base"],
            inferred=data["inferred"],
            graph=GraphRecord(**data["graph"]),
            pages={name: PageRecord(**{**page, "notes": tuple(page["notes"])}) for name, page in data["pages"].items()},
            places={graph: (place[0], place[1], place[2]) for graph, place in data["places"].items()},
            skipped=tuple(Note(**note) for note in data["skipped"]),
            failures=tuple(Note(**note) for note in data["failures"]),
            counts=data["counts"],
        )
    except FileNotFoundError as error:
        raise GraphError(f"there is no {NAME} in {folder}: it is not a folder that `cmograph build` made") from error
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise GraphError(f"{path} is broken ({error}); build the graph again") from error
