"""Sentences for people, grouped by page."""

from __future__ import annotations

from itertools import groupby

from cmograph.shapes.report import Result, Severity, ValidationReport
from cmograph.shapes.sentences import counted, sentence, where
from cmograph.terminal import harmless

description = "sentences, grouped by page"


def render(report: ValidationReport, *, strict: bool = False) -> str:
    """The report as text; what the last line says is how the validation ended."""
    parts = []
    for places, members in groupby(report.results, key=where):
        parts.append("\n".join([*_heads(places), *map(_line, members), "\n"]))
    return "".join(parts) + _summary(report, strict=strict) + "\n"


def _heads(places: tuple[str, ...]) -> list[str]:
    """A line for each page, so that whoever looks for any of them finds what follows."""
    first, *others = map(harmless, places)
    return [first, *(f"{other} (the same text)" for other in others)]


def _line(result: Result) -> str:
    return f"  {result.severity.value:<9}  {harmless(sentence(result))}  [{result.name}]"


def _summary(report: ValidationReport, *, strict: bool) -> str:
    counts = report.counts
    told = ", ".join(counted(number, severity.value) for severity, number in counts.items() if number)
    documents = counted(report.documents, "document")
    if not told:
        return f"{documents}: nothing found"
    failed = "" if report.conforms(strict=strict) else "; the validation failed"
    lenient = counts[Severity.WARNING] and not strict and not failed
    return f"{documents}: {told}{failed}{'; only violations fail' if lenient else ''}"
