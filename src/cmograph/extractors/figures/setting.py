"""What surrounds a sentence, and how it moves on from one sentence of a paragraph to the next."""

from __future__ import annotations

from dataclasses import dataclass

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.cues import Cue, cues
from cmograph.extractors.figures.directory import Directory
from cmograph.extractors.figures.finder import Topic
from cmograph.extractors.figures.mention import OBLIQUE, SUBJECT, Group
from cmograph.extractors.figures.words import figure_words
from cmograph.mentions.periods import Time, times
from cmograph.mentions.tokens import CURRENCY, Token

_NO_PORTRAIT = frozenset({SubjectKind.MARKET, SubjectKind.GROUP})
_ANNOUNCED = frozenset({"growth", "share", "revenue"})


@dataclass(slots=True)
class Setting:
    """What surrounds a sentence: the page's names, whether it has a market, the paragraph's topic, whose portrait it
    stands in (`owner`), what kind of number and which year its heading leads one to expect."""

    directory: Directory
    has_market: bool
    topic: Topic
    expected: str = ""
    expected_year: int | None = None
    owner: Subject | None = None

    def introduced(self, tokens: list[Token], groups: list[Group], all_text: list[Token]) -> None:
        """Takes over the topic, the kind of number and the year that an introducing line gives."""
        remember(self.topic, groups, times(tokens))
        if len(groups) == 1 and _is_name_alone(tokens, groups[0]):
            self.owner = groups[0].members[0].subject
        kinds = [cue.kind for cue in cues(tokens) if _announces(tokens, cue)]
        self.expected = kinds[-1] if kinds else self.expected
        years = [time.end for time in times(all_text) if not time.period and not time.same]
        states = any(token.kind == CURRENCY or token.lower == "%" for token in all_text)
        announces = tokens[-1].lower == ":" or (not states and (kinds or self.expected))
        if years and announces:
            self.expected_year = years[-1]


def _is_name_alone(tokens: list[Token], group: Group) -> bool:
    """Whether a line is little more than one name: the heading of a portrait."""
    return len(group.members) == 1 and group.last - group.first + 3 > len(tokens) and group.kind not in _NO_PORTRAIT


def _announces(tokens: list[Token], cue: Cue) -> bool:
    """Whether a cue in an introducing line tells what the numbers below it are ("Market share by region"), and is no
    verb that any line may have ("The leading players")."""
    word = tokens[cue.first].lower
    listed = figure_words()
    return cue.kind in _ANNOUNCED and word not in listed.announces_nothing and not word.startswith(listed.verb_stems)


def remember(topic: Topic, groups: list[Group], when: list[Time]) -> None:
    """Moves a paragraph's topic on past a sentence: its first subject, its first region, its company, its last pair of
    names, its years."""
    named = [group for group in groups if group.rank >= SUBJECT]
    if named:
        topic.subject = named[0].members[0].subject
        region = next((group for group in named if group.kind is SubjectKind.REGION), None)
        topic.region = region.members[0].subject if region else topic.region
    topic.company = _company(topic, groups, named)
    topic.pair = _pair(groups) or topic.pair
    years = [year for time in when for year in (time.start, time.end) if year is not None]
    if years:
        topic.years = sorted(set(years[-2:])) if len(years) > 1 and any(time.period for time in when) else [years[-1]]


def _company(topic: Topic, groups: list[Group], named: list[Group]) -> Subject | None:
    """The company that "the company" stands for from here on: the sentence's subject, else the last one that it names
    as more than an aside."""
    firms = [group for group in named if group.kind is SubjectKind.COMPANY] or [
        group for group in groups if group.kind is SubjectKind.COMPANY and group.rank >= OBLIQUE
    ]
    if not firms:
        return topic.company
    first = (named and firms[0] is named[0]) or topic.company is None or len(named) == 1
    return firms[0].members[0].subject if first else firms[-1].members[-1].subject


def _pair(groups: list[Group]) -> tuple[Subject, Subject] | None:
    """What "the former" and "the latter" stand for: the only two companies of a sentence, else the last two names that
    were joined."""
    firms = list(
        dict.fromkeys(
            member.subject for group in groups if group.kind is SubjectKind.COMPANY for member in group.members
        )
    )
    if len(firms) == 2:
        return firms[0], firms[1]
    for group in reversed(groups):
        if len(group.members) == 2 and group.kind is not SubjectKind.GROUP:
            return group.members[0].subject, group.members[1].subject
    return None
