"""Segments in a sentence: those that the page lists, and those that only the word "segment" tells."""

from __future__ import annotations

from cmograph.claims.model import Subject, SubjectKind
from cmograph.extractors.figures.names.directory import Directory
from cmograph.extractors.figures.scene.mention import Mention
from cmograph.extractors.figures.scene.noun_phrase import is_apostrophe
from cmograph.extractors.vocabulary.figure_words import figure_words, is_adjective
from cmograph.mentions.tokens import CURRENCY, DASHES, NUMBER, WORD, Token, written

_LONGEST_TAIL = 3
CALLED_SEGMENT = frozenset({"segment", "sub-segment", "subsegment", "category"})
"""Behind "the" each of these stands for one part of the market."""

_SAID_OF_SEGMENTS = frozenset({"segment", "segments", "category"})
_SINGLE = frozenset({"segment", "category", "sub-segment", "subsegment", "channel"})
_BANDS = frozenset({"band", "bracket", "range", "slab"})
"""These belong to a segment's name, which has a number: "the $50-100 bracket"."""

_ENDS_A_SEGMENT = _SAID_OF_SEGMENTS | _BANDS | {"sub-segment", "subsegment", "application", "channel"}
_MILLIONS = frozenset({"million", "billion", "trillion", "mn", "bn"})
_LIMITS = frozenset({"above", "below", "over", "under"})
_OWNED = frozenset({"its", "their", "’s", "s", "whose"})
_CHANNELS = frozenset({"distribution", "sales", "marketing"})
_BEFORE_A_DIMENSION = (["based", "on"], ["terms", "of"], ["basis", "of"])


def listed_segment(tokens: list[Token], at: int, directory: Directory, before: list[Mention]) -> Mention | None:
    """A segment of the page's lists at `at`; up to three more words before "segment" belong to its name."""
    match = directory.segments.at(tokens, at)
    if match is None or _of_a_company(at, before):
        return None
    last = match[0]
    while (
        last < len(tokens)
        and last - match[0] < _LONGEST_TAIL
        and _in_phrase(tokens, last)
        and tokens[last].lower not in figure_words().segment_words
    ):
        last += 1
    if last > match[0] and last < len(tokens) and tokens[last].lower in _SAID_OF_SEGMENTS:
        return Mention(Subject(SubjectKind.SEGMENT, written(tokens[at:last])), at, last + 1)
    narrower = _narrower(tokens, at, match[0], before)
    return narrower or Mention(match[1], at, match[0])


def _narrower(tokens: list[Token], at: int, last: int, before: list[Mention]) -> Mention | None:
    """ "Plant-based fibres" where the page lists fibres: a narrower segment."""
    first = at - 1
    if first < (before[-1].last if before else 0):
        return None
    _, dash, ending = tokens[first].lower.rpartition("-")
    if not dash or ending not in figure_words().narrowing:
        return None
    return Mention(Subject(SubjectKind.SEGMENT, written(tokens[first:last])), first, last)


def _is_owned(tokens: list[Token], first: int) -> bool:
    """Whether a phrase is what somebody named before has: "whose Garden segment", "its Home and Garden segment"."""
    while first > 1 and tokens[first - 1].lower == "and":
        first -= 2
    return first > 0 and tokens[first - 1].lower in _OWNED


def unlisted_segment(tokens: list[Token], at: int, before: list[Mention]) -> Mention | None:
    """ "the captive API segment", "the captive API market segment": the words before "segment", up to an article, a
    verb or a comma."""
    if tokens[at].lower not in _ENDS_A_SEGMENT:
        return None
    wider = _around_the_market(tokens, at, before)
    if wider is not None:
        return wider
    floor = before[-1].last if before else 0
    first = at
    while first > floor and _in_phrase(tokens, first - 1):
        first -= 1
    first = _past_and(tokens, first, floor) if tokens[at].lower in _SINGLE else first
    first = _of_numbers(tokens, first, at, floor)
    if first == at or _only_a_dimension(tokens, first) or _goes_on(first, before) or _of_a_company(first, before):
        return None
    while first < at and tokens[first].lower in figure_words().segment_adjectives:
        first += 1
    if tokens[at].lower in _BANDS:
        return _band(tokens, first, at)
    last = at - (tokens[at - 1].lower in figure_words().market_words)
    if first >= last or tokens[first].lower == "s" or _is_owned(tokens, first):
        return None
    return Mention(Subject(SubjectKind.SEGMENT, written(tokens[first:last])), first, at + 1)


def _of_numbers(tokens: list[Token], first: int, at: int, floor: int) -> int:
    """Where a phrase with a sum at its head begins: behind the sum where that is in millions, "the $5 million LED
    segment", else with its limit, "the under-$50 category"."""
    first += tokens[first].lower in DASHES
    if tokens[first].kind not in (NUMBER, CURRENCY):
        return first
    for here in range(at - 1, first, -1):
        if tokens[here].lower in _MILLIONS:
            return here + 1
    limit = first - 1 - (tokens[first - 1].lower in DASHES)
    return limit if limit > floor and tokens[limit].lower in _LIMITS and tokens[limit - 1].lower == "the" else first


def _band(tokens: list[Token], first: int, at: int) -> Mention | None:
    """A band of prices or sizes: there is a number in its name."""
    if all(token.kind != NUMBER for token in tokens[first:at]):
        return None
    return Mention(Subject(SubjectKind.SEGMENT, written(tokens[first : at + 1])), first, at + 1)


def _past_and(tokens: list[Token], first: int, floor: int) -> int:
    """ "the hospitals and clinics segment": where an article stands before all of it, one segment has both names."""
    if first - floor < 3 or tokens[first - 1].lower != "and":
        return first
    start = first - 1
    while start > floor and first - start <= _LONGEST_TAIL and _in_phrase(tokens, start - 1):
        start -= 1
    article = start > floor and tokens[start - 1].lower in {"the", "a", "an"}
    return start if article and start < first - 1 else first


def _around_the_market(tokens: list[Token], at: int, before: list[Mention]) -> Mention | None:
    """ "the Captive CDMO segment", "the Plug-in Electric Vehicle (PEV) segment": the market's name is the end of the
    segment's. Takes the market away from `before`."""
    last = _before_brackets(tokens, at)
    if not before or before[-1].last != last or before[-1].subject.kind is not SubjectKind.MARKET:
        return None
    if tokens[last - 1].lower in figure_words().market_words:
        return None
    floor = before[-2].last if len(before) > 1 else 0
    first = name = before[-1].first
    while first > floor and _in_phrase(tokens, first - 1):
        first -= 1
    while first < name and is_adjective(tokens[first].lower):
        first += 1
    if first == name or tokens[first].kind != WORD or _goes_on(first, before[:-1]):
        return None
    before.pop()
    return Mention(Subject(SubjectKind.SEGMENT, written(tokens[first:at])), first, at + 1)


def _before_brackets(tokens: list[Token], at: int) -> int:
    """Where brackets that hold one word right before `at` begin; `at` where there are none."""
    return at - 3 if at > 3 and tokens[at - 1].lower == ")" and tokens[at - 3].lower == "(" else at


def _goes_on(first: int, before: list[Mention]) -> bool:
    """Whether the phrase goes right on from a company or a possessive."""
    owner = before[-1] if before else None
    return owner is not None and owner.last == first and (owner.subject.kind is SubjectKind.COMPANY or owner.possessive)


def _of_a_company(at: int, before: list[Mention]) -> bool:
    """Whether a segment at `at` is a company's own: "Danaher's dental segment"."""
    owner = before[-1] if before else None
    return owner is not None and owner.possessive and owner.subject.kind is SubjectKind.COMPANY and at - owner.last <= 2


def _only_a_dimension(tokens: list[Token], first: int) -> bool:
    """ "Based on distribution channel, …": the phrase names a dimension, not a segment."""
    if tokens[first].lower in _CHANNELS and tokens[first + 1].lower.startswith("channel"):
        return True
    words = [token.lower for token in tokens[max(0, first - 3) : first]]
    return words[-1:] == ["by"] or words[-2:] in _BEFORE_A_DIMENSION


def _in_phrase(tokens: list[Token], at: int) -> bool:
    """Whether a noun phrase goes on through a token."""
    token = tokens[at]
    if token.kind == CURRENCY:
        return tokens[at + 1].kind == NUMBER
    if token.kind != WORD:
        numbered = token.kind == NUMBER or (token.lower in DASHES and tokens[at + 1].kind == NUMBER)
        return numbered or token.lower in {"&", "-", "/"} or is_apostrophe(tokens, at)
    return token.lower not in figure_words().phrase_stops
