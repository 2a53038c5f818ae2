"""Whose a "market size" is in a sentence that speaks of a firm: the firm's own part of the market ("Eastman has reached
a market size of …"), or the market's that the firm only looks at ("targeting a market size that could reach …")."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.scene.mention import MARKETS, SUBJECT
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import SizeWords, size_words
from cmograph.mentions.amounts import Amount

_SIZES = frozenset({"size", "value", "valuation"})
_OF_FIRMS = frozenset({"company", "firm"})
_POSSESSIVES = frozenset({"s", "’", "'", "its", "their"})
_PARTS = MARKETS | {SubjectKind.SEGMENT}
_NEAR = 4
_OWNED = 5
_CLAUSE = 16


class Holder(StrEnum):
    """Who has the market size that a sentence speaks of."""

    FIRM = "firm"
    MARKET = "market"  # though the sentence speaks of a firm
    NOBODY = "nobody"  # a firm is near, but nothing says that it is the firm's
    UNSAID = "unsaid"  # no firm and no market size


def holder_of(scene: Scene, index: int) -> Holder:
    """Who has the market size that an amount gives, as the words around "market size" tell."""
    places = _places(scene, index)
    if not places:
        return Holder.FIRM if _of_a_division(scene, index) else Holder.UNSAID
    if _in_its_own(scene, index) or any(_of_a_named_firm(scene, at) for at in places):
        return Holder.FIRM
    told = not _OF_FIRMS.isdisjoint(scene.words) or scene.has(SubjectKind.COMPANY, as_subject=True)
    return _by_the_words_before(scene, places[-1], scene.amounts[index]) if told else Holder.UNSAID


def market_aimed_at(scene: Scene, index: int) -> Subject | None:
    """The market or segment right behind an amount: "$5 billion in the dental imaging segment"."""
    last = scene.amounts[index].last
    for group in scene.groups:
        near = last < group.first <= last + _NEAR and group.kind in _PARTS
        if near and not {"in", "for", "within"}.isdisjoint(scene.words[last : group.first]):
            return group.members[0].subject
    return None


def _places(scene: Scene, index: int) -> list[int]:
    """Where "market size" or "market value" stands, with a word behind it: before the amount if there is any such, else
    anywhere."""
    words = scene.words
    if "market" not in words:
        return []
    found = [at for at in range(len(words) - 2) if words[at] == "market" and words[at + 1] in _SIZES]
    ahead = [at for at in found if scene.floor(index) <= at < scene.amounts[index].first]
    return ahead or found


def _of_a_division(scene: Scene, index: int) -> bool:
    """ "Acme's coatings division is valued at $5 billion": a division is valued by what it sells."""
    first = scene.amounts[index].first
    for group in scene.groups:
        owned = group.kind is SubjectKind.COMPANY and group.members[-1].possessive and group.last < first
        if owned and not size_words().divisions.isdisjoint(scene.words[group.last : group.last + _OWNED]):
            return "valued" in scene.words[group.last : first]
    return False


def _in_its_own(scene: Scene, index: int) -> bool:
    """ "$5 billion across their coatings division": a firm's own part of its market."""
    last = scene.amounts[index].last
    following = scene.words[last : last + _OWNED + 2]
    owned = following[:1] in (["across"], ["in"], ["from"]) and following[1:2] in (["its"], ["their"])
    return owned and not size_words().divisions.isdisjoint(following)


def _of_a_named_firm(scene: Scene, at: int) -> bool:
    """ "The market size of Eastman", "a market size for LEGO" """
    firms = {group.first for group in scene.groups if group.kind is SubjectKind.COMPANY}
    return scene.words[at + 2] in {"of", "for"} and at + 3 in firms


def _by_the_words_before(scene: Scene, at: int, amount: Amount) -> Holder:
    """Who has the market size at a place of a sentence that speaks of a firm; the amount may stand right before it."""
    words, listed = scene.words, size_words()
    first = at
    while first and words[first - 1] in listed.adjectives:
        first -= 1
    first = amount.first if amount.last == first else first
    if any(group.kind in MARKETS and group.first < first <= at < group.last for group in scene.groups):
        return Holder.UNSAID
    if first and words[first - 1] in _POSSESSIVES:
        return Holder.FIRM
    verb = _verb_before(words, first)
    if verb == "with":
        return _beside(scene, at, first)
    if verb in listed.aims:
        return (
            Holder.FIRM
            if _grows_to(words, at) or _its_growth(words[max(0, first - _CLAUSE) : first])
            else Holder.MARKET
        )
    if verb in listed.has:
        return Holder.UNSAID if _of_the_market_before(scene, at) else Holder.FIRM
    return _unless_general(words, at, listed)


def _beside(scene: Scene, at: int, first: int) -> Holder:
    """ "With a market size of …, Bosch is": the firm's, unless "expected" or the like says that it is the market's that
    the firm has a part in."""
    words, listed = scene.words, size_words()
    opens = first < 3
    if opens and words[at + 2] in listed.looking_ahead:
        return Holder.MARKET
    general = not listed.whole_market.isdisjoint(words[first:at])
    return Holder.UNSAID if general else Holder.FIRM


def _verb_before(words: list[str], first: int) -> str:
    """The word before the article of a noun phrase that begins at a place: "reaching" in "reaching a market size"."""
    at = first - 1 - (first > 0 and words[first - 1] in {"a", "an"})
    return words[at] if at >= 0 else ""


def _grows_to(words: list[str], at: int) -> bool:
    """ "projecting a market size expansion to $5 billion": the firm's own size grows."""
    return words[at + 2] in {"growth", "expansion"} and words[at + 3 : at + 4] == ["to"]


def _its_growth(before: list[str]) -> bool:
    """ "is to continue its growth path, aiming for a market size that could exceed": what the firm grows to is its own;
    its "growth strategy" aims at the market."""
    plans = size_words().plans
    return any(
        word == "growth" and not {"its", "their"}.isdisjoint(before[max(0, at - 2) : at]) and after not in plans
        for at, (word, after) in enumerate(pairwise(before))
    )


def _of_the_market_before(scene: Scene, at: int) -> bool:
    """Whether the nearest subject before "market size" is a market: "the cable market should grow, reaching a market
    size of"."""
    ahead = [group for group in scene.groups if group.last <= at and group.rank >= SUBJECT]
    return bool(ahead) and ahead[-1].kind in MARKETS and scene.words[ahead[-1].last - 1] != "markets"


def _unless_general(words: list[str], at: int, listed: SizeWords) -> Holder:
    """A size without a known verb: nobody's, unless an article such as "the" or "global" says that the market's is
    meant."""
    if not listed.whole_market.isdisjoint(words[max(0, at - 3) : at]):
        return Holder.UNSAID
    near = {"a", "an", "its", "their", "current", "s"}
    return Holder.UNSAID if near.isdisjoint(words[max(0, at - 4) : at]) else Holder.NOBODY
