"""Sums of money that say a share again: "36%, i.e. USD 1.5 billion", "19.9% in 2016, equal to $176 million"."""

from __future__ import annotations

from cmograph.extractors.figures.scene.mention import MARKETS
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import kind_words

_MILLION = 1_000_000
_AGAIN = frozenset({"or", "i.e", "i.e."})
_EQUAL = (
    ["equal", "to"],
    ["equivalent", "to"],
    ["equating", "to"],
    ["equates", "to"],
    ["amounting", "to"],
    ["corresponding", "to"],
    ["translating", "to"],
    ["translating", "into"],
)


def says_the_last_again(scene: Scene, index: int) -> bool:
    """Whether a sum in millions says in money the percentage right before it; "40% of the market, worth $2 billion"
    speaks of the market."""
    amount = scene.amounts[index]
    if not index or not amount.is_money or amount.high < _MILLION or scene.amounts[index - 1].is_money:
        return False
    words, at = scene.words, scene.back_over(amount.first, kind_words().hedges)
    if not _AGAIN.isdisjoint(words[amount.first - 2 : amount.first]) or words[at - 1 : at + 1] in _EQUAL:
        return True
    worth = words[at - 1 : at + 1] == [",", "worth"]
    return worth and not any(group.kind in MARKETS and group.last == at - 1 for group in scene.groups)
