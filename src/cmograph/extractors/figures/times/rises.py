"""The years of rises: that of a sum to which a growth rate leads ("grew 12% in 2022, to $38 million"), and those of two
sums by the period of both ("from $3 billion to $6 billion between 2024 and 2031")."""

from __future__ import annotations

from cmograph.extractors.figures.kinds.yearly import led_by
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.times.times_beside import time_after
from cmograph.mentions.amounts import Amount
from cmograph.mentions.lexicon import lexicon
from cmograph.mentions.periods import Time

_TWO = 2
_NEAR = 4
_LEADING = frozenset({",", "i.e", "i.e.", "that", "is"})


def year_risen_to(scene: Scene, index: int) -> int | None:
    """The year in which the growth ends that leads to a sum."""
    if not index or not scene.amounts[index].is_money:
        return None
    before = scene.amounts[index - 1]
    return _end_of_its_period(scene, index, before) if before.is_money else _year_of_the_rise(scene, index)


def _year_of_the_rise(scene: Scene, index: int) -> int | None:
    """ "grew 12% in 2022, to $38 million": the year of the rise."""
    time = time_after(scene, index - 1, periods=False)
    to = scene.words[time.last : scene.amounts[index].first] if time and not time.period else []
    return time.end if time and to in (["to"], [",", "to"]) else None


def _end_of_its_period(scene: Scene, index: int, before: Amount) -> int | None:
    """ "grows at 8% during 2024-2030, from $2 million in 2023 to $4 million": the year with which the rate's period
    ends."""
    to = scene.words[scene.back_over(scene.amounts[index].first, lexicon().before_a_sum)]
    if index < _TWO or to != "to" or led_by(scene, index - 1) != "from":
        return None
    time = None if scene.amounts[index - _TWO].is_money else time_after(scene, index - _TWO, periods=True)
    led = time is not None and _LEADING.issuperset(scene.words[time.last : before.first - 1])
    return time.end if time and led else None


def end_of_a_rise(scene: Scene, index: int) -> int | None:
    """The first year of a period for the sum from which a rise begins, the last for the one to which it leads."""
    first = index if led_by(scene, index) == "from" else index - 1
    if (
        first < 0
        or first + 1 >= len(scene.amounts)
        or led_by(scene, first) != "from"
        or led_by(scene, first + 1) != "to"
    ):
        return None
    time = _period_of(scene, first)
    if time is None:
        return None
    return time.start if first == index else time.end


def _period_of(scene: Scene, first: int) -> Time | None:
    """The period right behind a rise between two sums, else the one before it, where it is the only time told."""
    floor, last = scene.amounts[first].last, scene.amounts[first + 1].last
    if any(floor <= time.first < last for time in scene.times):
        return None
    spans = [time for time in scene.times if time.period and not time.same]
    behind = next((time for time in spans if last <= time.first <= last + _NEAR), None)
    alone = spans[0] if len(scene.times) == len(spans) == 1 and spans[0].last <= floor else None
    return behind or alone
