"""Numbers that nothing but light words lead to from what has them: "Asia is at 36%", "Spain came third with $2
billion"."""

from __future__ import annotations

from cmograph.claims.model import SubjectKind
from cmograph.extractors.figures.scene.appositions import apposed_behind
from cmograph.extractors.figures.scene.head import head_of
from cmograph.extractors.figures.scene.mention import MARKETS, SUBJECT
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.vocabulary.figure_words import head_words, kind_words
from cmograph.mentions.amounts import Amount

_LONGEST = 14
_NOUNS = 2
"""So many words may follow a name in its phrase: "manual shears" behind "manual"."""

_ARE = frozenset({"is", "are", "was", "were"})
_SET_APART = frozenset({"ahead", "behind", "up", "down"})
"""Behind a sum these make it the distance between two."""

_ELSEWHERE = frozenset({"technical", "price", "investment", "change"})
_OF_MONEY = MARKETS | {SubjectKind.REGION, SubjectKind.SEGMENT}
_OF_SHARES = frozenset({SubjectKind.REGION, SubjectKind.SEGMENT, SubjectKind.COMPANY, SubjectKind.GROUP})
_THAT_YEAR = (["in", "the", "same", "year"], ["in", "that", "year"], ["the", "same", "year"], ["that", "year"])


def is_held(scene: Scene, index: int) -> bool:
    """Whether only light words lead to an amount from a subject that can have it, and nothing is counted behind it."""
    amount = scene.amounts[index]
    if not is_closed(scene, amount.last) or _speaks_of_another(scene, index):
        return False
    if _is_called_the_first(scene, index):
        return True
    first = _past_light_words(scene, index)
    if first == amount.first or not _leads_to(scene, amount, first):
        return False
    kinds = _OF_MONEY if amount.is_money else _OF_SHARES
    first -= 2 * (scene.words[first - 2 : first] == [",", "which"])
    group = next((group for group in scene.groups if group.last <= first <= group.last + _NOUNS), None)
    if group is not None and head_words().general.isdisjoint(scene.words[group.last : first]):
        return group.kind in kinds and group.rank >= SUBJECT
    return _is_unlisted(scene, index, first)


def _leads_to(scene: Scene, amount: Amount, first: int) -> bool:
    """Whether one of the light words from `first` on leads to an amount; "were" does where it stands right before a
    sum."""
    if not kind_words().links.isdisjoint(scene.words[first : amount.first]):
        return True
    compared = scene.words[amount.last : amount.last + 1] and scene.words[amount.last] in _SET_APART
    return amount.is_money and not compared and scene.words[scene.back_over(amount.first, kind_words().hedges)] in _ARE


def _is_called_the_first(scene: Scene, index: int) -> bool:
    """ "Schools remain the mainstay, at 34%": whether an amount stands behind what a subject is called that leads."""
    comma = apposed_behind(scene, index)
    if not comma or scene.words[comma - 1] not in kind_words().leaders:
        return False
    kinds = _OF_MONEY if scene.amounts[index].is_money else _OF_SHARES
    return any(group.kind in kinds and group.rank >= SUBJECT and group.last < comma for group in scene.groups)


def counts_nothing(scene: Scene, amount: Amount) -> bool:
    """Whether no noun follows a percentage of which nothing is told but a place: "plans to burn 20% ammonia" counts
    ammonia, "Europe's 20% is spread" and "20% more" count nothing."""
    owned = scene.words[amount.first - 1] == "s"
    return owned or is_closed(scene, amount.last) or scene.words[amount.last] in kind_words().comparing


def _is_unlisted(scene: Scene, index: int, end: int) -> bool:
    """Whether the phrase that ends at a place is a subject that no list names; a proper name's money is a firm's."""
    money = scene.amounts[index].is_money
    head = head_of(scene, index, "size" if money else "share")
    if head is None or not scene.text[: scene.tokens[end - 1].end].endswith(head.name):
        return False
    return not (money and head.name.istitle() and f" {head.name.lower()}" not in scene.text)


def _past_light_words(scene: Scene, index: int) -> int:
    """Where the light words right before an amount begin; years among them are passed over."""
    amount, listed = scene.amounts[index], kind_words()
    ends = {time.last: time.first for time in scene.times}
    at, floor = amount.first, max(scene.floor(index), amount.first - _LONGEST)
    at -= scene.words[at - 2 : at] == ["base", "("]
    while at > floor:
        if at in ends:
            at = ends[at]
        elif scene.named(at - 1):
            break
        elif scene.words[at - 1] in listed.light or scene.words[at - 1] in head_words().adverbs:
            at -= 1
        else:
            break
    return at


def is_closed(scene: Scene, last: int) -> bool:
    """Whether nothing that would be counted follows an amount: a sign, a year or the next clause."""
    at = last + 2 * (scene.words[last : last + 2] == ["or", "so"])
    at += next((len(that) for that in _THAT_YEAR if scene.words[at : at + len(that)] == that), 0)
    if at >= len(scene.words) or not scene.words[at].isalpha() or scene.words[at] in kind_words().closers:
        return True
    return any(at <= time.first <= at + 1 and time.last > at for time in scene.times)


def _speaks_of_another(scene: Scene, index: int) -> bool:
    """Whether the words about an amount speak of something that is no claim, or a percentage's sentence of growth."""
    floor, ceiling = scene.floor(index), scene.ceiling(index)
    if not scene.amounts[index].is_money and any(cue.kind == "growth" for cue in scene.cues):
        return True
    return any(cue.kind in _ELSEWHERE and floor <= cue.first < ceiling for cue in scene.cues)
