"""For which year or period a number holds: the time right after it, else the one before it in its clause, else the one
at the head of the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from cmograph.extractors.figures.words import figure_words
from cmograph.mentions.amounts import Amount
from cmograph.mentions.periods import Time
from cmograph.mentions.tokens import Token


@dataclass(frozen=True, slots=True)
class Clock:
    """A sentence's tokens, amounts and times, and the years that the sentence before it gave; `points_back` where it
    goes on with that sentence's figure."""

    tokens: list[Token]
    amounts: list[Amount]
    times: list[Time]
    earlier: list[int]
    points_back: bool = False


def year_of(clock: Clock, index: int) -> int | None:
    """The year of a size, a revenue or a share."""
    spread = _spread(clock, index)
    if spread is not None:
        return spread
    time = _after(clock, index, periods=False) or _before(clock, index, periods=False) or _head(clock, index)
    if time is None:
        shared = _shared(clock, index)
        if shared is None and clock.points_back and clock.earlier:
            return clock.earlier[-1]
        return shared if shared is not None else _alongside(clock, index)
    if time.same:
        known = _known(clock, time)
        return known[-1] if known else None
    if time.period:
        return time.end if time.word in {"by", "to"} or _fiscal(clock, time) else None
    return time.end


def _fiscal(clock: Clock, time: Time) -> bool:
    """Whether a span of two years is one fiscal year ("fiscal year 2020-2021", "FY 2022-23"); it counts as the year in
    which it ends."""
    return time.end == (time.start or 0) + 1 and bool(
        {"fiscal", "fy", "financial"} & {token.lower for token in clock.tokens[max(0, time.first - 3) : time.first]}
    )


def period_of(clock: Clock, index: int) -> tuple[int | None, int | None]:
    """First and last year of a growth rate."""
    after = _after(clock, index, periods=True)
    if (
        after is None
        and _foreseen(clock, index)
        and "next" in {token.lower for token in clock.tokens[clock.amounts[index].last :][:9]}
    ):
        return None, None
    time = after or _before(clock, index, periods=True) or _growth_head(clock, index)
    if time is None:
        return None, None
    if time.same:
        known = _known(clock, time)
        return (known[0], known[-1]) if len(known) > 1 else (None, None)
    if time.period:
        return time.start, time.end
    if time.word in figure_words().until:
        return None, time.end
    if time.word in {"from", "since", "after"}:
        ends = [
            other.end
            for other in clock.times
            if other.word in {"by", "until", "through"} and not other.period and other.first < time.first
        ]
        return time.start, ends[-1] if ends and time.word == "from" else None
    if time.word == "as":
        return None, None
    return time.start, time.end


def _known(clock: Clock, time: Time) -> list[int]:
    """The years that "the same year" or "that period" can point back to: those before it in the sentence, else those of
    the sentence before."""
    here = [
        year
        for other in clock.times
        if other.first < time.first and not other.same
        for year in (other.start, other.end)
        if year
    ]
    return (sorted(set(here)) if time.period else here) or clock.earlier


def _shared(clock: Clock, index: int) -> int | None:
    """A year behind the last of several short parts holds for all: "Europe's $2.1 billion and Asia's $3.4 billion in
    2022"."""
    if index + 1 >= len(clock.amounts):
        return None
    here, following = clock.amounts[index], clock.amounts[index + 1]
    between = [token.lower for token in clock.tokens[here.last : following.first]]
    if (
        len(between) > 6
        or here.is_money != following.is_money
        or not ({",", "and"} & set(between))
        or figure_words().clause_breaks & set(between)
    ):
        return None
    time = _after(clock, index + 1, periods=False)
    if time is not None and not time.same:
        return time.end if not time.period else None
    return _shared(clock, index + 1)


def _alongside(clock: Clock, index: int) -> int | None:
    """A clause that "while" sets beside another is of the same year, unless it looks ahead."""
    if not index or clock.amounts[index - 1].is_money != clock.amounts[index].is_money:
        return None
    between = {token.lower for token in clock.tokens[clock.amounts[index - 1].last : clock.amounts[index].first]}
    if not ({"while", "whereas", "latter"} & between) or figure_words().ahead & between:
        return None
    return year_of(clock, index - 1)


def _chain_end(clock: Clock, index: int) -> int:
    while index + 1 < len(clock.amounts) and (clock.amounts[index + 1].chained or clock.amounts[index + 1].converted):
        index += 1
    return index


def _chain_start(clock: Clock, index: int) -> int:
    while index and (clock.amounts[index].chained or clock.amounts[index].converted):
        index -= 1
    return index


def _spread(clock: Clock, index: int) -> int | None:
    """As many years as numbers: "$4.5 billion and $5.1 billion in 2020 and 2021, respectively"."""
    first, last = _chain_start(clock, index), _chain_end(clock, index)
    count = last - first + 1
    if count < 2 or any(amount.converted for amount in clock.amounts[first : last + 1]):
        return None
    floor = clock.amounts[last].last
    ceiling = clock.amounts[last + 1].first if last + 1 < len(clock.amounts) else len(clock.tokens)
    times = [time for time in clock.times if floor <= time.first < ceiling and not time.period and not time.same]
    near = [time for time in times if time.first - floor < 4 * count]
    if not near:
        near = [
            time
            for time in clock.times
            if time.last <= clock.amounts[first].first and not time.period and not time.same
        ]
    return near[index - first].end if len(near) == count else None


def _after(clock: Clock, index: int, *, periods: bool) -> Time | None:
    """The time between a number and the next one, unless another clause or the next number claims it."""
    last = _chain_end(clock, index)
    floor = clock.amounts[last].last
    ceiling = clock.amounts[last + 1].first if last + 1 < len(clock.amounts) else len(clock.tokens)
    for time in clock.times:
        if not floor <= time.first < ceiling or (
            time.period and not periods and time.word not in {"by", "to"} and not _fiscal(clock, time)
        ):
            continue
        between = [token.lower for token in clock.tokens[floor : time.first]]
        if (
            len(between) > 14
            or figure_words().clause_breaks & set(between)
            or figure_words().dates_of_something_else & set(between)
        ):
            return None
        if ceiling < len(clock.tokens) and _opens_next(clock, between, time, ceiling):
            return None
        if (
            "," in between
            and time.word in {"by", "in", ""}
            and not _tail(between)
            and ceiling == len(clock.tokens)
            and len(between) > 5
            and clock.tokens[0].lower not in {"with", "at", "holding"}
        ):
            return None
        return time
    return None


def _opens_next(clock: Clock, between: list[str], time: Time, ceiling: int) -> bool:
    """Whether a time before the next number belongs to that: it stands behind "and" or a comma and nearer to it."""
    following = [token.lower for token in clock.tokens[time.last : ceiling]]
    parted = bool({",", "and"} & set(between))
    after = any(later.first >= ceiling for later in clock.times)
    if not parted or not between:
        return False
    if "," in following or "and" in following:
        return False
    return not after or len(following) < 6


def _tail(between: list[str]) -> bool:
    """Whether a comma before the year only opens "in the fiscal year ended July 31, 2020" or "for the period, 2024"."""
    return bool({"year", "ended", "ending", "period", "fiscal"} & set(between))


def _before(clock: Clock, index: int, *, periods: bool) -> Time | None:
    """The time between the number before and this one, if no other clause begins in between."""
    first = _chain_start(clock, index)
    floor = clock.amounts[first - 1].last if first else 0
    ceiling = clock.amounts[first].first
    inside = [time for time in clock.times if floor <= time.first and time.last <= ceiling]
    for time in reversed(inside):
        between = [token.lower for token in clock.tokens[time.last : ceiling]]
        if figure_words().clause_breaks & set(between) or (
            time.first > 2
            and figure_words().dates_of_something_else
            & {token.lower for token in clock.tokens[max(0, time.first - 6) : time.first]}
        ):
            return None
        if time.period and not periods and time.word not in {"by", "to"} and not _fiscal(clock, time):
            if {"reaching", "culminating", "attaining", "when"} & set(between) or between[-2:] == ["to", "reach"]:
                return Time(time.end, time.end, time.first, time.last, "by")
            continue
        if (
            first
            and _claimed(clock, time, floor)
            and not (periods and time.word in figure_words().until and first == 1 and not _foreseen(clock, index))
        ):
            continue
        return time
    return None


def _foreseen(clock: Clock, index: int) -> bool:
    """Whether the words after a growth rate give it a period without years: "during the forecast period", "over the
    next five years"."""
    floor = clock.amounts[index].last
    words = {token.lower for token in clock.tokens[floor : floor + 9]}
    return bool(words & {"forecast", "forecasted", "next", "coming", "following", "period", "same"})


def _claimed(clock: Clock, time: Time, floor: int) -> bool:
    """Whether the number before has already taken this time: nothing but a few words part them and no comma does."""
    between = [token.lower for token in clock.tokens[floor : time.first]]
    return len(between) < 6 and not ({",", "and", ";"} & set(between))


def _head(clock: Clock, index: int) -> Time | None:
    """The year at the head of the sentence dates every number of it that has none of its own, but not one foreseen for
    later."""
    if not clock.times or not index:
        return None
    time = clock.times[0]
    if time.first > 6 or time.period or time.last > clock.amounts[0].first or time.same:
        return None
    between = {token.lower for token in clock.tokens[clock.amounts[index - 1].last : clock.amounts[index].first]}
    if between & {"reach", "projected", "expected", "forecast", "grow", "surpass", "exceed", "will", "anticipated"}:
        return None
    return time


def _growth_head(clock: Clock, index: int) -> Time | None:
    """A period at the head of the sentence: "Between 2023 and 2030, …", "From 2020 to 2027 the market …"."""
    for time in clock.times:
        headed = time.last <= clock.amounts[0].first and time.first <= 5
        if headed and (time.period or (time.word == "by" and not _foreseen(clock, len(clock.amounts) - 1))):
            return time
    return None
