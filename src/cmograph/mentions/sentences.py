"""Sentences: where one ends is told from punctuation, except after abbreviations such as "Inc." and "U.S."."""

from __future__ import annotations

import re
from functools import lru_cache

from cmograph.document import Span
from cmograph.mentions.lexicon import lexicon

_STOP = re.compile(
    r"[.!?。](?:(?<=。)|[\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W_a-z])"
    r"|(?<=[a-z]{4}\.|\d{4}\.)(?=(?!Com|Org|Net|Js)[A-Z][a-z]+ [a-z])"  # "in 2033.The market": the space was lost
    r"|(?:(?<=[a-z]{4}\.)|(?<=[%)\]]\.)|(?<=[a-z]{2} [12]\d{3}\.)|(?<=\d{4}[-–]\d{4}\.)|(?<=\d[MBK]\.))"
    r"(\d{1,3}(?:[,–-]\s?\d{1,3})*)(?:\s+(?!(?:[MBTmbt]illion|Crore|Lakh|[MB]n)\b)(?=[A-Z]|[12]\d{3}\s[A-Z])|\s*\Z))"
)
"""The end of a sentence; its group is the number of a footnote glued to the full stop, "by 2030.4 It grows", which
belongs to no sentence."""

_DATELINE = re.compile(
    r"[A-Z][^\n]{2,70}?\b(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?,?)? 20\d\d\b"
    r"[^\n]{0,50}?(?:--|–|—|-)\s+(?=[A-Z])"
)
_DASHES = (" -", " –", " —")
_LONGEST_DATELINE = 150
_LONGEST = 5_000
"""Characters of a sentence: what is longer is text without full stops, whose end says nothing of its beginning."""
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_FIRST_WORD = re.compile(r"[\"“‘'(\[]?(\w+)")


@lru_cache(maxsize=512)
def sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of text[start:end], in order, without the space and the numbers of footnotes between them.

    Several extractors ask for those of the same paragraph, one after the other, so they are kept for some pages.
    """
    found: list[Span] = []
    begin = start = _past_dateline(text, start, end)
    for stop in _STOP.finditer(text, start, end):
        if text[stop.start()] == "." and _abbreviated(text, begin, stop.start(), stop.end()):
            continue
        last = stop.start(1) if stop.lastindex else stop.end()
        found += _of_bearable_length(text, begin, begin + len(text[begin:last].rstrip()))
        begin = stop.end()
    if begin < end:
        found += _of_bearable_length(text, begin, end)
    return tuple(found)


def _of_bearable_length(text: str, begin: int, end: int) -> list[Span]:
    """A sentence; where it is too long to be one, its parts, cut at a space where there is one."""
    parts = []
    while end - begin > _LONGEST:
        space = text.rfind(" ", begin + 1, begin + _LONGEST)
        cut = space if space > 0 else begin + _LONGEST
        parts.append(Span(begin, cut))
        begin = cut + (space > 0)
    return [*parts, Span(begin, end)]


def _past_dateline(text: str, start: int, end: int) -> int:
    """Where a line begins behind its dateline: "LONDON, UK, September 20, 2024 /Newswire/ -- The market …"."""
    stop = min(end, start + _LONGEST_DATELINE)
    for dash in _DASHES:
        if text.find(dash, start, stop) >= 0:
            found = _DATELINE.match(text, start, end)
            return found.end() if found else start
    return start


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
