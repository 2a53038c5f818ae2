"""Report formats: each says everything that was found, in its own way, and nothing that page text could break."""

from __future__ import annotations

import json
import pkgutil
from xml.etree import ElementTree as ET

import pytest
from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.namespace import DC, SH

from cmograph.errors import ShapeError
from cmograph.shapes import formats
from cmograph.shapes.formats import report_format, report_formats
from cmograph.shapes.report import Result, Severity, ValidationReport

SHAPES = "https://w3id.org/cmograph/shapes#"
IDS = "https://w3id.org/cmograph/id/"
ODD = 'a "quoted" 50%, <b>bold</b> & \\slashed: line\nand \x07 bell'


def result(severity: Severity, name: str, message: str, **more: object) -> Result:
    known = {
        "component": str(SH.SPARQLConstraintComponent),
        "focus": f"<{IDS}document-1>",
        "document": f"{IDS}document-1",
        "pages": ("a/first page.md", "b/again.md"),
        "graph": f"{IDS}graph-1",
    }
    return Result(severity=severity, shape=SHAPES + name, message=message, **{**known, **more})  # type: ignore[arg-type]


REPORT = ValidationReport(
    (
        result(
            Severity.VIOLATION, "claim-low", "One lower bound.", path="<urn:low>", value='"x"', focus=f"<{IDS}claim-1>"
        ),
        result(Severity.WARNING, "growth", "From 2 to 3 is 8.4%.", value=f"<{IDS}claim-2>"),
        result(Severity.INFO, "odd", ODD, pages=("c.md",), document=None, graph=None),
        result(
            Severity.WARNING, "alone", "Nowhere.", pages=(), document=None, graph=None, focus="_:b0", path="<a>/<b>"
        ),
    ),
    documents=3,
)
EMPTY = ValidationReport((), documents=1)

TEXT = """\
a/first page.md
b/again.md (the same text)
  violation  One lower bound. Found "x" at claim-1.  [claim-low]
  warning    From 2 to 3 is 8.4%. (claim-2)  [growth]

c.md
  info       a "quoted" 50%, <b>bold</b> & \\slashed: line and   bell  [odd]

_:b0
  warning    Nowhere. Found otherwise at _:b0.  [alone]

3 documents: 1 violation, 2 warnings, 1 info; the validation failed
"""

GITHUB = r"""
::error file=a/first page.md,title=claim-low::One lower bound. Found "x" at claim-1.
::error file=b/again.md,title=claim-low::One lower bound. Found "x" at claim-1.
::warning file=a/first page.md,title=growth::From 2 to 3 is 8.4%25. (claim-2)
::warning file=b/again.md,title=growth::From 2 to 3 is 8.4%25. (claim-2)
""".lstrip()


def test_the_formats_are_the_files() -> None:
    assert list(report_formats()) == sorted(module.name for module in pkgutil.iter_modules(formats.__path__))
    assert list(report_formats()) == ["github", "junit", "sarif", "text", "turtle"]


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(ShapeError, match=r"no report format called 'html' .there are: github, junit"):
        report_format("html")


@pytest.mark.parametrize("name", report_formats())
def test_the_same_report_is_the_same_text(name: str) -> None:
    render = report_format(name).render
    assert render(REPORT) == render(ValidationReport(REPORT.results, REPORT.documents))
    assert render(EMPTY) == "" or render(EMPTY).endswith("\n")


def test_text() -> None:
    assert report_format("text").render(REPORT) == TEXT
    assert report_format("text").render(EMPTY) == "1 document: nothing found\n"


def test_text_tells_why_warnings_do_not_fail() -> None:
    warned = ValidationReport(REPORT.results[1:2], 1)
    assert report_format("text").render(warned).endswith("1 document: 1 warning; only violations fail\n")
    assert report_format("text").render(warned, strict=True).endswith("1 warning; the validation failed\n")


def test_github_annotates_pages_and_breaks_no_line() -> None:
    lines = report_format("github").render(REPORT).splitlines(keepends=True)
    assert "".join(lines[:4]) == GITHUB
    assert "50%25, <b>bold</b> & \\slashed: line%0Aand" in lines[4]
    assert lines[5].startswith("::warning title=alone::")
    assert len(lines) == 6


def test_github_makes_errors_of_warnings_where_they_fail() -> None:
    lines = report_format("github").render(REPORT, strict=True).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error"] * 4 + ["::notice", "::error"]


def test_junit_counts_and_is_xml() -> None:
    root = ET.fromstring(report_format("junit").render(REPORT))  # noqa: S314 (our own)
    assert (root.get("tests"), root.get("failures")) == ("4", "1")
    assert [suite.get("name") for suite in root] == ["a/first page.md, b/again.md", "c.md", "_:b0"]
    assert [len(suite.findall("testcase/failure")) for suite in root] == [1, 0, 0]
    strict = ET.fromstring(report_format("junit").render(REPORT, strict=True))  # noqa: S314
    assert strict.get("failures") == "3"
    assert ET.fromstring(report_format("junit").render(EMPTY)).get("tests") == "1"  # noqa: S314


def test_sarif_has_a_rule_for_each_result_and_a_level() -> None:
    log = json.loads(report_format("sarif").render(REPORT))
    (run,) = log["runs"]
    assert (log["version"], run["tool"]["driver"]["name"]) == ("2.1.0", "cmograph")
    rules = run["tool"]["driver"]["rules"]
    assert [rules[found["ruleIndex"]]["id"] for found in run["results"]] == [r.shape for r in REPORT.results]
    assert [found["level"] for found in run["results"]] == ["error", "warning", "note", "warning"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a/first%20page.md"
    assert all(found["message"]["text"] and found["locations"] for found in run["results"])


def test_turtle_is_a_shacl_report_without_blank_nodes() -> None:
    text = report_format("turtle").render(REPORT)
    graph = Graph().parse(data=text)
    assert not any(isinstance(term, BNode) for triple in graph for term in triple)
    assert len(list(graph.subjects(RDF.type, SH.ValidationResult))) == len(REPORT.results)
    assert {str(message) for message in graph.objects(None, SH.resultMessage)} == {r.message for r in REPORT.results}
    (growth,) = graph.subjects(SH.sourceShape, URIRef(SHAPES + "growth"))
    assert set(graph.objects(growth, DC.source)) == {Literal("a/first page.md"), Literal("b/again.md")}
    assert list(graph.objects(None, SH.conforms)) == [Literal(False)]
    assert list(Graph().parse(data=report_format("turtle").render(EMPTY)).objects(None, SH.conforms)) == [Literal(True)]


def test_the_name_of_a_page_steers_no_terminal() -> None:
    odd = ValidationReport((result(Severity.INFO, "odd", "Odd.", pages=("a\x1b[31m.md", "b\n.md")),), 1)
    assert report_format("text").render(odd).startswith("a [31m.md\nb .md (the same text)\n  info ")


def test_pages_can_be_put_under_a_folder() -> None:
    assert REPORT.under("reports/").results[0].pages == ("reports/a/first page.md", "reports/b/again.md")
    assert REPORT.under(".") == REPORT
