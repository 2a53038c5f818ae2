"""Segments in lists: under a heading or line that names their dimension, or in items that name it themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import SegmentName
from cmograph.document import Block, Document
from cmograph.entities.places import is_place
from cmograph.extractors.outline import Listing, Outline
from cmograph.extractors.segment.dimensions import (
    asked_dimension,
    bare_dimension,
    dimension_of,
    kinds_of_dimension,
    names_types_below,
    stated_dimension,
)
from cmograph.extractors.segment.segment_counted import counted_dimension
from cmograph.extractors.segment.segment_cuts import cut_right
from cmograph.extractors.segment.segment_names import is_sentence, item_names, line_names
from cmograph.extractors.vocabulary.wordlists import speaks_of_geography, wordlists

_ADDED = ("outlook", "insight", "insights", "segment", "segments", "scope", "analysis")
_OUTLOOK = re.compile(r"(?i)(?:\s+(?:outlook|insights|segments?|scope|analysis))?\s*(?:\([^()]*\))?\s*$")
_UNITS = re.compile(r"\s*\([^()]*20\d\d[^()]*\)$")
_BY_HEAD = re.compile(r"(?i)\s*(?:.*\bmarket,?\s+)?(?:by|based on|on the basis of)\s+(.+)$")
_BEGINS_WITH_BY = re.compile(r"(?i)\s*by\s")
_CLAUSE = re.compile(r"\s*(?:It|Its|This|These|They|Their|Such|With|Used)\s|,\s+(?!and\b)[a-z]+ing\s")
_NEW_SENTENCE = re.compile(r"[a-z]{3,}\.\s+[A-Z]")
_ENDS = ".:?!;,"
_COUNTED_ENDS = ":y"
"""The last letter of a line that may count the members below it: "two kinds:", "two kinds namely"."""

_SHARE = re.compile(r"^[^:–—\d]{2,50}(?::|\s[–—-])\s\W{0,2}\d[\d.]*\s?%")
_ASKING = ("Where ", "Who ")
_LONGEST_HEADING, _LONGEST_HEAD, _MOST_WORDS, _SECOND = 200, 60, 8, 2


def segments_listed(document: Document, listing: Listing, market: str) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups of segments in a list on a page about `market`."""
    inner = list(_dimension_items(document, listing))
    if inner:
        yield from inner
        return
    for block in (listing.lead, listing.heading):
        if block is None:
            continue
        line = document.line(block)
        long = len(line) > _LONGEST_HEADING
        dimension = counted_dimension(line) if long else None
        if (long and dimension is None) or _about_players(line[-_LONGEST_HEADING:], market):
            return
        dimension = dimension or stated_dimension(line) or bare_dimension(_without_units(line))
        if dimension is None and line[-1] in _COUNTED_ENDS:
            dimension = counted_dimension(line)
        if (
            dimension is None
            and (line.startswith(_ASKING) or line.endswith("?"))
            and _are_shares(document, listing.items)
        ):
            dimension = asked_dimension(line)
        if dimension:
            yield dimension, _names(document, listing.items)
            return
        if block is listing.lead and _is_label(line):
            return


def _are_shares(document: Document, items: tuple[int, ...]) -> bool:
    """Whether at least half of a list's items are a name and a percentage: "Manual: 57%"."""
    return 2 * sum(_SHARE.search(document.line(document.blocks[index])) is not None for index in items) >= len(items)


def listed_beside(outline: Outline) -> Iterator[tuple[str, list[SegmentName]]]:
    """The groups in lists under headings that may be dimensions ("Drive Mode"), where the heading before or behind is a
    common one or geography."""
    document = outline.document
    heads = [document.blocks[at] for at in sorted(set(outline.heading_of)) if at >= 0]
    place = {head.start: at for at, head in enumerate(heads)}
    for listing in outline.listings:
        head = listing.heading
        if head is None or listing.lead is not None or listing.in_contents or head.end - head.start > _LONGEST_HEAD:
            continue
        line = document.line(head).rstrip(" :")
        if not line.lower().endswith(kinds_of_dimension()) or stated_dimension(line) or bare_dimension(line):
            continue
        at = place[head.start]
        beside = [near for near in (*heads[max(0, at - 1) : at], *heads[at + 1 : at + 2]) if near.level == head.level]
        dimension = dimension_of(line, sure=True)
        if dimension and any(_is_bare(document.line(near)) for near in beside):
            yield dimension, _names(document, listing.items)


def _is_bare(line: str) -> bool:
    """Whether a heading is nothing but a common dimension, or geography's name."""
    return bare_dimension(line) is not None or (" " not in line.strip() and speaks_of_geography(line))


def _names(document: Document, items: tuple[int, ...]) -> list[SegmentName]:
    """The segments of a list's items; a single item may hold them all: "- Manual, Cordless"."""
    names = item_names(document, items)
    block = document.blocks[items[0]]
    if len(items) == 1 and ", " in document.line(block):
        parts = line_names(document.text, block.start, block.end)
        if sum(part.parent < 0 for part in parts) > 1 and all(_is_short(part) for part in parts):
            return parts
    return cut_right(document.text, names)


def _is_short(name: SegmentName) -> bool:
    return 0 < len(name.name.text.split()) <= _MOST_WORDS


def _is_label(line: str) -> bool:
    """Whether a plain line heads the list below it, as "Key Findings" does: the heading above is that of other
    lines."""
    return len(line) <= _LONGEST_HEAD and line[-1] not in _ENDS and not wordlists().segmentation.search(line)


def _about_players(line: str, market: str) -> bool:
    """Whether a heading speaks of companies; the market's own name, which may hold "Makers", tells nothing."""
    if not wordlists().players.search(line.replace(market, " ")):
        return False
    return not names_types_below(line) and not _BEGINS_WITH_BY.match(line)


def _dimension_items(document: Document, listing: Listing) -> Iterator[tuple[str, list[SegmentName]]]:
    """Items that are dimensions themselves: "By Type: A, B", or "Type" over nested items."""
    blocks, text = document.blocks, document.text
    nested = any(blocks[index].parent >= 0 for index in listing.items)
    segmented = _is_segmented(document, listing, nested=nested)
    done: set[int] = set()
    for index in listing.items:
        block = blocks[index]
        head, colon, rest = document.line(block).partition(":")
        if (not colon and not nested) or (index in done and not _BEGINS_WITH_BY.match(head)):
            continue
        children = _descendants(blocks, listing.items, index) if nested else ()
        head = _without_outlook(head)
        if len(head) > _LONGEST_HEAD or any(_BEGINS_WITH_BY.match(document.line(blocks[child])) for child in children):
            continue
        by = _BY_HEAD.match(head)
        kind = segmented and (bool(children) or _is_kind(head.lower()))
        dimension = dimension_of(by[1] if by else head, sure=by is not None or kind)
        if dimension is None or is_place(head):
            continue
        if children:
            done.update(children)
            yield dimension, item_names(document, children)
        elif rest := _listed(rest, by=by is not None, segmented=segmented):
            start = block.start + document.line(block).index(":") + 1
            names = line_names(text, start, start + len(rest))
            if all(len(name.name.text.split()) <= _MOST_WORDS for name in names):
                yield dimension, names


def _is_kind(head: str) -> bool:
    """Whether a label is spoken of as a dimension is: "Film type", "Type of service offered"."""
    return head.endswith(kinds_of_dimension()) or head.startswith(("type of ", "types of "))


def _is_segmented(document: Document, listing: Listing, *, nested: bool) -> bool:
    """Whether a list parts the market by what its heading or lead says, or by an item with others nested under it
    that is a common dimension or geography."""
    blocks = document.blocks
    above = [block for block in (listing.heading, listing.lead) if block is not None]
    if any(wordlists().segmentation.search(document.line(block)[-_LONGEST_HEADING:]) for block in above):
        return True
    parents = {blocks[index].parent for index in listing.items if blocks[index].level == _SECOND} if nested else ()
    heads = (document.line(blocks[index]).rstrip(" :") for index in parents)
    return any(len(head) < _LONGEST_HEAD and bare_dimension(head) is not None for head in heads)


def _listed(rest: str, *, by: bool, segmented: bool) -> str:
    """The list behind a dimension's colon; of what is said on a market's segments it is the first sentence."""
    ended = _NEW_SENTENCE.search(rest)
    if ended is None:
        return rest if rest.strip() and (by or _is_list(rest)) else ""
    first = rest[: rest.index(". ", ended.start())]
    return first if segmented and _is_list(first) and not is_sentence(first) else ""


def _is_list(rest: str) -> bool:
    """Whether what stands behind the bare name of a dimension, which may be a segment too ("Resin Type"), lists names:
    it has commas or bars and no clause."""
    parted = "," in rest or " | " in rest
    return parted and not wordlists().clause.search(rest.strip()) and not _CLAUSE.search(rest)


def _without_units(line: str) -> str:
    """ "Type Outlook (USD Million, 2021 - 2028)" → "Type Outlook"."""
    return _UNITS.sub("", line) if line.endswith(")") else line


def _without_outlook(head: str) -> str:
    """ "Type Outlook (USD Million)" → "Type"."""
    head = head.rstrip()
    return _OUTLOOK.sub("", head) if head.endswith(")") or head.lower().endswith(_ADDED) else head


def _descendants(blocks: tuple[Block, ...], items: tuple[int, ...], ancestor: int) -> tuple[int, ...]:
    """The items nested under an item, at any depth."""
    inside = {ancestor}
    for index in items:
        if blocks[index].parent in inside:
            inside.add(index)
    return tuple(sorted(inside - {ancestor}))
