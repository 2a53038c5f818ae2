"""Numbers that are set beside the one before them and leave out what was said of it: "Acme had sales of $1 million in
2020, and Brix of $2 million", "…, compared with $2 million at Brix"."""

from __future__ import annotations

from functools import cache

from cmograph.extractors.figures.scene.mention import MARKETS
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import before_sums, figure_words, kind_words

_COMPARED = frozenset({"compared", "against", "versus", "vs"})
_SET_AGAINST = frozenset({"against", "versus", "vs"})
_FROM_BEFORE = (["compared", "with"], ["compared", "to"], ["up", "from"], ["down", "from"])
_OF_ANOTHER = frozenset({"at", "for", "by"})
_JOINTS = frozenset({"and", "but", ","})
_FOLLOWERS = (["followed", "by"], ["ahead", "of"], ["trailed", "by"], ["succeeded", "by"], ["front", "of"])
_PASSED = frozenset({"(", "with", "alone"})


def is_set_beside(scene: Scene, before: int, index: int) -> bool:
    """Whether an amount says of another name what amount `before` says of its own, in a clause without a verb."""
    between = scene.words[scene.amounts[before].last : scene.amounts[index].first]
    if not figure_words().ahead.isdisjoint(between):
        return False
    return _is_compared(scene, index, between) or _has_no_verb(scene, before, index)


def is_set_against_the_last(scene: Scene, index: int) -> bool:
    """Whether an amount and its year say what the one before was at another time: ", against 8% in 2013"."""
    if not index or scene.amounts[index].is_money != scene.amounts[index - 1].is_money:
        return False
    words, last = scene.words, scene.amounts[index].last
    at = scene.back_over(scene.amounts[index].first, kind_words().hedges)
    told = words[at] in _SET_AGAINST or words[at - 1 : at + 1] in _FROM_BEFORE
    return told and any(last <= time.first <= last + 1 and not time.period for time in scene.times)


def _is_compared(scene: Scene, index: int, between: list[str]) -> bool:
    """ ", compared with $2 million at Brix" """
    last = scene.amounts[index].last
    if _COMPARED.isdisjoint(between) or last + 1 >= len(scene.words) or scene.words[last] not in _OF_ANOTHER:
        return False
    return any(group.first == last + 1 and group.kind not in MARKETS for group in scene.groups)


def _has_no_verb(scene: Scene, before: int, index: int) -> bool:
    """ ", and Brix for $2 million", ", followed by Brix (5%)": only hedges part a name behind "and" from the amount."""
    floor, first = scene.amounts[before].last, scene.amounts[index].first
    named = (member for group in scene.groups if group.kind not in MARKETS for member in group.members)
    for name in named:
        if not floor < name.first < name.last <= first:
            continue
        apart = scene.words[name.last : first]
        at = name.first - (scene.words[name.first - 1] == "the")
        led = scene.words[at - 1] in _JOINTS or scene.words[at - 2 : at] in _FOLLOWERS
        if led and _before_sums().issuperset(apart):
            return True
    return False


@cache
def _before_sums() -> frozenset[str]:
    return before_sums() | _PASSED
