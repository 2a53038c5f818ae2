"""The years of numbers that a sentence dates together: the two of a rise by its period ("from $3 billion to $6 billion
between 2024 and 2031"), and that of what one did and did in the same breath ("held 45%, and earned $50 million in
2022")."""

from __future__ import annotations

from cmograph.extractors.figures.kinds.yearly import led_by
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.times.times_beside import time_after
from cmograph.extractors.vocabulary.figure_words import figure_words, kind_words
from cmograph.extractors.vocabulary.tense_words import tense_words
from cmograph.mentions.periods import Time

_NEAR = 4
_SAME_BREATH = 8


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


def year_told_with_the_next(scene: Scene, index: int) -> int | None:
    """The year of the next number, where the same subject did both: "held 45% of the market, and earned $50 million in
    2022"."""
    if index + 1 >= len(scene.amounts):
        return None
    following = scene.amounts[index + 1]
    between = scene.words[scene.amounts[index].last : following.first]
    at = scene.back_over(following.first, kind_words().hedges)
    past = tense_words().past
    if len(between) > _SAME_BREATH or scene.words[at] not in past or scene.words[at - 1] != "and":
        return None
    if past.isdisjoint(scene.words[scene.floor(index) : scene.amounts[index].first]):
        return None
    if not figure_words().clause_breaks.isdisjoint(between):
        return None
    time = time_after(scene, index + 1, periods=False)
    return time.end if time and not time.period and not time.same else None
