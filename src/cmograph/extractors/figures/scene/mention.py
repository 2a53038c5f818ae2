"""Mentions in a sentence: the market, companies, places and segments that a number could belong to, and how they stand
in the sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.vocabulary.figure_words import figure_words

RELATIVE, SUBJECT, OBLIQUE, ASIDE = 3, 2, 1, 0
"""How a mention stands: before "which …"; as a subject; after a preposition; in an aside ("particularly China")."""

MARKETS = frozenset({SubjectKind.MARKET, SubjectKind.OTHER_MARKET})
"""The kinds of subjects that are markets."""


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
    """Mentions of one kind that "and" and commas join ("North America and Europe"), and perhaps the rest behind them
    ("and other regions"), for which the first one's kind speaks too."""

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


def describes_firms(name: str) -> bool:
    """Whether a group's description speaks of companies: "the top five manufacturers"."""
    return any(stem in name.lower() for stem in figure_words().firm_stems)


def is_tier(subject: Subject) -> bool:
    """Whether a subject is one of the tiers into which firms are put: "Tier 1"."""
    return subject.kind is SubjectKind.GROUP and subject.name.lower().startswith("tier")
