"""Regions and firms that a sentence points back to: "Together, these regions hold 90%", "It holds a market share of
40%" behind "with North America in front", "These players hold 80%"."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.entities.places import resolve
from cmograph.extractors.figures.names.places_meant import is_country
from cmograph.extractors.figures.owners.subject import Owners
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.setting import Setting
from cmograph.extractors.vocabulary.figure_words import figure_words

_POINTED, _OPENING = 4, 7
_POINTERS = frozenset({"these", "those", "both", "two"})
_TWO = 2
_COUNTRIES = frozenset({"countries", "nations"})
_BETWEEN = (["between", "them"], ["between", "them", ","], ["between", "them", "the"], ["between", "them", ",", "the"])
TOGETHER = frozenset({"together", "combined", "collectively", "jointly"})
"""These sum up who is pointed back to: "Together they hold"."""


def names_meant(scene: Scene, setting: Setting, index: int) -> Owners | None:
    """Whose an amount is that "these regions", "these players" or "it" has: all regions of the paragraph together,
    those or the firms of the sentence before, or each of them."""
    first, last = scene.amounts[index].first, scene.amounts[index].last
    words = scene.words[:first]
    if words[:1] == ["it"]:
        return _one_meant(setting)
    if _points_to_firms(words):
        return _firms_meant(setting, each="each" in scene.words[last : last + 4])
    if not _points(words):
        return None
    summed = "overall" in words or any(cue.kind == "together" for cue in scene.cues)
    topic = setting.topic()
    regions = _once(topic.regions if summed else topic.named)
    if len(regions) < 2 or any(subject.kind is not SubjectKind.REGION for subject in regions):
        return None
    return [[region] for region in regions] if "each" in scene.words[last : last + 4] else [regions]


def regions_meant(scene: Scene, setting: Setting) -> list[Subject] | None:
    """The regions of the sentence before together, where one begins with "These regional markets" or "Between them, the
    two countries"."""
    words, places = scene.words[:_OPENING], figure_words().places
    at = next((at for at, word in enumerate(words) if word in _POINTERS), len(words))
    behind = words[at + 1 : at + _POINTED]
    led = words[:at]
    alone = led == ["the"] or not TOGETHER.isdisjoint(led) or led in _BETWEEN
    noun = next((word for word in behind if word in places), "")
    if not (noun or behind[:1] == ["regional"]) or not (at == 0 or alone):
        return None
    named = setting.topic().named
    if noun in _COUNTRIES:
        named = [subject for subject in named if is_country(subject)]
    regions = len(named) > 1 and all(subject.kind is SubjectKind.REGION for subject in named)
    counted = "two" not in words[at : at + _POINTED] or len(named) == _TWO
    return list(named) if regions and counted else None


def _firms_meant(setting: Setting, *, each: bool) -> Owners | None:
    """The firms that the sentence before counts up, together or each."""
    firms = setting.topic().named
    if len(firms) < 2 or any(subject.kind is not SubjectKind.COMPANY for subject in firms):
        return None
    return [[firm] for firm in firms] if each else [firms]


def _once(subjects: list[Subject]) -> list[Subject]:
    """Each place by its first name only: "Asia-Pacific … APAC"."""
    found: dict[object, Subject] = {}
    for subject in subjects:
        found.setdefault(resolve(subject.name) or subject.name, subject)
    return list(found.values())


def _one_meant(setting: Setting) -> Owners | None:
    """The only region of the sentence before: a market holds no share of itself."""
    topic = setting.topic()
    alone = topic.region is not None and topic.named == [topic.region]
    return [[topic.region]] if alone and topic.region else None


def _points(words: list[str]) -> bool:
    """ "these regions", "both regions", "these three countries" """
    places = figure_words().places
    return any(
        words[at] in {"these", "both", "those"} and not places.isdisjoint(words[at + 1 : at + 3])
        for at in range(len(words))
    )


def _points_to_firms(words: list[str]) -> bool:
    """Whether a sentence begins with "These players", "Together, they" or "They together"."""
    if not TOGETHER.isdisjoint(words[:4]) and "they" in words[:4]:
        return True
    nouns = figure_words().firms_in_plural
    return words[:1] in (["these"], ["those"]) and not nouns.isdisjoint(words[1:4])
