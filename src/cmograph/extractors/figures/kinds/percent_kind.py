"""What a percentage is: growth, a share, or nothing that is claimed. What stands right behind it ("30% market share",
"8% CAGR") outweighs the nearest cue before it, and that one all others."""

from __future__ import annotations

from cmograph.claims.model import Reason, SubjectKind
from cmograph.extractors.figures.kinds.disclaimed import (
    disclaimed,
    is_asked,
    is_denied,
    moves_another,
    no_growth_rate,
    no_share,
)
from cmograph.extractors.figures.kinds.grades import is_of_a_grade, is_of_purity
from cmograph.extractors.figures.kinds.next_words import is_a_change, told_by_next_words
from cmograph.extractors.figures.kinds.part_of import of_the_market
from cmograph.extractors.figures.kinds.percent import Percent
from cmograph.extractors.figures.kinds.percent_uncued import CLAIMED, called_share_later, expected, held, like_the_last
from cmograph.extractors.figures.kinds.pointing_back import compared_with_the_last
from cmograph.extractors.figures.kinds.sales_growth import grew_with_sales
from cmograph.extractors.figures.kinds.wordless_rates import (
    after_a_rate,
    at_a_rate,
    bracketed_name,
    follows_a_rate,
    grew_so,
    is_moved_by,
    leads_to_a_sum,
    of_a_fast_grower,
    of_the_rate_told,
    opens_as_a_fall,
    over_years,
    signed,
)
from cmograph.extractors.figures.kinds.yearly import is_dated, is_rate, rose_in_a_year
from cmograph.extractors.figures.scene.cues import Cue
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import figure_words, kind_words
from cmograph.extractors.vocabulary.year_words import year_words
from cmograph.mentions.amounts import Amount

_CUES_BEFORE = frozenset({"growth", "share", "technical", "price", "investment"})
_CUES_BEHIND = frozenset({"growth", "technical", "price"})
_NEXT = frozenset({"next", "then", "after", "behind"})
_BEHIND_A_SUM = 3
_PARTS_OFF = frozenset({",", ";"})
_WHOLE = 100
"""From this percentage on nothing is one part's share of the market: "100% foreign ownership"."""
_REFUSED = {"investment": Reason.INVESTMENT, "price": Reason.PRICE, "technical": Reason.TECHNICAL}


def percent_kind(scene: Scene, index: int, last_kind: str) -> str | Reason:
    """What a percentage is: "growth", "share", or the reason why it is no claim; `last_kind` is the kind of the amount
    before it."""
    kind, amount = _kind(scene, index, last_kind), scene.amounts[index]
    whole = kind == "share" and amount.high >= _WHOLE
    joint = whole and any(cue.kind == "together" and cue.first < amount.first for cue in scene.cues)
    if kind == "share" and (_is_compared(scene, amount) or is_moved_by(scene, amount)):
        return Reason.CHANGE
    return Reason.NOT_MARKET if whole and not joint else kind


def _is_compared(scene: Scene, amount: Amount) -> bool:
    """ "60% more than", "22% below", "was 12% behind." """
    following = scene.words[amount.last : amount.last + 4]
    if following[:1] == ["behind"] and following[1:2] in ([], ["."], [","]):
        return True
    return following[:1] != [] and following[0] in kind_words().comparing and "share" not in following


def _kind(scene: Scene, index: int, last_kind: str) -> str | Reason:
    """What the words make a percentage, however high it is."""
    amount = scene.amounts[index]
    following = scene.words[amount.last : amount.last + 7]
    if is_a_change(following) or following[:1] == ["fewer"]:
        return Reason.CHANGE
    if is_denied(scene, amount.first) or is_asked(scene, amount):
        return Reason.NOT_MARKET
    if rose_in_a_year(scene, amount, scene.floor(index)) or grew_with_sales(scene, index, last_kind):
        return "growth"
    if is_of_purity(scene, amount):
        return Reason.TECHNICAL
    kind = told_by_next_words(following)
    if kind:
        return "share" if kind is Reason.INVESTMENT and "stake" in following and _of_a_part(scene) else kind
    percent = _among_cues(scene, index, last_kind)
    for rule in _RULES:
        kind = rule(percent)
        if kind:
            return kind
    return Reason.TECHNICAL if is_of_a_grade(scene, amount) else Reason.NOT_MARKET


def _of_a_part(scene: Scene) -> bool:
    """Whether a sentence speaks of places or segments and of no company: the "stake" of those is a share."""
    parts = scene.has(SubjectKind.REGION) or scene.has(SubjectKind.SEGMENT)
    return parts and not scene.has(SubjectKind.COMPANY)


def _says_nothing(scene: Scene, cue: Cue) -> bool:
    """Whether a cue is none where it stands: a region's "stake", "a growing presence", "a year earlier"."""
    word = scene.words[cue.first]
    if word == "next" and not kind_words().spans.isdisjoint(scene.words[cue.last : cue.last + 3]):
        return True
    if word in {"a", "year"} and scene.words[cue.last : cue.last + 1] and scene.words[cue.last] in year_words().ago:
        return True
    if word == "stake":
        return _of_a_part(scene)
    if word == "faster" and cue.kind == "technical":
        return scene.words[cue.first - 1] in kind_words().grows
    adjective = word == "growing" and cue.last - cue.first == 1 and cue.first > 0
    return adjective and scene.words[cue.first - 1] in kind_words().before_adjectives


def _among_cues(scene: Scene, index: int, last_kind: str) -> Percent:
    amount = scene.amounts[index]
    floor, ceiling = scene.floor(index), scene.ceiling(index)
    before = [
        cue
        for cue in scene.cues
        if floor <= cue.first < amount.first and cue.kind in _CUES_BEFORE and not _says_nothing(scene, cue)
    ]
    behind = [
        cue
        for cue in scene.cues
        if amount.last <= cue.first < min(ceiling, amount.last + 4)
        and cue.kind in _CUES_BEHIND
        and not (cue.kind == "growth" and (scene.clause_between(amount.last, cue.first) or _says_nothing(scene, cue)))
        and (cue.kind == "growth" or (scene.said_of(amount, cue) and scene.words[amount.last] not in _PARTS_OFF))
    ]
    of_market = False if scene.words[amount.first - 1] in kind_words().met else of_the_market(scene, index)
    return Percent(scene, index, before, behind, ceiling, of_market, last_kind)


def _signed(percent: Percent) -> str | Reason | None:
    """ "EUR 5 million (+3%)": growth, unless it is of a price, of something technical, or of a sum that is no claim
    itself."""
    if not signed(percent):
        return None
    refused = next((cue.kind for cue in reversed(percent.before) if cue.kind in _REFUSED), None)
    if refused:
        return _REFUSED[refused]
    first = percent.amount.first
    sums = [sum_ for sum_ in percent.scene.amounts if sum_.is_money and 0 <= first - sum_.last <= _BEHIND_A_SUM]
    return Reason.CHANGE if sums and not percent.last_kind else "growth"


def _in_bracket(percent: Percent) -> str | None:
    """ "APAC (35%)" is a share, unless a growth rate is spoken of: "Asia (5% a year)", "slower than in Asia (5%)", or
    "Next came Acme (5%)" behind who grew more."""
    if not bracketed_name(percent):
        return None
    near = [*percent.before, *percent.behind[:1]]
    if any(cue.kind == "growth" and is_rate(percent.scene, cue) for cue in near):
        return None
    goes_on = percent.scene.expected == "growth" and percent.scene.words[0] in _NEXT
    return "growth" if goes_on or after_a_rate(percent) else "share"


def _in_a_run_of_shares(percent: Percent) -> str | None:
    """Among shares of places a bare percentage of a place is a share, though the place "grows rapidly, reaching 20%";
    not where a rate is spoken of."""
    scene, amount = percent.scene, percent.amount
    if not (scene.regional or percent.last_kind == "share") or percent.of_market is False or percent.behind:
        return None
    loose = all(cue.kind == "share" or (cue.kind == "growth" and cue.last - cue.first == 1) for cue in percent.before)
    if not loose or not percent.before:
        return None
    floor = min(cue.first for cue in percent.before)
    apart = percent.before[-1].last < amount.first and any(
        word not in kind_words().tied for word in scene.words[percent.before[-1].last : amount.first]
    )
    rate = not kind_words().rate_words.isdisjoint(scene.words[floor : amount.last + 6])
    place = next((group for group in reversed(scene.groups) if group.last <= amount.first), None)
    return "share" if apart and not rate and place is not None and place.kind is SubjectKind.REGION else None


def _told_by_cue_before(percent: Percent) -> str | Reason | None:
    """The nearest cue before it, if that is of growth or of a share and no word behind the number speaks against it."""
    nearest = percent.before[-1] if percent.before else None
    if nearest is None or nearest.kind not in CLAIMED:
        return None
    same_place = [cue.kind for cue in percent.before if cue.last == nearest.last or cue.first == nearest.first]
    kind = "share" if "share" in same_place else "growth"
    refused = no_share(percent, nearest) if kind == "share" else no_growth_rate(percent, nearest)
    if refused:
        return refused
    outweighed = percent.behind and percent.behind[0].kind != "growth" and percent.of_market is not True
    return None if outweighed else kind


def _of_the_market(percent: Percent) -> str | None:
    """ "40% of the market" """
    return "share" if percent.of_market else None


def _up_in_a_year(percent: Percent) -> str | Reason | None:
    """ "up 12% in 2021", "up by an estimated 12% from 2020 to 2021", "declined 4% in 2023" """
    scene, amount = percent.scene, percent.amount
    if percent.before and percent.before[-1].kind in _REFUSED:
        return None
    at = scene.back_over(amount.first, kind_words().tied_by)
    before = scene.words[at] if amount.first else ""
    moved = before in kind_words().rose_by or before in kind_words().falls or _is_to_rise(scene, amount, before)
    if not moved or "to" in scene.words[at : amount.first]:
        return None
    if moves_another(scene, at):
        return Reason.TECHNICAL
    return "growth" if is_dated(scene, amount, percent.ceiling) or leads_to_a_sum(percent) else None


def _is_to_rise(scene: Scene, amount: Amount, verb: str) -> bool:
    """ "will rise 4% in 2025": a rise to come in one year, and not until a year."""
    last = amount.last
    until = any(time.word in figure_words().until or time.period for time in scene.times if time.first >= last)
    return verb in kind_words().rises_by and not until


def _told_by_cue_behind(percent: Percent) -> str | Reason | None:
    """The first cue behind it: "5% lower prices", "7% growth"."""
    if not percent.behind or (percent.before and percent.before[-1].kind == "price"):
        return None
    kind = percent.behind[0].kind
    return kind if kind == "growth" else _REFUSED[kind]


def _refused_by_cue_before(percent: Percent) -> Reason | None:
    """A cue before it that makes it no claim, or one of growth or share that was outweighed."""
    return _REFUSED.get(percent.before[-1].kind, Reason.NOT_MARKET) if percent.before else None


_RULES = (
    disclaimed,
    compared_with_the_last,
    _signed,
    _in_bracket,
    opens_as_a_fall,
    at_a_rate,
    of_the_rate_told,
    grew_so,
    follows_a_rate,
    _in_a_run_of_shares,
    _told_by_cue_before,
    _of_the_market,
    _up_in_a_year,
    _told_by_cue_behind,
    _refused_by_cue_before,
    like_the_last,
    called_share_later,
    over_years,
    of_a_fast_grower,
    held,
    expected,
)
"""The first that knows decides."""
