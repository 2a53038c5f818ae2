"""What a firm or a part of it was bought or sold for, and the sales of a firm that was bought and has no name: none of
them is anybody's revenue."""

from __future__ import annotations

from cmograph.claims.model import Reason, SubjectKind
from cmograph.extractors.figures.kinds.money import Money
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, kind_words
from cmograph.mentions.lexicon import lexicon

_FARTHEST = 24
"""So many words may stand between the verb of a deal and its sum."""

_NEAR = 3
_LEAST = 500_000
"""A smaller sum is the price of a thing, not of a firm."""

_TO_WHOM = frozenset({"to", "by", "for"})
_PASSIVE = frozenset({"was", "been", "being"})
_ARTICLES = frozenset({"a", "an"})
_WITH_ITS_SALES = frozenset({"with", "that", "which", "whose"})


def of_a_deal(money: Money) -> Reason | None:
    """ "Acme took over Brix for $7 million", "the coatings arm was sold to Corde for $2 million", "Acme bought a maker
    of paint with sales of $1 million"."""
    scene, first = money.scene, money.amount.first
    if kind_words().trading.isdisjoint(scene.words[:first]):
        return None
    at = scene.back_over(first, lexicon().before_a_sum)
    if scene.words[at] == "for":
        dear = money.amount.high >= _LEAST
        return Reason.INVESTMENT if dear and _is_traded(scene, at, scene.floor(money.index)) else None
    return Reason.NO_SUBJECT if _is_of_the_bought(scene, first) else None


def _is_traded(scene: Scene, end: int, floor: int) -> bool:
    """Whether the words before "for" at a place tell of a deal."""
    words, listed = scene.words, kind_words()
    for at in range(end - 1, max(floor, end - _FARTHEST) - 1, -1):
        word, following = words[at], words[at + 1]
        if word in {";", ":"}:
            return False
        if word in listed.bought_up or (word in listed.taking_over and following in {"over", "up"}):
            return True
        if word in listed.sold_off:
            passive = not at or not _PASSIVE.isdisjoint(words[max(0, at - 2) : at])
            return (passive and following in _TO_WHOM) or not listed.sold_whole.isdisjoint(words[at:end])
        if word in listed.handed_over and following == "to":
            return not listed.sold_whole.isdisjoint(words[max(0, at - _FARTHEST) : at])
    return False


def _is_of_the_bought(scene: Scene, first: int) -> bool:
    """Whether a sum tells of a firm that was bought, and goes by no name: "paid $5 million for a Dutch maker that has
    sales of"."""
    words, listed = scene.words, kind_words()
    called = [
        at
        for at in range(_NEAR, first)
        if words[at] in figure_words().company_nouns and not _ARTICLES.isdisjoint(words[at - _NEAR : at])
    ]
    if not called or _WITH_ITS_SALES.isdisjoint(words[called[-1] : first]):
        return False
    noun = called[-1]
    article = max(at for at in range(noun - _NEAR, noun) if words[at] in _ARTICLES)
    named = any(noun <= group.first < first and group.kind is SubjectKind.COMPANY for group in scene.groups)
    bought = words[max(0, article - _FARTHEST) : article]
    return not named and words[article - 1] != "," and not listed.bought_up.isdisjoint(bought)
