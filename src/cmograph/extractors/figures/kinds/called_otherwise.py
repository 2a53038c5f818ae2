"""Sums of money that are called something else than sales: "$5 billion in added value", "$3 million worth of exports";
and what a firm that is not named in a list was itself once worth."""

from __future__ import annotations

from cmograph.claims.model import Reason, SubjectKind
from cmograph.extractors.figures.kinds.money import Money
from cmograph.extractors.figures.scene.mention import MARKETS
from cmograph.extractors.vocabulary.figure_words import kind_words

_LEADING = (["in"], ["of"], ["worth", "of"])
_FARTHEST = 3
"""So many words may stand between "in" and what a sum is called: "in gross value added"."""

_PARTS = MARKETS | {SubjectKind.REGION, SubjectKind.SEGMENT, SubjectKind.GROUP}


def called_otherwise(money: Money) -> Reason | None:
    """ "$5 billion in added value", "$5 billion of exports": what stands right behind a sum names what no market and no
    firm has sold."""
    last, words = money.amount.last, money.scene.words
    lead = next((len(lead) for lead in _LEADING if words[last : last + len(lead)] == lead), 0)
    named = words[last + lead : last + lead + _FARTHEST] if lead else []
    for at, word in enumerate(named):
        if word in kind_words().other_sums or named[at : at + 2] in (["added", "value"], ["value", "added"]):
            return Reason.TECHNICAL
        if word not in kind_words().before_other_sums:
            return None
    return None


def worth_of_a_firm(money: Money) -> Reason | None:
    """ "Brix, once valued at $500 million, is closing": what somebody was worth who is no part of the market."""
    words = money.scene.words[: money.amount.first]
    valued = words.index("valued") if "valued" in words else 0
    if not valued or words[valued - 1] not in kind_words().once:
        return None
    named = any(group.kind in _PARTS and group.first < valued for group in money.scene.groups)
    return None if named else Reason.INVESTMENT
