"""The market that a line names under a label: "Market: Garden Shears"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from cmograph.document import Document, Kind, Span
from cmograph.extractors.market_name.market_title import is_place, is_telling_name, tidy
from cmograph.mentions.labels import is_bare_label, labelled_at, tells_by

_FIRST_LINES, _MOST_WORDS, _TWICE = 16, 10, 2
_MARKET_BEHIND = re.compile(r"(?i)\s+market$")
_NO_NAME = re.compile(r"[.!?;:%$€£]|\b(?:19|20)\d\d\b")
"""Of a sentence or a figure behind the label."""


def named_under_a_label(document: Document, titled: str) -> str:
    """The market that one of the first lines names so, as the title spells it if that has it; "" where there is none,
    or where `titled`, the name by the title, has all of it, or the rest of the text does not name it."""
    name = _labelled(document)
    if not name or name.lower() in titled.lower():
        return ""
    at = document.title.lower().find(name.lower())
    if at >= 0:
        return document.title[at : at + len(name)]
    return "" if titled and document.text.lower().count(name.lower()) < _TWICE else name


def _labelled(document: Document) -> str:
    """What the first line with such a label names."""
    text = document.text
    for value in _values(document):
        name = tidy(_MARKET_BEHIND.sub("", text[slice(*value)]))
        if _NO_NAME.search(name) or len(name.split()) > _MOST_WORDS or is_place(name):
            continue
        if is_telling_name(name):
            return name
    return ""


def _values(document: Document) -> Iterator[Span]:
    """What stands behind such labels of the first lines, on their own line or the one below."""
    lines = [block for block in document.blocks[: _FIRST_LINES + 1] if block.kind is not Kind.ROW]
    for block, below in zip_longest(lines, lines[1:]):
        told = labelled_at(document.text, block.start, block.end)
        line = document.line(block)
        if told and told.tells == "market":
            yield told.value
        elif below and is_bare_label(line) and tells_by(line[:-1]) == "market":
            yield Span(below.start, below.end)
