"""Percentages that are said of nobody in the market: "No vendor holds more than 9%", "penetration stands at 57%", "save
20%", "Of Acme's sales, 54% came from Asia"."""

from __future__ import annotations

from itertools import pairwise

from cmograph.claims.model import Reason, SubjectKind
from cmograph.extractors.figures.kinds.counted import grows_in_number
from cmograph.extractors.figures.kinds.percent import Percent
from cmograph.extractors.figures.kinds.pointing_back import opens_with_the_last
from cmograph.extractors.figures.kinds.sales_growth import place_of_change
from cmograph.extractors.figures.kinds.wordless_rates import leads_to_a_sum
from cmograph.extractors.figures.kinds.yearly import is_by_the_year, is_suffered
from cmograph.extractors.figures.scene.cues import Cue
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, growth_words, kind_words
from cmograph.mentions.amounts import Amount
from cmograph.mentions.tokens import NUMBER

_STOPS = frozenset({"?", ".", ";", "!"})
_ENDS = frozenset({",", ";", ":", "."})
_SAVED = frozenset({"save", "saves", "saving"})
_FARTHEST = 14
_OWN = 9
_ITS = frozenset({"its", "their"})
_CLAIMED = frozenset({"growth", "share"})
_COUNTED = 3
_OF_SALES = 5
_WHERE_SOLD = (["in"], ["of"], ["across"], ["worldwide"])


def is_denied(scene: Scene, first: int) -> bool:
    """Whether the clause before a place says of nobody what it says: "No vendor exceeds", "none of its rivals holds";
    "no more than" and "no longer" are something else."""
    words = scene.words
    for at in range(first - 1, max(-1, first - _FARTHEST), -1):
        if words[at] in _ENDS:
            return False
        if words[at] in kind_words().nobody:
            opens = not at or words[at - 1] in _ENDS or words[at - 1] in kind_words().clause_signs
            return opens and words[at + 1] not in kind_words().not_nobody
    return False


def is_asked(scene: Scene, amount: Amount) -> bool:
    """ "Is 7% growth possible?": whether a question is what a percentage stands in."""
    return next((word for word in scene.words[amount.last :] if word in _STOPS), "") == "?"


def disclaimed(percent: Percent) -> Reason | None:
    """Why a percentage is none whatever stands around it: "save 20%", "Of Acme's sales, 54% came from Asia"."""
    if percent.amount.first and percent.scene.words[percent.amount.first - 1] in _SAVED:
        return Reason.PRICE
    if percent.last_kind != "revenue" and growth_words().sold.isdisjoint(percent.scene.words):
        return None
    own = _is_of_a_firms_own(percent) or _is_of_sales_portrayed(percent)
    return Reason.NOT_MARKET if own else None


def no_growth_rate(percent: Percent, cue: Cue) -> Reason | None:
    """A rise once ("grew by 20%"), a nation's growth or that of a number of things."""
    words, amount = percent.scene.words, percent.amount
    if percent.of_market is False or grows_in_number(percent.scene, amount, percent.scene.floor(percent.index)):
        return Reason.NOT_MARKET
    if moves_another(percent.scene, cue.first) or _grows_in_units(percent, cue):
        return Reason.TECHNICAL
    if not is_by_the_year(percent.scene, cue, amount, percent.ceiling) and not leads_to_a_sum(percent):
        return Reason.CHANGE
    if words[cue.first] in kind_words().falls and words[cue.last - 1] == "of" and not is_suffered(percent.scene, cue):
        return Reason.NOT_MARKET
    near = words[max(0, amount.first - 8) : amount.last]
    behind = words[amount.last : amount.last + 8]
    reason = next((at for at, word in enumerate(behind) if word in kind_words().reasons), len(behind))
    return None if kind_words().national.isdisjoint([*near, *behind[:reason]]) else Reason.NOT_MARKET


def no_share(percent: Percent, cue: Cue) -> Reason | None:
    """A part of something else than the market, or a change of a share: "raise its market share by 3%", "shares in Acme
    rose 5%"."""
    moved = place_of_change(percent.scene, percent.amount)
    if moved is not None and percent.scene.words[cue.first] == "shares" and cue.last <= moved:
        return Reason.CHANGE
    if percent.of_market is False:
        return Reason.NOT_MARKET
    before = percent.scene.words[max(0, percent.amount.first - 8) : percent.amount.first]
    changed = "by" in before[-3:] and any(word.startswith(kind_words().share_changers) for word in before)
    return Reason.CHANGE if changed else _refused_by_its_subject(percent, cue)


def _is_of_a_firms_own(percent: Percent) -> bool:
    """ "Of Acme's sales, 54% came from", "sales of $5 million, of which Asia made 15%": a part of what a firm sells."""
    scene, floor, first = percent.scene, percent.scene.floor(percent.index), percent.amount.first
    words, whole = scene.words, scene.words[percent.amount.last : percent.amount.last + _OWN]
    if percent.last_kind == "revenue" and opens_with_the_last(scene) and whole[:1] == ["of"]:
        return figure_words().market_words.isdisjoint(whole)
    if percent.last_kind == "revenue" and ("of", "which") in pairwise(words[floor:first]):
        return True
    if percent.of_market is None and _goes_on_with_its_sales(scene, floor, first):
        return True
    if words[floor : floor + 1] != ["of"]:
        return False
    owned = words[floor + 1 : first]
    firm = any(group.kind is SubjectKind.COMPANY and group.first == floor + 1 for group in scene.groups)
    return firm and not growth_words().sold.isdisjoint(owned[:_OWN])


def _is_of_sales_portrayed(percent: Percent) -> bool:
    """ "The saw division makes 40% of sales" in a firm's portrait: a part of what that firm sells."""
    scene, last = percent.scene, percent.amount.last
    following = scene.words[last : last + _OF_SALES]
    if following[:1] != ["of"] or scene.has(SubjectKind.COMPANY, as_subject=True):
        return False
    sold = next((at for at, word in enumerate(following) if word in growth_words().sold), 0)
    plain = sold > 0 and kind_words().own_sales.issuperset(following[1:sold])
    return plain and scene.words[last + sold + 1 : last + sold + 2] not in _WHERE_SOLD and scene.heads_a_firm()


def _goes_on_with_its_sales(scene: Scene, floor: int, first: int) -> bool:
    """ "Acme made a third of its sales in China; in 2020 it was 27%", "… 40% of its sales and Asia 30%"."""
    words = scene.words
    of = next((at for at in range(first - 3, -1, -1) if words[at] == "of" and words[at + 1] in _ITS), None)
    if of is None or words[of + 2] not in growth_words().sold:
        return False
    return not any(cue.kind in _CLAIMED and max(of, floor) < cue.first < first for cue in scene.cues)


def _refused_by_its_subject(percent: Percent, cue: Cue) -> Reason | None:
    """Why a percentage behind a cue that any figure can have is none: what stands at it is technical, or costs
    something ("penetration in American homes stands at 57%")."""
    words = percent.scene.words
    if words[cue.first] not in kind_words().stands:
        return None
    earlier = [other for other in percent.before if other.last <= cue.first]
    near = earlier[-1] if earlier else None
    if near is None or near.kind != "technical" or not _ENDS.isdisjoint(words[near.last : cue.first]):
        return None
    return Reason.TECHNICAL


def _grows_in_units(percent: Percent, cue: Cue) -> bool:
    """Whether a rise is one of a number of things right before: "9 million tonnes were shipped, a rise of 7%"."""
    scene = percent.scene
    if scene.words[cue.first - 1 : cue.first] not in (["a"], ["an"]) or scene.words[cue.first - 2] != ",":
        return False
    floor = max(scene.floor(percent.index), cue.first - _FARTHEST)
    counted = (at for at in range(floor, cue.first) if scene.words[at] in kind_words().things)
    return any(token.kind == NUMBER for at in counted for token in scene.tokens[max(floor, at - _COUNTED) : at])


def moves_another(scene: Scene, verb: int) -> bool:
    """ "Orders climbed 14%", "motor shipments have dropped by 3%": whether what moves by a verb is no sales."""
    at = verb - 1
    while at > 0 and scene.words[at] in growth_words().before_moved:
        at -= 1
    return at >= 0 and scene.words[at] in kind_words().moved_beside
