"""Joins the mentions of a sentence to groups: "North America and Europe", "Asia-Pacific (APAC)"."""

from __future__ import annotations

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.names.rank import rank_of
from cmograph.extractors.figures.scene.mention import SUBJECT, Group, Mention
from cmograph.extractors.vocabulary.figure_words import figure_words

_COUNTED_OFF = frozenset({"first", "second", "third"})
_OTHERS = ("other ", "all other ")
_EXAMPLES = (["like"], ["such", "as"], ["including"], [",", "including"])


def grouped(words: list[str], mentions: list[Mention]) -> list[Group]:
    """The mentions of a sentence, given by its words in lower case, in groups, in order, each mention's rank set."""
    groups: list[Group] = []
    for mention in mentions:
        if groups and _tells_where(words, groups[-1].members[-1], mention):
            groups[-1].members[-1].last = mention.last
            groups[-1].members[-1].possessive = mention.possessive
            groups[-1].members[-1].rank = rank_of(words, groups[-1].members[-1])
            continue
        mention.rank = rank_of(words, mention)
        if groups and _joined(words, groups[-1], mention):
            groups[-1].members.append(mention)
        elif groups and _repeats(words, groups[-1], mention):
            after = mention.last + 1
            region = after < len(words) and words[after] in {"region", "market", "segment"}
            groups[-1].members[-1].last = after + region
        else:
            groups.append(Group([mention]))
    return _named_instead(words, [part for group in groups for part in _unjoined(words, group)])


def _tells_where(words: list[str], before: Mention, mention: Mention) -> bool:
    """ "Acme of Switzerland": a place that is the firm's."""
    of_a_firm = before.subject.kind is SubjectKind.COMPANY and mention.subject.kind is SubjectKind.REGION
    return of_a_firm and words[before.last : mention.first] == ["of"]


def _joined(words: list[str], group: Group, mention: Mention) -> bool:
    """Whether a mention goes on with a group's list."""
    before = group.members[-1]
    if (
        (before.subject.kind is not mention.subject.kind and not _is_the_rest(mention))
        or SubjectKind.MARKET in (before.subject.kind, mention.subject.kind)
        or before.possessive
        or before.subject == mention.subject
        or words[mention.first] in _COUNTED_OFF
        or words[mention.first] in figure_words().market_words
    ):
        return False
    between = words[before.last : mention.first]
    if "," in between and "and" in between and _has_its_number(words, group.first):
        return False
    if between[:1] == ["("] and ")" in between:
        between = between[between.index(")") + 1 :]
    return (
        0 < len(between) <= 5
        and figure_words().joints.issuperset(between)
        and not {",", "and", "&", "or", ";"}.isdisjoint(between)
    )


def _is_the_rest(mention: Mention) -> bool:
    """ "the USA and other regions": whoever the names before it leave out."""
    return mention.subject.kind is SubjectKind.GROUP and mention.subject.name.lower().startswith(_OTHERS)


def _has_its_number(words: list[str], first: int) -> bool:
    """ "40% in Europe, and China …": the name at `first` has a number of its own."""
    return (
        first > 1
        and words[first - 1] in {"for", "in", "to"}
        and words[first - 2] in {"%", "percent", "million", "billion"}
    )


def _repeats(words: list[str], group: Group, mention: Mention) -> bool:
    """Whether the mention is only the group's abbreviation in parentheses: "Asia-Pacific (APAC)"."""
    return (
        mention.first == group.last + 1
        and words[group.last] == "("
        and mention.last < len(words)
        and words[mention.last] == ")"
    )


def _unjoined(words: list[str], group: Group) -> list[Group]:
    """Two names that only a comma joins are an apposition, not a list."""
    if len(group.members) != 2:
        return [group]
    between = words[group.members[0].last : group.members[1].first]
    return [Group([member]) for member in group.members] if {"and", "&", "or"}.isdisjoint(between) else [group]


def _named_instead(words: list[str], groups: list[Group]) -> list[Group]:
    """ "leading players like Bosch and Denso": the names count, not the word for them."""
    kept: list[Group] = []
    for group in groups:
        before = kept[-1] if kept else None
        if (
            before
            and before.kind is SubjectKind.GROUP
            and group.kind is SubjectKind.COMPANY
            and words[before.last : group.first] in _EXAMPLES
        ):
            group.members[0].rank = SUBJECT
            kept.pop()
        kept.append(group)
    return kept
