"""Percentages that are growth rates though no word of growth stands by them: "(+5%)", "followed by Europe at 5%"."""

from __future__ import annotations

from functools import cache

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.kinds.percent import Percent
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, growth_words, kind_words
from cmograph.mentions.amounts import Amount
from cmograph.mentions.lexicon import lexicon

_NEAR = 10
_BESIDE = 3
_BEFORE_YEARS = frozenset({"the", "a", "each", "per", "year", "annum", "("})
_THAT_OF = (["that", "of"], ["that", "for"], ["those", "of"], ["those", "for"], ["that", "in"])
_GIVEN = frozenset({"give", "gives", "gave", "given", "giving"})
_RATES = frozenset({"rate", "pace", "clip"})
_OF_RATES = frozenset({"of", "is", "was", "put", "at", "close", "to"})
_BEFORE_RATES = frozenset({"the", "of", "a", "annual", "yearly", "compound", "average", "global"})
_REFUSING = frozenset({"technical", "price", "investment"})
_OPENING = 6
_CHANGED = 8
"""So many words before a percentage can say that it is what something fell by."""


def after_a_rate(percent: Percent) -> bool:
    """Whether the number before was a growth rate, and nothing says that this one is another thing: "ahead of" does
    not."""
    return percent.last_kind == "growth" and percent.of_market is None and _only_follows(percent)


def _only_follows(percent: Percent) -> bool:
    """Whether the cues before a percentage only set it behind another: "followed by", "ahead of"."""
    words = percent.scene.words
    return all(cue.kind == "share" and words[cue.first] in kind_words().following for cue in percent.before)


def signed(percent: Percent) -> str | None:
    """ "(+5%)", "-3%", ": plus 5%": what has a sign of its own is no share; the cells of a row are told by their
    heads."""
    tokens, first = percent.scene.tokens, percent.amount.first
    sign = tokens[first - 1] if first else None
    plus = sign is not None and sign.lower == "+" and sign.end == tokens[first].start
    plus = plus or percent.scene.words[max(0, first - 2) : first] in ([":", "plus"], ["(", "plus"])
    in_row = "|" in percent.scene.words[:first]
    return "growth" if (plus or percent.amount.high < 0) and not in_row else None


def follows_a_rate(percent: Percent) -> str | None:
    """ "a CAGR of 6%, followed by Europe at 5%", "faster than that of coatings, at 5%" """
    if percent.last_kind != "growth" or percent.of_market is not None:
        return None
    return "growth" if _is_set_against(percent) or (percent.before and _only_follows(percent)) else None


def _is_set_against(percent: Percent) -> bool:
    """Whether "than that of" and at most a name lead to a percentage."""
    words, first = percent.scene.words, percent.amount.first
    near = words[max(percent.scene.floor(percent.index), first - _NEAR) : first]
    return "than" in near and near[near.index("than") + 1 :][:2] in _THAT_OF and near[-1] in {"at", "("}


def of_a_fast_grower(percent: Percent) -> str | None:
    """ "Asia is the fastest-growing region at 7% from 2023 to 2032" """
    scene = percent.scene
    at = scene.back_over(percent.amount.first, kind_words().tied - {"at"})
    fast = not kind_words().fast_growing.isdisjoint(scene.words[scene.floor(percent.index) : at])
    return "growth" if fast and scene.words[at] == "at" and percent.of_market is None else None


def at_a_rate(percent: Percent) -> str | None:
    """ "to advance at a rate of 9%", "in Asia the rate is put at 9%" """
    words = percent.scene.words
    if _RATES.isdisjoint(words) or percent.of_market is not None:
        return None
    first = percent.amount.first
    if any(cue.kind in _REFUSING for cue in percent.before):
        return None
    at = percent.scene.back_over(first, _before_rates())
    told = words[at] in _RATES and at > 0 and words[at - 1] in {"a", "the"} and first - at > 1
    return "growth" if told else None


def of_the_rate_told(percent: Percent) -> str | None:
    """ "The growth rate of the soap market in 2022 stands at 2%": the first percentage of a sentence whose subject is a
    rate of growth."""
    words = percent.scene.words
    if percent.index or percent.of_market is not None or _RATES.isdisjoint(words):
        return None
    begun = [word for word in words[:_OPENING] if word not in _BEFORE_RATES]
    headed = begun[:2] == ["growth", "rate"] or begun[:2] == ["rate", "growth"]
    refused = any(cue.kind in _REFUSING for cue in percent.before)
    return "growth" if headed and not refused and words[percent.amount.first - 1] in {"at", "to", "is", "was"} else None


def grew_so(percent: Percent) -> str | None:
    """ "Acme, at 7%, grew faster than any other" """
    words, amount = percent.scene.words, percent.amount
    first, last = amount.first, amount.last
    set_apart = words[max(0, first - 2) : first] == [",", "at"] and words[last : last + 1] == [","]
    moved = not growth_words().moved.isdisjoint(words[last + 1 : last + _BESIDE])
    return "growth" if set_apart and moved and percent.of_market is None else None


def opens_as_a_fall(percent: Percent) -> str | None:
    """ "A fall of about 13% in soaps is forecast", at the head of a sentence."""
    words = percent.scene.words
    opened = words[0] in {"a", "an", "the"} and words[1] in kind_words().falls and words[2] == "of"
    return "growth" if opened and percent.amount.first < _OPENING else None


def over_years(percent: Percent) -> str | None:
    """ "should see 7% over the same period", "is to clock 7% through 2030" """
    scene, last = percent.scene, percent.amount.last
    if percent.of_market is not None or last + 1 >= len(scene.words):
        return None
    clocked = scene.words[scene.back_over(percent.amount.first, kind_words().tied_by)] in kind_words().clocked
    span = scene.words[last] in kind_words().spanning
    if not clocked and not span:
        return None
    behind = next((time for time in scene.times if last <= time.first <= last + _BESIDE), None)
    if behind is None:
        return "growth" if "forecast" in scene.words[last + 1 : last + _BESIDE] else None
    led = all(word in _BEFORE_YEARS or word in lexicon().time_prepositions for word in scene.words[last : behind.first])
    return "growth" if led and (behind.period or (clocked and behind.word in figure_words().until)) else None


def leads_to_a_sum(percent: Percent) -> bool:
    """ "soaps shrank by 3% to $312 million": a rise or fall that leads to a sum, unless years are told for it."""
    scene, amount = percent.scene, percent.amount
    index = percent.index + 1
    if index >= len(scene.amounts) or not scene.amounts[index].is_money:
        return False
    apart = scene.words[amount.last : scene.amounts[index].first]
    far = any(time.period or time.word in figure_words().until for time in scene.times)
    return apart[:1] == ["to"] and kind_words().tied_by.issuperset(apart[1:]) and not far


def is_moved_by(scene: Scene, amount: Amount) -> bool:
    """ "went up by almost 20%", "gave up 3%": by so much something has moved, and nobody holds it."""
    at = amount.first - 1
    passed = set()
    while at > 0 and scene.words[at] in kind_words().tied_by:
        passed.add(scene.words[at])
        at -= 1
    if scene.words[at] == "up" and scene.words[at - 1] in _GIVEN:
        return True
    listed = kind_words()
    return "by" in passed and any(scene.words[at] in few for few in (listed.rose_by, listed.rises_by, listed.falls))


def moves(percent: Percent) -> bool:
    """ "fell back by 13%", "a fall in sales of 20%": what something changed by is no share of it."""
    words, amount = percent.scene.words, percent.amount
    floor = percent.scene.floor(percent.index)
    before = words[max(floor, amount.first - _CHANGED) : amount.first]
    return before[-1:] == ["by"] or not kind_words().falls.isdisjoint(before)


def bracketed_name(percent: Percent) -> bool:
    """Whether a name stands right before the percentage's bracket: "APAC (35%)"."""
    words = percent.scene.words
    at = percent.scene.back_over(percent.amount.first, kind_words().bracket_hedges)
    return words[at] == "(" and any(
        member.last == at
        for group in percent.scene.groups
        if group.kind is not SubjectKind.MARKET
        for member in group.members
    )


@cache
def _before_rates() -> frozenset[str]:
    """What ties a percentage to "a rate" before it."""
    return kind_words().tied_by | _OF_RATES
