"""The market's segments, by dimension: from lists under a heading such as "By Type", from "Type (A, B)" in titles and
sentences, from tables and from what sentences tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from cmograph.claims.model import Facts, SegmentGroup, SegmentName
from cmograph.document import Kind
from cmograph.extractors.glued_lists import glued
from cmograph.extractors.outline import Outline
from cmograph.extractors.segment.segment_counted import counted
from cmograph.extractors.segment.segment_coverage import told_of_dimensions
from cmograph.extractors.segment.segment_distinctions import distinguished
from cmograph.extractors.segment.segment_headings import headed
from cmograph.extractors.segment.segment_heads import in_headings
from cmograph.extractors.segment.segment_keys import keyed
from cmograph.extractors.segment.segment_lines import all_places, bracketed, labelled, marked
from cmograph.extractors.segment.segment_lists import listed_beside, segments_listed
from cmograph.extractors.segment.segment_names import is_sentence
from cmograph.extractors.segment.segment_nesting import nested
from cmograph.extractors.segment.segment_parts import parts_shown
from cmograph.extractors.segment.segment_prose import said, split_up
from cmograph.extractors.segment.segment_tables import columns, rows, under_heads
from cmograph.extractors.vocabulary.wordlists import wordlists

NEEDS: tuple[str, ...] = ("market",)

_PLACEHOLDER = re.compile(
    r"(?i)^(?:(?:product |sub-?)?(?:type|application|segment|product|category|item)\s*[-#]?\s*"
    r"(?:[ivx]{1,4}|\d{1,2}|[a-h])|insert\b.*|x+|n/?a|\.+)$"
)


_JOINING = frozenset({"and", "&", "or"})
_OF_CONTENTS = re.compile(r"(?i)\bmarket\b|\brevenue\b|\bforecast\b|\banalysis\b|^\d+\.\d")
_REST = re.compile(r"(?i)others?\b|other\s")
_SHOP = re.compile(
    r"(?i)\b(?:supermarkets?|hypermarkets?|stores?|retail(?:ers?)?|shops?|pharmac(?:y|ies)|wholesale(?:rs)?)\b"
)
"""Of a channel by which goods are sold."""

_NO_LETTER = re.compile(r"[\W_]+")


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `segments`."""
    if facts.market is None:
        return replace(facts, notes=(*facts.notes, "no market is named, so no segments are read"))
    groups: dict[str, list[SegmentName]] = {}
    market = facts.market.name.text
    asked = [outline.document.blocks[index] for index in outline.asked]
    for dimension, names in _shown(outline, market):
        if names and not any(block.start <= names[0].name.span.start < block.end for block in asked):
            _take(groups, dimension, names)
    shown = [name for names in groups.values() for name in names]
    document = outline.document
    for dimension, names in (*said(document, facts.market), *told_of_dimensions(document), *distinguished(outline)):
        if not _repeats(names, shown):
            _take(groups, dimension, names)
    for dimension, names in () if groups else (*counted(document, facts.market), *split_up(document, facts.market)):
        _take(groups, dimension, names)
    if not groups:
        for dimension, names in _in_contents(outline, market):
            _take(groups, dimension, names)
    parted = nested(groups) if len(groups) > 1 else groups
    return replace(facts, segments=tuple(SegmentGroup(dimension, tuple(names)) for dimension, names in parted.items()))


def _shown(outline: Outline, market: str) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups that the page's layout or marks show, the surest kinds first: lists, then marked runs, brackets, rows
    and columns."""
    document = outline.document
    for listing in outline.listings:
        if not listing.in_contents:
            yield from segments_listed(document, listing, market)
    yield from listed_beside(outline)
    yield from in_headings(outline)
    yield from headed(outline)
    yield from marked(document)
    yield from labelled(document)
    yield from bracketed(outline)
    yield from keyed(document)
    yield from glued(document)
    yield from parts_shown(outline)
    if any(block.kind is Kind.ROW for block in document.blocks):
        yield from rows(document)
        yield from columns(outline)
        yield from under_heads(outline)


def _in_contents(outline: Outline, market: str) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups in a table of contents: what else tells none may have its chapters alone."""
    for listing in outline.listings:
        if listing.in_contents:
            for dimension, names in segments_listed(outline.document, listing, market):
                if not any(_OF_CONTENTS.search(name.name.text) for name in names):
                    yield dimension, names


def _take(groups: dict[str, list[SegmentName]], dimension: str, names: list[SegmentName]) -> None:
    """Add a group unless its dimension is known already (and this list does not have more than that one) or it has
    placeholders, places or sentences instead of segments."""
    if 2 * sum(is_sentence(name.name.text) for name in names) >= max(1, len(names)):
        return
    if dimension == "channel" and any(_SHOP.search(name.name.text) for name in names):
        dimension = "distribution_channel"
    fresh = _only(names, _is_name)
    real = _only(fresh, lambda text: not _PLACEHOLDER.match(text) and not is_sentence(text))
    if dimension in groups and not _goes_on(real, groups[dimension]):
        return
    if real and (len(real) > 1 or len(fresh) == 1) and not all_places(real):
        groups[dimension] = real


def _is_name(text: str) -> bool:
    """Whether a text is not empty, no lone "and" and no chapter of a report."""
    lower = text.lower()
    return bool(text) and lower not in _JOINING and lower not in wordlists().chapters


def _goes_on(names: list[SegmentName], known: list[SegmentName]) -> bool:
    """Whether a list has all that another has, in that order, and more."""
    if len(names) <= len(known):
        return False
    rest = iter([_letters(name) for name in names])
    return all(_letters(name) in rest for name in known)


def _only(names: list[SegmentName], wanted: Callable[[str], bool]) -> list[SegmentName]:
    """The segments whose names are wanted; one whose wider segment goes stands on its own."""
    if all(wanted(name.name.text) for name in names):
        return names
    kept: list[SegmentName] = []
    at: dict[int, int] = {}
    for index, name in enumerate(names):
        if wanted(name.name.text):
            at[index] = len(kept)
            kept.append(replace(name, parent=at.get(name.parent, -1)))
    return kept


def _repeats(names: list[SegmentName], shown: list[SegmentName]) -> bool:
    """Whether a sentence only says again what a list shows: at least half of its names, "others" aside, begin as one in
    the list does."""
    listed = [_letters(name) for name in shown]
    said_again = [_letters(name) for name in names if not _REST.match(name.name.text)]
    known = sum(any(one and (name.startswith(one) or one.startswith(name)) for one in listed) for name in said_again)
    return bool(listed) and 2 * known >= len(said_again)


def _letters(name: SegmentName) -> str:
    return _NO_LETTER.sub("", name.name.text).lower()
