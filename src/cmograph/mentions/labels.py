"""Lines that tell something under a label: "Companies: Acme, Brix", "Shares: Europe 29%"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cmograph.document import Span
from cmograph.tables import table

_LONGEST_LABEL = 60


class Labelled(NamedTuple):
    """What a line tells by its label: a key of data/labels.toml, the label, and what stands behind its colon."""

    tells: str
    label: Span
    value: Span


def labelled_at(text: str, start: int, end: int) -> Labelled | None:
    """What the line text[start:end] tells by its label; None where it has none that is known, or nothing behind it."""
    colon = text.find(":", start, min(end, start + _LONGEST_LABEL))
    told = _told(text, Span(start, colon), end) if colon >= 0 else None
    return None if told is None or is_alone(told) else told


@lru_cache(maxsize=8)
def labels_of(text: str) -> dict[int, Labelled]:
    """What the lines of a document's text tell by their labels, by where they begin; a label alone has an empty value.

    Extractor after extractor asks for the same text's, so they are kept for some texts.
    """
    found: dict[int, Labelled] = {}
    line = -1
    colon = text.find(":")
    while colon >= 0:
        floor = max(0, colon - _LONGEST_LABEL - 1)
        start = text.rfind("\n", floor, colon) + 1
        if start != line and floor <= start < colon:
            end = text.find("\n", colon)
            if told := _told(text, Span(start, colon), len(text) if end < 0 else end):
                found[start] = told
        line = start
        colon = text.find(":", colon + 1)
    return found


def _told(text: str, label: Span, end: int) -> Labelled | None:
    """What a line that ends at `end` tells by what stands before its first colon; a label alone has an empty value."""
    if not text[label.start].isalpha():
        return None
    behind = label.end + 1
    while behind < end and text[behind] == " ":
        behind += 1
    alone_or_apart = behind == end or behind > label.end + 1
    tells = tells_by(text[label.start : label.end]) if alone_or_apart else ""
    return Labelled(tells, label, Span(behind, end)) if tells else None


def is_alone(labelled: Labelled) -> bool:
    """Whether nothing stands behind a label."""
    return labelled.value.start == labelled.value.end


def is_bare_label(line: str) -> bool:
    """Whether a line is a label and nothing else: what it tells stands below ("Companies:")."""
    return line.endswith(":") and bool(tells_by(line[:-1]))


@lru_cache(maxsize=4096)
def tells_by(label: str) -> str:
    """What a label tells: a key of data/labels.toml; "" where it is none."""
    found = _labels().fullmatch(label.strip())
    return (found.lastgroup or "") if found else ""


@cache
def _labels() -> re.Pattern[str]:
    """All labels, each kind a group with its name."""
    kinds = "|".join(f"(?P<{tells}>{said.replace(chr(10), '')})" for tells, said in table("labels.toml").items())
    return re.compile(f"(?i){kinds}")
