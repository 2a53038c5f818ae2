"""The sample graph: as sections, and as the folder that a build would write."""

from __future__ import annotations

import json
from pathlib import Path

from cmograph.graph.parsing import parsed_sections
from cmograph.graph.sections import Section
from cmograph.graph.writing import GraphFile, write_graph
from cmograph.iris import Iris

FILE = Path(__file__).parent / "graph" / "sample.trig"
IRIS = Iris()


def sample_sections() -> list[Section]:
    return list(parsed_sections(FILE))


def written(folder: Path, sections: list[Section] | None = None) -> GraphFile:
    """A graph folder with the sample, or with other sections."""
    folder.mkdir(exist_ok=True)
    incoming = sample_sections() if sections is None else sections
    file = write_graph(folder / "graph.nq", incoming, entities=IRIS.graph("entities"))
    (folder / "manifest.json").write_text(json.dumps({"graph": file.summary}), "utf-8")
    return file
