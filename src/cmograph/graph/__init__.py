"""A graph that was built, or any RDF file, as an object to ask, check and export.

    graph = load("kg")            # the folder that a build wrote
    graph = load("other.ttl")     # Turtle, TriG, N-Triples, N-Quads, RDF/XML or JSON-LD

`writing` makes graph files, `infer` adds what follows from what was read.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from pyoxigraph import Store

from cmograph.errors import GraphError
from cmograph.graph.index import memory_store, open_index
from cmograph.graph.parsing import format_of, parsed_sections
from cmograph.graph.sections import Section, read_section, read_sections, well_formed, without_graph
from cmograph.iris import IriError, Iris
from cmograph.vocab import DEFAULT_BASE

GRAPH_FILE = "graph.nq"
MANIFEST_FILE = "manifest.json"
INDEX_FOLDER = "index"


class Graph:
    """Quads at rest. It pickles as its path: a worker process opens its own.

    Attributes:
        path: the folder or RDF file that it was loaded from.
        built: whether that is a folder that a build wrote.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.built = path.is_dir()

    def __reduce__(self) -> tuple[type[Graph], tuple[Path]]:
        return Graph, (self.path,)

    @property
    def file(self) -> Path:
        """The file with the quads."""
        return self.path / GRAPH_FILE if self.built else self.path

    @cached_property
    def base(self) -> str:
        """The IRI under which the graph's own things are named; the project's own where the graph does not tell."""
        for section in self.sections():
            before, found, _ = section.graph.rpartition("graph-")
            if found and _is_base(before):
                return before
        return DEFAULT_BASE

    @cached_property
    def manifest(self) -> Mapping[str, object]:
        """What the build wrote down about itself; empty for an RDF file."""
        if not self.built:
            return {}
        path = self.path / MANIFEST_FILE
        try:
            manifest = json.loads(path.read_bytes())
        except FileNotFoundError:
            return {}
        except ValueError as error:
            raise GraphError(f"{path} is not JSON ({error}); build the graph again") from error
        if not isinstance(manifest, dict):
            raise GraphError(
                f"{path} holds a {type(manifest).__name__} where an object is expected; build the graph again"
            )
        return manifest

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the file with the quads, in lower-case hexadecimal."""
        return self._digest_in_manifest() or _digest(self.file)

    def _digest_in_manifest(self) -> str | None:
        written = self.manifest.get("graph")
        if not isinstance(written, dict):
            return None
        file, manifest = self.file.stat(), (self.path / MANIFEST_FILE).stat()
        if written.get("size") != file.st_size or manifest.st_mtime_ns < file.st_mtime_ns:
            return None  # a build was interrupted before it wrote the manifest, or somebody changed the file
        return str(written["digest"])

    def sections(self) -> Iterator[Section]:
        """The named graphs, in order of their IRIs; of a built graph one is in memory at a time.

        Triples of an RDF file that stand in no named graph come first, in a section under "".
        """
        return read_sections(self.file) if self.built else parsed_sections(self.file)

    def section(self, graph: str) -> Section:
        """One named graph; without lines where there is none of that name."""
        if self.built:
            return read_section(self.file, graph)
        found = (section for section in self.sections() if section.graph == graph)
        return next(found, Section(graph, b""))

    @cached_property
    def store(self) -> Store:
        """A store to query, opened for reading: its default graph holds the triples of all graphs, each once.

        The first use after a build makes the index, which takes about four seconds for a million quads.

        Raises:
            GraphError: the quads cannot be parsed.
        """
        # Named graphs queried as a union give a triple once for each graph that it stands in, which falsifies counts.
        return self._opened("merged", map(without_graph, self.sections()))

    @cached_property
    def dataset(self) -> Store:
        """A store for queries that say GRAPH: the named graphs apart, in an index of their own. See `store`."""
        return self._opened("graphs", self.sections())

    def _opened(self, layout: str, sections: Iterable[Section]) -> Store:
        with well_formed(self.file):
            if self.built:
                return open_index(self.path / INDEX_FOLDER, self.digest, sections, layout=layout)
            return memory_store(sections)


def load(path: str | os.PathLike[str]) -> Graph:
    """A graph from the folder that a build wrote, or from an RDF file.

    Raises:
        GraphError: there is no such folder or file, the folder holds no graph or a part of one, or the file's name
            tells no RDF format.
    """
    place = Path(path)
    if place.is_dir():
        if not (place / GRAPH_FILE).is_file():
            raise GraphError(f"no {GRAPH_FILE} in {place}; expected a folder that `cmograph build` wrote")
        _check_end(place / GRAPH_FILE)
    elif not place.is_file():
        raise GraphError(f"no graph at {place}; expected a folder that `cmograph build` wrote, or an RDF file")
    else:
        format_of(place)
    return Graph(place)


def _check_end(file: Path) -> None:
    """Find a graph that was cut off, which costs nothing, before anything is made of it."""
    with file.open("rb") as lines:
        if lines.seek(0, os.SEEK_END):
            lines.seek(-1, os.SEEK_END)
        if lines.read() != b"\n":
            raise GraphError(f"{file} is not well-formed: it is cut off in a line; build the graph again")


def _is_base(iri: str) -> bool:
    try:
        Iris(iri)
    except IriError:
        return False
    return True


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
