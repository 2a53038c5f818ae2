"""Segments in lines: in brackets behind their dimension, in marked runs, behind labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cmograph.claims.model import SegmentName
from cmograph.document import Block, Document, Kind, Span
from cmograph.entities.places import is_place
from cmograph.extractors.outline import Outline
from cmograph.extractors.segment.dimensions import dimension_of, kinds_of_dimension
from cmograph.extractors.segment.segment_names import is_sentence, line_names, segment_name
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.extractors.vocabulary.wordlists import speaks_of_geography
from cmograph.mentions.labels import labels_of

_BRACKETED = re.compile(
    # what may stand before the dimension
    r"(?:\b[Bb]y\s+|[,;&·•]\s*|[:|]\s+|\band\s+|\b[Bb]ased on\s+(?:the\s+)?|^\s*"
    r"|\b(?:like|into|on|covers?|are|basis of)\s+)(?:[Bb]y\s+)?"
    r"(?P<name>[A-Za-z][\w /&'’-]{1,40}?)\s*[(\[]"
)
_SPEAKS_OF_SEGMENTS = re.compile(r"by(?<!\w..)(?!\w)|segment|categori|based on|types")
_SPOKEN = re.compile(r"(?i)(?:\W*\s*)?(?:by|based on|basis of)\b")
_SPOKEN_WITHIN = re.compile(r"(?i)\s(?:by|basis of)\s+(?:\w+\s?){1,3}$")
_LEAD = re.compile(r"(?i)^.*\b(?:by|on|types like|like|covers?|are|basis of)\s+")
_A_FIGURE = re.compile(r"(?i)growth|exhibit|rate$")
_BRACKET = re.compile(r"[()\[\]]")
_OPENING = re.compile(r"[(\[]")
_BEHIND_BY = r"\s+(?P<name>[A-Za-z][\w &/'’-]{1,36}?)(?:\s*[;:]\s*|\s(?P<dash>[-–—])\s)"
_MARKED = re.compile("By" + _BEHIND_BY)
_BROKEN_DOWN = re.compile("by" + _BEHIND_BY)
_DASH = re.compile(r"\s-\s")
_NEW_SENTENCE = re.compile(r"[a-z]{3,}\. [A-Z]")
_MEASURE = re.compile(
    r"(?i)(?:usd|us\$|eur|inr|\$|€|£)\s?(?:bn|mn|(?:m|b|tr)illions?|crores?)?$|20\d\d(?:\s?[-–—]\s?20\d\d)?$"
)
_LONGEST_RUN, _FURTHEST, _FEWEST_DASHED = 400, 600, 2
_LONGEST_SPOKEN = 80
"""Of a dimension with the words before it."""
_RUN_IN = re.compile(
    r"By (?P<name>[A-Za-z][\w &/'’-]{2,36}?)[.:] (?P<list>[A-Z][^.:\n]{4,200}(?:,| and )[^.:\n]{2,100})\. "
)
_LONGEST_LABEL, _MOST_SPACES, _FEW_SPACES, _FEWEST_LABELLED = 40, 6, 4, 2
_FEWEST_LABELS = 3
"""So many lines have a label in an article of such lines."""
_RUNNING_TEXT, _FEWEST_IN_HEADLINE = 120, 3
"""A paragraph of more characters is no list; a heading over one must have so many members to be one."""


def all_places(names: list[SegmentName]) -> bool:
    """Whether segments are nothing but places (and "Others")."""
    return all(is_place(name.name.text) or name.name.text.lower() == "others" for name in names)


def _is_measure(name: SegmentName) -> bool:
    """Whether a name is a unit or a year: "by Type (USD Million, 2021-2029)"."""
    return _MEASURE.match(name.name.text) is not None


def marked(document: Document) -> Iterator[tuple[str, list[SegmentName]]]:
    """Runs marked "By Form; Liquids and Solids By Drug Type; …", at least two after another, and paragraphs "By Type:
    A, B, C"."""
    text = document.text
    marks = _marks(text)
    if sum(mark["dash"] is not None for mark in marks) < _FEWEST_DASHED:
        marks = [mark for mark in marks if not mark["dash"]]
    headlines = _headlines(document) if marks else frozenset()
    for position, mark in enumerate(marks):
        following = marks[position + 1].start() if position + 1 < len(marks) else len(text)
        start, end = mark.end(), _run_end(text, mark.end(), following)
        dimension = dimension_of(mark["name"], sure=True)
        if dimension and 3 < end - start < _LONGEST_RUN and not _NEW_SENTENCE.search(text[start:end]):
            names = _dashed(text, start, following) if mark["dash"] else line_names(text, start, end)
            fewest = _FEWEST_IN_HEADLINE if mark.start() in headlines else 2
            if len(names) >= fewest and all(len(name.name.text.split()) <= 9 for name in names):
                yield dimension, names


def _marks(text: str) -> list[re.Match[str]]:
    """Where "By Form:" and "… breakdown by form:" stand."""
    marks = list(_MARKED.finditer(text))
    ends = [end for _, end in signs_of(text).of("broken_down_by")]
    small = [mark for end in ends if (mark := _BROKEN_DOWN.match(text, end - len("by")))]
    return sorted([*marks, *small], key=re.Match.start) if small else marks


def _headlines(document: Document) -> frozenset[int]:
    """Where headings over running text begin: two clauses behind their colon are no list ("By Type: Cordless Shears
    Lead, Manual Ones Follow")."""
    return frozenset(
        block.start
        for block, below in pairwise(document.blocks)
        if block.kind is Kind.HEADING and below.kind is Kind.PARAGRAPH and below.end - below.start > _RUNNING_TEXT
    )


def labelled(document: Document) -> Iterator[tuple[str, list[SegmentName]]]:
    """Paragraphs "Type: A, B" and "End User: C, D" after another, one of two neighbours a known dimension or a list of
    regions, or such a line among several that have labels; and "By type. A, B and C." whatever follows."""
    text = document.text
    found: dict[int, _Labelled] = {}
    labels = labels_of(text)
    for index, block in enumerate(document.blocks):
        line = None
        if text[block.end - 1] == ":" and block.start in labels:
            line = _below(text, block, document.blocks[index + 1 : index + 2])
        elif block.kind is Kind.PARAGRAPH:
            by = _RUN_IN.match(text, block.start, block.end)
            if by is not None:
                yield from _run_in(text, by)
            line = _behind_a_colon(text, block)
        if line is not None:
            found[index] = line
    for index, line in found.items():
        beside = [found[near] for near in (index - 1, index + 1) if near in found]
        among = line.sure and len(labels) >= _FEWEST_LABELS
        if line.dimension and (among or any(line.sure or other.sure for other in beside)):
            yield line.dimension, line.names


def _behind_a_colon(text: str, block: Block) -> _Labelled | None:
    """What a short paragraph says behind its label."""
    if block.end - block.start > _LONGEST_RUN:
        return None
    colon = text.find(":", block.start, min(block.end, block.start + _LONGEST_LABEL))
    return None if colon < 0 else _label(text, Span(block.start, colon), block.end)


def _below(text: str, block: Block, below: tuple[Block, ...]) -> _Labelled | None:
    """What the paragraph below a line says that is a label and nothing else."""
    if not below or below[0].kind is not Kind.PARAGRAPH or below[0].end - block.end > _LONGEST_RUN:
        return None
    return _label(text, Span(block.start, block.end - 1), below[0].end)


class _Labelled(NamedTuple):
    """The dimension (none of regions) and names of a line with a label, and whether that surely is a dimension."""

    dimension: str
    names: list[SegmentName]
    sure: bool


def _label(text: str, label: Span, end: int) -> _Labelled | None:
    """What a line says whose label may be that of a dimension, and that has a list behind it."""
    head = _SPOKEN.sub("", text[slice(*label)]).lstrip()
    known = dimension_of(head, sure=False)
    kind = known or (dimension_of(head, sure=True) if head.lower().endswith(kinds_of_dimension()) else None)
    regions = kind is None and speaks_of_geography(head)
    names = line_names(text, label.end + 1, end) if kind or regions else []
    if len(names) < _FEWEST_LABELLED or any(name.name.text.count(" ") >= _MOST_SPACES for name in names):
        return None
    if regions:
        return _Labelled("", names, sure=True) if all_places(names) else None
    return _Labelled(kind or "", names, sure=known is not None)


def _run_in(text: str, by: re.Match[str]) -> Iterator[tuple[str, list[SegmentName]]]:
    """The list that is all of the first sentence behind "By type." or "By type:"."""
    dimension = dimension_of(by["name"], sure=True)
    names = line_names(text, *by.span("list")) if dimension and not is_sentence(by["list"]) else []
    if dimension and len(names) > 1 and all(name.name.text.count(" ") < _FEW_SPACES for name in names):
        yield dimension, names


def _run_end(text: str, start: int, following: int) -> int:
    """Where a marked run ends: with its line, at the next mark where that is near, or at a dash."""
    end = text.find("\n", start)
    if end == start:
        end = text.find("\n", start + 1)
    end = len(text) if end < 0 else end
    if following - start < _LONGEST_RUN:
        end = min(end, following)
    run = text[start:end]
    comma, semicolon = run.find(","), run.find(";")
    if 0 <= comma < semicolon:
        run = run[:semicolon]
    dash = _DASH.search(run)
    run = run[: dash.start()] if dash else run
    return start + len(run.rstrip(" •·▪●"))


def _dashed(text: str, start: int, following: int) -> list[SegmentName]:
    """The members of a run with a dash before each: "By Form - Liquids - Solids By …"."""
    end = text.find("\n", start)
    end = min(following, len(text) if end < 0 else end)
    names, begin = [], start
    for dash in [*_DASH.finditer(text, start, end), None]:
        names.append(SegmentName(segment_name(text, begin, dash.start() if dash else end)))
        begin = dash.end() if dash else end
    return names


def bracketed(outline: Outline) -> Iterator[tuple[str, list[SegmentName]]]:
    """ "by Type (A, B), Process (C, D) and Model (E)": in titles, headings and sentences that speak of segments."""
    document = outline.document
    for index, block in enumerate(document.blocks):
        line = document.line(block)
        if ("(" in line or "[" in line) and index not in outline.contents and _SPEAKS_OF_SEGMENTS.search(line.lower()):
            yield from _brackets_of(document, block, line)


def _brackets_of(document: Document, block: Block, line: str) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups in one line; behind the first one any word before a bracket is a dimension."""
    chain, done, behind = False, 0, 0
    for opened in _OPENING.finditer(line):
        match = _BRACKETED.search(line, max(behind, opened.start() - _LONGEST_SPOKEN), opened.end())
        behind = opened.end()
        close = _closing(line, opened.start()) if match else -1
        if match is None or close < 0 or match.start() > _FURTHEST or match.start() < done:
            continue
        done = close
        name = _LEAD.sub("", match["name"])
        if _A_FIGURE.search(name):
            continue
        spoken = _SPOKEN.match(match[0]) or _SPOKEN_WITHIN.search(match["name"])
        dimension = dimension_of(name, sure=chain or spoken is not None)
        if dimension is None:
            continue
        names = line_names(document.text, block.start + match.end(), block.start + close)
        # one name in brackets is an abbreviation ("Expanded Polystyrene (EPS)") unless the dimension is a known one
        single = chain and dimension_of(name, sure=False) is not None
        if (len(names) > 1 or single) and not all_places(names) and not any(map(_is_measure, names)):
            chain = True
            yield dimension, names


def _closing(line: str, opened: int) -> int:
    """Where the bracket opened at `opened` closes, or -1."""
    depth = 0
    for found in _BRACKET.finditer(line, opened):
        depth += 1 if found[0] in "([" else -1
        if depth == 0:
            return found.start()
    return -1
