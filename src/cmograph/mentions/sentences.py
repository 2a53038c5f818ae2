"""Sentences: where one ends is told from punctuation, except after abbreviations such as "Inc." and "U.S."."""

from __future__ import annotations

import re

from cmograph.document import Span
from cmograph.mentions.lexicon import lexicon

_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W_a-z])|[。]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_FIRST_WORD = re.compile(r"[\"“‘'(\[]?(\w+)")


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of text[start:end], in order, without the space between them."""
    found: list[Span] = []
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if text[stop.start()] == "." and _abbreviated(text, begin, stop.start(), stop.end()):
            continue
        found.append(Span(begin, begin + len(text[begin : stop.end()].rstrip())))
        begin = stop.end()
    if begin < end:
        found.append(Span(begin, end))
    return found


def _abbreviated(text: str, begin: int, dot: int, after: int) -> bool:
    """Whether the full stop at `dot` belongs to an abbreviation and the sentence goes on."""
    word = text[max(begin, text.rfind(" ", begin, dot) + 1) : dot].lower().strip('.("“')
    if not word:
        return False
    words = lexicon()
    if word not in words.abbreviations and not (len(word) == 1 and word.isalpha()) and not _DOTTED.fullmatch(word):
        return False
    first = _FIRST_WORD.match(text, after)
    return first is None or first[1].lower() not in words.sentence_starters
