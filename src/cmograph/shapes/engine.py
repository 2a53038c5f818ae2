"""pySHACL on one graph: shapes in, results out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyshacl
from pyshacl.errors import ConstraintLoadError as ConstraintError
from pyshacl.errors import ReportableRuntimeError, ShapeLoadError, ValidationFailure
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.namespace import SH

from cmograph.errors import ShapeError
from cmograph.shapes.once import checked_once
from cmograph.shapes.paths import sparql_path
from cmograph.shapes.prepared import PreparedGraph, single
from cmograph.shapes.report import Result, Severity

_SEVERITIES = {SH.Violation: Severity.VIOLATION, SH.Warning: Severity.WARNING, SH.Info: Severity.INFO}


def results(data: PreparedGraph, shapes: Graph) -> Iterator[Result]:
    """What the shapes find in the graph, in no particular order, without document, pages and graph.

    Raises:
        ShapeError: pySHACL cannot use a shape, or a shape's query is malformed.
    """
    try:
        with checked_once():
            _, report, text = pyshacl.validate(data, shacl_graph=shapes, inplace=True, inference="none")
    except (ConstraintError, ReportableRuntimeError, ShapeLoadError) as error:
        raise _unusable(str(error)) from error
    if isinstance(report, ValidationFailure) or not isinstance(report, Graph):
        raise _unusable(str(text))
    for node in report.subjects(RDF.type, SH.ValidationResult):
        yield _result(node, report, shapes)


def _unusable(told: str) -> ShapeError:
    return ShapeError(f"the shapes cannot be used: {'; '.join(told.splitlines())}")


def _result(node: Any, report: Graph, shapes: Graph) -> Result:
    shape, component = report.value(node, SH.sourceShape), report.value(node, SH.sourceConstraintComponent)
    path, value, focus = (report.value(node, predicate) for predicate in (SH.resultPath, SH.value, SH.focusNode))
    if component == SH.SPARQLConstraintComponent and isinstance(value, Literal):
        value = Literal(single(value), datatype=value.datatype, lang=value.language)
    return Result(
        severity=_SEVERITIES.get(report.value(node, SH.resultSeverity), Severity.VIOLATION),
        message="; ".join(sorted(str(message) for message in report.objects(node, SH.resultMessage))),
        shape=_shape_name(shape, shapes),
        component=str(component),
        focus=_term(focus),
        path=None if path is None else sparql_path(path, report),
        # pySHACL repeats the focus node of a node shape as the value, which says nothing.
        value=None if value in (None, focus) else _term(value),
    )


def _term(term: Any) -> str:
    return str(term.n3())


def _shape_name(shape: Any, shapes: Graph) -> str:
    """The shape's IRI; for a shape without one, that of the shape around it."""
    around = shape
    while isinstance(around, BNode):
        around = next(iter(sorted(shapes.subjects(None, around), key=str)), None)
    return str(around) if isinstance(around, URIRef) else "urn:shape:unnamed"
