"""Names that are counted up instead of named: "Together the three hold 28%", "the two of them took 37%", "Between them
they have 48%"."""

from __future__ import annotations

from cmograph.claims.model import Reason, Subject
from cmograph.extractors.figures.owners.pointing import TOGETHER
from cmograph.extractors.figures.owners.subject import Owners
from cmograph.extractors.figures.scene.mention import MARKETS, SUBJECT
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.extractors.figures.setting import Setting
from cmograph.extractors.vocabulary.figure_words import head_words
from cmograph.extractors.vocabulary.year_words import year_words

_POINTING = frozenset({"the", "these", "those", "all"})
_BEHIND = frozenset({"of", "share", "control", "own", "combined", "jointly", ","})
"""What may follow the number beside verbs and adverbs: "the two of them", "the three share 40%"."""

_THEM = ("them", "themselves")
_FEWEST = 2
_OF = 3
"""So many words "of them" and the number before it are."""


def several_meant(scene: Scene, setting: Setting, index: int) -> Owners | Reason | None:
    """Whose a share is that several have who are counted or summed up but not named: as many as were named last, in the
    sentence or before it; a reason where these are not as many."""
    if "they" not in scene.words and year_words().counts.keys().isdisjoint(scene.words):
        return None
    floor, first = scene.floor(index), scene.amounts[index].first
    at, count = _counted(scene, floor, first)
    if at < 0 or _names_another(scene, at, first):
        return None
    names = _named_in(scene, at, count) or _named_before(setting, count)
    if names is None:
        return Reason.NO_SUBJECT if count else None
    apart = not {"each", "apiece"}.isdisjoint(scene.words[at : scene.amounts[index].last + 3])
    return [[name] for name in names] if apart else [names]


def _counted(scene: Scene, floor: int, first: int) -> tuple[int, int]:
    """The place of the words that count several up, and how many these are; 0 where "they" are summed up, and -1 for no
    such place."""
    words, counts = scene.words, year_words().counts
    for at in range(max(floor, 1), first - 1):
        count = counts.get(words[at], 0)
        if count >= _FEWEST and words[at - 1] in _POINTING and _ends_phrase(scene, at + 1):
            return at, count
        if count >= _FEWEST and words[at + 1 : at + _OF] == ["of", "them"]:
            return at, count
    they = next((at for at in range(floor, first) if words[at] == "they"), -1)
    return (they, 0) if they >= 0 and _are_summed_up(scene, floor, they) else (-1, 0)


def _ends_phrase(scene: Scene, at: int) -> bool:
    """Whether no noun follows a number: a verb, an adverb or "of them" does."""
    word = scene.words[at]
    if word == "of":
        return scene.words[at + 1] in {*_THEM, "these", "those"}
    return is_verb(scene.tokens[at]) or word in _BEHIND or word in head_words().adverbs


def _are_summed_up(scene: Scene, floor: int, they: int) -> bool:
    """ "Together they hold", "Between them they hold", "They jointly hold" """
    near = scene.words[max(floor, they - 4) : they + 3]
    return not TOGETHER.isdisjoint(near) or ("between" in near and "them" in near)


def _names_another(scene: Scene, at: int, first: int) -> bool:
    """Whether somebody is named as a subject between the words that count several and their share."""
    return any(at < group.first < first and group.rank >= SUBJECT for group in scene.groups)


def _named_in(scene: Scene, at: int, count: int) -> list[Subject] | None:
    """As many of a kind as a sentence has named before a place."""
    members = [
        member
        for group in scene.groups
        if group.last <= at and group.kind not in MARKETS
        for member in group.members
        if scene.words[member.first] != "they"
    ]
    subjects = list(dict.fromkeys(member.subject for member in members))
    alike = len({subject.kind for subject in subjects}) == 1
    return subjects if alike and len(subjects) == count else None


def _named_before(setting: Setting, count: int) -> list[Subject] | None:
    """As many as the last sentence of the paragraph that named several, or so many."""
    topic = setting.topic()
    if count:
        return topic.several.get(count)
    return topic.named if len(topic.named) >= _FEWEST else None
