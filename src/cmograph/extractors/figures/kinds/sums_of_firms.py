"""Sums that a firm has sold for, told by a verb or by what the firm is called."""

from __future__ import annotations

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.kinds.money import Money
from cmograph.extractors.vocabulary.figure_words import kind_words
from cmograph.mentions.lexicon import lexicon

_FARTHEST = 9
_NEAR = 7
_CLOSING = (["with"], ["on"])
_SPANS = frozenset({"year", "quarter", "half"})


def size_of_a_firm(money: Money) -> str | None:
    """ "became a $5 billion company" """
    scene, last = money.scene, money.amount.last
    called = scene.words[last : last + 1] and scene.words[last] in kind_words().firm_behind
    return "revenue" if called and scene.has(SubjectKind.COMPANY, as_subject=True) else None


def closed_with(money: Money) -> str | None:
    """ "closed its fiscal 2020 with $5 billion", "ended the quarter on $5 million": what a firm closes a year with is
    what it has sold."""
    scene, first = money.scene, money.amount.first
    while first > 1 and scene.words[first - 1] in kind_words().hedges:
        first -= 1
    before = scene.words[max(0, first - _FARTHEST) : first]
    if before[-1:] not in _CLOSING or kind_words().closed.isdisjoint(before):
        return None
    dated = not _SPANS.isdisjoint(before) or any(
        time.last <= first and time.first >= first - _FARTHEST for time in scene.times
    )
    return "revenue" if dated and scene.has(SubjectKind.COMPANY) else None


def done_by_a_firm(money: Money) -> str | None:
    """ "Acme did $5 million in 2022" """
    scene = money.scene
    done = scene.words[scene.back_over(money.amount.first, lexicon().before_a_sum)] == "did"
    return "revenue" if done and scene.has(SubjectKind.COMPANY, as_subject=True) else None
