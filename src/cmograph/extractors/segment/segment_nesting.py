"""Dimensions that are a segment of another one: "By Resins: Epoxy, Vinyl" beside "By Type: Resins, Fibres" names parts
of that segment."""

from __future__ import annotations

import re
from dataclasses import replace

from cmograph.claims.model import SegmentName
from cmograph.extractors.segment.dimensions import dimension_of

_NO_WORD = re.compile(r"\W+")


def nested(groups: dict[str, list[SegmentName]]) -> dict[str, list[SegmentName]]:
    """The groups; one whose dimension is a segment of another, and no common dimension, stands behind that segment's
    group as its parts."""
    own = {_key(name): (dimension, at) for dimension, names in groups.items() for at, name in enumerate(names)}
    found = dict(groups)
    for dimension, names in groups.items():
        wider, parent = own.get(dimension, (dimension, -1))
        if wider == dimension or wider not in found or dimension_of(dimension.replace("_", " "), sure=False):
            continue
        del found[dimension]
        behind = len(found[wider])
        known = {_key(name) for name in found[wider]}
        if known.isdisjoint(map(_key, names)):
            parts = [replace(name, parent=parent if name.parent < 0 else name.parent + behind) for name in names]
            found[wider] = [*found[wider], *parts]
    return found


def _key(name: SegmentName) -> str:
    """A segment's name as the key of a dimension would be."""
    return _NO_WORD.sub("_", name.name.text.lower()).strip("_")
