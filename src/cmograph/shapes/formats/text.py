"""Sentences for people, grouped by page."""

from __future__ import annotations

import re
from itertools import groupby

from cmograph.shapes.report import Result, Severity, ValidationReport
from cmograph.shapes.sentences import counted, sentence, where

# Page text is told as it is, but must not steer the terminal that it is told in.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")

description = "sentences, grouped by page"


def render(report: ValidationReport, *, strict: bool = False) -> str:
    """The report as text; what the last line says is how the validation ended."""
    parts = []
    for place, members in groupby(report.results, key=where):
        parts.append("\n".join([place, *map(_line, members), "\n"]))
    return "".join(parts) + _summary(report, strict=strict) + "\n"


def _line(result: Result) -> str:
    told = _CONTROL.sub(" ", sentence(result))
    return f"  {result.severity.value:<9}  {told}  [{result.name}]"


def _summary(report: ValidationReport, *, strict: bool) -> str:
    counts = report.counts
    told = ", ".join(counted(number, severity.value) for severity, number in counts.items() if number)
    documents = counted(report.documents, "document")
    if not told:
        return f"{documents}: nothing found"
    failed = "" if report.conforms(strict=strict) else "; the validation failed"
    lenient = counts[Severity.WARNING] and not strict and not failed
    return f"{documents}: {told}{failed}{'; only violations fail' if lenient else ''}"
