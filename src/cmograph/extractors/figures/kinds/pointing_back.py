"""Sentences that go on with the figure of the one before: "That was 8% more than in 2020", "This is 40% of the
total"."""

from __future__ import annotations

from cmograph.extractors.figures.kinds.percent import Percent
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import growth_words, kind_words

_OPENS = frozenset({"that", "this"})
_NEAR = 9
_LEAD = 12
_OF_SUMS = frozenset({"revenue", "size", "money"})
_AGAINST = frozenset({"against", "versus", "vs"})
_COMPARED = (["compared", "with"], ["compared", "to"])
_ELSEWHERE = frozenset({"in", "for", "among"})
_FAR = 6


def opens_with_the_last(scene: Scene) -> bool:
    """Whether a sentence begins with "That was", "This represents" and the like, perhaps behind "According to Acme,",
    right before a percentage."""
    words, amount = scene.words, scene.amounts[0]
    if words[0] not in _OPENS and words[0] != "according":
        return False
    at = next((at for at in range(min(_LEAD, amount.first)) if words[at] in _OPENS), amount.first)
    begun = at == 0 or words[at - 1] == ","
    return begun and not amount.is_money and 0 < amount.first - at <= _NEAR and words[at + 1] in kind_words().equals


def compared_with_the_last(percent: Percent) -> str | None:
    """ "That was 8% more than in 2020", behind a sum: by so much it has grown."""
    scene, amount = percent.scene, percent.amount
    if percent.index or percent.last_kind not in _OF_SUMS or not opens_with_the_last(scene):
        return None
    listed = growth_words()
    behind = scene.words[amount.last : amount.last + 1]
    told = (behind != [] and behind[0] in listed.compared) or not listed.moved.isdisjoint(scene.words[1 : amount.first])
    return "growth" if told else None


def is_set_against_another(scene: Scene, index: int) -> bool:
    """ "control 30% of the market, against more than 60% in mowers": whether the percentage before is compared with one
    of something that is neither named nor a time."""
    words, last = scene.words, scene.amounts[index].last
    if words[last : last + 1] == [] or words[last] not in _ELSEWHERE or last + 1 == len(words):
        return False
    at = scene.back_over(scene.amounts[index].first, kind_words().tied_by)
    if words[at] not in _AGAINST and words[at - 1 : at + 1] not in _COMPARED:
        return False
    behind = range(last, last + _FAR)
    dated = any(time.first in behind for time in scene.times) or not kind_words().spans.isdisjoint(
        words[last : last + _FAR]
    )
    named = any(group.first in behind for group in scene.groups)
    return not named and not dated and words[last + 1].isalpha()
