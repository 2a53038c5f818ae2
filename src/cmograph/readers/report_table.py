"""A table about the report whose columns were lost: its labels and values, line under line or all in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from cmograph.document import Block, Kind, Span
from cmograph.tables import table

_DIGIT = re.compile(r"\d")
_MEMBERS = re.compile(r"[,;]")
_NAMED = r"[^.:]{1,45} (?=market (?:size|value))"
"""The market's name in front of a label that is a line: "Hay Rake Market Size in 2023"."""

_LINES = frozenset({Kind.PARAGRAPH, Kind.HEADING})
_LONGEST_LABEL, _LONGEST_FIGURE, _LONGEST_VALUE = 60, 60, 500
_FEWEST_LINES, _FEWEST_IN_ONE = 3, 4
_WIDEST_GAP = 4
"""How many lines may lie between a label and the next one that is known."""


@dataclass(frozen=True, slots=True)
class _Labels:
    """The labels of such tables; see data/report_attributes.toml."""

    signs: tuple[str, ...]
    line: re.Pattern[str]
    inside: re.Pattern[str]


class Pair(NamedTuple):
    """A label and its value: their places in the text, and the indexes of the blocks that hold them."""

    label: Span
    value: Span
    first: int
    last: int


@cache
def _labels() -> _Labels:
    raw = table("report_attributes.toml")
    kinds = "|".join(f"(?P<{kind}>{pattern.replace(chr(10), '')})" for kind, pattern in raw["labels"].items())
    return _Labels(
        signs=tuple(raw["signs"]),
        line=re.compile(rf"(?i)(?:{_NAMED})?(?:{kinds})(?=\s?:?$)"),
        inside=re.compile(rf"(?<![\w(-])(?=[A-Z2])(?i:{kinds})(?=:? [\w$€£¥₹(])"),
    )


def report_tables(text: str, blocks: tuple[Block, ...]) -> list[Pair]:
    """The labels with their values that stand in lines of their own or in one line, in order."""
    if sum(sign in text for sign in _labels().signs) < 2:
        return []
    lined = _in_lines(text, blocks)
    inside = (pair for index, block in enumerate(blocks) for pair in _in_one(text, block, index))
    return lined or list(inside)


def _in_lines(text: str, blocks: tuple[Block, ...]) -> list[Pair]:
    """The labels that are a line each, over their values, where there are at least three close together."""
    run: list[Pair] = []
    found: list[Pair] = []
    labels = [_label(text, block) for block in blocks]
    for index, (label, below) in enumerate(pairwise(labels)):
        value = blocks[index + 1]
        if label is None or below is not None or not _is_value(text, label.lastgroup, value):
            continue
        if run and index - run[-1].first > _WIDEST_GAP:
            found += run if len(run) >= _FEWEST_LINES else []
            run = []
        run.append(Pair(Span(*label.span()), Span(value.start, value.end), index, index + 1))
    return found + (run if len(run) >= _FEWEST_LINES else [])


def _label(text: str, block: Block) -> re.Match[str] | None:
    """The label that a line is."""
    if block.kind not in _LINES or block.end - block.start > _LONGEST_LABEL:
        return None
    return _labels().line.match(text, block.start, block.end)


def _is_value(text: str, kind: str | None, block: Block) -> bool:
    """Whether a line is what a label of a kind has for its value: figures and no sentence, or several names."""
    if block.kind not in _LINES:
        return False
    if kind == "figures":
        short = block.end - block.start <= _LONGEST_FIGURE and text[block.end - 1] != "."
        return short and _DIGIT.search(text, block.start, block.end) is not None
    return kind != "lists" or _MEMBERS.search(text, block.start, block.end) is not None


def _in_one(text: str, block: Block, index: int) -> Iterator[Pair]:
    """The labels in one line, each with the text up to the next, where there are at least four. A label right behind
    another is its value: "Growth rate CAGR of 5%"."""
    if block.kind is not Kind.PARAGRAPH:
        return
    found = list(_labels().inside.finditer(text, block.start, block.end))
    labels = found[:1] + [label for above, label in pairwise(found) if text[above.end() : label.start()].strip(": ")]
    if len(labels) < _FEWEST_IN_ONE:
        return
    ends = [*(label.start() for label in labels[1:]), block.end]
    values = [_stripped(text, label.end(), end) for label, end in zip(labels, ends, strict=True)]
    fitting = takewhile(lambda value: value.end - value.start <= _LONGEST_VALUE, values)
    pairs = [Pair(Span(*label.span()), value, index, index) for label, value in zip(labels, fitting, strict=False)]
    yield from pairs if len(pairs) >= _FEWEST_IN_ONE else []


def _stripped(text: str, start: int, end: int) -> Span:
    """A run of characters without the colon before and the spaces around it."""
    while start < end and text[start] in ": ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return Span(start, end)
