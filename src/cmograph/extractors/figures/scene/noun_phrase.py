"""The noun phrase that ends in the word "market"."""

from __future__ import annotations

from cmograph.extractors.figures.scene.mention import Mention
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.mentions.lexicon import lexicon
from cmograph.mentions.tokens import CURRENCY, NUMBER, WORD, Token

_LONGEST = 12


def phrase_start(tokens: list[Token], at: int, before: list[Mention]) -> int:
    """Where the noun phrase that ends in "market" at `at` begins; never before the end of the last mention, nor in a
    bracket that this one opens ("Label (ESL) market" where ESL is the last mention)."""
    words = figure_words()
    floor = before[-1].last if before else 0
    first = behind = at
    depth = 0
    while first > floor and at - first < _LONGEST:
        token = tokens[first - 1]
        if token.lower == ")":
            behind = behind if depth else first
            depth += 1
        elif token.lower == "(":
            if not depth:
                break
            depth -= 1
        elif not depth and not _continues(tokens, first - 1, words.phrase_stops):
            break
        first -= 1
    return behind if depth else first


def outside_brackets(phrase: list[Token]) -> list[Token]:
    """The tokens of a phrase that stand outside its brackets."""
    kept, depth = [], 0
    for token in phrase:
        depth += {"(": 1, ")": -1}.get(token.lower, 0)
        if not depth and token.lower != ")":
            kept.append(token)
    return kept


def _continues(tokens: list[Token], at: int, stops: frozenset[str]) -> bool:
    """Whether the token at `at` still belongs to a noun phrase to its right."""
    token = tokens[at]
    if token.lower in lexicon().scales:
        return False
    if token.kind == NUMBER:
        return (
            (at == 0 or tokens[at - 1].kind != CURRENCY)
            and at + 1 < len(tokens)
            and tokens[at + 1].lower not in {"%", ","}
            and len(token.lower) < 4
        )
    if token.kind != WORD:
        return token.lower in {"&", "-", "/", "+"} or is_apostrophe(tokens, at)
    if token.lower in {"and", "of"}:
        return (
            at > 0
            and tokens[at - 1].text[:1].isupper()
            and tokens[at + 1].text[:1].isupper()
            and tokens[at - 1].lower not in stops
        )
    return token.lower not in stops


def is_apostrophe(tokens: list[Token], at: int) -> bool:
    """Whether a sign is the apostrophe of a common noun ("men's", "girls'"): those of proper names end a phrase."""
    if tokens[at].lower not in {"'", "’"} or not at or tokens[at - 1].kind != WORD:
        return False
    noun = tokens[at - 1]
    return noun.text == noun.lower and noun.end == tokens[at].start and noun.lower in figure_words().wearers
