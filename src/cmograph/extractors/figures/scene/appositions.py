"""Appositions: what a name is called behind it (", the largest contributor to the market"), and amounts that are set
beside one ("hoes, at 8% of the market, come last")."""

from __future__ import annotations

from functools import cache

from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, head_words, kind_words
from cmograph.mentions.lexicon import lexicon

_LONGEST = 14
_LINKS = frozenset({"at", "with", "still", "now"})


def in_apposition(words: list[str], at: int, limit: int) -> bool:
    """Whether an amount stands in what a name at `at` is called: ", the largest contributor to the market with"."""
    apposition = words[at:limit]
    called = apposition[:1] == [","] and apposition[1:2] in (["the"], ["a"], ["an"]) and "," not in apposition[1:]
    return called and not head_words().appositions.isdisjoint(apposition)


def past_apposition(words: list[str], at: int, limit: int) -> int:
    """Past ", one of the segments analysed,", "(TSMC)" and ", which" behind a phrase."""
    if words[at : at + 2] == [",", "which"] and at + 2 < limit and words[at + 2] in head_words().firms_verbs:
        return at + 2
    if at < limit and words[at] == ",":
        return next((here + 1 for here in range(at + 1, min(limit, at + _LONGEST)) if words[here] == ","), limit)
    if at < limit and words[at] == "(":
        return next((here + 1 for here in range(at + 1, min(limit, at + _LONGEST)) if words[here] == ")"), limit)
    return at


def apposed_behind(scene: Scene, index: int) -> int:
    """The place of the comma behind which only "at" or "with" leads to an amount; 0 where none does."""
    first = scene.amounts[index].first
    at = scene.back_over(first, _leading())
    linked = not _LINKS.isdisjoint(scene.words[at + 1 : first])
    return at if linked and scene.words[at] == "," else 0


def is_before_apposed(scene: Scene, index: int, start: int, end: int) -> bool:
    """ "hoes, at 8% of the market, come last": whether a phrase ends where an amount is in apposition to it; what is
    only called the largest names nobody."""
    return apposed_behind(scene, index) == end and figure_words().superlatives.isdisjoint(scene.words[start:end])


@cache
def _leading() -> frozenset[str]:
    """What may stand between the comma and the amount."""
    return kind_words().hedges | lexicon().before_a_sum | _LINKS
