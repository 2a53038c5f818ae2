"""The shortest run of text that holds a number and the words that it depends on: 20 to 250 characters, whole words."""

from __future__ import annotations

from cmograph.claims.model import Subject
from cmograph.document import Span
from cmograph.extractors.figures.scene.mention import Group
from cmograph.mentions.tokens import Token

SHORTEST, LONGEST = 20, 250


def quote_of(
    text: str, sentence: Span, tokens: list[Token], number: Span, groups: list[Group], subjects: list[Subject]
) -> Span:
    """From the subject's name to the end of the number's clause, where that is short enough; else as much around the
    number as fits."""
    start, end = number
    named = [[member for member in group.members if member.subject in subjects] for group in groups]
    before = [
        tokens[members[0].first].start for members in named if members and tokens[members[0].first].start <= start
    ]
    after = [tokens[members[-1].last - 1].end for members in named if members and tokens[members[0].first].start >= end]
    if before and end - before[-1] <= LONGEST:
        start = before[-1]
    elif not before and after and after[0] - start <= LONGEST:
        end = after[0]
    end = _clause_end(tokens, end, sentence, start)
    return _widened(text, sentence, start, end)


def _clause_end(tokens: list[Token], end: int, sentence: Span, start: int) -> int:
    """The end of the clause that holds the number: up to the next comma, semicolon or bracket that closes it."""
    stop = end
    for token in tokens:
        if token.start < end:
            continue
        if token.lower in {",", ";", ".", ":"} or token.end - start > LONGEST:
            break
        stop = token.end
    return min(stop, sentence.end)


def _widened(text: str, sentence: Span, start: int, end: int) -> Span:
    """Widens a short quote by whole words, to the left first, then beyond the sentence where it must."""
    low, high = sentence
    while end - start < SHORTEST:
        if start > low:
            start = max(low, text.rfind(" ", low, start - 1) + 1) if text.rfind(" ", low, start - 1) >= 0 else low
        elif end < high:
            at = text.find(" ", end + 1, high)
            end = at if at > 0 else high
        elif low > 0 or high < len(text):
            low, high = max(0, low - SHORTEST), min(len(text), high + SHORTEST)
        else:
            break
    return Span(start, end)
