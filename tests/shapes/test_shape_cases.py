"""Each shapes file has a good case, in which its shapes find nothing, and a bad one, in which each of them does.

A case is a folder named after the file in `shapes/`: good.ttl, bad.ttl, and expected.txt with what is found in the bad
one, one line a result: severity, shape, focus node and message.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import SH

from cmograph.files import folder
from cmograph.shapes.engine import results
from cmograph.shapes.loading import graph_of_quads, read_quads
from cmograph.shapes.report import Result
from cmograph.shapes.shapefiles import class_tree

CASES = Path(__file__).parent / "cases"
SHAPES = folder("shapes")
NAMES = sorted(file.stem for file in SHAPES.glob("*.ttl") if file.stem != "prefixes")


def load(name: str) -> Graph:
    return Graph().parse(SHAPES / f"{name}.ttl").parse(SHAPES / "prefixes.ttl")


def find(name: str, case: str) -> list[Result]:
    data = graph_of_quads(read_quads(CASES / name / f"{case}.ttl"), class_tree())
    return sorted(results(data, load(name)), key=lambda result: result.order)


def told(result: Result) -> str:
    return f"{result.severity} {result.name} {result.focus.rpartition('/')[2].rstrip('>')} {result.message}"


def test_every_shapes_file_has_its_case() -> None:
    assert len(NAMES) > 20
    assert sorted(folder.name for folder in CASES.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_in_the_good_case(name: str) -> None:
    assert [told(result) for result in find(name, "good")] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_is_found_in_the_bad_case(name: str) -> None:
    expected = (CASES / name / "expected.txt").read_text().splitlines()
    assert sorted({told(result) for result in find(name, "bad")}) == expected


@pytest.mark.parametrize("name", NAMES)
def test_every_shape_finds_something_in_the_bad_case(name: str) -> None:
    shapes = load(name)
    kinds = (SH.NodeShape, SH.PropertyShape)
    declared = {str(s) for kind in kinds for s in shapes.subjects(RDF.type, kind) if isinstance(s, URIRef)}
    assert declared == {result.shape for result in find(name, "bad")}
