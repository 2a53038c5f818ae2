"""Hedges: the words that make a number approximate or a bound. "exceeding" and "over" outweigh a neighbouring
"estimated"."""

from __future__ import annotations

from cmograph.claims.model import Qualifier
from cmograph.mentions.lexicon import lexicon
from cmograph.mentions.tokens import NUMBER, Token

_STEPS = 6
_FAR = 5
_WHO_ESTIMATE = frozenset({"we", "they", "analysts", "researchers"})
_OPENING = frozenset({",", "("})
"""What may stand between a number and a hedge behind it."""

_LONGEST_ESTIMATED = 9
"""So many words may stand between "estimates" and "at": "estimates the North American market for cameras at"."""


def hedge_before(tokens: list[Token], first: int, *, ranged: bool = False) -> Qualifier | None:
    """The qualifier that the words before tokens[first] give the number there, or None; "in the range of" makes no
    range approximate."""
    words = lexicon()
    weak: Qualifier | None = None
    crossed = False
    at = first - 1
    for _ in range(_STEPS):
        if at < 0:
            break
        found = _phrase_at(tokens, at)
        if found is not None:
            qualifier, length, last_word = found
            if crossed and last_word not in words.far_hedges:
                return weak
            if ranged and length == 4 and tokens[at - 1].lower == "range":
                at -= length
                continue
            if qualifier is not Qualifier.APPROXIMATE and _is_negated(tokens, at, length):
                return Qualifier.AT_MOST if qualifier is Qualifier.AT_LEAST else Qualifier.AT_LEAST
            if last_word not in {"estimated", "at", "be", "as"} or length > 2:
                return Qualifier.AT_LEAST if _is_surpassed(tokens, at - length) else qualifier
            weak = weak or qualifier
            at -= length
            continue
        if tokens[at].lower == "." and at and tokens[at - 1].lower in {"approx", "ca", "c"}:
            at -= 1
            continue
        if tokens[at].lower not in words.between and tokens[at].lower != "(":
            break
        crossed = crossed or tokens[at].lower not in {"a", "an", "the", "(", "worth", "valued", "between"}
        at -= 1
    return weak or _estimated(tokens, first)


def _estimated(tokens: list[Token], first: int) -> Qualifier | None:
    """ "estimates global sales at $5 billion", "with estimated 2010 sales in soap of $5 billion": an estimate that what
    is estimated parts from its number."""
    if first < 2 or tokens[first - 1].lower not in {"at", "of"}:
        return None
    told = {"estimated"} if tokens[first - 1].lower == "of" else lexicon().estimates
    for at in range(first - 2, max(-1, first - 2 - _LONGEST_ESTIMATED), -1):
        if tokens[at].lower in told and (tokens[at].lower != "estimate" or tokens[at - 1].lower in _WHO_ESTIMATE):
            return Qualifier.APPROXIMATE
        if tokens[at].lower in lexicon().ends_an_estimate:
            return None
    return None


def _is_negated(tokens: list[Token], at: int, length: int) -> bool:
    """Whether a bound of some words that ends at a place is denied: "will hardly exceed", "not more than", "hardly
    above", "is not expected to drop below"."""
    words = lexicon()
    if tokens[at + 1 - length].lower in {"no", "not"}:
        return False
    steps = _FAR if tokens[at].lower in words.negated_from_afar else length + 1
    return not words.negations.isdisjoint(token.lower for token in tokens[max(0, at - steps) : at])


def _is_surpassed(tokens: list[Token], at: int) -> bool:
    """Whether the word before a hedge says that the number is passed: "surpass around"."""
    return at >= 0 and tokens[at].lower in lexicon().passing


def hedge_after(tokens: list[Token], last: int) -> Qualifier | None:
    """The qualifier of words that follow a number: "25%+", "or more", "or less", ", give or take", "(est.)"."""
    if last >= len(tokens):
        return None
    behind = last + (tokens[last].text in _OPENING)
    first = tokens[behind].lower if behind < len(tokens) else ""
    if behind > last and first == "+":
        return None  # "$5 million (+3%)"
    for qualifier, words in lexicon().hedges_behind.get(first, ()):
        if [token.lower for token in tokens[behind : behind + len(words)]] == list(words):
            return Qualifier(qualifier)
    return None


def _is_compared(tokens: list[Token], at: int, length: int) -> bool:
    """Whether the words of a hedge that ends at a place only tell how two numbers differ: "9% below the $8 billion"."""
    before = at - length
    return before > 0 and tokens[before].lower in {"%", "percent"} and tokens[at].lower in lexicon().differing


def _is_risen_to(tokens: list[Token], at: int) -> bool:
    """Whether "up to" at a place is no bound but where something has come: "has gone up to 9%", "from 5% in 2011 up to
    7%"."""
    if tokens[at - 1].lower in lexicon().moved_up:
        return True
    begun = any(token.lower == "from" for token in tokens[max(0, at - _STEPS) : at])
    return begun and (tokens[at - 1].kind == NUMBER or tokens[at - 1].lower in lexicon().scales)


def _phrase_at(tokens: list[Token], at: int) -> tuple[Qualifier, int, str] | None:
    """The longest hedge phrase that ends with tokens[at]: its qualifier, its length in words, and its first content
    word."""
    phrases = lexicon().hedges.get(tokens[at].lower)
    if phrases is None:
        return None
    up_to = at > 1 and tokens[at].lower == "to" and tokens[at - 1].lower == "up"
    if (up_to and _is_risen_to(tokens, at - 1)) or (
        at
        and tokens[at].lower == "over"
        and tokens[at - 1].lower in {"turned", "turn", "turns", "handed", "took", "take", "taken", "all"}
    ):
        return None
    if at and tokens[at - 1].lower in lexicon().bounding_if_denied and not _is_negated(tokens, at, 2):
        return None
    for qualifier, words in phrases:
        if len(words) == 1 or (
            at + 1 >= len(words) and all(tokens[at + 1 - len(words) + i].lower == word for i, word in enumerate(words))
        ):
            return None if _is_compared(tokens, at, len(words)) else (Qualifier(qualifier), len(words), words[-1])
    return None
