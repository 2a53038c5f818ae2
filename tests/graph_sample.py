"""The sample graph: as sections, and as the folder that a build would write."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from cmograph.graph.parsing import parsed_sections
from cmograph.graph.sections import Section
from cmograph.graph.shelf import Shelf
from cmograph.graph.writing import GraphFile, write_graph
from cmograph.iris import Iris

FILE = Path(__file__).parent / "graph" / "sample.trig"
IRIS = Iris()


def sample_sections() -> list[Section]:
    return list(parsed_sections(FILE))


def write(path: Path, sections: Iterable[Section]) -> GraphFile:
    """A graph file with these sections."""
    with tempfile.TemporaryDirectory() as scratch:
        shelf = Shelf(Path(scratch))
        return write_graph(path, map(shelf.put, sections), entities=IRIS.graph("entities"))


def written(folder: Path, sections: list[Section] | None = None) -> GraphFile:
    """A graph folder with the sample, or with other sections."""
    folder.mkdir(exist_ok=True)
    incoming = sample_sections() if sections is None else sections
    file = write(folder / "graph.nq", incoming)
    (folder / "manifest.json").write_text(json.dumps({"graph": file.summary}), "utf-8")
    return file
