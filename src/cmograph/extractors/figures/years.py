"""For which year or period a number holds: the time right after it, else the one before it in its clause, else the one
at the head of the sentence."""

from __future__ import annotations

from dataclasses import dataclass

from cmograph.extractors.figures.scene import Scene
from cmograph.extractors.figures.topic import Recall
from cmograph.extractors.figures.words import figure_words
from cmograph.extractors.figures.yearly import between_sums, is_over_a_year
from cmograph.mentions.periods import Time

Years = tuple[int | None, int | None]
"""First and last year of a period; None where the page does not tell."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A sentence, and what the sentences before it were about; `points_back` where it goes on with the figure of the
    one before ("Behind it comes …")."""

    scene: Scene
    recall: Recall
    points_back: bool = False

    @property
    def earlier(self) -> list[int]:
        """The years that the sentence before gave."""
        return self.recall().years


def year_of(clock: Clock, index: int) -> int | None:
    """The year of a size, a revenue or a share."""
    spread = _spread(clock.scene, index)
    if spread is not None:
        return spread
    time = (
        _after(clock.scene, index, periods=False)
        or _before(clock.scene, index, periods=False)
        or _head(clock.scene, index)
    )
    if time is None:
        return _borrowed_year(clock, index)
    if time.same:
        known = _known(clock, time)
        certain = not time.period or time.word == "by" or len(set(known)) == 1
        return known[-1] if known and certain else None
    if time.period:
        return time.end if time.word in {"by", "to"} or _fiscal(clock.scene, time) else None
    return time.end


def period_of(clock: Clock, index: int) -> Years:
    """First and last year of a growth rate."""
    scene = clock.scene
    after = _after(scene, index, periods=True)
    if after is None and _foreseen(scene, index) and "next" in scene.words[scene.amounts[index].last :][:9]:
        return None, None
    time = after or _before(scene, index, periods=True) or _growth_head(scene)
    grown = _grown(clock, index) if time is None or not (time.period or time.same) else None
    if grown:
        return grown
    if time is None and is_over_a_year(scene, scene.amounts[index]):
        told = index and scene.amounts[index - 1].is_money
        return None, year_of(clock, index - 1) if told else None
    if time is None:
        return (None, None) if _foreseen(scene, index) else _until_reached(scene, index)
    if time.same:
        known = _known(clock, time)
        return (known[0], known[-1]) if len(known) > 1 else (None, None)
    return (time.start, time.end) if time.period else _single_year(scene, time)


def _grown(clock: Clock, index: int) -> Years | None:
    """The years of the two sums that a growth rate joins, where they tell a longer time than from one to the next."""
    sums = between_sums(clock.scene, index)
    start, end = (year_of(clock, sums[0]), year_of(clock, sums[1])) if sums else (None, None)
    return (start, end) if start and end and end > start + 1 else None


def _single_year(scene: Scene, time: Time) -> Years:
    """A period of which one year is told: "until 2030", "from 2020", and "by 2030 … from 2020" in two places."""
    if time.word in figure_words().until:
        return None, time.end
    if time.word in {"from", "since", "after"}:
        ends = [
            other.end
            for other in scene.times
            if other.word in {"by", "until", "through"} and not other.period and other.first < time.first
        ]
        return time.start, ends[-1] if ends and time.word == "from" else None
    return (None, None) if time.word == "as" else (time.start, time.end)


def _until_reached(scene: Scene, index: int) -> Years:
    """ "at a CAGR of 5%, reaching $3 billion by 2030, from $2 billion in 2022": growth until that sum is
    reached, and from the one that it begins with."""
    if index + 1 >= len(scene.amounts) or not scene.amounts[index + 1].is_money:
        return None, None
    between = scene.words[scene.amounts[index].last : scene.amounts[index + 1].first]
    if figure_words().reaching.isdisjoint(between[:3]) or not figure_words().clause_breaks.isdisjoint(between):
        return None, None
    reached = _after(scene, index + 1, periods=False)
    if reached is None or reached.period or reached.word not in figure_words().until:
        return None, None
    begun = None
    if index + 2 < len(scene.amounts) and scene.words[scene.amounts[index + 2].first - 1] == "from":
        begun = _after(scene, index + 2, periods=False)
    return begun.end if begun and not begun.period else None, reached.end


def _borrowed_year(clock: Clock, index: int) -> int | None:
    """The year of a number that has none of its own."""
    shared = _shared(clock.scene, index)
    if shared is not None:
        return shared
    if clock.points_back and clock.earlier:
        return clock.earlier[-1]
    return _alongside(clock, index)


def _shared(scene: Scene, index: int) -> int | None:
    """A year behind the last of several short parts holds for all: "Europe's $2.1 billion and Asia's $3.4 billion in
    2022"."""
    if index + 1 >= len(scene.amounts):
        return None
    here, following = scene.amounts[index], scene.amounts[index + 1]
    between = scene.words[here.last : following.first]
    if (
        len(between) > 6
        or here.is_money != following.is_money
        or {",", "and"}.isdisjoint(between)
        or "from" in between
        or not figure_words().clause_breaks.isdisjoint(between)
    ):
        return None
    time = _after(scene, index + 1, periods=False)
    if time is not None and not time.same:
        return time.end if not time.period else None
    return _shared(scene, index + 1)


def _alongside(clock: Clock, index: int) -> int | None:
    """A clause that "while" sets beside another is of the same year, unless it looks ahead."""
    amounts = clock.scene.amounts
    if not index or amounts[index - 1].is_money != amounts[index].is_money:
        return None
    between = clock.scene.words[amounts[index - 1].last : amounts[index].first]
    if {"while", "whereas", "latter", "former"}.isdisjoint(between) or not figure_words().ahead.isdisjoint(between):
        return None
    return year_of(clock, index - 1)


def _known(clock: Clock, time: Time) -> list[int]:
    """The years that "the same year" or "that period" can point back to: those before it in the sentence, else those of
    the sentence before."""
    here = [
        year
        for other in clock.scene.times
        if other.first < time.first and not other.same
        for year in (other.start, other.end)
        if year
    ]
    return (sorted(set(here)) if time.period else here) or clock.earlier


def _spread(scene: Scene, index: int) -> int | None:
    """As many years as numbers: "$4.5 billion and $5.1 billion in 2020 and 2021, respectively"."""
    first, last = scene.chain_start(index), scene.chain_end(index)
    count = last - first + 1
    if count < 2 or any(amount.converted for amount in scene.amounts[first : last + 1]):
        return None
    single = [time for time in scene.times if not time.period and not time.same]
    floor, ceiling = scene.amounts[last].last, scene.ceiling(last)
    near = [time for time in single if floor <= time.first < min(ceiling, floor + 4 * count)]
    if not near:
        near = [time for time in single if time.last <= scene.amounts[first].first]
    return near[index - first].end if len(near) == count else None


def _after(scene: Scene, index: int, *, periods: bool) -> Time | None:
    """The time between a number and the next one, unless another clause or the next number claims it."""
    floor, ceiling = scene.amounts[scene.chain_end(index)].last, scene.ceiling(index)
    for time in scene.times:
        if floor <= time.first < ceiling and (periods or _dates(scene, time)):
            between = scene.words[floor : time.first]
            elsewhere = (
                len(between) > 14
                or not figure_words().clause_breaks.isdisjoint(between)
                or not figure_words().dates_of_something_else.isdisjoint(between)
                or _opens_next(scene, between, time, ceiling)
                or _after_comma(scene, between, time, ceiling)
            )
            return None if elsewhere else time
    return None


def _dates(scene: Scene, time: Time) -> bool:
    """Whether a time can date a sum: one year, or the last of a period ("from $2 billion in 2020 to … by 2027")."""
    return not time.period or time.same or time.word in {"by", "to"} or _fiscal(scene, time)


def _fiscal(scene: Scene, time: Time) -> bool:
    """Whether a span of two years is one fiscal year ("fiscal year 2020-2021", "FY 2022-23"); it counts as the year in
    which it ends."""
    return time.end == (time.start or 0) + 1 and not {"fiscal", "fy", "financial"}.isdisjoint(
        scene.words[max(0, time.first - 3) : time.first]
    )


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
    and "for the period, 2024" are."""
    return (
        ceiling == len(scene.words)
        and len(between) > 5
        and "," in between
        and time.word in {"by", "in", ""}
        and {"year", "ended", "ending", "period", "fiscal"}.isdisjoint(between)
        and scene.words[0] not in {"with", "at", "holding"}
    )


def _before(scene: Scene, index: int, *, periods: bool) -> Time | None:
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
        ends_growth = periods and time.word in figure_words().until and first == 1 and not _foreseen(scene, index)
        if not first or ends_growth or not _claimed(scene, time, floor):
            return time
    return None


def _is_reached_then(between: list[str]) -> bool:
    """Whether the words between a time and a sum lead from the end of the one to the other: ", reaching"."""
    return not {"reaching", "culminating", "attaining", "when"}.isdisjoint(between) or between[-2:] == ["to", "reach"]


def _dates_something_else(scene: Scene, time: Time) -> bool:
    """ "Founded in 1896, …" """
    return time.first > 2 and not figure_words().dates_of_something_else.isdisjoint(
        scene.words[max(0, time.first - 6) : time.first]
    )


def _foreseen(scene: Scene, index: int) -> bool:
    """Whether the words after a growth rate give it a period without years: "during the forecast period", "over the
    next five years"."""
    floor = scene.amounts[index].last
    return not figure_words().unnamed_periods.isdisjoint(scene.words[floor : floor + 9])


def _claimed(scene: Scene, time: Time, floor: int) -> bool:
    """Whether the number before has already taken this time: nothing but a few words part them and no comma does."""
    between = scene.words[floor : time.first]
    return len(between) < 6 and {",", "and", ";"}.isdisjoint(between)


def _head(scene: Scene, index: int) -> Time | None:
    """The year at the head of the sentence dates every number of it that has none of its own, but not one foreseen for
    later."""
    if not scene.times or not index:
        return None
    time = scene.times[0]
    if time.first > 6 or time.period or time.last > scene.amounts[0].first or time.same:
        return None
    between = scene.words[scene.amounts[index - 1].last : scene.amounts[index].first]
    return time if figure_words().foreseeing.isdisjoint(between) else None


def _growth_head(scene: Scene) -> Time | None:
    """A period at the head of the sentence: "Between 2023 and 2030, …", "From 2020 to 2027 the market …"."""
    for time in scene.times:
        headed = time.last <= scene.amounts[0].first and time.first <= 5
        if headed and (time.period or (time.word == "by" and not _foreseen(scene, len(scene.amounts) - 1))):
            return time
    return None
