"""Which place "the country" and "the region" stand for: the last one that is a country, or a wider area."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.entities.places import PlaceKind, resolve
from cmograph.extractors.figures.mention import Group, Mention
from cmograph.extractors.figures.topic import Recall, Topic

_COUNTRIES = frozenset({PlaceKind.COUNTRY})
_AREAS = frozenset({PlaceKind.AREA, PlaceKind.TRADE_REGION})


def place_meant(word: str, before: list[Mention], recall: Recall) -> Subject | None:
    """The place that "the country" or "the region" stands for behind some mentions of its sentence."""
    kinds = _COUNTRIES if word == "country" else _AREAS
    here = [mention.subject for mention in before if _is_one_of(mention.subject, kinds)]
    if here:
        return here[-1]
    topic = recall()
    if topic.region is not None and _is_one_of(topic.region, kinds):
        return topic.region
    return (topic.country if word == "country" else topic.area) or topic.region


def remember_places(topic: Topic, groups: list[Group]) -> None:
    """Moves the country and the area of a paragraph's topic on past a sentence; one that names several leaves none."""
    named = {member.subject for group in groups if group.kind is SubjectKind.REGION for member in group.members}
    countries = [subject for subject in named if _is_one_of(subject, _COUNTRIES)]
    areas = [subject for subject in named if _is_one_of(subject, _AREAS)]
    if countries:
        topic.country = countries[0] if len(countries) == 1 else None
    if areas:
        topic.area = areas[0] if len(areas) == 1 else None


def _is_one_of(subject: Subject, kinds: frozenset[PlaceKind]) -> bool:
    """Whether a subject is a place of some kinds."""
    place = resolve(subject.name) if subject.kind is SubjectKind.REGION else None
    return place is not None and place.kind in kinds
