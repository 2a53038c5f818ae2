"""The queries in shapes are plain SPARQL: another engine finds the same; and their arithmetic is right."""

from __future__ import annotations

import re
from decimal import Decimal

import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.namespace import SH
from test_shape_cases import CASES, NAMES, find, load

from cmograph.shapes.engine import results
from cmograph.shapes.loading import graph_of_quads, read_quads
from cmograph.shapes.shapefiles import class_tree
from cmograph.vocab import PREFIXES

ASKING = [name for name in NAMES if any(load(name).triples((None, SH.sparql, None)))]
PAIRS = [
    (1_230_000_000, 2_345_000_000, 1),
    (162_550_000_000, 286_190_000_000, 7),
    (455_500_000, 12_345_000_000, 8),
    (9_870_000_000, 1_230_000_000, 12),
    (1_001_000_000, 1_002_000_000, 15),
    (3_210_000, 9_876_543_000, 15),
]


def answers(name: str) -> set[str]:
    """What the queries of a shapes file say of the bad case, when pyoxigraph answers them."""
    shapes, store = load(name), ox.Store()
    store.extend(read_quads(CASES / name / "bad.ttl"))
    iris = ((ox.NamedNode(str(term)) for term in triple) for triple in class_tree())
    store.extend(ox.Quad(subject, predicate, target) for subject, predicate, target in iris)
    said = set()
    for shape, query in shapes.subject_objects(SH.sparql):
        target = shapes.value(shape, SH.targetClass)
        message, select = str(shapes.value(query, SH.message)), str(shapes.value(query, SH.select))
        focus = f"?this a ?kind . ?kind <http://www.w3.org/2000/01/rdf-schema#subClassOf>* <{target}>"
        kept = store.query(f"SELECT ?this {{ {focus} }}")
        nodes = {row["this"] for row in kept if isinstance(kept, ox.QuerySolutions)}
        rows = store.query(select, prefixes=dict(PREFIXES))
        assert isinstance(rows, ox.QuerySolutions)
        names = [variable.value for variable in rows.variables]
        said |= {_filled(message, dict(zip(names, row, strict=True))) for row in rows if row["this"] in nodes}
    return said


def _filled(message: str, row: dict[str, object]) -> str:
    return re.sub(r"\{\?(\w+)\}", lambda named: str(getattr(row[named[1]], "value", "")), message)


def growth(first: int, last: int, years: int, stated: str) -> Graph:
    lines = [
        "@prefix cg: <https://w3id.org/cmograph/ontology#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
        "@prefix prov: <http://www.w3.org/ns/prov#> .",
        "<urn:d> a cg:Document . <urn:r> a cg:GrowthRateFigure ; prov:wasDerivedFrom <urn:d> ; cg:subject <urn:m> ;",
        f'cg:subjectName "market" ; cg:low "{stated}"^^xsd:decimal ; cg:high "{stated}"^^xsd:decimal ;',
        f'cg:qualifier cg:exact ; cg:periodStart "2010"^^xsd:gYear ; cg:periodEnd "{2010 + years}"^^xsd:gYear .',
    ]
    for value, year in ((first, 2010), (last, 2010 + years)):
        lines.append(f"<urn:s{year}> a cg:MarketSizeFigure ; prov:wasDerivedFrom <urn:d> ; cg:subject <urn:m> ;")
        lines.append(f'cg:low "{value}"^^xsd:decimal ; cg:high "{value}"^^xsd:decimal ; cg:qualifier cg:exact ;')
        lines.append(f'cg:year "{year}"^^xsd:gYear ; cg:currency <http://example.org/currency/USD> .')
    return graph_of_quads(ox.parse("\n".join(lines), ox.RdfFormat.TURTLE))


def test_there_are_queries() -> None:
    assert len(ASKING) > 14


@pytest.mark.parametrize("name", ASKING)
def test_another_engine_finds_the_same(name: str) -> None:
    asking = {str(shape) for shape in load(name).subjects(SH.sparql)}
    assert answers(name) == {result.message for result in find(name, "bad") if result.shape in asking}


@pytest.mark.parametrize(("first", "last", "years"), PAIRS)
@pytest.mark.parametrize("off", [-25, -3, 4, 25])
def test_the_implied_growth_is_the_root_of_the_ratio(first: int, last: int, years: int, off: int) -> None:
    right = 100 * ((last / first) ** (1 / years) - 1)
    data = growth(first, last, years, f"{right + off:.1f}")
    told = [result.message for result in results(data, load("growth-arithmetic"))]  # type: ignore[arg-type]
    if right + off <= -50:
        assert told == []
        return
    (message,) = told
    implied = re.search(r"is a growth of (\S+)% a year", message)
    assert implied
    assert abs(float(implied[1]) - right) <= 0.0501


@pytest.mark.parametrize(("first", "last", "years"), PAIRS)
def test_the_right_growth_is_left_alone(first: int, last: int, years: int) -> None:
    right = Decimal(100 * ((last / first) ** (1 / years) - 1)).quantize(Decimal("0.1"))
    assert not list(results(growth(first, last, years, str(right)), load("growth-arithmetic")))  # type: ignore[arg-type]
