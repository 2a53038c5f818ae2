"""What "it", "they" and "their" stand for in a sentence."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.scene.mention import MARKETS, Mention
from cmograph.extractors.figures.scene.topic import Recall
from cmograph.extractors.vocabulary.figure_words import figure_words, goes_before_a_market
from cmograph.mentions.tokens import CURRENCY, Token

_OF_ONE = frozenset({"it", "its"})
_PERCENT = frozenset({"%", "percent"})
_COUNTED = _PERCENT | {"usd", "eur", "million", "billion"}


def pronoun_at(tokens: list[Token], at: int, recall: Recall, before: list[Mention]) -> Mention | None:
    """What "it" or "their" stands for: the only name before it, else what the paragraph is about."""
    words, word = figure_words(), tokens[at].lower
    if _is_the_whole(tokens, at):
        return None
    named = [mention for mention in before if mention.subject.kind not in MARKETS]
    if named and word == "whose":
        return None
    if _is_where_somebody_is(tokens, at, named):
        firm = recall().company
        alone = all(mention.subject in (firm, named[-1].subject) for mention in named)
        return Mention(firm, at, at + 1) if firm and alone else None
    led = tokens[0].lower in words.sentence_openers or tokens[0].lower in words.prepositions or _opened(tokens, at)
    if named and not led:
        return Mention(named[-1].subject, at, at + 1) if word in {"it", "they"} and len(named) == 1 else None
    subject = (_market_counted(tokens, at, before) if word in _OF_ONE else None) or recall().subject
    if subject is None or (word in _OF_ONE and subject.kind is SubjectKind.GROUP):
        return None
    if word == "it" and subject.kind is SubjectKind.REGION and _told_of_the_market(tokens, before):
        return None
    return Mention(subject, at, at + 1)


def _is_the_whole(tokens: list[Token], at: int) -> bool:
    """ "holds 30% of it": what somebody has a share of, and nobody who has one."""
    return at > 1 and tokens[at - 1].lower == "of" and tokens[at - 2].lower in _PERCENT


def _is_where_somebody_is(tokens: list[Token], at: int, named: list[Mention]) -> bool:
    """ "at home in Norway, where it has 40%": whether a pronoun stands for somebody who is in the place named right
    before it, and not for the place."""
    if not named or tokens[at].lower not in {"it", "they"} or tokens[at - 1].lower != "where":
        return False
    return named[-1].subject.kind is SubjectKind.REGION and named[-1].last == at - 1 - (tokens[at - 2].lower == ",")


def _market_counted(tokens: list[Token], at: int, before: list[Mention]) -> Subject | None:
    """The market of which a number was told before "it": "the market stood at $2 billion, and it should reach"."""
    if len(before) != 1 or before[0].subject.kind not in MARKETS or tokens[0].lower in figure_words().prepositions:
        return None
    counted = any(token.kind == CURRENCY or token.lower in _COUNTED for token in tokens[before[0].last : at])
    return before[0].subject if counted else None


def _told_of_the_market(tokens: list[Token], before: list[Mention]) -> bool:
    """Whether a sentence has spoken of the page's market, and no preposition stands before that."""
    market = next((mention for mention in before if mention.subject.kind is SubjectKind.MARKET), None)
    if market is None:
        return False
    at = market.first - 1
    while at >= 0 and goes_before_a_market(tokens[at].lower):
        at -= 1
    return at < 0 or tokens[at].lower not in figure_words().prepositions


def _opened(tokens: list[Token], at: int) -> bool:
    """Whether a participle opens the sentence up to a pronoun: "Operating mainly in China, it reported"."""
    return tokens[at - 1].lower == "," and tokens[0].lower.endswith(("ing", "ed"))
