"""A SHACL validation report in Turtle, without blank nodes."""

from __future__ import annotations

from cmograph.iris import digest
from cmograph.shapes.report import Result, Severity, ValidationReport
from cmograph.vocab import DEFAULT_BASE

description = "a SHACL validation report in Turtle"

_SEVERITIES = {Severity.VIOLATION: "sh:Violation", Severity.WARNING: "sh:Warning", Severity.INFO: "sh:Info"}
_PREFIXES = """@prefix dc: <http://purl.org/dc/elements/1.1/> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def render(report: ValidationReport, *, strict: bool = False) -> str:  # noqa: ARG001 (SHACL knows no strictness)
    """The report as SHACL defines it: sh:conforms is true only where nothing at all was found.

    A path of several steps has no name and is left out. prov:wasDerivedFrom leads from a result to its document,
    and dc:source names the pages that carry it.
    """
    described = sorted(((_name(result), result) for result in report.results), key=lambda pair: pair[0])
    conforms = "false" if report.results else "true"
    lines = [_PREFIXES, f"<{DEFAULT_BASE}validation> a sh:ValidationReport ;"]
    lines += [f"    sh:result <{name}> ;" for name, _ in described]
    lines += [f"    sh:conforms {conforms} .", *(_described(name, result) for name, result in described)]
    return "\n".join(lines) + "\n"


def _name(result: Result) -> str:
    parts = (result.shape, result.component, result.focus, result.path or "", result.value or "", result.message)
    return f"{DEFAULT_BASE}result-{digest(*parts, result.graph or '')}"


def _described(name: str, result: Result) -> str:
    statements = [
        f"sh:focusNode {_term(result.focus)}",
        f"sh:resultMessage {_string(result.message)}",
        f"sh:resultPath {result.path}" if result.path and _is_iri(result.path) else "",
        f"sh:resultSeverity {_SEVERITIES[result.severity]}",
        f"sh:sourceConstraintComponent <{result.component}>",
        f"sh:sourceShape <{result.shape}>",
        f"sh:value {_term(result.value)}" if result.value else "",
        f"prov:wasDerivedFrom <{result.document}>" if result.document else "",
        f"dc:source {', '.join(map(_string, result.pages))}" if result.pages else "",
    ]
    body = " ;\n    ".join(statement for statement in statements if statement)
    return f"\n<{name}> a sh:ValidationResult ;\n    {body} ."


def _is_iri(path: str) -> bool:
    return path.startswith("<") and path.endswith(">") and path.count("<") == 1


def _term(term: str) -> str:
    """A term as it is; a blank node, which has no name outside its own file, as a name of its own."""
    return f"<urn:cmograph:blank:{digest(term)}>" if term.startswith("_:") else term


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'
