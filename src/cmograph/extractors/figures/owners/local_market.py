"""Whose market "the market" is: under a heading or a question on one place that place's part of the page's market,
behind a label what the label names."""

from __future__ import annotations

from functools import cache

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.owners.subject import Owners
from cmograph.extractors.figures.scene.mention import Mention
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.setting import Setting
from cmograph.extractors.vocabulary.figure_words import figure_words

_POINTING = frozenset({"the", "this", "its"})
_OF_A_PLACE = frozenset({"regional", "local", "domestic", "national"})
_LABELS = frozenset({":", "–", "—", "-"})
_LABELLING = frozenset({SubjectKind.REGION, SubjectKind.OTHER_MARKET})
_WHOLE = frozenset({"global", "globally", "worldwide", "world"})


def of_an_open_market(found: Owners | None, scene: Scene, setting: Setting) -> Owners | None:
    """The owners found, or whose market it is that a sentence only calls "the market"."""
    holder = _whose_market(scene, setting) if found and _is_left_open(scene, found) else None
    return [[holder] for _ in found or ()] if holder else found


def _is_left_open(scene: Scene, found: Owners) -> bool:
    """Whether amounts were found to be the market's only because a sentence says "the market", without its name."""
    if any(subject.kind is not SubjectKind.MARKET for subjects in found for subject in subjects):
        return False
    named = [member for group in scene.groups if group.kind is SubjectKind.MARKET for member in group.members]
    return bool(named) and all(_is_bare(scene.words, member) for member in named)


def _is_bare(words: list[str], member: Mention) -> bool:
    """Whether a mention is "the market" and no more, or stands for it."""
    listed = figure_words()
    if words[member.first] in listed.pronouns:
        return True
    bare = _bare_words().issuperset(words[member.first : member.last])
    return bare and (not member.first or words[member.first - 1] in _POINTING)


def _whose_market(scene: Scene, setting: Setting) -> Subject | None:
    """Whose market "the market" is: that of the label of its line, and unless the whole world's is meant, of the
    heading or question above it, or for "the regional market" of the paragraph."""
    first, whole = scene.groups[0], not _WHOLE.isdisjoint(scene.words)
    labelled = not first.first and len(first.members) == 1 and scene.words[first.last] in _LABELS
    if labelled and first.kind is (SubjectKind.OTHER_MARKET if whole else first.kind) and first.kind in _LABELLING:
        return first.members[0].subject
    headed = None if whole else setting.place()
    if headed or whole or _OF_A_PLACE.isdisjoint(scene.words):
        return headed
    topic = setting.topic()
    return topic.region or topic.area or topic.country


@cache
def _bare_words() -> frozenset[str]:
    """The words of "the market" and its like."""
    return figure_words().market_words | _POINTING | _OF_A_PLACE | _WHOLE
