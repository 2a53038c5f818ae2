"""Mentions in a sentence: the market, companies, places and segments that a number could belong to, and how they stand
in the sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.words import figure_words
from cmograph.mentions.tokens import Token

RELATIVE, SUBJECT, OBLIQUE, ASIDE = 3, 2, 1, 0
"""How a mention stands: before "which …"; as a subject; after a preposition; in an aside ("particularly China")."""


@dataclass(slots=True)
class Mention:
    """An entity at tokens[first:last], and how it stands there."""

    subject: Subject
    first: int
    last: int
    rank: int = SUBJECT
    possessive: bool = False


@dataclass(slots=True)
class Group:
    """Mentions of one kind that "and" and commas join: "North America and Europe"."""

    members: list[Mention] = field(default_factory=list)

    @property
    def first(self) -> int:
        """Index of its first token."""
        return self.members[0].first

    @property
    def last(self) -> int:
        """Index after its last token."""
        return self.members[-1].last

    @property
    def rank(self) -> int:
        """How its first member stands, or better if its last one opens a relative clause."""
        return max(self.members[0].rank, RELATIVE if self.members[-1].rank == RELATIVE else 0)

    @property
    def kind(self) -> SubjectKind:
        """What its members are."""
        return self.members[0].subject.kind


def grouped(tokens: list[Token], mentions: list[Mention]) -> list[Group]:
    """The mentions in groups, each mention's rank set."""
    groups: list[Group] = []
    for mention in mentions:
        mention.rank = _rank(tokens, mention)
        if groups and _joined(tokens, groups[-1], mention):
            groups[-1].members.append(mention)
        elif groups and _repeats(tokens, groups[-1], mention):
            after = mention.last + 1
            region = after < len(tokens) and tokens[after].lower in {"region", "market", "segment"}
            groups[-1].members[-1].last = after + region
        else:
            groups.append(Group([mention]))
    parts = [part for group in groups for part in _unjoined(tokens, group)]
    return _named_instead(tokens, parts)


def _named_instead(tokens: list[Token], groups: list[Group]) -> list[Group]:
    """ "leading players like Bosch and Denso": the names count, not the word for them."""
    kept: list[Group] = []
    for group in groups:
        before = kept[-1] if kept else None
        between = [token.lower for token in tokens[before.last : group.first]] if before else []
        if (
            before
            and before.kind is SubjectKind.GROUP
            and group.kind is SubjectKind.COMPANY
            and between in (["like"], ["such", "as"], ["including"], [",", "including"])
        ):
            group.members[0].rank = SUBJECT
            kept.pop()
        kept.append(group)
    return kept


def _unjoined(tokens: list[Token], group: Group) -> list[Group]:
    """Two names that only a comma joins are an apposition, not a list."""
    if len(group.members) != 2:
        return [group]
    between = [token.lower for token in tokens[group.members[0].last : group.members[1].first]]
    return [group] if {"and", "&", "or"} & set(between) else [Group([member]) for member in group.members]


def _joined(tokens: list[Token], group: Group, mention: Mention) -> bool:
    before = group.members[-1]
    if (
        before.subject.kind is not mention.subject.kind
        or mention.subject.kind is SubjectKind.MARKET
        or before.possessive
    ):
        return False
    between = [token.lower for token in tokens[before.last : mention.first]]
    first = group.first
    if (
        {",", "and"} <= set(between)
        and first > 1
        and tokens[first - 1].lower in {"for", "in", "to"}
        and tokens[first - 2].lower in {"%", "percent", "million", "billion"}
    ):
        return False
    if between[:1] == ["("] and ")" in between:
        between = between[between.index(")") + 1 :]
    return (
        0 < len(between) <= 5
        and all(word in figure_words().joints for word in between)
        and any(word in {",", "and", "&", "or", ";"} for word in between)
    )


def _repeats(tokens: list[Token], group: Group, mention: Mention) -> bool:
    """Whether the mention is only the group's abbreviation in parentheses: "Asia-Pacific (APAC)"."""
    return (
        mention.first == group.last + 1
        and tokens[group.last].lower == "("
        and mention.last < len(tokens)
        and tokens[mention.last].lower == ")"
    )


def _rank(tokens: list[Token], mention: Mention) -> int:
    if _opens_relative(tokens, mention.last) or _qualified_market(tokens, mention):
        return RELATIVE
    listed = mention.subject.kind is SubjectKind.SEGMENT and tokens[mention.last - 1].lower not in {
        "segment",
        "segments",
        "category",
        "application",
        "channel",
        "subsegment",
        "sub-segment",
    }
    at = mention.first - 1
    while at >= 0 and tokens[at].lower in figure_words().skipped_before_name:
        at -= 1
    if at < 0:
        return SUBJECT
    word = tokens[at].lower
    before = tokens[at - 1].lower if at else ""
    if word in figure_words().asides or (word == "as" and before == "such"):
        return ASIDE
    if word == "by":
        return (
            SUBJECT
            if before in figure_words().participles_with_subject
            else OBLIQUE
            if before in figure_words().led
            else ASIDE
        )
    if word in figure_words().verbs_with_object or (word == "all" and before == "above"):
        return ASIDE
    if word == "for" and mention.subject.kind is SubjectKind.MARKET:
        return OBLIQUE
    if word == "of" and before in {"company", "parent", "owner", "subsidiary", "division", "arm"}:
        return ASIDE
    if word in {"for", "from"} and before == "demand":
        return ASIDE
    if word in {"of", "for"}:
        return SUBJECT if _of_what(tokens, at) else OBLIQUE
    if word in {"to", "from"} and before in {
        "belonged",
        "belongs",
        "belong",
        "went",
        "goes",
        "go",
        "fell",
        "falls",
        "comes",
        "came",
        "come",
        "attributed",
        "attributable",
        "accrued",
    }:
        return SUBJECT
    if listed and (word not in figure_words().clause_openers or (word == "and" and before != ",")):
        return OBLIQUE
    return OBLIQUE if word in figure_words().prepositions else SUBJECT


def _of_what(tokens: list[Token], at: int) -> bool:
    """Whether "of" or "for" at `at` hangs on a figure: "the market share of Europe", "sales revenue for Mitsubishi
    Electric"."""
    words = [token.lower for token in tokens[max(0, at - 3) : at]]
    return bool(words) and (
        words[-1] in figure_words().measures
        or (len(words) > 1 and words[-1] in {"figures", "figure", "%"} and words[-2] in figure_words().measures)
    )


def _qualified_market(tokens: list[Token], mention: Mention) -> bool:
    """ "in a market projected to reach …": what follows speaks of the market, whoever is the subject."""
    if mention.subject.kind not in (SubjectKind.MARKET, SubjectKind.OTHER_MARKET) or not mention.first:
        return False
    after = mention.last + (mention.last < len(tokens) and tokens[mention.last].lower in {",", "segment", "size"})
    if after >= len(tokens) or tokens[after].lower not in figure_words().market_participles:
        return False
    return tokens[mention.first - 1].lower in figure_words().prepositions | {"a", "an", "the"} and mention.first > 2


def _opens_relative(tokens: list[Token], at: int) -> bool:
    here = at
    while here < len(tokens) and tokens[here].lower in {",", ")", "(", "market", "region"} and here - at < 2:
        here += 1
    return here < len(tokens) and tokens[here].lower in {"which", "who", "whose"}
