"""Lines that tell something under a label: "Companies: Acme, Brix", "Shares: Europe 29%"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from cmograph.document import Span
from cmograph.tables import table

_LONGEST_LABEL = 60
_LINE = re.compile(rf"^([^\W\d_][^:\n]{{0,{_LONGEST_LABEL - 1}}}):(?: +(?=\S)|$)", re.MULTILINE)


class Labelled(NamedTuple):
    """What a line tells by its label: a key of data/labels.toml, the label, and what stands behind its colon."""

    tells: str
    label: Span
    value: Span


def labelled_at(text: str, start: int, end: int) -> Labelled | None:
    """What the line text[start:end] tells by its label; None where it has none that is known, or nothing behind it."""
    colon = text.find(":", start, min(end, start + _LONGEST_LABEL))
    if colon < 0 or not text[start].isalpha():
        return None
    behind = colon + 1
    while behind < end and text[behind] == " ":
        behind += 1
    tells = tells_by(text[start:colon]) if behind < end and behind > colon + 1 else ""
    return Labelled(tells, Span(start, colon), Span(behind, end)) if tells else None


@lru_cache(maxsize=8)
def labels_of(text: str) -> dict[int, Labelled]:
    """What the lines of a document's text tell by their labels, by where they begin; a label alone has an empty value.

    Extractor after extractor asks for the same text's, so they are kept for some texts.
    """
    found: dict[int, Labelled] = {}
    for line in _LINE.finditer(text):
        if tells := tells_by(line[1]):
            end = text.find("\n", line.end())
            value = Span(line.end(), len(text) if end < 0 else end)
            found[line.start()] = Labelled(tells, Span(*line.span(1)), value)
    return found


def is_bare_label(line: str) -> bool:
    """Whether a line is a label and nothing else: what it tells stands below ("Companies:")."""
    return line.endswith(":") and bool(tells_by(line[:-1]))


def tells_by(label: str) -> str:
    """What a label tells: a key of data/labels.toml; "" where it is none."""
    found = _labels().fullmatch(label.strip())
    return (found.lastgroup or "") if found else ""


@cache
def _labels() -> re.Pattern[str]:
    """All labels, each kind a group with its name."""
    kinds = "|".join(f"(?P<{tells}>{said.replace(chr(10), '')})" for tells, said in table("labels.toml").items())
    return re.compile(f"(?i){kinds}")
