"""Who has a number where no list names it and its clause has no verb of its own: "A have 51% of the market, B 36%",
"well ahead of B (14%)", "faster than that of B, at 6%"."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.kinds.part_of import shares_out_the_last
from cmograph.extractors.figures.owners.subject import Owners
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.extractors.vocabulary.figure_words import figure_words, head_words, kind_words
from cmograph.mentions.tokens import WORD, Token

_LONGEST = 4
_FEW = 2
_LINKS = frozenset({"for", "with", "at", "("})
_BEHIND = (["ahead", "of"], ["followed", "by"], ["that", "of"], ["that", "for"], ["those", "of"], ["those", "for"])
_FOR = (["for"], ["for", "the", "remaining"])
_FOLLOWED = ["followed", "by"]
_SET_BEHIND = frozenset({"behind", "than"})
_PARTED = frozenset({",", ";", "and", "while", "whereas"})


def gapped_owner(scene: Scene, index: int, carried: Owners) -> Subject | None:
    """The name between the number before and this one, where nothing but that name stands for a clause; None where
    there is none, or where what stands there names nobody.

    Args:
        scene: the sentence.
        index: an amount that is not the first.
        carried: the subjects of the number before, whose kind it is of.
    """
    if not index or not carried or carried[-1][0].kind is SubjectKind.MARKET:
        return None
    floor, first = scene.amounts[index - 1].last, scene.amounts[index].first
    if scene.amounts[index - 1].is_money != scene.amounts[index].is_money:
        return None
    followed = next((at + 2 for at in range(first - 2, floor, -1) if scene.words[at : at + 2] == _FOLLOWED), floor)
    if any(is_verb(token) for token in scene.tokens[followed:first]):
        return None
    end = _before_links(scene, floor, first)
    start = _phrase_start(scene, floor, end)
    alike = scene.words[end:first] in _FOR and _stands_behind_for(scene, index - 1)
    start = _past_and(scene, start, floor) if alike else start
    phrase = scene.tokens[start:end]
    if not 0 < len(phrase) <= _LONGEST or start - 1 < floor or not _names(phrase):
        return None
    parallel = alike and scene.words[start - 1] in {",", "and"}
    if not (parallel or _is_set_behind(scene, start, first) or _is_parted(scene, start, end, first)):
        return None
    proper = carried[-1][0].kind is SubjectKind.COMPANY and _is_capital(phrase)
    kind = SubjectKind.COMPANY if proper else SubjectKind.SEGMENT
    return Subject(kind, scene.text[phrase[0].start : phrase[-1].end])


def _before_links(scene: Scene, floor: int, first: int) -> int:
    """Where the words end that may stand between a name and its number."""
    at = first
    while at > floor and scene.words[at - 1] != "by" and scene.words[at - 1] in kind_words().tied_by:
        at -= 1
    if at - 2 > floor and scene.words[at - 1] == "remaining" and scene.words[at - 2] == "the":
        return at - 2 - (scene.words[at - 3] == "for")
    at -= at > floor and scene.words[at - 1] in _LINKS
    return at - (at > floor and at < first and scene.words[at - 1] == ",")


def _phrase_start(scene: Scene, floor: int, end: int) -> int:
    """Where the noun phrase begins that ends at a place."""
    at = end
    while at > floor and end - at <= _LONGEST:
        token = scene.tokens[at - 1]
        word = token.kind == WORD and token.lower not in figure_words().phrase_stops
        if scene.named(at - 1) or not (word or token.lower in {"&", "-"}):
            break
        at -= 1
    return at


def _stands_behind_for(scene: Scene, index: int) -> bool:
    """ "accounts for 18%, saws for 16%": whether "for" leads to an amount too."""
    return scene.words[scene.back_over(scene.amounts[index].first, kind_words().tied_by)] == "for"


def _past_and(scene: Scene, start: int, floor: int) -> int:
    """Where a phrase of two names begins that stands behind a comma: "18%, saws and hoes for 16%"."""
    before = start - 2
    paired = before > floor and scene.words[start - 1] == "and" and scene.words[before - 1] == ","
    return before if paired and scene.tokens[before].kind == WORD else start


def _names(phrase: list[Token]) -> bool:
    """Whether a phrase can name something that has a number: no general word, and none by which numbers are set side by
    side ("up from", "compared with", "respectively")."""
    listed = kind_words()
    words = {token.lower for token in phrase} - {"and"}
    apart = (head_words().general, head_words().adverbs, listed.light, listed.closers, listed.rises_from, listed.falls)
    return all(words.isdisjoint(few) for few in (*apart, listed.rose_by, listed.rose, listed.reasons, listed.comparing))


def _is_set_behind(scene: Scene, start: int, first: int) -> bool:
    """ "ahead of coatings (14%)", "than that of coatings, at 6%", "followed by inks (9%) and glues (7%)" """
    led = scene.words[start - 2 : start] in _BEHIND or scene.words[start - 1] in _SET_BEHIND
    if scene.words[start - 1] == "and" and scene.words[start - 2] == ")" and scene.words[first - 1] == "(":
        return True
    return led and scene.words[first - 1] in {"(", "at", "with"}


def _is_parted(scene: Scene, start: int, end: int, first: int) -> bool:
    """Whether a phrase begins a clause without a verb: it ends like one before ("wet food … dry food 36%"), is a proper
    name, or stands right before its number; one word does so among several percentages."""
    if scene.words[start - 1] not in _PARTED or scene.words[end : end + 1] in (["("], [","]):
        return False
    phrase = scene.tokens[start:end]
    if start > 1 and _is_capital(phrase) and scene.tokens[start - 2].text[:1].isupper():
        return False  # "Taste, Texture & Health": the end of a name with a comma, or of a list
    alike = len(phrase) > 1 and phrase[-1].lower in scene.words[: start - 1]
    bare = scene.words[end:first] in ([], ["the", "remaining"])
    shared = scene.words[start - 1] == "," and kind_words().hedges.issuperset(scene.words[end:first])
    shared = shared and shares_out_the_last(scene)
    return alike or shared or _is_capital(phrase) or (bare and (len(phrase) > 1 or _shares_out(scene)))


def _shares_out(scene: Scene) -> bool:
    """Whether a sentence gives several percentages and no sum: one word each may name what has them."""
    return len(scene.amounts) > _FEW and not any(amount.is_money for amount in scene.amounts)


def _is_capital(phrase: list[Token]) -> bool:
    return all(token.text[:1].isupper() for token in phrase if token.kind == WORD)
