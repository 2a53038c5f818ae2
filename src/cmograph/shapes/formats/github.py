"""Annotations that a GitHub workflow shows beside the pages of a pull request."""

from __future__ import annotations

from cmograph.shapes.report import Result, Severity, ValidationReport
from cmograph.shapes.sentences import sentence

description = "annotations for a GitHub workflow (::warning file=…)"

_COMMANDS = {Severity.VIOLATION: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: ValidationReport, *, strict: bool = False) -> str:
    """One workflow command for each page of a result: a document that several pages carry is annotated at all of them,
    since a change may have come with any."""
    commands = (_command(result, page, strict=strict) for result in report.results for page in result.pages or ("",))
    return "".join(f"{command}\n" for command in commands)


def _command(result: Result, page: str, *, strict: bool) -> str:
    severity = Severity.VIOLATION if strict and result.severity is Severity.WARNING else result.severity
    file = f"file={_property(page)}," if page else ""
    return f"::{_COMMANDS[severity]} {file}title={_property(result.name)}::{_data(sentence(result))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
