"""Of what a percentage is a part: "40% of the market", "40% of firms"."""

from __future__ import annotations

from functools import cache

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.kinds.light_verbs import is_closed
from cmograph.extractors.figures.scene.mention import MARKETS, Group
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, kind_words
from cmograph.mentions.amounts import Amount

_NEAR = 6
OF_THAT = (["of", "this"], ["of", "that"], ["of", "it"])
"""Of the sum that was told last."""

_SOLD = (["sold"], ["spent"], ["bought"], ["purchased"])
_ALL = frozenset(
    {"everything", "all", "what", "that", "the", "money", "units", "is", "was", "are", "were", "has", "have", "been"}
)
_HAD = frozenset({"has", "had", "have", "buy", "buys", "bought", "purchase", "purchased", "sell", "sells"})
_PARTS = (SubjectKind.REGION, SubjectKind.SEGMENT, SubjectKind.GROUP)


def of_the_market(scene: Scene, index: int) -> bool | None:
    """For "40% of …" and "40% share of …": whether it is of the market; None where no "of" tells."""
    amount = scene.amounts[index]
    if _is_of_what_was_counted(scene, amount) or _is_bought(scene, amount):
        return False
    of = amount.last + (scene.words[amount.last : amount.last + 1] == ["share"])
    if scene.words[of : of + 1] != ["of"]:
        return None
    if _is_of_the_sum_told(scene, index) or _is_of_all_sold(scene, index, of + 1):
        return True
    return _of_what_is_named(scene, amount, of)


def _of_what_is_named(scene: Scene, amount: Amount, of: int) -> bool | None:
    """Whether the words behind "of" speak of the market."""
    listed = kind_words()
    if scene.words[of + 1 : of + 2] == ["it"] and any(scene.has(kind) for kind in _PARTS):
        return None if scene.has(SubjectKind.COMPANY) else True
    if any(group.kind is SubjectKind.COMPANY and of < group.first <= of + 2 for group in scene.groups):
        return False
    if _is_of_a_firms(scene.words[of + 1 : of + 1 + _NEAR]):
        return False
    for word in scene.words[of + 1 : amount.last + 1 + _NEAR]:
        if word in listed.firms_own:
            return False
        if word in listed.shared or word.rstrip("s") in listed.shared:
            return True
        if word in listed.of_ends:
            break
    return _of_a_named_market(scene, of)


def _is_of_the_sum_told(scene: Scene, index: int) -> bool:
    """ "The market was worth $5 billion, and Acme had 12% of that": whether what somebody has a percentage of is the
    sum of a market right before."""
    last = scene.amounts[index].last
    if scene.words[last : last + 2] not in OF_THAT or not is_closed(scene, last + 2):
        return False
    return _is_had(scene, index) and scene.tells_a_whole()


def shares_out_the_last(scene: Scene) -> bool:
    """Whether a sentence tells who has how much of the sum before it: "Soaps make up 45% of this, inks some 30%"."""
    return any(
        not amount.is_money
        and scene.words[amount.last + 1 : amount.last + 2] != ["it"]
        and _is_of_the_sum_told(scene, index)
        for index, amount in enumerate(scene.amounts)
    )


def _is_of_all_sold(scene: Scene, index: int, at: int) -> bool:
    """ "absorb 37% of everything sold", "12% of units sold", "47% of the money spent": whether what somebody has a
    percentage of is all that is sold or spent."""
    end = next((here for here in range(at, at + _NEAR) if scene.words[here : here + 1] in _SOLD), 0)
    return end > at and _ALL.issuperset(scene.words[at:end]) and _is_had(scene, index)


def _is_had(scene: Scene, index: int) -> bool:
    """Whether a verb of having or trading leads to an amount: "Acme had 12% of", and not "40% of this went into"."""
    floor, first = scene.floor(index), scene.amounts[index].first
    had = any(cue.kind == "share" and floor < cue.first < first for cue in scene.cues)
    return had or not _HAD.isdisjoint(scene.words[floor + 1 : first])


def _is_of_a_firms(words: list[str]) -> bool:
    """ "of the chain's sales", "of the division's total": whether what a percentage is of has an owner that is a firm
    or a part of one."""
    owners = kind_words().owners_of_sales
    return any(word in owners and words[at + 1 : at + 2] in (["'"], ["’"]) for at, word in enumerate(words))


def _of_a_named_market(scene: Scene, of: int) -> bool:
    """Whether at most an article and an adjective lead from "of" to a market, however long its name is."""
    return any(
        of < group.first <= of + 3
        and group.kind in MARKETS
        and (scene.words[group.last - 1] in figure_words().market_words or _is_shared_by_name(scene, group))
        for group in scene.groups
    )


def _is_bought(scene: Scene, amount: Amount) -> bool:
    """Whether a percentage is what somebody has bought: "the acquisition of about 85% of"."""
    return scene.words[scene.back_over(amount.first, _led_by_of())] in kind_words().bought


def _is_of_what_was_counted(scene: Scene, amount: Amount) -> bool:
    """ "cleared 50 models, of which some 32% were cordless": whether "of which" leads to a percentage from what is no
    market, no sum of money and nobody's sales."""
    at = amount.first
    while at > 1 and scene.words[at - 1] in kind_words().tied_by:
        at -= 1
    if at < 2 or scene.words[at - 2] not in {"of", "among"} or scene.words[at - 1] not in {"which", "whom", "them"}:
        return False
    sold = any(cue.kind in {"share", "revenue", "size"} and cue.first < at for cue in scene.cues)
    summed = any(other.is_money and other.last < at for other in scene.amounts)
    return not (sold or summed or any(group.kind in MARKETS and group.first < at for group in scene.groups))


def _is_shared_by_name(scene: Scene, group: Group) -> bool:
    """ "took 62% of contract packaging in 2015": whether the market's own name ends the phrase that a share is of; not
    where something is said of its goods ("62% of garden shears are sold")."""
    at = group.last
    if group.kind is not SubjectKind.MARKET or at >= len(scene.words):
        return group.kind is SubjectKind.MARKET
    dated = any(at <= time.first <= at + 1 for time in scene.times)
    return dated or not scene.words[at].isalpha()


@cache
def _led_by_of() -> frozenset[str]:
    """What ties a percentage to "the acquisition" before it."""
    return kind_words().tied_by | {"of"}
