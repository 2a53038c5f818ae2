"""What a sum of money is: revenue, a market's size, either of them, or nothing that is claimed. The nearest cue before
it decides, unless "in revenue" or a price stands right behind it."""

from __future__ import annotations

from cmograph.claims.model import Reason, SubjectKind
from cmograph.extractors.figures.kinds.called_otherwise import called_otherwise, worth_of_a_firm
from cmograph.extractors.figures.kinds.deals import of_a_deal
from cmograph.extractors.figures.kinds.money import CLAIMED, Money
from cmograph.extractors.figures.kinds.ranked_sums import of_a_ranked_firm
from cmograph.extractors.figures.kinds.sums_of_firms import closed_with, done_by_a_firm, size_of_a_firm
from cmograph.extractors.figures.kinds.wordless_sums import (
    adds_another,
    at_the_head,
    by_its_place,
    expected,
    foreseen,
    grown_to,
    grows_from,
    held,
    in_bracket,
    leads_with,
    like_the_last,
    of_a_labelled_firm,
    of_a_labelled_place,
    of_a_unit,
)
from cmograph.extractors.figures.scene.cues import Cue
from cmograph.extractors.figures.scene.mention import MARKETS, SUBJECT
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, kind_words
from cmograph.mentions.tokens import WORD

_NEAR = 7
_GAINS = frozenset({"gain", "gains", "gained", "gaining"})
_LOWER = (["lower", "at"], ["lower", "than"])
_LEVEL = frozenset({"lower", "higher", "up", "down", "flat", "unchanged", "stable", "%"})
"""Before "at" these lead from what a sum has changed by to the sum."""

_REFUSED = {
    "investment": Reason.INVESTMENT,
    "price": Reason.PRICE,
    "change": Reason.CHANGE,
    "technical": Reason.TECHNICAL,
}
_CUES = CLAIMED | set(_REFUSED)


def money_kind(scene: Scene, index: int, last_kind: str) -> str | Reason:
    """What a sum of money is: "revenue", "size", "money" (either), or the reason why it is no claim; `last_kind` is the
    kind of the amount before it."""
    amount = scene.amounts[index]
    floor, ceiling = scene.floor(index), min(scene.ceiling(index), amount.last + _NEAR)
    before = [
        cue for cue in scene.cues if floor <= cue.first < amount.first and cue.kind in _CUES and _of_money(scene, cue)
    ]
    behind = [
        cue
        for cue in scene.cues
        if amount.last <= cue.first < ceiling
        and cue.kind in _CUES
        and (cue.kind in CLAIMED or scene.said_of(amount, cue))
        and _of_money(scene, cue)
    ]
    money = Money(scene, index, before, behind, last_kind)
    for rule in _RULES:
        kind = rule(money)
        if kind:
            return kind
    return Reason.NOT_MARKET


def _of_money(scene: Scene, cue: Cue) -> bool:
    """Whether a cue can speak of money: "adoption" and "accuracy" are measured in other ways, "profit" is not; nor
    does "2% lower at $5 billion" or "2% lower than the $5 billion" refuse the sum."""
    if cue.kind != "technical":
        return True
    beside = scene.words[cue.first : cue.first + 2]
    return beside[0].startswith(kind_words().in_money) and beside not in _LOWER


def _for_a_unit(money: Money) -> Reason | None:
    """ "$120/kg", "Revenue/employee: $90,000" """
    amount, scene = money.amount, money.scene
    if scene.words[amount.first - 1] == ":" and amount.first > 1:
        label = scene.words[amount.first - 2]
        stroke = "/" in label or scene.words[amount.first - 3 : amount.first - 2] == ["/"]
        if stroke and label.rpartition("/")[2] in kind_words().of_each:
            return Reason.PRICE
    if scene.words[amount.last : amount.last + 1] != ["/"] or amount.last + 1 >= len(scene.words):
        return None
    unit = scene.tokens[amount.last + 1]
    touches = scene.tokens[amount.last - 1].end == scene.tokens[amount.last].start
    return Reason.PRICE if touches and unit.kind == WORD and unit.lower not in kind_words().year_words else None


def _spent_or_asked(money: Money) -> Reason | None:
    """ "$5 million investment", "$20 per unit"; not "$5 million, backed by …" """
    if not money.behind or money.behind[0].first - money.amount.last > 2:
        return None
    kind, apart = money.behind[0].kind, money.behind[0].first > money.amount.last
    told = any(cue.kind == "revenue" and _decides(money.scene, cue) for cue in money.before)
    parted = money.scene.clause_between(money.amount.last, money.behind[0].first)
    if kind == "investment" and apart and (told or parted):
        return None
    return _REFUSED[kind] if kind in {"price", "investment"} else None


def _is_compared(money: Money) -> Reason | None:
    """ "some $100 million more than in the year before", "will gain about $5 billion": by how much two sums differ."""
    scene, last = money.scene, money.amount.last
    if scene.words[scene.back_over(money.amount.first, kind_words().hedges)] in _GAINS:
        return Reason.CHANGE
    beside = scene.words[last : last + 2]
    return Reason.CHANGE if beside[1:] == ["than"] and beside[0] in kind_words().comparing else None


def _was_spent_on_the_market(money: Money) -> str | None:
    """ "Worldwide, $5 billion was spent on garden shears": spending on the market's own product is its size."""
    scene, last = money.scene, money.amount.last
    spent = scene.words[last : last + 3] in (["was", "spent", "on"], ["were", "spent", "on"], ["is", "spent", "on"])
    told = spent and any(
        group.kind is SubjectKind.MARKET and last + 3 <= group.first <= last + 4 for group in scene.groups
    )
    return "size" if told else None


def _called_revenue(money: Money) -> str | None:
    """ "$5 billion in revenue", unless what stands right before it says what it was spent on or how it changed."""
    scene, last = money.scene, money.amount.last
    near = (cue.first for cue in money.behind if cue.kind == "revenue" and cue.first - last <= 4)
    called = next((first for first in near if not scene.clause_between(last, first)), None)
    if called is None:
        return None
    nearest = money.before[-1] if money.before else None
    refused = (
        nearest is not None
        and nearest.kind in {"investment", "price", "change"}
        and money.amount.first - nearest.last <= 3
    )
    if called > last and scene.words[called - 1] in figure_words().market_words:
        return "size"  # "$5 billion of industry revenue"
    return "revenue" if called == last or not refused else None


def _told_by_cue_before(money: Money) -> str | Reason | None:
    """The nearest cue before it, and what stands beside that."""
    if not money.before:
        return None
    nearest = money.before[-1]
    if _spent_by_a_firm(money, nearest):
        return Reason.INVESTMENT
    refusing = [cue for cue in money.before if cue.kind in _REFUSED]
    if refusing and _spent_on_the_market(money, refusing[-1]):
        return "size"
    if refusing and _outweighs(money, refusing[-1]):
        return _REFUSED[refusing[-1].kind]
    if all(cue.kind in _REFUSED for cue in money.before if cue.first == nearest.first or cue.last == nearest.last):
        return _REFUSED[nearest.kind]
    decisive = [cue.kind for cue in money.before if _decides(money.scene, cue)]
    return decisive[-1] if decisive else "money"


def _worth_of_a_market(money: Money) -> str | None:
    """ "a $5 billion industry", "Oak frames, now a $3 million niche": a part is meant only where it is named."""
    scene, amount = money.scene, money.amount
    behind = scene.words[amount.last : amount.last + 1]
    if not kind_words().worth_of_parts.isdisjoint(behind):
        named = (group for group in scene.groups if group.kind not in MARKETS and group.rank >= SUBJECT)
        told = scene.words[0] in {"it", "they"} or any(group.first < amount.first for group in named)
        return "size" if told else None
    return "size" if not kind_words().worth_behind.isdisjoint(behind) else None


def _told_by_cue_behind(money: Money) -> str | Reason | None:
    """The first cue behind it, in the same clause."""
    if not money.behind or money.scene.clause_between(money.amount.last, money.behind[0].first):
        return None
    kind = money.behind[0].kind
    return _REFUSED.get(kind, kind)


def _risen_to(money: Money) -> str | Reason | None:
    """ "Revenue rose by 5% to $3 billion", "revenue was 2% lower at $3 billion", "revenue of $3 billion, up 5% from
    $2.9 billion", "… 2% more than the $2.9 billion": the revenue, or the profit, was named before another number."""
    scene, first = money.scene, money.amount.first
    while first > 1 and (scene.words[first - 1] in kind_words().hedges or scene.words[first - 1] == "the"):
        first -= 1
    level = scene.words[first - 1] == "at" and scene.words[first - 2] in _LEVEL
    level = level or (scene.words[first - 1] == "than" and scene.words[first - 2] in kind_words().comparing)
    if not level and scene.words[first - 1] not in kind_words().against:
        return None
    named = [
        cue
        for cue in scene.cues
        if cue.first < first
        and ((cue.kind == "revenue" and _decides(scene, cue)) or (cue.kind == "technical" and _of_money(scene, cue)))
    ]
    if not named:
        return None
    return "revenue" if named[-1].kind == "revenue" else Reason.TECHNICAL


_RULES = (
    _for_a_unit,
    called_otherwise,
    worth_of_a_firm,
    of_a_deal,
    _is_compared,
    _was_spent_on_the_market,
    _spent_or_asked,
    _called_revenue,
    adds_another,
    _told_by_cue_before,
    _worth_of_a_market,
    size_of_a_firm,
    closed_with,
    done_by_a_firm,
    at_the_head,
    leads_with,
    of_a_labelled_firm,
    of_a_labelled_place,
    of_a_unit,
    of_a_ranked_firm,
    _told_by_cue_behind,
    grows_from,
    _risen_to,
    grown_to,
    in_bracket,
    by_its_place,
    like_the_last,
    foreseen,
    held,
    expected,
)
"""The first that knows decides."""


def _spent_on_the_market(money: Money, refusing: Cue) -> bool:
    """ "the world spent $815 million on garden shears", "consumers spent $5 million on": spending on the market's own
    product is its size."""
    scene, last = money.scene, money.amount.last
    by_all = not kind_words().spenders.isdisjoint(scene.words[: refusing.first])
    if not scene.words[refusing.first].startswith("spen"):
        paid = by_all and scene.words[refusing.first] in {"paid", "pay"} and scene.words[last : last + 1] == ["for"]
        return paid and any(group.kind is SubjectKind.MARKET and group.first == last + 1 for group in scene.groups)
    by_all = by_all and "on" in scene.words[last : last + _NEAR]
    return by_all or any(group.kind is SubjectKind.MARKET and group.first >= last for group in scene.groups)


def _spent_by_a_firm(money: Money, nearest: Cue) -> bool:
    """ "Acme would spend $5 million on a plant": what a firm spends is nobody's sales; nor is what is spent on one
    thing."""
    scene, last = money.scene, money.amount.last
    if not scene.words[nearest.first].startswith("spen"):
        return False
    on_one = scene.words[last : last + 1] == ["on"] and scene.words[last + 1 : last + 2] in (["a"], ["an"], ["its"])
    by_all = not kind_words().spenders.isdisjoint(scene.words)
    by_a_firm = scene.has(SubjectKind.COMPANY, as_subject=True) or (on_one and not by_all)
    return by_a_firm and not scene.has(SubjectKind.MARKET)


def _outweighs(money: Money, refusing: Cue) -> bool:
    """Whether the reason to refuse stands nearer than any cue that would make it a claim."""
    scene = money.scene
    nearest = next((cue for cue in reversed(money.before) if cue.kind in CLAIMED), None)
    if nearest is None or refusing.first > nearest.first:
        return True
    if any(cue.kind == "revenue" and cue.first >= refusing.last and _decides(scene, cue) for cue in money.before):
        return False
    verb = not _decides(scene, nearest) or scene.words[nearest.first] in {"valued", "valuation"}
    return (
        verb and money.amount.first - refusing.last <= _NEAR and not scene.clause_between(refusing.last, nearest.first)
    )


def _decides(scene: Scene, cue: Cue) -> bool:
    """Whether a cue of revenue or size is decisive by itself ("revenue", "market size") and no verb that fits both
    ("generated", "reach")."""
    word = scene.words[cue.first]
    if cue.kind == "revenue":
        return word.startswith(kind_words().revenue_nouns)
    alone = word in {"market", "industry"} and cue.last - cue.first == 1
    return cue.kind == "size" and word in kind_words().size_nouns and not alone
