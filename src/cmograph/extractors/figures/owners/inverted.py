"""Whose an amount is where its owner stands behind the verb and no list of the page names it: "$5 billion came from
dental care", "the remaining 17% goes to dry docks"."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, head_words
from cmograph.mentions.tokens import WORD

_LONGEST = 5
_FARTHEST = 9
_REACHING = frozenset({"came", "comes", "come", "coming"})
"""With "to" these lead to a number: "came to 9%"."""

_RESTING = frozenset({"is", "was", "lay", "lies", "rests", "rested"})
"""With "with" these lead from a share: "35% of sales was with florists"."""


def owner_behind(scene: Scene, index: int) -> Subject | None:
    """The part of a market to which a verb behind an amount leads, as the page writes it; None where none does."""
    if scene.chain_end(index) != scene.chain_start(index):
        return None
    first, ceiling = scene.amounts[index].last, scene.ceiling(index)
    for at in range(first + 1, min(first + _FARTHEST, ceiling - 1)):
        led = scene.words[at] in head_words().from_whom and scene.words[at - 1] in head_words().came
        led = led or (scene.words[at] == "with" and scene.words[at - 1] in _RESTING)
        if led and (scene.words[at] != "to" or scene.words[at - 1] not in _REACHING):
            return _part(scene, at + 1, ceiling)
        if scene.words[at] == ",":
            return None
    return None


def _part(scene: Scene, start: int, ceiling: int) -> Subject | None:
    """The noun phrase at a place; None where it is a proper name, or holds a general word or one that is named
    elsewhere."""
    while start < ceiling and scene.words[start] in head_words().articles:
        start += 1
    end = start
    while end < ceiling and _in_phrase(scene, end):
        end += 1
    phrase = scene.tokens[start:end]
    inner = [token.lower for token in phrase if token.lower not in {"and", "&"}]
    if not 0 < len(phrase) <= _LONGEST or not head_words().general.isdisjoint(inner) or inner[-1] != phrase[-1].lower:
        return None
    if any(scene.named(at) for at in range(start, end)) or all(token.text[:1].isupper() for token in phrase):
        return None
    return Subject(SubjectKind.SEGMENT, scene.text[phrase[0].start : phrase[-1].end])


def _in_phrase(scene: Scene, at: int) -> bool:
    """Whether a noun phrase goes on through a token."""
    token = scene.tokens[at]
    if token.kind != WORD:
        return token.lower in {"&", "-", "/"}
    words = figure_words()
    joined = token.lower == "and"
    return joined or (token.lower not in words.phrase_stops and token.lower not in head_words().verbs)
