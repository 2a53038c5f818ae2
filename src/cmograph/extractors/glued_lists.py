"""Lists run together in one long line that has lost its line breaks: "By TypeManualCordlessBy UseHedgesLawns"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from cmograph.claims.model import RegionGroup, SegmentName
from cmograph.document import Document, Kind, Span
from cmograph.entities.places import is_place
from cmograph.extractors.outline import Outline
from cmograph.extractors.region.region_names import nested, place_name
from cmograph.extractors.segment.dimensions import dimension_of
from cmograph.extractors.segment.segment_names import segment_name
from cmograph.extractors.vocabulary.wordlists import wordlists

_MARK = re.compile(r"(?<=[a-z):])By (?=[A-Z][a-z])")
_JOINT = re.compile(r"(?<=[a-z)])(?=[A-Z][a-z]|[A-Z]{2})")
_CLINGING = re.compile(r"[A-Z]{3}[a-z]{2}")
"""Where a name ends in capitals nothing tells it from the next: "HVACKitchens"."""

_FEWEST_MARKS, _MOST_WORDS, _SHORTEST_NAME, _SHORTEST_LINE, _LONGEST_RUN = 2, 7, 3, 900, 400
_Run = tuple[str, list[Span], bool]
"""What a run is by, its members, and whether another run follows: of the last one no end is known."""


def glued(document: Document) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups of segments in such lines: only what is surely cut right."""
    text = document.text
    for head, parts, ended in _runs(document):
        dimension = dimension_of(head, sure=True) if ended else None
        if dimension and all(_is_name(text[slice(*part)]) for part in parts):
            yield dimension, [SegmentName(segment_name(text, *part)) for part in parts]


def glued_regions(outline: Outline) -> list[tuple[RegionGroup, ...]]:
    """The regions in such lines: "By RegionEuropeLatin AmericaFor more on this report …"."""
    text = outline.document.text
    found = []
    for head, parts, _ in _runs(outline.document):
        if wordlists().geography.search(head):
            names = (place_name(text, *part) for part in parts)
            found.append(nested(takewhile(lambda name: is_place(name.text), names)))
    return found


def _runs(document: Document) -> Iterator[_Run]:
    """What stands behind each "By" that clings to the word before, where a line has several."""
    text = document.text
    for block in document.blocks:
        if block.kind is not Kind.PARAGRAPH or block.end - block.start < _SHORTEST_LINE:
            continue
        if text.count("By ", block.start, block.end) < _FEWEST_MARKS:
            continue
        marks = list(_MARK.finditer(text, block.start, block.end))
        if len(marks) < _FEWEST_MARKS:
            continue
        ends = [*(mark.start() for mark in marks[1:]), min(marks[-1].end() + _LONGEST_RUN, block.end)]
        for mark, end in zip(marks, ends, strict=True):
            head, *parts = _parts(text, mark.end(), end)
            if parts:
                yield text[slice(*head)], parts, mark is not marks[-1]


def _parts(text: str, start: int, end: int) -> list[Span]:
    """What text[start:end] has between the places where a small letter or bracket meets a capital, brackets aside."""
    joints = [
        found.start()
        for found in _JOINT.finditer(text, start + 1, end)
        if text.count("(", start, found.start()) == text.count(")", start, found.start())
    ]
    return [Span(*edges) for edges in zip([start, *joints], [*joints, end], strict=True)]


def _is_name(part: str) -> bool:
    """Whether a part is a whole name, and no sentence."""
    fits = len(part) >= _SHORTEST_NAME and len(part.split()) <= _MOST_WORDS
    return fits and ". " not in part and ":" not in part and _CLINGING.search(part) is None
