"""A sentence with all that was found in it: what the rules for its numbers look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from cmograph.claims.model import SubjectKind
from cmograph.document import Span
from cmograph.extractors.figures.scene.cues import Cue
from cmograph.extractors.figures.scene.mention import SUBJECT, Group
from cmograph.extractors.vocabulary.figure_words import kind_words
from cmograph.mentions.amounts import Amount
from cmograph.mentions.periods import Time
from cmograph.mentions.tokens import Token

Chain = tuple[int, int]
"""The first and the last of the amounts that only "and", a comma or a bracket joins."""


def chains_of(amounts: list[Amount]) -> list[Chain]:
    """For each amount the chain that it is in."""
    firsts = [at for at, amount in enumerate(amounts) if not at or not (amount.chained or amount.converted)]
    return [(first, end - 1) for first, end in pairwise([*firsts, len(amounts)]) for _ in range(first, end)]


@dataclass(frozen=True, slots=True)
class Scene:
    """The sentence text[span] and what stands in it, in order.

    `words` are its tokens in lower case; `expected` is the kind of number that the lines around it lead one to expect
    ("" for none), `regional` whether the sentence before gives the share of a place, `of_a_firm` whether the page
    reports a company's results, `portrays_a_firm` tells, where asked, whether the lines around it speak of a firm,
    `heads_a_firm` whether its heading does, `tells_a_whole` whether the last sum is that of the market or a part of it.
    `chains` is `chains_of` the amounts. All indexes (`first`, `last`) count tokens.
    """

    text: str
    span: Span
    tokens: list[Token]
    words: list[str]
    amounts: list[Amount]
    cues: list[Cue]
    times: list[Time]
    groups: list[Group]
    expected: str
    regional: bool
    of_a_firm: bool
    portrays_a_firm: Callable[[], bool]
    heads_a_firm: Callable[[], bool]
    tells_a_whole: Callable[[], bool]
    chains: list[Chain]

    def chain_start(self, index: int) -> int:
        """The first of the amounts that only "and", a comma or a bracket joins to amount `index`."""
        return self.chains[index][0]

    def chain_end(self, index: int) -> int:
        """The last of them."""
        return self.chains[index][1]

    def back_over(self, at: int, passed: frozenset[str]) -> int:
        """The place of the last word before `at` that is none of those to be passed over, or the sentence's first."""
        at -= 1
        while at > 0 and self.words[at] in passed:
            at -= 1
        return at

    def floor(self, index: int) -> int:
        """Where the words begin that can speak of an amount: behind the amount before its chain."""
        first = self.chain_start(index)
        return self.amounts[first - 1].last if first else 0

    def ceiling(self, index: int) -> int:
        """Where those words end: at the amount that follows its chain."""
        following = self.chain_end(index) + 1
        return self.amounts[following].first if following < len(self.amounts) else len(self.tokens)

    def number(self, index: int) -> Span:
        """Where an amount stands in the text."""
        amount = self.amounts[index]
        return Span(self.tokens[amount.first].start, self.tokens[amount.last - 1].end)

    def has(self, kind: SubjectKind, *, as_subject: bool = False) -> bool:
        """Whether something of a kind is named, or named as a subject."""
        return any(group.kind is kind and (not as_subject or group.rank >= SUBJECT) for group in self.groups)

    def named(self, at: int) -> bool:
        """Whether a token is part of a name."""
        return any(member.first <= at < member.last for group in self.groups for member in group.members)

    def said_of(self, amount: Amount, cue: Cue) -> bool:
        """Whether a cue behind an amount can speak of it: no reason is given in between ("25% due to energy rules")."""
        return kind_words().reasons.isdisjoint(self.words[amount.last : cue.first])

    def clause_between(self, first: int, last: int) -> bool:
        """Whether a comma, a semicolon or "and" parts two places."""
        return not kind_words().clause_signs.isdisjoint(self.words[first:last])
