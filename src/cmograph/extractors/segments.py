"""The market's segments, by dimension: from lists under a heading such as "By Type", from "Type (A, B)" in titles and
sentences, from tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cmograph.claims.model import Facts, SegmentGroup, SegmentName
from cmograph.extractors.outline import Outline
from cmograph.extractors.segment_lines import all_places, bracketed, columns, marked, rows, said
from cmograph.extractors.segment_lists import segments_listed

NEEDS: tuple[str, ...] = ("market",)

_PLACEHOLDER = re.compile(
    r"(?i)^(?:(?:product |sub-?)?(?:type|application|segment|product|category|item)\s*[-#]?\s*"
    r"(?:[ivx]{1,4}|\d{1,2}|[a-h])|insert\b.*|x+|n/?a|\.+)$"
)


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `segments`."""
    if facts.market is None:
        return facts
    groups: dict[str, list[SegmentName]] = {}
    for dimension, names in _found(outline, facts.market.name.text):
        fresh = [name for name in names if name.name.text]
        real = [name for name in fresh if not _PLACEHOLDER.match(name.name.text)]
        if dimension in groups or not real or (len(real) == 1 and len(fresh) > 1) or all_places(real):
            continue
        groups[dimension] = real if len(real) == len(fresh) else [replace(name, parent=-1) for name in real]
    return replace(facts, segments=tuple(SegmentGroup(dimension, tuple(names)) for dimension, names in groups.items()))


def _found(outline: Outline, market: str) -> Iterator[tuple[str, list[SegmentName]]]:
    """All groups, the surest kinds first: lists, then marked runs, brackets, rows, columns and sentences."""
    document = outline.document
    for listing in outline.listings:
        if not listing.in_contents:
            yield from segments_listed(document, listing, market)
    yield from marked(document)
    yield from bracketed(outline)
    yield from rows(document)
    yield from columns(outline)
    yield from said(document)
