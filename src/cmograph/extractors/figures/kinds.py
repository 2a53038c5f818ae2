"""What an amount measures: told by the nearest cue, with what follows the number outweighing what stands before it."""

from __future__ import annotations

from dataclasses import dataclass

from cmograph.claims.model import Reason
from cmograph.extractors.figures.cues import Cue
from cmograph.mentions.amounts import Amount
from cmograph.mentions.periods import Time
from cmograph.mentions.tokens import Token

_MARKET_OF = frozenset(
    {
        "market",
        "share",
        "shares",
        "revenue",
        "revenues",
        "sales",
        "demand",
        "industry",
        "value",
        "total",
        "sector",
        "valuation",
        "turnover",
        "business",
        "consumption",
    }
)
_TIGHT_SHARE = frozenset({"share", "shares", "of", "market", "stake"})
_TIGHT_GROWTH = frozenset({"cagr", "compound", "compounded", "growth", "annual", "annually", "yearly", "yoy"})
_REASONS = {
    "investment": Reason.INVESTMENT,
    "price": Reason.PRICE,
    "change": Reason.CHANGE,
    "technical": Reason.TECHNICAL,
}
_NATIONAL = frozenset({"economy", "gdp", "population", "inflation"})
_NEAR = 7


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence's tokens, amounts and cues, and what the lines around it lead one to expect ("" for nothing); `places`
    are the indexes after the names of places among its subjects, `own` where the market is named, `names` the indexes
    after all other names."""

    tokens: list[Token]
    amounts: list[Amount]
    cues: list[Cue]
    expected: str = ""
    times: tuple[Time, ...] = ()
    places: tuple[int, ...] = ()
    own: tuple[int, ...] = ()
    names: tuple[int, ...] = ()


def percent_kind(scene: Scene, index: int, before: str) -> str | Reason:
    """What a percentage is: "growth", "share", or the reason why it is no claim; `before` is the kind of the amount
    before it."""
    amount = scene.amounts[index]
    tokens = scene.tokens
    after = [token.lower for token in tokens[amount.last : amount.last + 7]]
    if _points(after):
        return Reason.CHANGE
    if "purity" in [token.lower for token in tokens[max(0, amount.first - 6) : amount.first]]:
        return Reason.TECHNICAL
    tight = _tight_after(after)
    if tight:
        return tight
    of_what = _of_what(after)
    left, right = _bounds(scene, index)
    behind = [
        cue
        for cue in scene.cues
        if left <= cue.first < amount.first and cue.kind in {"growth", "share", "technical", "price", "investment"}
    ]
    ahead = [
        cue
        for cue in scene.cues
        if amount.last <= cue.first < min(right, amount.last + 4)
        and cue.kind in {"growth", "technical", "price"}
        and not (cue.kind == "growth" and _clause_between(tokens, amount.last, cue.first))
    ]
    nearest = behind[-1] if behind else None
    if _bracketed_name(scene, amount) and not any(cue.kind == "growth" and _is_rate(tokens, cue) for cue in behind):
        return "share"
    if nearest and nearest.kind in {"growth", "share"}:
        strongest = _strongest([cue for cue in behind if cue.last == nearest.last or cue.first == nearest.first])
        if strongest == "growth" and not _yearly(scene, nearest) and not _dated(scene, amount, right):
            return Reason.CHANGE
        if strongest == "growth" and _NATIONAL & {
            token.lower for token in tokens[max(0, amount.first - 8) : amount.last + 8]
        }:
            return Reason.NOT_MARKET
        if strongest == "share" and of_what is False:
            return Reason.NOT_MARKET
        if strongest == "share" and _changed_by(tokens, amount):
            return Reason.CHANGE
        if not (ahead and ahead[0].kind in {"technical", "price"} and of_what is not True):
            return strongest
    if of_what is True:
        return "share"
    if amount.first and tokens[amount.first - 1].lower in {"up", "down"} and _dated(scene, amount, right):
        return "growth"
    if ahead:
        return "growth" if ahead[0].kind == "growth" else _REASONS[ahead[0].kind]
    if nearest:
        return _REASONS.get(nearest.kind, Reason.NOT_MARKET)
    if before in {"growth", "share"} and of_what is None:
        return before
    if of_what is None and any(
        cue.kind == "share" and amount.last <= cue.first < min(right, amount.last + 12) for cue in scene.cues
    ):
        return "share"
    if of_what is None and (scene.expected in {"growth", "share"} or _placed(scene, amount)):
        return scene.expected if scene.expected in {"growth", "share"} else "share"
    return Reason.NOT_MARKET


def money_kind(scene: Scene, index: int, before: str) -> str | Reason:
    """What a sum of money is: "revenue", "size", "money" (either), or the reason why it is no claim."""
    amount = scene.amounts[index]
    left, right = _bounds(scene, index)
    behind = [
        cue for cue in scene.cues if left <= cue.first < amount.first and cue.kind in {"revenue", "size", *_REASONS}
    ]
    ahead = [
        cue
        for cue in scene.cues
        if amount.last <= cue.first < min(right, amount.last + _NEAR) and cue.kind in {"revenue", "size", *_REASONS}
    ]
    if ahead and ahead[0].first - amount.last <= 2 and ahead[0].kind in {"price", "investment"}:
        return _REASONS[ahead[0].kind]
    strong_after = next(
        (
            cue
            for cue in ahead
            if cue.kind == "revenue"
            and cue.first - amount.last <= 4
            and not _clause_between(scene.tokens, amount.last, cue.first)
        ),
        None,
    )
    if strong_after and (
        strong_after.first == amount.last
        or not (behind and behind[-1].kind in {"investment", "price", "change"} and amount.first - behind[-1].last <= 3)
    ):
        return "revenue"
    if behind:
        last = behind[-1]
        kinds = {cue.kind for cue in behind if cue.first == last.first or cue.last == last.last}
        refused = [cue for cue in behind if cue.kind in _REASONS]
        if refused and _spent_on_it(scene, refused[-1], amount):
            return "size"
        if refused and _outweighs(scene, refused[-1], behind, amount):
            return _REASONS[refused[-1].kind]
        if kinds <= set(_REASONS):
            return _REASONS[last.kind]
        strong = [cue.kind for cue in behind if cue.kind in {"revenue", "size"} and _is_noun(scene.tokens, cue)]
        return strong[-1] if strong else "money"
    if (
        scene.tokens[amount.last].lower in {"business", "market", "industry", "sector"}
        if amount.last < len(scene.tokens)
        else False
    ):
        return "size"
    if index == 0 and scene.tokens[0].lower in {"from", "worth", "at"} and amount.first < 4:
        return "money"
    if ahead and not _clause_between(scene.tokens, amount.last, ahead[0].first):
        return _REASONS.get(ahead[0].kind, ahead[0].kind)
    if scene.tokens[amount.first - 1].lower == "to":
        earlier = [
            cue
            for cue in scene.cues
            if cue.first < amount.first and cue.kind == "revenue" and _is_noun(scene.tokens, cue)
        ]
        if earlier:
            return "revenue"
    if before in {"revenue", "size", "money"}:
        return before
    return scene.expected if scene.expected in {"revenue", "size"} else Reason.NOT_MARKET


def _changed_by(tokens: list[Token], amount: Amount) -> bool:
    """ "raise its market share by 3%": a change of the share, not the share."""
    before = [token.lower for token in tokens[max(0, amount.first - 8) : amount.first]]
    return "by" in before[-3:] and any(
        word.startswith(("rais", "increas", "boost", "grow", "expand", "improv", "reduc", "cut", "lift", "gain"))
        for word in before
    )


def _placed(scene: Scene, amount: Amount) -> bool:
    """Whether a place stands before a bare percentage as its subject, or any name right before its bracket ("APAC (35%)")."""
    return any(place <= amount.first for place in scene.places) or _bracketed_name(scene, amount)


def _bracketed_name(scene: Scene, amount: Amount) -> bool:
    at = amount.first - 1
    while at > 0 and scene.tokens[at].lower in {"around", "about", "approximately", "roughly", "nearly", "over", "at"}:
        at -= 1
    return scene.tokens[at].lower == "(" and at in scene.names


def _dated(scene: Scene, amount: Amount, right: int) -> bool:
    """Whether one year stands by the number: a rise "in 2021" is that year's growth rate."""
    return any(
        not time.period
        and (amount.last <= time.first < min(right, amount.last + 5) or amount.first - 14 < time.first < amount.first)
        for time in scene.times
    )


def _spent_on_it(scene: Scene, refused: Cue, amount: Amount) -> bool:
    """ "the world spent $815 million on garden shears": spending on the market's own product is its size."""
    return scene.tokens[refused.first].lower.startswith("spen") and any(first >= amount.last for first in scene.own)


def _bounds(scene: Scene, index: int) -> tuple[int, int]:
    """Where the words that can speak of an amount begin and end: the amounts around it, chained ones counted as one."""
    first = index
    while first and (scene.amounts[first].chained or scene.amounts[first].converted):
        first -= 1
    last = index
    while last + 1 < len(scene.amounts) and (scene.amounts[last + 1].chained or scene.amounts[last + 1].converted):
        last += 1
    left = scene.amounts[first - 1].last if first else 0
    right = scene.amounts[last + 1].first if last + 1 < len(scene.amounts) else len(scene.tokens)
    return left, right


def _points(after: list[str]) -> bool:
    return after[:1] == ["points"] or after[:2] == ["percentage", "points"] or after[:1] == ["basis"]


def _tight_after(after: list[str]) -> str | Reason | None:
    """What the words right behind a percentage make it: "30% market share", "8% CAGR", "6% growth rate"."""
    words = [word for word in after[:4] if word not in {"(", ")"}]
    if not words:
        return None
    skipped = 0
    while skipped < len(words) - 1 and words[skipped] in {
        "market",
        "global",
        "total",
        "overall",
        "revenue",
        "regional",
        "worldwide",
        "volume",
        "projected",
        "estimated",
    }:
        skipped += 1
    risen = words[:1] and words[0] in {"increase", "rise", "jump", "decrease", "decline", "drop", "surge"}
    if risen or ({"increase", "rise", "jump", "decrease", "decline"} & set(words[:3]) and "share" in after):
        return None if risen and {"annual", "annually", "yearly", "year"} & set(after) else Reason.CHANGE
    if words[skipped] in {"share", "shares"}:
        return "share"
    if words[skipped] in {"stake", "discount", "off", "interest", "purity", "pure"}:
        if words[skipped] == "stake" and "market" in after:
            return "share"
        return (
            Reason.INVESTMENT
            if words[skipped] in {"stake", "interest"}
            else Reason.PRICE
            if words[skipped] in {"discount", "off"}
            else Reason.TECHNICAL
        )
    if words[0] in _TIGHT_GROWTH or words[skipped] in {"cagr", "growth"}:
        return "growth"
    if words[0] in {"per", "a", "each", "every"} and len(words) > 1 and words[1] in {"year", "annum"}:
        return "growth"
    return None


def _of_what(after: list[str]) -> bool | None:
    """For "40% of …": whether it is of the market; None where no "of" follows."""
    words = after[1:] if after[:1] == ["share"] else after
    if words[:1] != ["of"]:
        return None
    for word in words[1:7]:
        if word in {"its", "their", "his", "our", "company"}:
            return False
        if word in _MARKET_OF or word.rstrip("s") in _MARKET_OF:
            return True
        if word in {",", "which", "who", "is", "are", "was", "."}:
            break
    return False


def _strongest(cues: list[Cue]) -> str:
    kinds = [cue.kind for cue in cues]
    return "growth" if "growth" in kinds and "share" not in kinds else "share" if "share" in kinds else kinds[-1]


def _yearly(scene: Scene, cue: Cue) -> bool:
    """Whether a growth cue speaks of a rate by the year, not of a rise once ("grew by 20%", "growth of 15%")."""
    words = {token.lower for token in scene.tokens}
    if any(other.kind == "growth" and _is_rate(scene.tokens, other) for other in scene.cues):
        return True
    phrase = [token.lower for token in scene.tokens[cue.first : cue.last]]
    return phrase[-1] == "at" or bool(words & {"annually", "yearly", "annual", "annum", "yoy", "rate", "cagr"})


def _is_rate(tokens: list[Token], cue: Cue) -> bool:
    phrase = " ".join(token.lower for token in tokens[cue.first : cue.last])
    return phrase not in {
        "growth",
        "growth of",
        "grow by",
        "growing by",
        "grew by",
        "grown by",
        "gain",
        "grew",
        "grow",
        "growing",
        "increase by",
        "increases by",
        "decline by",
        "fall by",
        "expand by",
        "expanding by",
        "shrink by",
        "expansion of",
        "increase of",
        "rise of",
        "surge of",
        "jump of",
        "uptick of",
    }


def _is_noun(tokens: list[Token], cue: Cue) -> bool:
    """Whether a cue is decisive by itself ("revenue", "market size") and not a verb that fits both ("generated",
    "reach")."""
    word = tokens[cue.first].lower
    if cue.kind == "revenue":
        return word.startswith(
            (
                "revenue",
                "sales",
                "turnover",
                "net",
                "annual",
                "earning",
                "billing",
                "booking",
                "taking",
                "income",
                "top",
                "receipts",
                "sold",
                "sells",
                "sell",
            )
        )
    return word in {"size", "valued", "valuation", "market", "industry"} and not (
        word in {"market", "industry"} and cue.last - cue.first == 1
    )


def _outweighs(scene: Scene, refused: Cue, behind: list[Cue], amount: Amount) -> bool:
    """Whether the reason to refuse stands nearer than any cue that would make it a claim."""
    claims = [cue for cue in behind if cue.kind in {"revenue", "size"}]
    if not claims:
        return True
    nearest = claims[-1]
    if refused.first > nearest.first:
        return True
    verb = not _is_noun(scene.tokens, nearest) or scene.tokens[nearest.first].lower in {"valued", "valuation"}
    return (
        verb and amount.first - refused.last <= _NEAR and not _clause_between(scene.tokens, refused.last, nearest.first)
    )


def _clause_between(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a comma, a semicolon or "and" parts two places."""
    return any(token.lower in {",", ";", "and", "while", "whereas", "but"} for token in tokens[first:last])
