"""Which place "the country" and "the region" stand for: the last one that is a country, or a wider area; and places
that stand for nothing, as they only describe."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.entities.places import Place, PlaceKind, resolve
from cmograph.extractors.figures.scene.mention import Group, Mention
from cmograph.extractors.figures.scene.topic import Recall, Topic
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.mentions.tokens import WORD, Token

_COUNTRIES = frozenset({PlaceKind.COUNTRY})
_AREAS = frozenset({PlaceKind.AREA, PlaceKind.TRADE_REGION})
_HEADED = 2
"""So many words may stand before the place of a heading, and before the market of a sentence: "In the", "The"."""


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


def place_headed(tokens: list[Token], groups: list[Group]) -> Subject | None:
    """The place that a heading or a question is about: the only name in it."""
    if len(groups) != 1 or len(groups[0].members) != 1 or groups[0].kind is not SubjectKind.REGION:
        return None
    asked = tokens[-1].lower == "?"
    return groups[0].members[0].subject if asked or groups[0].first <= _HEADED else None


def market_there(tokens: list[Token], at: int, before: list[Mention], recall: Recall) -> Mention | None:
    """ "Germany is home to many makers. The market there", "Sales there": the place of the sentence before; the mention
    of the market becomes part of it."""
    topic = recall()
    place = topic.region or topic.country or topic.area
    if place is None or not at:
        return None
    if tokens[at - 1].lower in figure_words().measures:
        return Mention(place, at, at + 1)
    whole = market_in(place, at, at + 1, before)
    return whole if whole.first < at else None


def market_in(place: Subject, first: int, last: int, before: list[Mention]) -> Mention:
    """A place pointed to at tokens[first:last]; "the market" right before it, with which a sentence begins, becomes
    part of its mention; in "China leads the market in the region" it does not."""
    whole = len(before) == 1 and before[0].last == first and before[0].subject.kind is SubjectKind.MARKET
    whole = whole and before[0].first <= _HEADED
    return Mention(place, before.pop().first if whole else last - 1, last)


def describes(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the place at tokens[first:last] only says where something comes from: "a U.S. program", "the Czech
    group"; a market, a share or a rate of a place is the place's own."""
    article = tokens[first - 1].lower if first else ""
    noun = tokens[last] if last < len(tokens) else None
    if article not in {"a", "an", "the"} or noun is None or noun.kind != WORD or noun.text != noun.lower:
        return False
    words = figure_words()
    if article == "the":
        return noun.lower in words.company_nouns
    own = words.market_words | words.market_sizes | words.measures | words.segment_words
    return noun.lower not in own and noun.lower not in words.owned_in_places


def remember_places(topic: Topic, groups: list[Group]) -> None:
    """Moves the country and the area of a paragraph's topic on past a sentence; one that names several leaves none."""
    named = {member.subject for group in groups if group.kind is SubjectKind.REGION for member in group.members}
    countries = [subject for subject in named if is_country(subject)]
    areas = [subject for subject in named if _is_one_of(subject, _AREAS)]
    if countries:
        topic.country = countries[0] if len(countries) == 1 else None
    if areas:
        topic.area = areas[0] if len(areas) == 1 else None


def is_country(subject: Subject) -> bool:
    """Whether a subject is a place that is a country."""
    return _is_one_of(subject, _COUNTRIES)


def is_place_of_code(subject: Subject, code: str) -> bool:
    """Whether a subject is the place with a code."""
    place = _place_of(subject)
    return place is not None and place.code == code


def _is_one_of(subject: Subject, kinds: frozenset[PlaceKind]) -> bool:
    """Whether a subject is a place of some kinds."""
    place = _place_of(subject)
    return place is not None and place.kind in kinds


def _place_of(subject: Subject) -> Place | None:
    """The known place that a subject is."""
    return resolve(subject.name) if subject.kind is SubjectKind.REGION else None
