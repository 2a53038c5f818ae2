"""Amounts in apposition to what stands before a comma: "hoes, at 8% of the market, come last"."""

from __future__ import annotations

from functools import cache

from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, kind_words
from cmograph.mentions.lexicon import lexicon

_LINKS = frozenset({"at", "with", "still", "now"})


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
