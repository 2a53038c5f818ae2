"""The place whose part of the market a paragraph speaks of: "The European lamp market is young. The market grows by
5% a year"."""

from __future__ import annotations

from functools import cache

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.directory import place_names
from cmograph.extractors.figures.mention import SUBJECT, Group
from cmograph.extractors.figures.words import figure_words

_OPENING = 5
"""So many words of a sentence hold the place with which it begins."""


def market_spoken_of(groups: list[Group], words: list[str]) -> Subject | None:
    """The first subject of a sentence that is a whole market, or a place's part of it, or a place; None where it only
    speaks on of "the market". `words` are the sentence's."""
    first = next((group for group in groups if group.rank >= SUBJECT), None)
    if first is None or first.kind not in {SubjectKind.MARKET, SubjectKind.REGION} or is_bare(first, words):
        return None
    return first.members[0].subject if _is_a_market(first, words) else Subject(SubjectKind.MARKET, "market")


def is_bare(group: Group, words: list[str]) -> bool:
    """Whether a market goes by the word "market" alone."""
    return figure_words().market_words.issuperset(words[group.first : group.last])


def may_be_of_a_place(sentence: str) -> bool:
    """Whether a sentence can begin with a place's market; to look for its words costs less than to read it."""
    return "arket" in sentence and not _heads().isdisjoint(sentence.lower().split(None, _OPENING)[:_OPENING])


def _is_a_market(group: Group, words: list[str]) -> bool:
    return len(group.members) == 1 and words[group.last - 1] in figure_words().market_words


@cache
def _heads() -> frozenset[str]:
    """The first words of places, and of what belongs to them."""
    return place_names().heads | frozenset(demonym.partition(" ")[0] for demonym in figure_words().demonyms)
