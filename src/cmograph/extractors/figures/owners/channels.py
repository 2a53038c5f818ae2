"""Whose a number is where a clause speaks of a way of sale: "Sales of cranes through online stores accounted for
26%"."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.scene.head import phrase_end
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.extractors.vocabulary.figure_words import head_words
from cmograph.mentions.tokens import WORD

_WAYS = frozenset({"through", "via"})
_LONGEST = 6
_LONGEST_LEAD = 8


def channel_of(scene: Scene, index: int) -> Subject | None:
    """The way of sale that the clause of an amount speaks of, as the page writes it; None where it speaks of none."""
    if _WAYS.isdisjoint(scene.words):
        return None
    limit = scene.amounts[index].first
    start = _past_articles(scene, scene.floor(index), limit)
    if start >= limit or scene.words[start] not in head_words().sold:
        return None
    way = next((at for at in range(start, min(limit, start + _LONGEST_LEAD)) if scene.words[at] in _WAYS), limit)
    if not head_words().verbs.isdisjoint(scene.words[start:way]):
        return None
    first = _past_articles(scene, way + 1, limit)
    last = phrase_end(scene, first, limit)
    if not first < last < limit or not is_verb(scene.tokens[last]) or scene.tokens[first].kind != WORD:
        return None
    not_named = head_words().general - {"and"}
    if last - first > _LONGEST or not not_named.isdisjoint(scene.words[first:last]):
        return None
    return Subject(SubjectKind.SEGMENT, scene.text[scene.tokens[first].start : scene.tokens[last - 1].end])


def _past_articles(scene: Scene, at: int, limit: int) -> int:
    """Past the articles and connecting words at a place."""
    while at < limit and scene.words[at] in head_words().articles:
        at += 1
    return at
