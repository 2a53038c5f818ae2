"""Sums of money that no word explains, but where they stand: behind the label of a line, or behind the name with which
a sentence begins."""

from __future__ import annotations

from functools import cache

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.names.labelled_names import label_end
from cmograph.extractors.figures.scene.mention import SUBJECT
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, kind_words
from cmograph.mentions.amounts import Amount
from cmograph.mentions.lexicon import lexicon

_MILLION = 1_000_000
_BEHIND_A_NAME = frozenset({",", "(", "–", "—", "-"})
_PARTS = frozenset({SubjectKind.SEGMENT, SubjectKind.REGION})
_LABELS = frozenset({SubjectKind.SEGMENT, SubjectKind.MARKET})
_STILL = frozenset({"still", "at", "now", "already", "below", "under", "close", "to"})


def is_labelled(scene: Scene, amount: Amount) -> bool:
    """ "Shears: EUR 5 million (+3%)": in millions, right behind the market or a segment that begins the line, or right
    behind a name that leads ("Largest region: Europe, EUR 2 million")."""
    first = amount.first
    if amount.high < _MILLION:
        return False
    colon = label_end(scene.words)
    if colon and scene.words[first - 1] in _BEHIND_A_NAME:
        return any(group.kind in _PARTS and group.first > colon and group.last == first - 1 for group in scene.groups)
    if scene.words[first - 1] != ":":
        return False
    begun = (group for group in scene.groups if group.kind in _LABELS and group.first == 0)
    return any(_only_a_bracket(scene.words[group.last : first - 1]) for group in begun)


def _only_a_bracket(words: list[str]) -> bool:
    """Whether nothing stands between a name and a colon but what brackets hold."""
    return not words or (words[0] == "(" and words[-1] == ")")


def is_in_apposition(scene: Scene, amount: Amount) -> bool:
    """ "The folding segment, USD 263 million in 2025, is young", "Oceania, still below USD 5 million, …": a sum in
    millions, and perhaps its year, between commas right behind the part of the market with which a sentence begins."""
    first, last = scene.back_over(amount.first, _before_apposed()), amount.last
    if amount.high < _MILLION or scene.words[first] != ",":
        return False
    time = next((time for time in scene.times if last <= time.first <= last + 1), None)
    behind = first - (scene.words[first - 1] in figure_words().segment_ends)
    closed = scene.words[time.last if time else last :][:1] == [","]
    return closed and any(
        group.kind in _PARTS and group.rank >= SUBJECT and group.last in (first, behind) and len(group.members) == 1
        for group in scene.groups
    )


@cache
def _before_apposed() -> frozenset[str]:
    """What may stand between a comma and such a sum."""
    return kind_words().hedges | lexicon().before_a_sum | _STILL
