"""The place whose part of the market a paragraph speaks of: "The European lamp market is young. The market grows by
5% a year"."""

from __future__ import annotations

from functools import cache

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.names.directory import place_names
from cmograph.extractors.figures.scene.mention import SUBJECT, Group
from cmograph.extractors.vocabulary.figure_words import figure_words

_KINDS = frozenset({SubjectKind.MARKET, SubjectKind.REGION})
_OPENING = 100
"""So many characters hold the market with which a sentence begins."""


def placed_by(groups: list[Group], words: list[str], before: Subject | None) -> Subject | None:
    """The place of whose market a paragraph speaks behind a sentence: the one whose market is its subject, none where
    that is a place or the whole market, else the one `before`. `words` are the sentence's."""
    for first in groups:
        if first.rank >= SUBJECT:
            break
    else:
        return before
    if first.kind not in _KINDS or is_bare(first, words):
        return before
    placed = first.kind is SubjectKind.REGION and len(first.members) == 1
    return first.members[0].subject if placed and words[first.last - 1] in figure_words().market_words else None


def is_bare(group: Group, words: list[str]) -> bool:
    """Whether a market goes by the word "market" alone."""
    return figure_words().market_words.issuperset(words[group.first : group.last])


def may_be_of_a_place(sentence: str) -> bool:
    """Whether a sentence can begin with a place's market; to look at its first words costs less than to read it."""
    if "arket" not in sentence[:_OPENING]:
        return False
    first, second, *_ = (*sentence[:_OPENING].lower().split(None, 2), "")
    return (second if first == "the" else first).removesuffix("'s").removesuffix("’s") in _heads()


@cache
def _heads() -> frozenset[str]:
    """The first words of places, and of what belongs to them."""
    return place_names().heads | frozenset(demonym.partition(" ")[0] for demonym in figure_words().demonyms)
