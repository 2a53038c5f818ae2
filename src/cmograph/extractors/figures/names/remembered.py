"""What a paragraph goes on with after each sentence: its subject, its company, its region, its last pair of names."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.names.places_meant import remember_places
from cmograph.extractors.figures.names.portrait_headings import NO_PORTRAIT
from cmograph.extractors.figures.scene.mention import MARKETS, OBLIQUE, SUBJECT, Group
from cmograph.extractors.figures.scene.topic import Topic
from cmograph.mentions.periods import Time

_FEW = 2
_HEAD = 2
"""So many words stand before the market with which a sentence opens: "For the"."""


def remember(topic: Topic, groups: list[Group], when: list[Time]) -> None:
    """Moves a paragraph's topic on past a sentence: its first subject, its first region, its company, its last pair of
    names, its regions, its years."""
    named = [group for group in groups if group.rank >= SUBJECT] or _market_at_the_head(groups)
    if named:
        topic.subject = named[0].members[0].subject
        region = next((group for group in named if group.kind is SubjectKind.REGION), None)
        topic.region = region.members[0].subject if region else topic.region
    remember_places(topic, groups)
    topic.company = _company(topic, groups, named)
    topic.pair = _pair(groups) or topic.pair
    topic.named = _named(groups) or topic.named
    topic.several[len(topic.named)] = topic.named
    topic.regions += [region for region in _regions(groups) if region not in topic.regions]
    years = [year for time in when for year in (time.start, time.end) if year is not None]
    if years:
        topic.years = sorted(set(years[-2:])) if len(years) > 1 and any(time.period for time in when) else [years[-1]]


def _named(groups: list[Group]) -> list[Subject]:
    """What a sentence names of the commonest kind, the market aside, in order."""
    subjects = [member.subject for group in groups for member in group.members if group.kind not in NO_PORTRAIT]
    kinds = [subject.kind for subject in subjects]
    return list(dict.fromkeys(subject for subject in subjects if subject.kind is max(kinds, key=kinds.count)))


def _regions(groups: list[Group]) -> list[Subject]:
    """The regions that a sentence speaks of as subjects, or counts up."""
    return [
        member.subject
        for group in groups
        if group.kind is SubjectKind.REGION and (group.rank >= SUBJECT or len(group.members) > _FEW)
        for member in group.members
    ]


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


def _market_at_the_head(groups: list[Group]) -> list[Group]:
    """ "For the Portuguese market the pace is higher still": without any subject, the market is what it is about."""
    return [group for group in groups[:1] if group.kind in MARKETS and group.first <= _HEAD]
