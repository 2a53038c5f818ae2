"""The report's forecast period: from the title, else from what the page says of its forecast."""

from __future__ import annotations

import re
from dataclasses import replace

from cmograph.claims.model import Facts
from cmograph.document import Document, Kind
from cmograph.extractors.outline import Outline

NEEDS: tuple[str, ...] = ()

_TWO_YEARS = r"(20[0-6]\d)\s*(?:-|–|—|‐|‑|to|and|till|until|through)\s*(20[0-6]\d)\b"
_YEARS = rf"\(?\b{_TWO_YEARS}"
_PERIOD = re.compile(_TWO_YEARS.replace(")", r")(?<!\w\d{4})", 1))
_STATED = re.compile(
    rf"(?i)\bforecast(?:ed|ing)?\s+(?:period|years?|horizon|timeline|span|timeframe)\b[^.\n]{{0,40}}?{_YEARS}"
    rf"|{_YEARS}[^.\n]{{0,12}}forecast period"
)
_KEY = re.compile(
    rf"(?i)\b(?:years? forecast|forecast|projection period|study period)s?\s*(?:period|years?)?\s*[:|]\s*{_YEARS}"
)
_REPORT = re.compile(
    rf"(?i)(?:report|outlook|forecasts?|study|research|projections?)\b,?\s*(?:covers\s+)?(?:for\s+)?(?:the\s+)?(?:period\s+)?(?:of\s+|from\s+|between\s+)?{_YEARS}"
)
_CAGR = re.compile(rf"(?i)\bCAGR\s*,?\s*{_YEARS}")
_ESTIMATED = re.compile(
    rf"(?i)\b(?:exhibit|give|provide|present|offer|deliver|show|contain|include)s?\s+(?:[a-z]+\s+)?"
    rf"(?:estimates|estimations|forecasts|projections|predictions)\b[^.\n]{{0,120}}?\bfrom\s+{_YEARS}"
)
_END_ONLY = re.compile(
    r"(?i)(?:\b(?:forecasts?|till|until|by|to|through|upto|up to|report|outlook|analysis|growth|trends"
    r"|insights)\b[\s,:|–-]*|[|\[(,–-]\s*)(20[2-6]\d)\b"
)

_AMOUNT = re.compile(r"(?i)million|billion|trillion|usd|[$€£₹]|crore")


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `forecast`."""
    document = outline.document
    period = _in_title(document.title) or _completed(document) or _stated(document)
    return replace(facts, forecast=period) if period else facts


def _in_title(title: str) -> tuple[int | None, int | None] | None:
    found = list(_PERIOD.finditer(title))
    for match in reversed(found):
        years = int(match[1]), int(match[2])
        if years[0] < years[1]:
            return years
    return None


def _completed(document: Document) -> tuple[int | None, int | None] | None:
    """A title that gives only the last year: the body may give the first one."""
    ends = [
        found[1]
        for found in _END_ONLY.finditer(document.title)
        if not _AMOUNT.search(document.title[max(0, found.start() - 24) : found.end()])
    ]
    if not ends:
        return None
    end = int(ends[-1])
    years = [(int(a), int(b)) for a, b in _PERIOD.findall(document.text)]
    starts = [a for a, b in years if b == end and a < b]
    if starts:
        return max(set(starts), key=lambda year: (starts.count(year), -starts.index(year))), end
    return (
        (None, end)
        if re.search(r"(?i)forecast|till|until|by|up\s?to|outlook|projection", document.title) or not years
        else _stated(document)
    )


def _lines_with_periods(text: str) -> str:
    """The lines of a text in which two years stand, each with the line before it: the rules need no others."""
    found, done = [], 0
    for match in _PERIOD.finditer(text):
        if match.start() < done:
            continue
        line = text.rfind("\n", 0, match.start())
        start, end = text.rfind("\n", 0, max(line, 0)) + 1, text.find("\n", match.end())
        done = end + 1 if end >= 0 else len(text)
        found.append(text[start:done])
    return "".join(found)


def _stated(document: Document) -> tuple[int | None, int | None] | None:
    headings = "\n".join(document.line(block) for block in document.blocks if block.kind is Kind.HEADING)
    body = _lines_with_periods(document.text)
    for rule, text in (
        (_REPORT, headings),
        (_STATED, body),
        (_KEY, body),
        (_REPORT, body),
        (_CAGR, body),
        (_ESTIMATED, body),
    ):
        for found in rule.finditer(text):
            years = [int(year) for year in found.groups() if year]
            if len(years) == 2 and years[0] < years[1]:
                return years[0], years[1]
    return None
