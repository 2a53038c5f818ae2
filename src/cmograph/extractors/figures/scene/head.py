"""The grammatical subject of a clause where no list of the page names it: "Potency testing is set to rise at 12%", "By
product, viral vectors held 61%", "Fitbora grew by 2%"."""

from __future__ import annotations

from itertools import pairwise

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.scene.adverbs import past_adverbs
from cmograph.extractors.figures.scene.appositions import in_apposition, is_before_apposed, past_apposition
from cmograph.extractors.figures.scene.clauses import clause_start, past_lead_ins
from cmograph.extractors.figures.scene.noun_phrase import is_apostrophe
from cmograph.extractors.figures.scene.parents import is_called_a_part
from cmograph.extractors.figures.scene.scene import Scene
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.extractors.vocabulary.figure_words import figure_words, head_words
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.tokens import SIGN, WORD, Token

_LONGEST = 8
_NOW = frozenset({"currently", "presently", "today", "now"})
_IN_LABELS = frozenset({"and", "or", "of", "for", "in", "research"})
_POSSESSIVES = (["’", "s"], ["'", "s"], [",", "whose"])
_RELATIVES = (["which"], [",", "which"])
_JOINTS = frozenset({"and", "&"})
_OF_PARTS = frozenset({"share", "growth", "size", "money"})
_DEMAND = (["demand", "for"], ["sales", "of"], ["that", "of"], ["those", "of"])
_HEDGES = frozenset({"about", "around", "approximately", "roughly", "nearly", "over", "~", "≈", "some"})
_BETWEEN_BRACKETS = frozenset({")", ",", ";", "and", "share", "cagr", "with", "then", "by", "followed"})
_FIRMS_OWN = frozenset({"revenue", "money", "growth"})
_RATES = frozenset({"cagr", "compound"})


def head_of(scene: Scene, index: int, kind: str) -> Subject | None:
    """Who or what a clause with an amount speaks of, as the page writes it; None where that is the market, a pronoun, a
    general word, or something that the sentence names elsewhere.

    Args:
        scene: the sentence.
        index: the amount.
        kind: what the amount measures.
    """
    limit = scene.amounts[index].first
    beside = _follower(scene, index) or _label(scene, index) or before_its_bracket(scene, index)
    if beside:
        return beside
    start, by_dimension = past_lead_ins(scene.words, clause_start(scene, index), limit)
    while start < limit and (scene.words[start] in head_words().articles or scene.words[start] in _NOW):
        start += 1
    start = _past_demand(scene.words, start)
    end = phrase_end(scene, start, limit)
    start = _past_calling(scene, start, end) if kind in _FIRMS_OWN else start
    if not 0 < end - start <= _LONGEST or _is_named(scene, start, end) or scene.words[start].isdigit():
        return None
    verb = past_adverbs(scene.words, past_apposition(scene.words, end, limit))
    behind = end + (scene.words[end : end + 2] == ["alone", ","])
    owned = scene.words[behind : behind + 2] in _POSSESSIVES
    described = scene.words[behind : behind + 2] in _RELATIVES or in_apposition(scene.words, end, limit)
    described |= kind == "share" and is_before_apposed(scene, index, start, end)
    if is_called_a_part(scene.words[end:verb]):
        return None
    if not (owned or described) and (verb >= limit or not is_verb(scene.tokens[verb])):
        return None
    phrase = scene.tokens[start:end]
    if (kind == "growth" and _foresees_a_rate(scene.words[end:limit])) or _is_general(scene, start, phrase, kind):
        return None
    name = scene.text[phrase[0].start : phrase[-1].end]
    reports = not (owned or described) and kind == "money" and scene.words[verb] in head_words().firms_verbs
    if _is_firm(scene, phrase, kind="revenue" if reports else kind):
        return Subject(SubjectKind.COMPANY, name)
    likely = by_dimension or _is_proper(scene, phrase) or (not owned and kind in _OF_PARTS)
    likely = likely or (kind == "revenue" and _is_sold(scene, start, end, scene.words[verb : verb + 1]))
    return Subject(_kind_of(scene, start, phrase), name) if likely else None


def _kind_of(scene: Scene, start: int, phrase: list[Token]) -> SubjectKind:
    """The kind of a phrase: "the ten biggest toolmakers" are a group of firms, else it is a part of the market."""
    of_firms = phrase[-1].lower.endswith("makers") and scene.words[start - 1 : start] == ["the"]
    return SubjectKind.GROUP if of_firms else SubjectKind.SEGMENT


def _is_general(scene: Scene, start: int, phrase: list[Token], kind: str) -> bool:
    """Whether a phrase names nobody: it has a general word, points to somebody named before ("the Swiss rival"), or
    is who speaks for a firm ("Management expects sales of")."""
    if start and scene.words[start - 1] == "the" and scene.words[start] in figure_words().demonyms:
        return True
    if kind in _FIRMS_OWN and len(phrase) == 1 and phrase[0].lower in company_words().starters:
        return True
    if phrase[0].lower in figure_words().company_nouns and (len(phrase) == 1 or phrase[1].lower == "as"):
        return True  # "the group as a whole"
    return not head_words().general.isdisjoint(_telling(phrase))


def _foresees_a_rate(words: list[str]) -> bool:
    """Whether a subject is only who expects a growth rate: a house that follows the market."""
    foresees = not head_words().foresees.isdisjoint(words)
    return ("down", "for") in pairwise(words) or (foresees and not _RATES.isdisjoint(words))


def _follower(scene: Scene, index: int) -> Subject | None:
    """ "…, followed by Niu with 9%": a proper name between "followed by" and its number."""
    last = scene.amounts[index].first
    while last and (scene.words[last - 1] == "(" or scene.words[last - 1] in figure_words().links_to_number):
        last -= 1
    first = last
    while first > scene.floor(index) and scene.tokens[first - 1].text[:1].isupper() and not scene.named(first - 1):
        first -= 1
    behind = scene.words[max(0, first - 2) : first] in (["followed", "by"], ["and", "by"])
    if not behind or not 0 < last - first <= _LONGEST:
        return None
    return Subject(SubjectKind.COMPANY, scene.text[scene.tokens[first].start : scene.tokens[last - 1].end])


def before_its_bracket(scene: Scene, index: int) -> Subject | None:
    """ "Tree saws (34% share), hoes (21% share)": the name right before a bracket, one of several that hold an
    amount."""
    opened = scene.back_over(scene.amounts[index].first, _HEDGES)
    if opened <= 0 or scene.words[opened] != "(" or not _has_more_brackets(scene, index):
        return None
    start, floor = opened, scene.floor(index)
    while start > floor and opened - start < _LONGEST and _is_of_a_name(scene, start - 1):
        start -= 1
    if start == opened and floor:  # in small letters: all since the bracket before
        start = next((at for at in range(floor, opened) if scene.words[at] not in _BETWEEN_BRACKETS), opened)
    if start == opened or any(_ends_a_name(token) for token in scene.tokens[start:opened]):
        start = _plain_start(scene, opened, floor)
    phrase = scene.tokens[start:opened]
    if not 0 < len(phrase) < _LONGEST or not head_words().general.isdisjoint(_telling(phrase)):
        return None
    if _is_named(scene, start, opened) or any(is_verb(token) for token in phrase):
        return None
    kind = SubjectKind.COMPANY if _is_firm(scene, phrase, kind="") else SubjectKind.SEGMENT
    return Subject(kind, scene.text[phrase[0].start : phrase[-1].end])


def _ends_a_name(token: Token) -> bool:
    """Whether a word is none of a name: a verb, a bracket, or a preposition."""
    return is_verb(token) or token.lower in {")", "in", "into"}


def _plain_start(scene: Scene, end: int, floor: int) -> int:
    """Where a noun phrase in small letters begins that ends at a place: "into road shears (60%)"."""
    start, stops = end, figure_words().phrase_stops
    while start > floor and scene.words[start - 1].isalpha() and scene.words[start - 1] not in stops:
        start -= 1
    return start


def _has_more_brackets(scene: Scene, index: int) -> bool:
    """Whether another amount of a sentence stands right behind a bracket too."""
    others = (amount for at, amount in enumerate(scene.amounts) if at != index)
    return any(scene.words[other.first - 1] == "(" for other in others)


def _is_of_a_name(scene: Scene, at: int) -> bool:
    """Whether a word with a capital, or a sign inside a name or behind its legal form, belongs to no name that the
    sentence knows."""
    if scene.words[at] == ".":
        return at > 0 and is_legal_form(scene.tokens[at - 1].text)
    return not scene.named(at) and (scene.tokens[at].text[:1].isupper() or scene.words[at] in {"&", "-", "/"})


def _label(scene: Scene, index: int) -> Subject | None:
    """ "Inland ports: They hold 18% of the market": the label of a line that goes on with a verb or a pronoun."""
    colon = next((at for at, word in enumerate(scene.words[: _LONGEST + 1]) if word == ":"), 0)
    following = scene.words[colon + 1] if 0 < colon < scene.amounts[index].first - 1 else ""
    if following not in head_words().after_label:
        return None
    if not head_words().general.isdisjoint(word for word in scene.words[:colon] if word not in _IN_LABELS):
        return None
    if _is_named(scene, 0, colon):
        return None
    return Subject(SubjectKind.SEGMENT, scene.text[scene.tokens[0].start : scene.tokens[colon - 1].end])


def _is_named(scene: Scene, start: int, end: int) -> bool:
    """Whether something that the sentence names is part of a phrase; the market's name may end it ("molded pulp egg
    packaging" on a page on egg packaging)."""
    return any(
        member.first < end and start < member.last and (group.kind is not SubjectKind.MARKET or member.first == start)
        for group in scene.groups
        for member in group.members
    )


def _past_demand(words: list[str], start: int) -> int:
    """Past "demand for" and "sales of", of which a clause speaks as of what they are of."""
    if words[start : start + 2] not in _DEMAND:
        return start
    start += 2
    return start + (words[start : start + 1] == ["the"])


def phrase_end(scene: Scene, start: int, limit: int) -> int:
    """Where the words of a noun phrase end: at a verb, a comma, a bracket or a possessive."""
    at = start
    while at < limit and not is_verb(scene.tokens[at]):
        token = scene.tokens[at]
        if at > start and past_adverbs(scene.words, at) > at:
            break
        apostrophe = token.kind == SIGN and is_apostrophe(scene.tokens, at)
        if token.kind == SIGN and token.lower not in {"&", "-", "/", "."} and not apostrophe:
            break
        at += 1
    return at


def _telling(phrase: list[Token]) -> list[str]:
    """The words of a phrase but for an "and" inside it and a noun at its end that is general by itself only: "process
    development"."""
    last = len(phrase) - 1
    words = [token.lower for at, token in enumerate(phrase) if not (token.lower in _JOINTS and 0 < at < last)]
    joined = len(words) < len(phrase)
    return words[:-1] if len(words) > 1 and not joined and words[-1] in head_words().tails else words


def _is_sold(scene: Scene, start: int, end: int, verb: list[str]) -> bool:
    """Whether a phrase names goods, and what it brings in is their market: "Certified soaps accounted for sales of"; a
    firm or a division has an article or a capital."""
    phrase = scene.tokens[start:end]
    plain = len(phrase) > 1 and all(token.kind == WORD and token.text == token.lower for token in phrase[1:])
    named = scene.has(SubjectKind.COMPANY) or (start > 0 and scene.words[start - 1] in {"the", "a", "an", "this"})
    return plain and not named and not head_words().selling.isdisjoint(verb)


def _past_calling(scene: Scene, start: int, end: int) -> int:
    """Where the name of a firm begins in a phrase that calls it one ("online specialist Acme") or speaks of a part of
    it ("the coatings unit of Acme"); else where the phrase begins."""
    at = end
    while at > start and (scene.tokens[at - 1].text[:1].isupper() or scene.words[at - 1] == "&"):
        at -= 1
    if not start < at < end:
        return start
    called = scene.words[at - 1] in head_words().called
    owned = scene.words[at - 1] == "of" and scene.words[at - 2] in head_words().units
    return at if called or owned else start


def _is_firm(scene: Scene, phrase: list[Token], kind: str) -> bool:
    """Whether a name is a company's: it ends in a legal form, or has revenue."""
    words = [token.text for token in phrase if token.text != "."]
    if len(words) > 1 and is_legal_form(words[-1]):
        return True
    return kind == "revenue" and _is_proper(scene, phrase)


def _is_proper(scene: Scene, phrase: list[Token]) -> bool:
    """Whether a phrase is a proper name: each word has a capital, and the text never has its first one without."""
    words = [token for token in phrase if token.kind == WORD]
    if not words or any(token.text == token.lower for token in words):
        return False
    return f" {words[0].lower}" not in scene.text
