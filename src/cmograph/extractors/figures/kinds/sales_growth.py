"""Growth of a firm beside its sales: "sales of $3 billion, up 8%", "its turnover rose 8% to $3 billion", "Acme shrank
by 5%"."""

from __future__ import annotations

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import growth_words, kind_words
from cmograph.mentions.amounts import Amount

_APART = 14
_NEAR = 9
_BEHIND = 4
_TOP_LINE = ["top", "line"]
TOWARDS = frozenset({"to", "reach", "reaching"})
"""These lead to what something has come to."""

MADE_UP = frozenset({("made", "up"), ("make", "up"), ("makes", "up"), ("making", "up")})
"""What a part does with its whole: no rise."""


def grew_with_sales(scene: Scene, index: int, last_kind: str) -> bool:
    """Whether a percentage tells by how much a firm's sales have changed in the period that a sentence reports;
    `last_kind` is the kind of the amount before it."""
    listed, amount = growth_words(), scene.amounts[index]
    if not listed.over_years.isdisjoint(scene.words) or scene.words[amount.last : amount.last + 1] == ["of"]:
        return False
    if any(time.period and not time.same and (time.end or 0) > (time.start or 0) + 1 for time in scene.times):
        return False
    if _moved_from_the_sum(scene, index):
        floor = scene.floor(index - 1)
        sold = _place_of_sales(scene, floor, amount.first)
        told = sold is not None or last_kind == "revenue"
        return told and not _speaks_of_other(scene, floor if sold is None else sold, amount)
    if last_kind == "growth" and _place_of_comparison(scene, amount) is not None:
        return not _speaks_of_other(scene, scene.floor(index), amount)
    if not _sales_moved(scene, amount, scene.floor(index)):
        return _firm_moved(scene, amount)
    told = scene.of_a_firm or scene.has(SubjectKind.COMPANY) or sum_of_growth(scene, index) is not None
    return told or (not scene.groups and scene.portrays_a_firm())


def sum_of_growth(scene: Scene, index: int) -> int | None:
    """The sum of sales that has changed by a percentage: the one before it ("$3 billion, up 8%"), or the one that it
    led to ("rose 8% to $3 billion")."""
    if _moved_from_the_sum(scene, index):
        return index - 1
    following = index + 1
    if following == len(scene.amounts) or not scene.amounts[following].is_money:
        return None
    between = scene.words[scene.amounts[index].last : scene.amounts[following].first]
    led = between[:1] and between[0] in TOWARDS and growth_words().tied.union(TOWARDS).issuperset(between)
    return following if led and place_of_change(scene, scene.amounts[index]) is not None else None


def _moved_from_the_sum(scene: Scene, index: int) -> bool:
    """Whether a percentage is the change of the sum right before it: ", up 8%", ", an organic increase of 8%", ", 8%
    more than"."""
    amount = scene.amounts[index]
    if not index or not scene.amounts[index - 1].is_money or _is_rate(scene, amount):
        return False
    between = scene.words[scene.amounts[index - 1].last : amount.first]
    if len(between) > _APART or not growth_words().new_clauses.isdisjoint(between):
        return False
    at = place_of_change(scene, amount)
    told = at is not None and at >= scene.amounts[index - 1].last
    return told or not growth_words().moved_behind.isdisjoint(_behind(scene, amount))


def _is_rate(scene: Scene, amount: Amount) -> bool:
    """Whether a percentage is one of every year: "growing at 8% a year"."""
    near = scene.words[max(0, amount.first - _NEAR) : amount.last + 2]
    following = scene.words[amount.last : amount.last + 2]
    each = following[:1] in (["a"], ["per"], ["each"], ["every"]) and following[-1] in kind_words().year_words
    return each or not kind_words().rate_words.isdisjoint(near)


def _sales_moved(scene: Scene, amount: Amount, floor: int) -> bool:
    """ "sales to retailers rose by 8%", "has increased its sales by 8%": sales, and a change that leads to the
    percentage."""
    verb = place_of_change(scene, amount)
    verb = _place_of_comparison(scene, amount) if verb is None else verb
    if verb is None:
        return False
    sold = _place_of_sales(scene, max(floor, verb - _NEAR), amount.first)
    if sold is None or not growth_words().new_clauses.isdisjoint(scene.words[sold:verb]):
        return False
    return not _speaks_of_other(scene, sold, amount)


def _firm_moved(scene: Scene, amount: Amount) -> bool:
    """ "Acme grew 8%", "Acme, which shrank by 5%": a firm right before a change that leads to the percentage."""
    verb = place_of_change(scene, amount)
    if verb is None:
        return False
    while verb and scene.words[verb - 1] in growth_words().before_moved:
        verb -= 1
    firm = next((group for group in scene.groups if group.kind is SubjectKind.COMPANY and group.last == verb), None)
    return firm is not None and not _speaks_of_other(scene, max(0, firm.first - _NEAR), amount)


def place_of_change(scene: Scene, amount: Amount) -> int | None:
    """Where the word of change stands that leads to a percentage: "rose" in "rose by almost 8%"."""
    at = amount.first - 1
    while at > 0 and (scene.words[at] in growth_words().tied or scene.words[at - 1 : at + 1] == ["close", "to"]):
        at -= 1
    moved = at >= 0 and scene.words[at] in growth_words().moved and tuple(scene.words[at - 1 : at + 1]) not in MADE_UP
    return at if moved else None


def _place_of_comparison(scene: Scene, amount: Amount) -> int | None:
    """Where the verb stands before a percentage by which something is higher or lower: "was" in "was 2% lower"."""
    listed = growth_words()
    at = amount.first - 1
    while at > 0 and scene.words[at] in listed.tied:
        at -= 1
    following = scene.words[amount.last : amount.last + 1]
    compared = following != [] and following[0] in listed.compared
    return at if compared and at >= 0 and scene.words[at] in listed.was else None


def _behind(scene: Scene, amount: Amount) -> list[str]:
    """The words right behind a percentage, up to the next sign."""
    following = scene.words[amount.last : amount.last + _BEHIND]
    return following[: next((at for at, word in enumerate(following) if not word[0].isalpha()), len(following))]


def _place_of_sales(scene: Scene, first: int, last: int) -> int | None:
    """The last place between two where a sentence speaks of sales."""
    words = scene.words
    found = [at for at in range(first, last) if words[at] in growth_words().sold or words[at : at + 2] == _TOP_LINE]
    return found[-1] if found else None


def _speaks_of_other(scene: Scene, first: int, amount: Amount) -> bool:
    """Whether the words from a place on to just behind a percentage speak of profits, orders, prices or shares."""
    said = [*scene.words[first : amount.first], *_behind(scene, amount)]
    return not growth_words().beside_sales.isdisjoint(said)
