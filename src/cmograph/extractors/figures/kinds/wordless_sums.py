"""Sums of money that no word explains: what they are is told by where they stand, by the number before them, or by what
one expects there."""

from __future__ import annotations

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.kinds.labelled_sums import is_in_apposition, is_labelled
from cmograph.extractors.figures.kinds.light_verbs import is_held
from cmograph.extractors.figures.kinds.money import CLAIMED, Money
from cmograph.extractors.figures.kinds.said_again import says_the_last_again
from cmograph.extractors.figures.scene.mention import SUBJECT
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.extractors.vocabulary.figure_words import figure_words, kind_words, size_words
from cmograph.mentions.lexicon import lexicon

_HEDGING = frozenset({"about", "around", "close", "nearly", "some", "to", "over", "almost", "roughly", "approximately"})
_YEARLY = frozenset({"annually", "yearly"})
_PARTS = frozenset({SubjectKind.REGION, SubjectKind.SEGMENT})
_FURTHER = frozenset({"further", "another"})
_LONGEST_UNIT, _FEW, _LEADING = 4, 2, 8


def at_the_head(money: Money) -> str | None:
    """ "From $5 billion in 2020 …" """
    scene = money.scene
    first = money.amount is scene.amounts[0] and money.amount.first < 4
    return "money" if first and scene.words[0] in kind_words().money_openers else None


def leads_with(money: Money) -> str | None:
    """ "With $27 million in 2023, hoes lead the field": the sum that makes what follows it the first of some."""
    scene, last = money.scene, money.amount.last
    if scene.words[0] != "with" or money.index or money.amount.first > _LONGEST_UNIT:
        return None
    time = next((time for time in scene.times if last <= time.first <= last + 1), None)
    comma = time.last if time else last
    behind = scene.words[comma + 1 : comma + 1 + _LEADING]
    return "money" if scene.words[comma : comma + 1] == [","] and not kind_words().ranking.isdisjoint(behind) else None


def of_a_labelled_place(money: Money) -> str | None:
    """ "Canada: USD 2 million, 12% share": right behind a place and a colon it is the size of its market."""
    colon = money.amount.first - 1
    while colon > 0 and money.scene.words[colon] in _HEDGING:
        colon -= 1
    placed = (group for group in money.scene.groups if group.kind is SubjectKind.REGION)
    behind = money.scene.words[colon] == ":" and any(group.last == colon for group in placed)
    return "size" if colon > 0 and behind else None


def of_a_labelled_firm(money: Money) -> str | None:
    """ "Acme: USD 2 million, a rise of 15%", "Brix: EUR 3 million (+4%)": behind a firm and a colon, and with what it
    has risen by, what the firm sells."""
    scene, amount = money.scene, money.amount
    first = scene.groups[0] if scene.groups else None
    colon = scene.back_over(amount.first, _HEDGING)
    if first is None or first.kind is not SubjectKind.COMPANY or first.first or first.last != colon:
        return None
    following = scene.amounts[money.index + 1] if money.index + 1 < len(scene.amounts) else None
    if scene.words[colon] != ":" or following is None or following.is_money:
        return None
    between = scene.words[amount.last : following.first]
    added = between[:1] == [","] and " ".join(between[1:]) in figure_words().adding
    return "revenue" if added or between in (["("], ["(", "+"], ["(", "-"]) else None


def of_a_unit(money: Money) -> str | None:
    """ "Acme shears division USD 2 million": right behind a firm's part, with no verb in between, what that sells."""
    scene, at = money.scene, money.scene.back_over(money.amount.first, _HEDGING)
    if not scene.groups or scene.words[at] not in size_words().divisions:
        return None
    firm = scene.groups[0]
    headed = firm.kind is SubjectKind.COMPANY and firm.first == 0 and at - firm.last < _LONGEST_UNIT
    return "revenue" if headed and not any(map(is_verb, scene.tokens[firm.last : at])) else None


def adds_another(money: Money) -> str | None:
    """ "Spain leads with $4 billion. Italy adds a further $2 billion": the sum of one more part, beside that of
    another."""
    scene, first = money.scene, money.scene.back_over(money.amount.first, _HEDGING)
    if scene.words[first] not in _FURTHER or kind_words().adds.isdisjoint(scene.words[max(0, first - _FEW) : first]):
        return None
    verb = next(at for at in range(first, -1, -1) if scene.words[at] in kind_words().adds)
    added = any(group.kind in _PARTS and group.rank >= SUBJECT and group.last == verb for group in scene.groups)
    return "size" if added else None


def grows_from(money: Money) -> str | None:
    """ "It will grow from $5 billion in 2024 to $6 billion in 2025", "at a CAGR of 5%, from $5 billion in 2024", "after
    a slump to $5 billion": this is what it is or was worth."""
    scene, first = money.scene, money.amount.first
    if first > 1 and scene.words[first - 1] == "to" and scene.words[first - 2] in kind_words().falls:
        return "money"
    if scene.words[first - 1] != "from" or first < 2:
        return None
    if money.last_kind == "growth" and scene.words[first - 2] in {"%", ","} and scene.times:
        return "money"
    return "money" if not kind_words().rises_from.isdisjoint(scene.words[max(0, first - 4) : first - 1]) else None


def grown_to(money: Money) -> str | None:
    """ "Soaps shrank by 3% to $312 million", "grew 12% in 2022, to $38 million": what a growth rate leads to."""
    words, index = money.scene.words, money.index
    before = money.scene.amounts[index - 1] if index else None
    if before is None or before.is_money:
        return None
    risen = not kind_words().rises_from.isdisjoint(words[max(0, before.first - 4) : before.first])
    if not risen and money.last_kind != "growth":
        return None
    apart = words[_past_a_year(money, before.last) : money.amount.first]
    return "money" if apart[:1] == ["to"] and kind_words().tied_by.issuperset(apart[1:]) else None


def _past_a_year(money: Money, at: int) -> int:
    """Past "in 2022," or "a year" at a place."""
    words = money.scene.words
    if words[at] in _YEARLY or words[at : at + 2] in (["a", "year"], ["per", "year"], ["per", "annum"]):
        return at + 2 - (words[at] in _YEARLY)
    time = next((time for time in money.scene.times if at < time.first <= at + 1 and not time.period), None)
    if time is None or words[at] != "in":
        return at
    return time.last + (words[time.last : time.last + 1] == [","])


def in_bracket(money: Money) -> str | None:
    """ "Germany ($2 billion)" """
    words, at = money.scene.words, money.scene.back_over(money.amount.first, _HEDGING)
    named = (member for group in money.scene.groups if group.kind in _PARTS for member in group.members)
    return "size" if words[at] == "(" and any(member.last == at for member in named) else None


def by_its_place(money: Money) -> str | None:
    """Behind a label, in apposition, or behind the share that it is."""
    scene, amount = money.scene, money.amount
    placed = is_labelled(scene, amount) or is_in_apposition(scene, amount)
    again = money.last_kind == "share" and says_the_last_again(scene, money.index)
    return "size" if placed or again else None


def like_the_last(money: Money) -> str | None:
    """Without any cue it is what the number before it was."""
    return money.last_kind if money.last_kind in {"revenue", "size", "money"} else None


def foreseen(money: Money) -> str | None:
    """ "We forecast $5 billion for 2025": a sum that is foreseen for a year, whoever foresees it; a firm of the page
    foresees its own."""
    scene, amount = money.scene, money.amount
    at = scene.back_over(amount.first, lexicon().before_a_sum)
    told = any(cue.kind == "projected" and cue.last == at + 1 and cue.first <= at for cue in scene.cues)
    dated = any(amount.last <= time.first <= amount.last + 1 and not time.period for time in scene.times)
    if not (told and dated):
        return None
    of_a_firm = scene.has(SubjectKind.COMPANY, as_subject=True) and not scene.has(SubjectKind.MARKET)
    return "revenue" if of_a_firm else "size"


def held(money: Money) -> str | None:
    """ "Spain came third with $2 billion", "Spain, at nearly $2 billion, is" """
    return "size" if is_held(money.scene, money.index) else None


def expected(money: Money) -> str | None:
    """What the lines around it lead one to expect."""
    return money.scene.expected if money.scene.expected in CLAIMED else None
