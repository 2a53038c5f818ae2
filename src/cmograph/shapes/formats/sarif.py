"""SARIF 2.1.0, which code-scanning services and editors read."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from cmograph.iris import digest
from cmograph.shapes.report import Result, Severity, ValidationReport
from cmograph.shapes.sentences import sentence
from cmograph.version import __version__

description = "SARIF 2.1.0 for code scanning and editors"

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: ValidationReport, *, strict: bool = False) -> str:
    """The report as a SARIF log with one run; each shape that found something is a rule."""
    rules = sorted({(result.name, result.shape) for result in report.results})
    positions = {shape: position for position, (_, shape) in enumerate(rules)}
    driver = {
        "name": "cmograph",
        "version": __version__,
        "informationUri": "https://w3id.org/cmograph/",
        "rules": [{"id": shape, "name": name, "helpUri": shape} for name, shape in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(result, positions[result.shape], strict=strict) for result in report.results],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _result(result: Result, rule: int, *, strict: bool) -> dict[str, Any]:
    severity = Severity.VIOLATION if strict and result.severity is Severity.WARNING else result.severity
    return {
        "ruleId": result.shape,
        "ruleIndex": rule,
        "level": _LEVELS[severity],
        "message": {"text": sentence(result)},
        "locations": _locations(result),
        "partialFingerprints": {"result/v1": digest(result.shape, result.focus, result.value or "", result.message)},
    }


def _locations(result: Result) -> list[dict[str, Any]]:
    logical = [{"fullyQualifiedName": result.focus.strip("<>")}]
    if not result.pages:
        return [{"logicalLocations": logical}]
    files = ({"artifactLocation": {"uri": quote(page)}} for page in result.pages)
    return [{"physicalLocation": file, "logicalLocations": logical} for file in files]
