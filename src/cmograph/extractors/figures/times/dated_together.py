"""The year that a number shares with the next: that of what one did and did in the same breath ("held 45%, and earned
$50 million in 2022")."""

from __future__ import annotations

from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.times.times_beside import time_after
from cmograph.extractors.vocabulary.figure_words import figure_words, kind_words
from cmograph.extractors.vocabulary.tense_words import tense_words

_SAME_BREATH = 8


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
