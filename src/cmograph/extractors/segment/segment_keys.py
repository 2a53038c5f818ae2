"""Segments in one bracket behind keys: "(Type: Manual and Cordless; Blade: Steel, Titanium; and End Use: …)", as some
titles have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import SegmentName
from cmograph.document import Document, Kind
from cmograph.extractors.segment.dimensions import dimension_of
from cmograph.extractors.segment.segment_names import line_names

_KEY = re.compile(
    r"(?:[(\[]|;)\s*(?:and\s+|&\s+)?(?:[Bb]y\s+)?(?P<name>[A-Z][\w /&'’-]{1,40}?)\s*:\s*"
    r"(?P<list>(?:[^;:()\[\]]|\([^()]*\)){2,400})(?=[;)\]])"
)
_FEWEST, _MOST_WORDS = 2, 8


def keyed(document: Document) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups of such brackets; two keys or more make one, if any is a common dimension."""
    text = document.text
    for block in document.blocks:
        if block.kind is Kind.ROW or text.find(";", block.start, block.end) < 0:
            continue
        if text.find(":", block.start, block.end) < 0:
            continue
        keys = list(_KEY.finditer(text, block.start, block.end))
        if len(keys) < _FEWEST or all(dimension_of(key["name"], sure=False) is None for key in keys):
            continue
        for key in keys:
            dimension = dimension_of(key["name"], sure=True)
            names = line_names(text, *key.span("list")) if dimension else []
            if dimension and len(names) > 1 and all(len(name.name.text.split()) <= _MOST_WORDS for name in names):
                yield dimension, names
