"""Where the mention of a market ends: behind its name's "market", or behind the place whose part of it is meant."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.names.directory import place_at, place_names
from cmograph.extractors.figures.scene.mention import Mention
from cmograph.extractors.vocabulary.figure_words import figure_words
from cmograph.mentions.tokens import Token

_INSIDE = frozenset({"in", "across", "within", "inside", "throughout"})


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
