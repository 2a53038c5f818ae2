"""Names that are told by their place in a list or a pair: "the former", "Germany, Italy and Spain; the first of
these"."""

from __future__ import annotations

from cmograph.claims.model import Subject
from cmograph.extractors.figures.scene.mention import MARKETS, Mention
from cmograph.extractors.figures.scene.topic import Recall
from cmograph.mentions.tokens import Token

_JOINT = 2
ORDINALS = {"first": 0, "second": 1, "third": 2, "last": -1, "former": 0, "latter": 1}
"""Words that point to a place in a list, counted from 0."""

_THOSE = (["these"], ["those"], ["them"], ["the", "two"], ["the", "three"], ["the", "four"], ["the", "five"])


def counted_off(tokens: list[Token], at: int, before: list[Mention], recall: Recall) -> Mention | None:
    """ "the former", "the first of these" at a place: that member of the last pair or list, in the sentence or in the
    one before."""
    if tokens[at].lower in {"former", "latter"}:
        parts = [mention.subject for mention in before if mention.subject.kind not in MARKETS]
        pair = (parts[-2], parts[-1]) if len(parts) > 1 else recall().pair
        return Mention(pair[ORDINALS[tokens[at].lower]], at, at + 1) if pair else None
    if [token.lower for token in tokens[at + 1 : at + 2]] != ["of"] or at + 2 >= len(tokens):
        return None
    those = [token.lower for token in tokens[at + 2 : at + 4]]
    wide = next((len(words) for words in _THOSE if those[: len(words)] == words), 0)
    if not wide:
        return None
    listed = _last_list(before) or recall().named
    place = ORDINALS[tokens[at].lower]
    return Mention(listed[place], at, at + 2 + wide) if len(listed) > max(place, 1) else None


def _last_list(before: list[Mention]) -> list[Subject]:
    """The names of one list with which the mentions of a sentence end, where they are several."""
    named = [mention for mention in before if mention.subject.kind not in MARKETS]
    start = len(named) - 1
    while start > 0 and _go_together(named[start - 1], named[start]):
        start -= 1
    return [mention.subject for mention in named[start:]] if len(named) - start > 1 else []


def _go_together(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of a kind, and only a comma or "and" can stand between them."""
    return one.subject.kind is other.subject.kind and other.first - one.last <= _JOINT
