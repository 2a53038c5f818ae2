"""Whether a rise is one by the year: a rate, a rise in one year, or a rise over the year before."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.kinds.sales_growth import MADE_UP, TOWARDS
from cmograph.extractors.figures.scene.cues import Cue
from cmograph.extractors.figures.scene.mention import SUBJECT
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import growth_words, kind_words
from cmograph.mentions.amounts import Amount

_NEAR = 6
_FAR = 30
_TWO = 2
_SUFFERED = 6
_RISE_IN = 2
"""So many words are "increase in"."""

_CLAUSES = frozenset({";", "while", "whereas", "but", "although"})
_A_RATE = (["a", "cagr"], ["a", "compound"], ["a", "compounded"], ["for", "a"], ["or", "a"])
"""Right behind a comma: the rate that the sums before come to."""

_SOLD = frozenset({"revenue", "revenues", "sales"})


def is_dated(scene: Scene, amount: Amount, ceiling: int) -> bool:
    """Whether one year stands by a number, before `ceiling`, or years in a bracket right behind it: a rise "in 2021",
    "from 2020 to 2021" or "(2018-2021)" is the growth rate of these."""
    first, last = amount.first, amount.last
    bracketed = scene.words[last : last + 1] == ["("]
    return any(
        (bracketed and time.period and time.first == last + 1)
        or (
            (not time.period or time.end == (time.start or 0) + 1)
            and (last <= time.first < min(ceiling, last + 5) or first - 14 < time.first < first)
        )
        for time in scene.times
    )


def between_sums(scene: Scene, index: int) -> tuple[int, int] | None:
    """The sums that a growth rate leads from and to, where both stand right before or behind it: "from $2 billion in
    2025 to $3 billion by 2030, at a CAGR of 8%"."""
    for first in (index - 2, index + 1):
        if first < 0 or first + 1 >= len(scene.amounts):
            continue
        low, high = min(first, index), max(first + 1, index)
        apart = scene.words[scene.amounts[low].last : scene.amounts[high].first]
        led = led_by(scene, first), led_by(scene, first + 1)
        if len(apart) > _FAR or not _CLAUSES.isdisjoint(apart) or "from" not in led or TOWARDS.isdisjoint(led):
            continue
        return (first, first + 1) if led[0] == "from" else (first + 1, first)
    return None


def equated_sums(scene: Scene, index: int) -> tuple[int, int] | None:
    """The two sums right before a growth rate that says how the one grows to the other: "$2 billion in 2025 and $3
    billion by 2030, which equates to a CAGR of 8%"."""
    if index < _TWO or not all(amount.is_money for amount in scene.amounts[index - _TWO : index]):
        return None
    floor, first = scene.amounts[index - 1].last, scene.amounts[index].first
    comma = next((at for at in range(first - 1, floor, -1) if scene.words[at] in {",", "("}), 0)
    between = scene.words[scene.amounts[index - _TWO].last : floor]
    if not comma or not _CLAUSES.isdisjoint(between) or scene.amounts[index - 1].converted:
        return None
    said = scene.words[comma + 1 : first]
    said = said[said[:1] == ["which"] :]
    equated = said[:1] != [] and said[0] in growth_words().equating
    return (index - _TWO, index - 1) if equated or said[:2] in _A_RATE else None


def led_by(scene: Scene, index: int) -> str:
    """The word that leads to a sum, hedges passed over; "" for a percentage."""
    at = place_of_lead(scene, index)
    return scene.words[at] if at >= 0 and scene.amounts[index].is_money else ""


def place_of_lead(scene: Scene, index: int) -> int:
    """The place of the word that leads to an amount, hedges passed over."""
    return scene.back_over(scene.amounts[index].first, _hedges())


@cache
def _hedges() -> frozenset[str]:
    """What ties a number to the word that leads to it, but for where that goes to."""
    return kind_words().tied - TOWARDS


def is_by_the_year(scene: Scene, cue: Cue, amount: Amount, ceiling: int) -> bool:
    """Whether a percentage behind a growth cue is growth by the year; `ceiling` is where the words about it end."""
    return _is_yearly(scene, cue) or is_dated(scene, amount, ceiling) or _is_growth_of_a_firm(scene, cue, amount)


def _is_yearly(scene: Scene, cue: Cue) -> bool:
    """Whether a growth cue speaks of a rate by the year, not of a rise once ("grew by 20%", "growth of 15%")."""
    return (
        scene.words[cue.last - 1] == "at"
        or not kind_words().rate_words.isdisjoint(scene.words)
        or any(other.kind == "growth" and is_rate(scene, other) for other in scene.cues)
    )


def _is_growth_of_a_firm(scene: Scene, cue: Cue, amount: Amount) -> bool:
    """Whether a growth cue is a noun that a firm has a percentage of ("Acme expects revenue growth of about 6% in the
    coming years"), and no rise over years that are named."""
    between = scene.words[cue.last : amount.first]
    tied = len(between) <= _NEAR and kind_words().clause_signs.isdisjoint(between)
    if not tied or "growth" not in scene.words[cue.first : cue.last] or any(time.period for time in scene.times):
        return False
    return scene.has(SubjectKind.COMPANY, as_subject=True) or scene.words[cue.first - 1] in _SOLD


def is_rate(scene: Scene, cue: Cue) -> bool:
    """Whether a growth cue names a rate ("CAGR") and no single rise ("growth of")."""
    return " ".join(scene.words[cue.first : cue.last]) not in kind_words().single_rises


def is_suffered(scene: Scene, cue: Cue) -> bool:
    """ "the market saw a decline of": whether who fell is a subject right before; "visits saw a decline of" names
    nobody."""
    return any(group.rank >= SUBJECT and 0 < cue.first - group.last <= _SUFFERED for group in scene.groups)


def is_a_fall(scene: Scene, index: int) -> bool:
    """Whether a growth rate is one of falling: "declined by 3%", "down 16%", "3% less"; a rate is negative then."""
    first = scene.amounts[index].first
    if _is_come_to(scene.words, first):
        return False
    if not kind_words().falls_behind.isdisjoint(told_behind(scene, index)):
        return True
    for at in range(first - 1, max(scene.floor(index), first - 8) - 1, -1):
        if scene.words[at] in kind_words().falls:
            return scene.words[at : at + 2] not in (["down", "to"], ["down", "for"])
        if scene.words[at] in kind_words().rose or scene.words[at] in kind_words().clause_signs:
            return scene.words[at - 1] == "negative"
    return False


def _is_come_to(words: list[str], first: int) -> bool:
    """Whether a growth rate is what growth comes to: "slows down to a CAGR of 5%", "slipped to just under 4%", "to drop
    below 9%"."""
    listed = kind_words()
    at = first - 1
    if at > 0 and words[at] in {"below", "under"} and words[at - 1] in listed.falls:
        return True
    while at > 0 and words[at] != "to" and any(words[at] in few for few in (listed.tied, listed.rated, listed.tied_by)):
        at -= 1
    return at > 0 and words[at] == "to"


def told_behind(scene: Scene, index: int) -> list[str]:
    """The first two words of a percentage's phrase behind it: "lower", "organic decline"."""
    last = scene.amounts[index].last
    following = scene.words[last : last + 2]
    return following if following and following[0][0].isalpha() and following[0] != "or" else []


def rose_in_a_year(scene: Scene, amount: Amount, floor: int) -> bool:
    """Whether something has risen by a percentage since the year before ("grew by 15% last year", "a 9% increase from
    the previous year", "a 2% increase in 2025"), unless that is a share, a price or something technical."""
    if not is_over_a_year(scene, amount) and not _is_in_one_year(scene, amount.last):
        return _sales_rose(scene, amount, floor)
    following = scene.words[amount.last : amount.last + 8]
    listed = kind_words()
    near = scene.words[max(floor, amount.first - 4) : amount.first]
    near = [word for before, word in pairwise(["", *near]) if (before, word) not in MADE_UP]
    risen = following[0] in listed.rose or following[:2] == ["more", "than"] or not listed.rose.isdisjoint(near)
    about = [cue for cue in scene.cues if floor <= cue.first < amount.last + 8]
    other = any(cue.kind in {"technical", "price"} or scene.words[cue.first] == "share" for cue in about)
    return risen and not other and listed.national.isdisjoint(scene.words)


def _is_in_one_year(scene: Scene, last: int) -> bool:
    """Whether "increase in 2025" stands at a place."""
    following = scene.words[last : last + 2]
    if following[1:] != ["in"] or following[0] not in kind_words().sales_rises:
        return False
    if _SOLD.isdisjoint(scene.words) and not any(group.rank >= SUBJECT for group in scene.groups):
        return False
    return any(time.first == last + _RISE_IN and not time.period and not time.same for time in scene.times)


def _sales_rose(scene: Scene, amount: Amount, floor: int) -> bool:
    """Whether a firm's sales have risen by a percentage in the period that it reports ("a 15% increase in revenue"), or
    do so steadily; not where years are named over which they rise."""
    words, rises = scene.words, kind_words().sales_rises
    if _SOLD.isdisjoint(words):
        return False
    following = words[amount.last : amount.last + _NEAR - 2]
    before = words[max(floor, amount.first - _NEAR - 2) : amount.first]
    risen = next((at for at, word in enumerate(before) if word in rises and "of" in before[at + 1 : at + 2]), 0)
    told = following[:1] and following[0] in rises and following[1:2] == ["in"] and not _SOLD.isdisjoint(following[2:])
    if not told and _SOLD.isdisjoint(before[:risen]):
        return False
    steady = not kind_words().steady.isdisjoint(words)
    bounded = "years" in words or bool(scene.times)
    return scene.has(SubjectKind.COMPANY, as_subject=True) and (steady or not bounded)


def is_over_a_year(scene: Scene, amount: Amount) -> bool:
    """Whether the words behind a percentage set it against the year before: "compared to the previous year", "last
    year", "from the prior fiscal year", "year-over-year", "than the year before", "a year earlier", "on the
    year"."""
    listed = kind_words()
    following = scene.words[amount.last : amount.last + 8]
    for at, word in enumerate(following):
        if word in listed.over_a_year:
            return True
        if word in listed.year_before and "year" in following[at + 1 : at + 3]:
            return True
        if word == "on" and following[at + 1 : at + 3] == ["the", "year"]:
            return True
        if word == "year" and following[at + 1 : at + 2] in (["before"], ["earlier"], ["ago"]):
            return True
    return False
