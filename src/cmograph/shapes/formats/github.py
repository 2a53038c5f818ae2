"""Annotations that a GitHub workflow shows beside the pages of a pull request."""

from __future__ import annotations

from cmograph.shapes.report import Result, Severity, ValidationReport
from cmograph.shapes.sentences import sentence

description = "annotations for a GitHub workflow (::warning file=…)"

_COMMANDS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: ValidationReport, *, strict: bool = False) -> str:
    """One workflow command a result; a document that several pages carry is annotated at the first of them."""
    return "".join(f"{_command(result, strict=strict)}\n" for result in report.results)


def _command(result: Result, *, strict: bool) -> str:
    severity = Severity.VIOLATION if strict and result.severity is Severity.WARNING else result.severity
    file = f"file={_property(result.pages[0])}," if result.pages else ""
    return f"::{_COMMANDS[severity]} {file}title={_property(result.name)}::{_data(sentence(result))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
