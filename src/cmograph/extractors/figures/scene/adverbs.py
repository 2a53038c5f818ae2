"""Adverbs before a verb: "still", "in total"."""

from __future__ import annotations

from functools import cache

from cmograph.extractors.vocabulary.figure_words import head_words


def past_adverbs(words: list[str], at: int) -> int:
    """Past "still", "in total" and the like before a verb."""
    while at < len(words):
        wide = _adverbial(words, at) if words[at] in _adverbial_heads() else 0
        if not wide and words[at] not in head_words().adverbs:
            break
        at += wide or 1
    return at


def _adverbial(words: list[str], at: int) -> int:
    """How many words "on its own" and the like have at a place; 0 where none stands there."""
    return next((width for width in (4, 3, 2) if " ".join(words[at : at + width]) in head_words().adverbials), 0)


@cache
def _adverbial_heads() -> frozenset[str]:
    """The words with which these begin."""
    return frozenset(phrase.split()[0] for phrase in head_words().adverbials)
