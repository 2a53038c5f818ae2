"""Writes docs/shapes.md from the files in shapes/: `python tools/shapes_page.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SH

ROOT = Path(__file__).parents[1]
SHAPES, PAGE = ROOT / "shapes", ROOT / "docs" / "shapes.md"
PLAUSIBILITY = "Plausibility: "
INTRODUCTION = """\
# The shapes

This page is made from the files in `shapes/` by `python tools/shapes_page.py`; change the shapes, not the page.

`cmograph validate GRAPH` looks at a graph with these [SHACL](https://www.w3.org/TR/shacl/) shapes. There are two kinds:

- **Structure** (violation): what every node must have. A graph that cmograph built has no violation; one is a bug, or
  somebody changed the graph.
- **Plausibility** (warning, or info where there is often a good reason): claims that contradict each other, or the
  world. The graph is right about what the pages say; the pages may be wrong.

Only violations make the exit code 1; `--strict` lets warnings do so too. `--format` chooses between sentences, GitHub
annotations, JUnit XML, SARIF and a SHACL report (see [in a workflow](ci.md)); `--shapes` takes shapes of your own, a
Turtle file or a folder of them, in place of these.

A built folder is validated document by document: a shape sees some documents at a time, each with all that its graph
says, together with the reference graph (places, currencies, concepts) and the ontology's subclasses. What stands in the
entities graph is looked at by itself, and what was inferred is not looked at. Any other RDF file is validated as one
graph.
"""


def page() -> str:
    """The page's text."""
    files = sorted(file for file in SHAPES.glob("*.ttl") if file.stem != "prefixes")
    heads = {file: _head(file) for file in files}
    lines = [INTRODUCTION, "## Structure", ""]
    for file in files:
        if not heads[file].startswith(PLAUSIBILITY):
            lines += [*_section(file, heads[file])]
    lines += ["## Plausibility", ""]
    for file in files:
        if heads[file].startswith(PLAUSIBILITY):
            told = heads[file].removeprefix(PLAUSIBILITY)
            lines += [*_section(file, told[0].upper() + told[1:])]
    return "\n".join(lines).rstrip() + "\n"


def _head(file: Path) -> str:
    """The comment that a file begins with; its blank lines part paragraphs, and indented lines are code."""
    lines = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        lines.append(line[2:])
    return "\n".join(lines)


def _section(file: Path, told: str) -> Iterator[str]:
    graph = Graph().parse(file)
    names = {s for kind in (SH.NodeShape, SH.PropertyShape) for s in graph.subjects(RDF.type, kind)}
    yield from (f"### {file.stem}", "", told, "", "| shape | severity | says |", "| --- | --- | --- |")
    for shape in sorted(name for name in names if isinstance(name, URIRef)):
        severity = str(graph.value(shape, SH.severity)).rpartition("#")[2].lower()
        message = str(graph.value(shape, SH.message) or graph.value(graph.value(shape, SH.sparql), SH.message))
        message = re.sub(r"\{\?(\w+)\}", r"*\1*", message)
        yield f"| `{shape.rpartition('#')[2]}` | {severity} | {message} |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
