"""The year of a sum to which a growth rate leads: "grew 12% in 2022, to $38 million"."""

from __future__ import annotations

from cmograph.extractors.figures.kinds.yearly import led_by
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.times.times_beside import time_after
from cmograph.mentions.amounts import Amount
from cmograph.mentions.lexicon import lexicon

_TWO = 2
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
