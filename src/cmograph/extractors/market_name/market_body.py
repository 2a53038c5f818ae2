"""The market that a page's text names first, for a page whose title names none."""

from __future__ import annotations

import re

from cmograph.document import Document, Kind
from cmograph.extractors.market_name.market_title import is_place, named_in, plausible, tidy
from cmograph.extractors.vocabulary.title_words import title_words

FIRST_LINES = 12
_WORD = r"[\w.&/+’'()-]+"
IN_SENTENCE = re.compile(rf"\b(?:the|The|THE)(?:\s+|(?=global\s))((?:(?!Market\s){_WORD},?\s+){{1,8}}?)(?:[Mm]arket)\b")
_WORLDWIDE = re.compile(rf"\b(?:[Gg]lobal|[Ww]orldwide)\s+((?:{_WORD}\s+){{1,7}}?)[Mm]arkets?\b")
_FOR = re.compile(
    rf"\b(?:the|The|[Gg]lobal|[Ww]orldwide)\s+market\s+for\s+(?:the\s+)?({_WORD}(?:\s+{_WORD}){{0,7}}?),?\s+"
    r"(?:is|was|are|has|will|in|to|from|should|by|expected|estimated|valued|reached|stood|grew|continues|amounted)\b"
)
_AT_THE_HEAD = re.compile(
    rf"((?:{_WORD}\s+){{1,7}}?)[Mm]arket\s+"
    r"(?:(?:[Ss]ize|[Rr]eport|[Vv]alue)\b|was valued|is (?:expected|projected|estimated|forecast|valued))"
)
_HEADED = re.compile(
    rf"(?:The\s+)?(?:[Gg]lobal|[Ww]orldwide|World)\s+[Mm]arkets?\s+for\s+({_WORD}(?:\s+{_WORD}){{0,7}}?)(?=,|:|\n|\Z)"
)
_SIZED = re.compile(
    rf"\b(?:[Tt]he|[A-Z][a-z]+[’']s)\s+((?:{_WORD}\s+){{1,8}}?)(?:[Mm]arket(?:\s+[Ss]ize)?|sector|industry)\s+(?:"
    r"(?:is|was)\s+(?:valued|worth|(?:expected|projected|estimated|anticipated|forecast)\s+(?:at|to))\b"
    r"|(?:turned\s+over|took\s+in|generated|brought\s+in|came\s+to|stood\s+at)\s[^.\n]{0,40}?[$€£]\s?\d)"
)
_OF_MONEY = re.compile(r"\d\s?(?:[mb]illion|trillion|[mb]n)\b")
"""Of what "market" follows and is its size: "the $4 billion market"."""

_RULES = (_FOR, _WORLDWIDE, IN_SENTENCE)


def first_named(document: Document) -> str:
    """The first market that the text's first lines name; "" where they name none."""
    body = document.text
    for block in document.blocks[:FIRST_LINES]:
        if not re.search(r"(?i)market", body[block.start : block.end]):
            continue
        headed = named_in(document.line(block))[0] if block.kind is Kind.HEADING else ""
        if headed and _is_name(headed):
            return headed
        found = [match for rule in _RULES for match in rule.finditer(body, block.start, block.end)]
        head = _AT_THE_HEAD.match(body, block.start, block.end) or _HEADED.match(body, block.start, block.end)
        for match in sorted((*found, *([head] if head else [])), key=lambda match: match.end(1)):
            name = tidy(match[1])
            if _is_name(name) and not title_words().no_market_behind.match(body, match.end()):
                return name
    return ""


def first_sized(document: Document) -> str:
    """The first market anywhere in the text that a sentence gives the size of: "The shears market is valued at …"; ""
    where there is none."""
    names = (tidy(found[1]) for found in _SIZED.finditer(document.text))
    return next((name for name in names if _is_name(name)), "")


def _is_name(name: str) -> bool:
    lead = name.lower().split()
    lead = lead[1:] if lead[:1] == ["recorded"] else lead  # as an adjective, "recorded music"
    return (
        plausible(name)
        and not title_words().vague_market.fullmatch(name)
        and title_words().not_in_names.isdisjoint(lead)
        and not is_place(name)
        and not _OF_MONEY.search(name)
    )
