"""Years and periods: "in 2020", "by 2027", "from 2020 to 2027", "2024-2031", "FY2022", "2022/23", "through 2030", "the
same year"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cmograph.mentions.lexicon import lexicon
from cmograph.mentions.tokens import CURRENCY, DASHES, NUMBER, SIGN, WORD, Token

_JOINTS = DASHES | {"to", "through", "until", "till", "and", "up"}
_MONTHS = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
_FISCAL = re.compile(r"(?:fy|cy|mid-)[’']?(\d{4}|\d{2})(/(?:\d{4}|\d{2}))?[aefp]?$")
_FISCAL_SPAN = re.compile(r"(?:fy|cy)(\d{4}|\d{2})[aefp]?[-‐‑](fy|cy)?(\d{4}|\d{2})[aefp]?$")
_LONGEST_PERIOD = 60
_BESIDE_YEARS = frozenset("aefp¹²³⁴⁵⁶⁷⁸⁹")
"""Right behind a year: whether it was counted, estimated, forecast or projected ("2024E"), or a footnote's number."""

_PERIOD_NOUNS = frozenset({"forecast", "period", "timeframe"})
"""Two years side by side before one of these are a period whose dash was lost: "the 2026 2035 forecast period"."""

_SAME = frozenset({"same", "that", "this"})
_PERIODS = frozenset({"period", "timeframe", "span", "stretch", "decade"})
_ENDS = frozenset({"end", "then", "point"})
_POINTERS = _SAME | _PERIODS | _ENDS
_POINTS = (["at", "which"], ["by", "which"], ["at", "that"], ["by", "that"])
_SPANNING = frozenset({"over", "during", "throughout", "across", "in", "within"})
_CLAUSE_ENDS = frozenset({".", ",", ";", ")", "and", "as", "while", "whereas", "driven", "due", "owing", "thanks"})
_FISCAL_WORDS = ("fy", "cy", "mi")


@dataclass(slots=True)
class Time:
    """A year or a period that the text names, at tokens[first:last].

    A single year has start == end; `word` is the preposition before it ("" where there is none); `same` says that it
    points back ("in the same year") and carries no year of its own.
    """

    start: int | None
    end: int | None
    first: int
    last: int
    word: str = ""
    period: bool = False
    same: bool = False


def times(tokens: list[Token]) -> list[Time]:
    """The years and periods among the tokens, in order."""
    found: list[Time] = []
    behind = 0
    for at, token in enumerate(tokens):
        word = token.lower
        if (token.kind == NUMBER or word in _POINTERS or word[:2] in _FISCAL_WORDS) and at >= behind:
            time = _time(tokens, at)
            if time is not None:
                found.append(time)
                behind = time.last
    return found


def year_at(tokens: list[Token], at: int) -> int | None:
    """The year that tokens[at] is, or None."""
    token = tokens[at]
    if token.kind == NUMBER:
        if len(token.lower) != 4 or not token.lower.isdigit() or not 1950 <= int(token.lower) <= 2100:
            return None
        if at and tokens[at - 1].kind == CURRENCY:
            return None
        if at + 1 < len(tokens):
            after = tokens[at + 1]
            touches = after.kind == WORD and after.start == token.end and after.lower not in _BESIDE_YEARS
            opens = at == 1 and tokens[0].lower == "in"  # "In 2021 people paid …"
            if touches or (after.lower in lexicon().no_year_before and not opens):
                return None
        return int(token.lower)
    fiscal = _FISCAL.match(token.lower) if token.kind == WORD else None
    if fiscal is None:
        return None
    year = _in_full(fiscal[1])
    return year + 1 if fiscal[2] else year


def _in_full(digits: str) -> int:
    """The year that two or four digits stand for."""
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _fiscal_span(tokens: list[Token], at: int) -> Time | None:
    """The period that one word spells with its dash: "FY24-FY34E"; "FY2022-23" is a single fiscal year."""
    span = _FISCAL_SPAN.match(tokens[at].lower)
    if span is None:
        return None
    start, end, word = _in_full(span[1]), _in_full(span[3]), _preposition(tokens, at)
    if end == start + 1 and not span[2]:
        return Time(end, end, at, at + 1, word)
    return Time(start, end, at, at + 1, word, period=True) if start < end else None


def _time(tokens: list[Token], at: int) -> Time | None:
    if tokens[at].lower in _SAME and at + 1 < len(tokens):
        return _pointed(tokens, at)
    if tokens[at].lower in _PERIODS:
        return Time(None, None, at - 1, at + 1, same=True, period=True) if _is_the_period(tokens, at) else None
    if tokens[at].lower in _ENDS:
        return _end_meant(tokens, at)
    spanned = _fiscal_span(tokens, at) if tokens[at].kind == WORD else None
    if spanned:
        return spanned
    start = year_at(tokens, at)
    if start is None or _dateline(tokens, at):
        return None
    word = _preposition(tokens, at)
    if _is_split_year(tokens, at, start):
        return Time(start + 1, start + 1, at, at + 3, word)
    end, last = _period_end(tokens, at, start, word)
    if end is not None:
        return Time(start, end, at, last, word, period=True)
    return Time(start, start, at, at + 1, word)


def _pointed(tokens: list[Token], at: int) -> Time | None:
    """ "the same year", "over that period", "in the same time frame" """
    nouns = [token.lower for token in tokens[at + 1 : at + 3]]
    wanted = _PERIODS if tokens[at].lower == "this" else _PERIODS | {"year", "years"}
    dated = at + 3 < len(tokens) and tokens[at + 2].lower in {"of", "in"} and year_at(tokens, at + 3) is not None
    if nouns == ["time", "frame"]:
        return Time(None, None, at, at + 3, same=True, period=True)
    if dated or wanted.isdisjoint(nouns):
        return None
    return Time(None, None, at, at + 2, same=True, period=not _PERIODS.isdisjoint(nouns))


def _end_meant(tokens: list[Token], at: int) -> Time | None:
    """ "the end of the period", "by then", "at which point": the end of the years that were given before."""
    if tokens[at].lower == "end":
        words = [token.lower for token in tokens[at + 1 : at + 6]]
        last = at + 1 + words.index("period") if words[:1] == ["of"] and "period" in words else 0
    else:
        before = [token.lower for token in tokens[max(0, at - 2) : at]]
        meant = before in _POINTS if tokens[at].lower == "point" else before[-1:] == ["by"]
        last = at + 1 if meant else 0
    return Time(None, None, at, last, "by", period=True, same=True) if last else None


def _is_the_period(tokens: list[Token], at: int) -> bool:
    """Whether "over the period" ends a clause: the years of the period were given before."""
    if at < 2 or tokens[at - 1].lower != "the" or tokens[at - 2].lower not in _SPANNING:
        return False
    following = tokens[at + 1].lower if at + 1 < len(tokens) else "."
    dated = at + 2 < len(tokens) and tokens[at + 2].kind == NUMBER
    return following in _CLAUSE_ENDS and not dated


def _is_split_year(tokens: list[Token], at: int, start: int) -> bool:
    """Whether a fiscal year is written with both its years ("2023/24"); it counts as the year in which it ends."""
    if at + 2 >= len(tokens) or tokens[at + 1].lower != "/" or tokens[at + 2].kind != NUMBER:
        return False
    glued = tokens[at].end == tokens[at + 1].start and tokens[at + 1].end == tokens[at + 2].start
    following = str(start + 1)
    return glued and tokens[at + 2].lower in {following, following[2:]}


def _dateline(tokens: list[Token], at: int) -> bool:
    """Whether the year ends a dateline: "PARIS, June 2, 2023 -- …"."""
    following = [token.lower for token in tokens[at + 1 : at + 3]]
    return (
        at < 14
        and (following[:1] == ["/"] or following == ["-", "-"] or following[:1] == ["–"] or following[:1] == ["—"])
        and any(token.lower[:3] in _MONTHS for token in tokens[max(0, at - 4) : at])
    )


def _period_end(tokens: list[Token], at: int, start: int, word: str) -> tuple[int | None, int]:
    """The second year of a period that begins at `at`, and where it ends; (None, …) where it is a single year."""
    here = at + 1
    if here + 1 >= len(tokens):
        return None, here
    if tokens[here].kind == NUMBER and tokens[here + 1].lower in _PERIOD_NOUNS:
        end = year_at(tokens, here)
        return (end, here + 1) if end is not None and start < end <= start + _LONGEST_PERIOD else (None, here)
    if tokens[here].lower not in _JOINTS:
        return None, here
    joint = tokens[here].lower
    if joint == "and" and word != "between":
        return None, here
    here += 1
    while here < len(tokens) - 1 and tokens[here].lower in {"to", "the", "year", "end", "of"}:
        here += 1
    end = year_at(tokens, here)
    if end is None and joint in DASHES and _is_short_year(tokens, here):
        end = start // 100 * 100 + int(tokens[here].lower)
    if end is None or not start <= end <= start + _LONGEST_PERIOD:
        return None, at + 1
    return end, here + 1


def _is_short_year(tokens: list[Token], at: int) -> bool:
    """Whether a number has two digits and counts nothing: "2024-30", but not "in 2024 - 48%"."""
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    counting = following == "%" or following in lexicon().scales
    return tokens[at].kind == NUMBER and len(tokens[at].lower) == 2 and not counting


def _preposition(tokens: list[Token], at: int) -> str:
    """The preposition that governs the year at `at`, looking left over words such as "the fiscal year"."""
    skipped = lexicon().before_year
    here = at - 1
    if here >= 0 and tokens[here].lower == "of" and here > 0 and tokens[here - 1].lower == "as":
        return "as"
    steps = 0
    while here >= 0 and tokens[here].lower in skipped and steps < 6:
        if tokens[here].lower == "of" and here > 0 and tokens[here - 1].lower not in skipped:
            return "as" if tokens[here - 1].lower == "as" else "of"
        if tokens[here].kind == SIGN and tokens[here].lower == "," and steps == 0:
            return ""
        here -= 1
        steps += 1
    if here >= 0 and tokens[here].lower in lexicon().time_prepositions:
        return tokens[here].lower
    return ""
