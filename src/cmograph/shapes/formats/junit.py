"""JUnit XML, which most build servers can show: a test suite for each page, or for all that carry one text, a test case
for each result."""

from __future__ import annotations

import re
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from cmograph.shapes.report import Result, Severity, ValidationReport
from cmograph.shapes.sentences import sentence, where

description = "JUnit XML for build servers"

_ILLEGAL = re.compile(r"[^\t\n\r -\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def render(report: ValidationReport, *, strict: bool = False) -> str:
    """The report as XML. What does not fail the validation is a test case that passes, with its sentence as output."""
    failing = {Severity.VIOLATION, Severity.WARNING} if strict else {Severity.VIOLATION}
    suites = [
        _suite(", ".join(places), tuple(members), failing) for places, members in groupby(report.results, key=where)
    ]
    if not suites:
        suites = [
            '  <testsuite name="cmograph" tests="1" failures="0">\n    <testcase name="all shapes"/>\n  </testsuite>'
        ]
    tests = max(len(report.results), 1)
    failures = sum(result.severity in failing for result in report.results)
    head = f'<testsuites name="cmograph validate" tests="{tests}" failures="{failures}">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>", ""])


def _suite(place: str, results: tuple[Result, ...], failing: set[Severity]) -> str:
    failures = sum(result.severity in failing for result in results)
    head = f'  <testsuite name={_quoted(place)} tests="{len(results)}" failures="{failures}">'
    return "\n".join([head, *(_case(place, result, failing) for result in results), "  </testsuite>"])


def _case(place: str, result: Result, failing: set[Severity]) -> str:
    told = sentence(result)
    open_tag = f"    <testcase classname={_quoted(place)} name={_quoted(f'{result.name}: {told}')}>"
    if result.severity in failing:
        body = f"<failure type={_quoted(result.severity.value)} message={_quoted(told)}>{_text(result.focus)}</failure>"
    else:
        body = f"<system-out>{_text(f'{result.severity.value}: {told}')}</system-out>"
    return f"{open_tag}{body}</testcase>"


def _text(text: str) -> str:
    return escape(_ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text))


def _quoted(text: str) -> str:
    return quoteattr(_ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
