"""Parameters: any text stays a value, wrong ones are refused with a sentence that helps."""

from __future__ import annotations

from pathlib import Path

import pytest
from case import GRAPHS
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import QuerySolutions, Store
from rdflib import Graph

import cmograph
from cmograph.errors import QueryError
from cmograph.queries import Parameter, ParameterType, ask, find
from cmograph.queries.binding import bound
from cmograph.queries.header import read_question
from cmograph.queries.literals import string, term

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30) | st.text("\\uU0\"'{}\n\r\t#0027", max_size=30)
ATTACKS = [
    '") } } DROP ALL #',
    '" UNDEF) } SELECT * { ?s ?p ?o',
    "\\",
    '\\"',
    "\\u0022) } ?s ?p ?o #",
    "\\U00000022) } ?s ?p ?o #",
    "x\n} ?s ?p ?o {",
    "?_market",
    "<http://example.com/>",
]


@settings(deadline=None, derandomize=True)
@given(TEXTS)
def test_any_text_comes_back_as_it_went_in(text: str) -> None:
    solutions = Store().query(f"SELECT ?x {{ VALUES (?x) {{ ({string(text)}) }} }}")
    assert isinstance(solutions, QuerySolutions)
    assert [solution["x"].value for solution in solutions] == [text]


@settings(deadline=None, derandomize=True, max_examples=50)
@given(TEXTS)
def test_in_another_engine_too(text: str) -> None:
    rows = list(Graph().query(f"SELECT ?x {{ VALUES (?x) {{ ({string(text)}) }} }}"))
    assert [str(row[0]) for row in rows] == [text]


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_injection_finds_nothing_and_adds_nothing(attack: str) -> None:
    graph = cmograph.load(GRAPHS / "reports.trig")
    assert len(graph.ask("growth-rates", market=attack)) == 0
    assert bound(find("growth-rates"), {"market": attack}).count("\n") == find("growth-rates").text.count("\n")


@pytest.mark.parametrize("iri", ["http://x/> } DROP ALL #", "http://x/ y", "nonsense", "", 'http://x/"', "a:b{c"])
def test_an_iri_cannot_leave_its_brackets(iri: str) -> None:
    with pytest.raises(QueryError, match="expected an IRI"):
        term(Parameter("claim", ParameterType.IRI), iri)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("string", "a b", '"a b"'),
        ("iri", "id:market-x", "<https://w3id.org/cmograph/id/market-x>"),
        ("iri", "cg:exact", "<https://w3id.org/cmograph/ontology#exact>"),
        ("iri", "<http://example.com/a>", "<http://example.com/a>"),
        ("integer", " 012 ", "12"),
        ("integer", 7, "7"),
        ("decimal", 2.5, "2.5"),
        ("decimal", "3", "3.0"),
        ("decimal", "1e3", "1000.0"),
        ("year", 2030, '"2030"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("date", "2025-03-12", '"2025-03-12"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("boolean", "Yes", "true"),
        ("boolean", False, "false"),
        ("string", None, "UNDEF"),
    ],
)
def test_a_value_becomes_a_term(kind: str, value: str | float | None, expected: str) -> None:
    assert term(Parameter("x", ParameterType(kind)), value) == expected


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "1.5"),
        ("integer", "١"),
        ("integer", "9" * 30),
        ("decimal", "NaN"),
        ("decimal", "1e99"),
        ("decimal", "x"),
        ("year", "30"),
        ("year", "20300"),
        ("date", "2025-02-31"),
        ("date", "12.3.2025"),
        ("boolean", "maybe"),
        ("string", "\ud800"),
        ("iri", "http://x/\ud800"),
    ],
)
def test_a_wrong_value_is_refused(kind: str, value: str) -> None:
    with pytest.raises(QueryError, match=r"^x is .*, expected (a|an|true|text) "):
        term(Parameter("x", ParameterType(kind)), value)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        (
            {"markt": "x"},
            r"the query spread has no parameter 'markt' .it has: market, kind, documents.; did you mean 'market'\?",
        ),
        ({"kind": "revenue"}, "kind is 'revenue', expected one of: growth_rate, market_size"),
        ({"documents": "two"}, "documents is 'two', expected a whole number such as 12"),
    ],
)
def test_a_wrong_parameter_is_named(parameters: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        ask(Store(), "spread", **parameters)


def test_a_missing_parameter_is_named() -> None:
    with pytest.raises(QueryError, match="the query provenance needs the parameter 'market': A part of"):
        ask(Store(), "provenance")


def test_none_counts_as_not_given_and_hyphens_as_underscores(tmp_path: Path) -> None:
    query = tmp_path / "own.rq"
    query.write_text(
        "#+ parameters:\n#+   - {name: at_least, type: integer, default: 3}\n"
        "SELECT ?_at_least {\n  VALUES (?_at_least) { (3) }\n}\n"
    )
    assert ask(Store(), query, **{"at-least": None}).rows == ((3,),)
    assert ask(Store(), query, **{"at-least": 5}).rows == ((5,),)


def test_parameters_without_their_line_are_an_error(tmp_path: Path) -> None:
    query = tmp_path / "own.rq"
    query.write_text("#+ parameters:\n#+   - name: market\nSELECT * { ?s ?p ?o }\n")
    with pytest.raises(QueryError, match=r"expected a line `VALUES \(\?_market\) \{ \(UNDEF\) \}`"):
        ask(Store(), query, market="x")


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("#+ summary: [", "is not YAML"),
        ("#+ - a", "is no mapping"),
        ("#+ sumary: x", "unknown key 'sumary'"),
        ("#+ parameters: x", "no list of mappings"),
        ("#+ parameters:\n#+ - {name: 'a b'}", "named 'a b'"),
        ("#+ parameters:\n#+ - {name: a, type: number}", "unknown type 'number'"),
        ("#+ parameters:\n#+ - {name: timeout}", "option of `cmograph ask` itself"),
        ("#+ columns:\n#+ - {name: a, unit: b}", "unknown key 'unit'"),
    ],
)
def test_a_malformed_header_is_told(tmp_path: Path, header: str, message: str) -> None:
    query = tmp_path / "own.rq"
    query.write_text(header + "\nSELECT * { ?s ?p ?o }\n")
    with pytest.raises(QueryError, match=message):
        read_question(query)
