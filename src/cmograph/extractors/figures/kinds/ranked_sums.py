"""Sums of money beside firms that a sentence ranks, on a page that speaks of sales: "Acme, down one to No. 8, with $3
billion"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.kinds.money import Money
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, kind_words
from cmograph.extractors.vocabulary.wordlists import has_any

_LEADING = frozenset({"at", "with"})
_RANKED = frozenset({"rank", "ranks", "ranked", "ranking", "rankings", "#"})
_PLACES = frozenset({"place", "spot", "position"})
_COUNTED = frozenset({"three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty"})
_ELSEWHERE = frozenset({"technical", "price", "investment", "change"})
_SALES = ("sales", "evenue", "urnover")


def of_a_ranked_firm(money: Money) -> str | None:
    """What a firm is ranked by: "at" or "with" leads from the firm to it, and no word says that it is another thing."""
    scene, amount = money.scene, money.amount
    if not scene.has(SubjectKind.COMPANY) or not _ranks(scene):
        return None
    floor, ceiling = scene.floor(money.index), scene.ceiling(money.index)
    before = [group for group in scene.groups if floor <= group.first and group.last <= amount.first]
    if not before or before[-1].kind is not SubjectKind.COMPANY:
        return None
    if any(cue.kind in _ELSEWHERE and floor <= cue.first < ceiling for cue in scene.cues):
        return None
    at = scene.back_over(amount.first, _before_sums())
    return "revenue" if scene.words[at] in _LEADING and has_any(scene.text, _SALES) else None


def _ranks(scene: Scene) -> bool:
    """Whether a sentence ranks what it names: "No. 1", "the top five", "in second place"."""
    words = scene.words
    if not _RANKED.isdisjoint(words) or not _PLACES.isdisjoint(words):
        return True
    return any(
        (word == "no" and following == ".") or (word == "top" and (following.isdigit() or following in _COUNTED))
        for word, following in pairwise(words)
    )


@cache
def _before_sums() -> frozenset[str]:
    """What may stand between "at" or "with" and a sum."""
    return kind_words().hedges | figure_words().links_to_number - _LEADING
