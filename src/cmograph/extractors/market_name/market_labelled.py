"""The market that a line names under a label: "Market: Garden Shears"."""

from __future__ import annotations

import re

from cmograph.document import Document
from cmograph.extractors.labelled import told_by_label
from cmograph.extractors.market_name.market_title import is_place, is_telling_name, tidy

_FIRST_LINES, _MOST_WORDS, _TWICE = 16, 10, 2
_MARKET_BEHIND = re.compile(r"(?i)\s+market$")
_NO_NAME = re.compile(r"[.!?;:%$€£]|\b(?:19|20)\d\d\b")
"""Of a sentence or a figure behind the label."""


def named_under_a_label(document: Document, titled: str) -> str:
    """The market that one of the first lines names so, as the title spells it if that has it; "" where there is none,
    or where `titled`, the name by the title or the text, has all of it, or the rest of the text does not name it."""
    name = _labelled(document)
    if not name or name.lower() in titled.lower():
        return ""
    spelled = re.search(re.escape(name), document.title, re.IGNORECASE)
    if spelled:
        return spelled[0]
    return "" if titled and document.text.lower().count(name.lower()) < _TWICE else name


def _labelled(document: Document) -> str:
    """What the first line with such a label names."""
    text = document.text
    for index in range(min(_FIRST_LINES, len(document.blocks))):
        told = told_by_label(document, index)
        if told is None or told.tells != "market":
            continue
        name = tidy(_MARKET_BEHIND.sub("", text[slice(*told.value)]))
        if _NO_NAME.search(name) or len(name.split()) > _MOST_WORDS or is_place(name):
            continue
        if is_telling_name(name):
            return name
    return ""
