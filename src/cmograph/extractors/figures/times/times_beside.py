"""The time that stands beside a number: right after it, or before it in its clause."""

from __future__ import annotations

from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.extractors.figures.times.earlier_years import is_label
from cmograph.extractors.vocabulary.figure_words import figure_words, head_words
from cmograph.mentions.periods import Time

_YEAR = 4  # digits
_LEAST = 3
_OPEN_A_CLAUSE = frozenset({"the", "a", "an", "its", "their"})
_ENDS = frozenset(
    {"end", "ends", "expire", "expires", "run", "runs", "start", "starts", "begin", "begins", "come", "comes"}
)
"""Verbs of what only begins or ends in a year."""

_BOUNDS = frozenset({"before", "through", "until", "till"})
"""Behind a comma a year after one of these is that up to which something goes on, and dates no sum."""

_NAMES_A_TIME = frozenset(
    {"year", "years", "ended", "ending", "period", "fiscal", "timeframe", "frame", "timeline", "horizon", "span"}
)


def time_after(scene: Scene, index: int, *, periods: bool) -> Time | None:
    """The time between a number and the next one, unless another clause or the next number claims it."""
    floor, ceiling = _behind(scene, index), scene.ceiling(index)
    for time in scene.times:
        if floor <= time.first < ceiling and (periods or _dates(scene, time)) and not is_label(scene, time):
            between = scene.words[floor : time.first]
            elsewhere = (
                len(between) > 14
                or not figure_words().clause_breaks.isdisjoint(between)
                or (not figure_words().dates_of_something_else.isdisjoint(between) and not _is_since(between, periods))
                or _is_told_elsewhere(scene, floor, time)
                or _opens_next(scene, between, time, ceiling)
                or _after_comma(scene, between, time, ceiling)
                or (not periods and "," in between and time.word in _BOUNDS)
            )
            return None if elsewhere else time
    return None


def _behind(scene: Scene, index: int) -> int:
    """Where the words behind a number and those that follow it begin: behind a bracket without a time of its own, and
    behind ", respectively,"."""
    words, at = scene.words, scene.amounts[scene.chain_end(index)].last
    if words[at : at + 1] == ["("] and ")" in words[at:]:
        closed = words.index(")", at) + 1
        dated = any(at < time.first < closed for time in scene.times)
        at = at if dated or closed > scene.ceiling(index) else closed
    told = words[at : at + 1] == [","]
    if words[at + told : at + told + 1] == ["respectively"]:
        at += told + 1
        at += words[at : at + 1] == [","]
    return at


def _is_told_elsewhere(scene: Scene, floor: int, time: Time) -> bool:
    """Whether a clause with a subject of its own leads from a number to a time: "holds 20%, and the subsidy ends in
    2023"."""
    words = scene.words
    at = next((at for at in range(time.first - 1, floor - 1, -1) if words[at] == "and"), 0)
    if not at or words[at + 1] not in _OPEN_A_CLAUSE:
        return False
    return any(is_verb(token) or token.lower in _ENDS for token in scene.tokens[at + _LEAST : time.first])


def _is_since(between: list[str], periods: bool) -> bool:
    """ "growing at 8% a year since 2020": the year from which it grows."""
    return periods and between[-1:] == ["since"] and figure_words().dates_of_something_else.isdisjoint(between[:-1])


def _dates(scene: Scene, time: Time) -> bool:
    """Whether a time can date a sum: one year, or the last of a period ("from $2 billion in 2020 to … by 2027")."""
    return not time.period or time.same or time.word in {"by", "to"} or is_fiscal(scene, time)


def is_fiscal(scene: Scene, time: Time) -> bool:
    """Whether a span of two years is one fiscal year ("fiscal year 2020-2021", "FY 2022-23", "in 2022-23"); it counts
    as the year in which it ends."""
    if time.end != (time.start or 0) + 1:
        return False
    said = not {"fiscal", "fy", "financial"}.isdisjoint(scene.words[max(0, time.first - 3) : time.first])
    return said or (time.word == "in" and not {"-", "–", "/"}.isdisjoint(scene.words[time.first : time.last]))


def _opens_next(scene: Scene, between: list[str], time: Time, ceiling: int) -> bool:
    """Whether a time before the next number belongs to that: it stands behind "and" or a comma and nearer to it."""
    if ceiling == len(scene.words) or {",", "and"}.isdisjoint(between):
        return False
    following = scene.words[time.last : ceiling]
    if "," in following or "and" in following:
        return False
    return len(following) < 6 or not any(later.first >= ceiling for later in scene.times)


def _after_comma(scene: Scene, between: list[str], time: Time, ceiling: int) -> bool:
    """Whether a comma parts the last number from a year that is not its own; "in the fiscal year ended July 31, 2020"
    and "for the period, 2024" are, and so is that of a label: "$4 million, size of the market, 2024"."""
    return (
        ceiling == len(scene.words)
        and not (time.last == ceiling and head_words().verbs.isdisjoint(scene.words))
        and len(between) > 5
        and "," in between
        and time.word in {"by", "in", ""}
        and _NAMES_A_TIME.isdisjoint(between)
        and scene.words[0] not in {"with", "at", "holding"}
    )


def time_before(scene: Scene, index: int, *, periods: bool) -> Time | None:
    """The time between the number before and this one, if no other clause begins in between."""
    first = scene.chain_start(index)
    floor, ceiling = scene.floor(first), scene.amounts[first].first
    for time in reversed(scene.times):
        if time.first < floor or time.last > ceiling:
            continue
        between = scene.words[time.last : ceiling]
        if not figure_words().clause_breaks.isdisjoint(between) or _dates_something_else(scene, time):
            return None
        if not periods and _is_reached_then(between) and (time.word in figure_words().until or not _dates(scene, time)):
            return Time(time.end, time.end, time.first, time.last, "by")
        if not periods and not _dates(scene, time):
            continue
        ends_growth = periods and time.word in figure_words().until and first == 1 and not is_foreseen(scene, index)
        if not first or ends_growth or not _claimed(scene, time, floor):
            return time
    return None


def _is_reached_then(between: list[str]) -> bool:
    """Whether the words between a time and a sum lead from the end of the one to the other: ", reaching", ", taking
    the market to"."""
    return not figure_words().reached_then.isdisjoint(between) or between[-2:] == ["to", "reach"]


def _dates_something_else(scene: Scene, time: Time) -> bool:
    """ "Founded in 1896, …"; in "founded in 1896, 2023 revenue" the second year is none of that."""
    before = scene.words[max(0, time.first - 6) : time.first]
    if before[:1] == ["founded"] and len(before) == time.first:
        return True
    if time.first <= 2 or (before[-1] in {",", ";", "."} and before[-2].isdigit() and len(before[-2]) == _YEAR):
        return False
    return not figure_words().dates_of_something_else.isdisjoint(before)


def is_foreseen(scene: Scene, index: int) -> bool:
    """Whether the words after a growth rate give it a period without years: "during the forecast period", "over the
    next five years"."""
    floor = scene.amounts[index].last
    return not figure_words().unnamed_periods.isdisjoint(scene.words[floor : floor + 9])


def _claimed(scene: Scene, time: Time, floor: int) -> bool:
    """Whether the number before has already taken this time: nothing but a few words part them and no comma does."""
    between = scene.words[floor : time.first]
    return len(between) < 6 and {",", "and", ";"}.isdisjoint(between)
