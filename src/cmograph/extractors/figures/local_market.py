"""Whose market "the market" is under a heading or a question on one place, or behind its label: that place's part of
the page's market."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.mention import Mention
from cmograph.extractors.figures.scene import Scene
from cmograph.extractors.figures.setting import Setting
from cmograph.extractors.figures.subject import Owners
from cmograph.extractors.figures.words import figure_words

_POINTING = frozenset({"the", "this", "its"})
_OF_A_PLACE = frozenset({"regional", "local", "domestic", "national"})
_LABELS = frozenset({":", "–", "—", "-"})
_WHOLE = frozenset({"global", "globally", "worldwide", "world"})


def is_left_open(scene: Scene, found: Owners) -> bool:
    """Whether amounts were found to be the market's only because a sentence says "the market", without its name and
    without "global"."""
    if any(subject.kind is not SubjectKind.MARKET for subjects in found for subject in subjects):
        return False
    if not _WHOLE.isdisjoint(scene.words):
        return False
    named = [member for group in scene.groups if group.kind is SubjectKind.MARKET for member in group.members]
    return bool(named) and all(_is_bare(scene.words, member) for member in named)


def _is_bare(words: list[str], member: Mention) -> bool:
    """Whether a mention is "the market" and no more, or stands for it."""
    listed = figure_words()
    if words[member.first] in listed.pronouns:
        return True
    bare = (listed.market_words | _POINTING | _OF_A_PLACE).issuperset(words[member.first : member.last])
    return bare and (not member.first or words[member.first - 1] in _POINTING)


def place_meant_by_market(scene: Scene, setting: Setting) -> Subject | None:
    """Which place's market "the market" is: that of the label of its line, of the heading or question above it, or for
    "the regional market" that of the paragraph."""
    first = scene.groups[0]
    labelled = first.kind is SubjectKind.REGION and not first.first and len(first.members) == 1
    if labelled and scene.words[first.last] in _LABELS:
        return first.members[0].subject
    headed = setting.place()
    if headed or _OF_A_PLACE.isdisjoint(scene.words):
        return headed
    topic = setting.topic()
    return topic.region or topic.area or topic.country
