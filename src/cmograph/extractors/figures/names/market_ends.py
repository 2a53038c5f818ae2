"""Where the mention of a market ends: behind its name's "market", or behind the place whose part of it is meant."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.names.directory import place_at, place_names
from cmograph.extractors.figures.scene.mention import Mention
from cmograph.extractors.figures.scene.verbs import is_verb
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.mentions.lexicon import lexicon
from cmograph.mentions.tokens import WORD, Token, written

_LONGEST = 5
"""So many words at most say what a market is one for."""

_INSIDE = frozenset({"in", "across", "within", "inside", "throughout"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "overall", ""})


def past_market_word(tokens: list[Token], last: int) -> int:
    """Past a closing "(CMO)" and the word "market" behind the market's name."""
    at = last
    if at + 2 < len(tokens) and tokens[at].lower == "(" and tokens[at + 2].lower == ")":
        at += 3
    return at + 1 if at < len(tokens) and tokens[at].lower in figure_words().market_words else last


def is_sold_by(tokens: list[Token], at: int) -> bool:
    """Whether "sales", "business" and the like follow the market's name: "Asia's garden shears business"."""
    return at < len(tokens) and (tokens[at].lower == "business" or tokens[at].lower in figure_words().market_sizes)


def with_region(tokens: list[Token], mention: Mention) -> Mention:
    """ "the Esports market in North America": the number is the region's share of it, not the whole market's."""
    at = mention.last
    if at + 1 < len(tokens) and (tokens[at].lower == "share" or tokens[at].lower in figure_words().market_sizes):
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lower not in _INSIDE:
        return mention
    start = at + 2 if tokens[at + 1].lower == "the" else at + 1
    place = place_names().at(tokens, start) if start < len(tokens) and tokens[start].text[:1].isupper() else None
    if place is None:
        return mention
    region = place_at(tokens, start, place[0])
    if mention.subject.kind is SubjectKind.MARKET:
        return Mention(Subject(SubjectKind.REGION, region), mention.first, place[0])
    return Mention(Subject(mention.subject.kind, f"{mention.subject.name} in {region}"), mention.first, place[0])


def is_one_of_many(tokens: list[Token], first: int, at: int) -> bool:
    """ "fastest of all larger markets", "in most markets": whether the market that tokens[first:at] stand before is one
    of those of places, and not the page's."""
    words = (token.lower for token in tokens[max(0, first - 1) : at])
    return tokens[at].lower == "markets" and not figure_words().before_markets.isdisjoint(words)


def name_of_another(tokens: list[Token], start: int, at: int) -> str:
    """What another market is called whose words tokens[start:at] stand before "market": without "adjacent" or the like,
    and where that is all, by what it is one for ("the neighbouring market for garden robots")."""
    words, whole = figure_words(), start
    while start < at and tokens[start].lower in words.neighbours:
        start += 1
    if start < at:
        return written(tokens[start:at])
    if at + 2 >= len(tokens) or tokens[at + 1].lower != "for":
        return written(tokens[whole:at])
    end = first = at + 2
    while end < len(tokens) and tokens[end].kind == WORD and tokens[end].lower not in words.clause_breaks:
        if is_verb(tokens[end]) or end - first == _LONGEST:
            break
        end += 1
    return written(tokens[first:end] or tokens[whole:at])


def is_introduced(tokens: list[Token], first: int, content: list[Token]) -> bool:
    """Whether a phrase before "market", of these words from `first` on, reads as a name: it has an article or a
    capital, or stands right behind an amount."""
    named = not content or content[0].text[:1].isupper()
    if named or tokens[first].lower in figure_words().market_adjectives:
        return True
    before = tokens[first - 1].lower if first else ""
    return before in _ARTICLES or before in lexicon().scales
