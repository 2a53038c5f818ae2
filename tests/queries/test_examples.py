"""Every shipped query has an example, and gives what the example says, whichever program runs it."""

from __future__ import annotations

import csv
import io
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest
from case import CASES, GRAPHS, Case, cases
from pyoxigraph import Quad, RdfFormat, Store, Triple, parse, serialize
from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery

import cmograph
from cmograph import files
from cmograph.graph.inferring import inferred
from cmograph.queries import Question, ask, catalogue, names
from cmograph.queries.binding import bound
from cmograph.queries.engine import evaluate
from cmograph.queries.formats import write

ALL = cases()


def _id(case: Case) -> str:
    return f"{case.query}-{case.name}"


def test_all_cases_are_found() -> None:
    assert len(ALL) == len([path for path in CASES.rglob("*.yaml") if path.is_file()]) > 0
    assert {path.name for path in CASES.rglob("*.trig")} == {case.given.name for case in ALL} - {"reports.trig"}


def test_every_query_has_an_example_and_every_example_a_query() -> None:
    assert {case.query for case in ALL if case.name == "example"} == set(names())
    assert {case.query for case in ALL} == set(names())


@pytest.mark.parametrize("case", ALL, ids=_id)
def test_an_example_gives_the_rows_expected(case: Case) -> None:
    answer = cmograph.load(case.given).ask(case.query, **case.parameters)
    assert "\n".join(write(answer, "csv")) + "\n" == case.expected


@pytest.mark.parametrize("case", ALL, ids=_id)
def test_the_columns_are_those_of_the_header(case: Case) -> None:
    question = next(question for question in catalogue() if question.name == case.query)
    assert case.expected.splitlines()[0].split(",") == [column.name for column in question.columns]


@pytest.mark.parametrize("case", ALL, ids=_id)
def test_another_engine_gives_the_same_rows_in_the_same_order(case: Case) -> None:
    question = next(question for question in catalogue() if question.name == case.query)
    result = _merged(case.given).query(bound(question, case.parameters))
    rows = [tuple("" if term is None else str(term) for term in row) for row in result]
    expected = list(csv.reader(io.StringIO(case.expected)))[1:]
    assert list(map(_comparable, rows)) == list(map(_comparable, expected))


@pytest.mark.parametrize("case", ALL, ids=_id)
def test_what_is_inferred_changes_no_answer(case: Case) -> None:
    read = cmograph.load(case.given)
    store = Store()
    store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in read.dataset)
    store.load(b"".join(inferred(read.sections())), RdfFormat.N_TRIPLES)
    assert len(store) > len(read.store)
    answer = ask(store, case.query, **case.parameters)
    assert "\n".join(write(answer, "csv")) + "\n" == case.expected


@pytest.mark.parametrize("question", catalogue(), ids=lambda question: question.name)
def test_a_query_is_valid_as_it_stands_and_then_has_its_defaults(question: Question) -> None:
    prepareQuery(question.text)
    store = cmograph.load(GRAPHS / "reports.trig").store
    optional = [parameter for parameter in question.parameters if not parameter.required]
    assert evaluate(store, question.text)
    if len(optional) == len(question.parameters):
        assert bound(question, {}) == question.text


@pytest.mark.parametrize("question", catalogue(), ids=lambda question: question.name)
def test_a_header_tells_everything(question: Question) -> None:
    assert question.summary.endswith((".", "?"))
    assert question.description
    assert all(parameter.description.endswith(".") for parameter in question.parameters)
    assert all(column.description.endswith(".") for column in question.columns)


def test_the_names_of_queries_are_the_files() -> None:
    assert names() == tuple(sorted(path.stem for path in files.folder("queries").iterdir()))


def _merged(path: Path) -> Graph:
    triples = {Triple(quad.subject, quad.predicate, quad.object) for quad in parse(path=path, format=RdfFormat.TRIG)}
    return Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")


def _comparable(row: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return tuple(map(_number, row))


def _number(text: str) -> str:
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return text
