"""The report's forecast period: from the title, else from what the page says of its forecast."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from cmograph.claims.model import Facts
from cmograph.document import Document, Kind
from cmograph.extractors.outline import Outline
from cmograph.patterns import at_word_start

NEEDS: tuple[str, ...] = ()

_UNTIL = r"\s*(?:-|–|—|‐|‑|to|and|till|until|through)\s*"
_END = r"(?:FY\s?)?(20[0-6]\d|(?<=[-–])[2-6]\d(?![-\d%]|\.\d))"
_PERIOD = re.compile(rf"(20[0-6]\d)(?:(?<!\w\d{{4}})|(?<=FY\d{{4}})){_UNTIL}{_END}\b")
_LETTER = r"(?:[EFP]\b)?"
"""Estimated, forecast, projected: "2025E-2032F"."""

_LETTERED = re.compile(rf"(20[0-6]\d)(?:(?<!\w\d{{4}})|(?<=FY\d{{4}})){_LETTER}{_UNTIL}{_END}(?:\b|[EFP]\b)")
_YEARS = rf"\(?\b(?:FY\s?)?(20[0-6]\d){_UNTIL}{_END}\b"
_YEARS_LETTERED = rf"\(?\b(?:FY\s?)?(20[0-6]\d){_LETTER}{_UNTIL}{_END}(?:\b|[EFP]\b)"
_PERIODS = r"(?:period|years?|horizon|timeline|span|timeframe)\b"
_STATED = re.compile(
    rf"(?i)\b(?:forecast(?:ed|ing)?|projected|projection)\s+{_PERIODS}[^.\n]{{0,40}}?{_YEARS_LETTERED}"
    rf"|{_YEARS_LETTERED}[^.\n]{{0,12}}forecast period"
)
_ANALYSED = re.compile(rf"(?i)\b(?:analysis|assessment)\s+{_PERIODS}[^.\n]{{0,40}}?{_YEARS_LETTERED}")
_KEY = re.compile(
    r"(?i)\b(?:years? forecast|forecast|projection period)s?\s*(?:period|years?)?\s*[:|]\s*" + _YEARS_LETTERED
)
_STUDIED = re.compile(rf"(?i)\bstudy periods?\s*[:|]\s*{_YEARS}")
_REPORT = re.compile(
    at_word_start(("report", "outlook", "forecasts?", "study", "research", "projections?"))
    + r"\b,?\s*(?i:(?:(?:covers|runs|extends|spans)\s+)?(?:for\s+)?(?:the\s+)?(?:period\s+)?"
    + rf"(?:of\s+|from\s+|between\s+)?{_YEARS})"
)
_CAGR = re.compile(rf"(?i)\bCAGR\s*,?\s*{_YEARS}")
_GROWTH = re.compile(
    r"\b(?:CAGR|compound annual growth rate|growth rate)\b\W{0,3}(?:of\s|at\s)?[^.;\n]{0,30}?\d(?:\.\d+)?\s?%,?\s"
    rf"(?:[a-z]+\s){{0,4}}?{_YEARS}"
    rf"|\d(?:\.\d+)?\s?%\s(?:CAGR|compound annual growth rate)\b,?\s(?:[a-z]+\s){{0,4}}?{_YEARS}"
    rf"|\bgrowth\sof\s[^.;\n]{{0,20}}?\d(?:\.\d+)?\s?%\s(?:over|during)\s(?:the\s)?{_YEARS}"
    rf"|\b(?:[Bb]etween|[Ff]rom|[Oo]ver)\s{_YEARS}(?:(?!\b(?:grew|rose|was|were|had)\b)[^.;\n]){{0,50}}?"
    r"\b(?:CAGR|compound annual growth rate)\b\s(?:of\s|at\s)?[a-z ]{0,16}\d"
)
_AHEAD = re.compile(
    r"(?i)\b(?:will|expect|project|forecast|anticipat|estimat|predict|poised|set to|likely|growing|expanding|would"
    r"|to (?:reach|hit|grow))"
)
_PAST_GROWTH = re.compile(r"\b(?:grew|rose|increased|expanded|recorded|registered|witnessed|had)\b[^.;\n]{0,60}$")
_ESTIMATED = re.compile(
    rf"(?i)\b(?:exhibit|give|provide|present|offer|deliver|show|contain|include)s?\s+(?:[a-z]+\s+)?"
    rf"(?:estimates|estimations|forecasts|projections|predictions)\b[^.\n]{{0,120}}?\bfrom\s+{_YEARS}"
)
_NAMED = re.compile(rf"(?i)\bmarket\b[^.\n\"”]{{0,60}}?{_YEARS}[\"”]")
"""A report's name in quotation marks: "the “Garden Shears Market, 2024-2032” report"."""

_END_ONLY = re.compile(
    r"(?i)(?:\b(?:forecasts?|till|until|by|to|through|upto|up to|report|outlook|analysis|growth|trends"
    r"|insights)\b[\s,:|–-]*|[|\[(,–-]\s*)(20[2-6]\d)\b"
)

_AMOUNT = re.compile(r"(?i)million|billion|trillion|usd|[$€£₹]|crore")
_FORESEES = re.compile(r"(?i)forecast|till|until|by|up\s?to|outlook|projection")
_OF_A_MARKET = re.compile(
    r"(?i)market|industry|forecast|outlook|report|size|demand|trend|growth|analysis|opportunit|projection|prospect"
    r"|insight|study|research"
)
_TILL = re.compile(r"(?i)\bforecasts?\s+(?:period\s+)?(?:to|till|until|through|up\s?to)\s+(20[2-6]\d)\b")
_FROM_TO = re.compile(
    r"\bfrom\s[^.;\n]{1,30}(?:\.\d[^.;\n]{1,20})?\sin\s(20[0-6]\d)[,\s][^;\n]{0,20}?\bto\s[^;\n]{1,40}?\s(?:by|in)\s(20[0-6]\d)"
    r"[^;\n]{0,90}?\bforecast period\b"
)
_PAST = re.compile(r"(?i)\b(?:histor\w+|past|previous|actuals?)\b(?:(?!forecast|project|predict)[^.\n\d]){0,40}$")
_PERIOD_HEAD = re.compile(r"(?i)\s*(?:forecast|projection|projected)\s+(?:period|years?|horizon)\b")
_YEAR = re.compile(r"\b20[0-6]\d\b")
_FIRST_LINES = 16
_EDITION_AHEAD = 3
"""A year that a title gives without a word of forecasting is the last of a forecast if it is this far from all others;
else it is that of the report's edition."""

_Period = tuple[int | None, int | None]


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `forecast`."""
    document = outline.document
    period = _in_title(document.title) or _completed(document) or _told(document) or _till(document)
    return replace(facts, forecast=period) if period else facts


def _in_title(title: str) -> _Period | None:
    """The last period of a title that is not of the past; a later year up to which it forecasts goes before its end."""
    for match in reversed(list(_LETTERED.finditer(title))):
        years = _years(match)
        if not years or _PAST.search(title, 0, match.start()) or not _OF_A_MARKET.search(title):
            continue
        till = _TILL.search(title, match.end())
        foreseen = till and re.search(r"(?i)(?:forecasts?|outlook)\W*$", title[: match.start()])
        return years[0], max(years[1], int(till[1])) if till and foreseen else years[1]
    return None


def _years(match: re.Match[str]) -> tuple[int, int] | None:
    """The two years of a match, the second one written in full or not; None where they are no period."""
    written = [int(year) for year in match.groups() if year]
    if len(written) != 2:
        return None
    start, end = written
    end += start // 100 * 100 if end < 100 else 0
    return (start, end) if start < end else None


def _completed(document: Document) -> _Period | None:
    """A title that gives only the last year: the body may give the first one."""
    title = document.title
    ends = [
        found[1]
        for found in _END_ONLY.finditer(title)
        if not _AMOUNT.search(title[max(0, found.start() - 24) : found.end()])
    ]
    if not ends or not _OF_A_MARKET.search(title):
        return None
    end = int(ends[-1])
    told = _told(document)
    if told and told[1] == end:
        return told
    starts = []
    for match in _PERIOD.finditer(document.text):
        years = _years(match)
        if years and years[1] == end and not _PAST.search(document.text[max(0, match.start() - 60) : match.start()]):
            starts.append(years[0])
    if starts:
        return max(set(starts), key=lambda year: (starts.count(year), -starts.index(year))), end
    return (None, end) if _FORESEES.search(title) or _lies_ahead(end, document.text) else told


def _lies_ahead(year: int, text: str) -> bool:
    """Whether a year is far behind all others of a text, or behind one up to which that foresees: then it is not the
    year of a report's edition."""
    last = max({int(found[0]) for found in _YEAR.finditer(text)} - {year}, default=0)
    return last <= year - _EDITION_AHEAD or (
        last < year and any(f"{till} {last}" in text for till in ("by", "through", "until"))
    )


def _till(document: Document) -> _Period | None:
    """From the text's first lines: growth from a year's figure to another's in the forecast period, else the year up to
    which a line says to forecast."""
    end = None
    for block in document.blocks[:_FIRST_LINES]:
        line = document.line(block)
        if "orecast" not in line:
            continue
        grown = _FROM_TO.search(line)
        if grown and int(grown[1]) < int(grown[2]):
            return int(grown[1]), int(grown[2])
        till = _TILL.search(line)
        end = end or (int(till[1]) if till else None)
    return (None, end) if end else None


def _in_table(document: Document) -> _Period | None:
    """The period in the cell under a head such as "Forecast Period"."""
    rows = [block for block in document.blocks if block.kind is Kind.ROW]
    for head, row in pairwise(rows):
        for above, cell in zip(head.cells, row.cells, strict=False):
            under = _PERIOD.search(document.text, *cell)
            if under and head.group == row.group and _PERIOD_HEAD.match(document.text, *above):
                return _years(under)
    return None


def _lines_with_periods(text: str) -> str:
    """The lines of a text in which two years stand, each with the line before it: the rules need no others."""
    found, done = [], 0
    for match in _LETTERED.finditer(text):
        if match.start() < done:
            continue
        line = text.rfind("\n", 0, match.start())
        start, end = text.rfind("\n", 0, max(line, 0)) + 1, text.find("\n", match.end())
        done = end + 1 if end >= 0 else len(text)
        found.append(text[start:done])
    return "".join(found)


def _told(document: Document) -> _Period | None:
    """The period that the page tells anywhere: as its forecast's in words or a table, else as that of a growth rate of
    the time to come, else of its study, which may begin in the past."""
    body = _lines_with_periods(document.text)
    return _stated(document, body) or _in_table(document) or _grown(body) or _first(_STUDIED, body)


def _stated(document: Document, body: str) -> _Period | None:
    """The forecast's period in words, by the surest of the rules; `body` holds the text's lines with periods."""
    headings = "\n".join(document.line(block) for block in document.blocks if block.kind is Kind.HEADING)
    for rule, text in (
        (_REPORT, headings),
        (_STATED, body),
        (_ANALYSED, body),
        (_KEY, body),
        (_REPORT, body),
        (_CAGR, body),
        (_ESTIMATED, body),
        (_NAMED, body if '"' in body or "”" in body else ""),
    ):
        years = _first(rule, text)
        if years:
            return years
    return None


def _first(rule: re.Pattern[str], text: str) -> _Period | None:
    """The first period that a rule finds in a text."""
    return next(filter(None, map(_years, rule.finditer(text))), None)


def _grown(body: str) -> _Period | None:
    """The period of the first growth rate that is told of the time to come."""
    for found in _GROWTH.finditer(body) if "%" in body else ():
        years = _years(found)
        start = max(body.rfind("\n", 0, found.start()), body.rfind(". ", 0, found.start())) + 1
        if years and _AHEAD.search(body, start, found.end()) and not _PAST_GROWTH.search(body, start, found.start()):
            return years
    return None
