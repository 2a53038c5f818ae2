"""The page's geography list: regions and the places under each, exactly as spelled, mistakes included."""

from __future__ import annotations

import re
from dataclasses import replace

from cmograph.claims.model import Facts, Name, RegionGroup
from cmograph.document import Block, Document
from cmograph.entities.places import is_place
from cmograph.extractors.glued_lists import glued_regions
from cmograph.extractors.outline import Listing, Outline
from cmograph.extractors.region.region_headings import headed_sections, lone_items
from cmograph.extractors.region.region_lines import bracketed, named, plain
from cmograph.extractors.region.region_names import is_short_form, is_wide, nested, place_name, split_places
from cmograph.extractors.region.region_tables import region_tables
from cmograph.extractors.vocabulary.wordlists import speaks_of_geography, wordlists

NEEDS: tuple[str, ...] = ()

_ENTRY = re.compile(
    r"\s*(?P<head>[^:(\[–—]{2,60}?)\s*:?\s*"  # the region
    r"(?:(?P<open>[(\[（])(?P<inside>[^)\]]*)[)\]）]?"  # its places in brackets
    r"|(?P<colon>:|\s[-–—]\s)\s*(?P<rest>.*))?"  # or behind a colon
    r"\s*[.;,]?\s*$"
)
_OUTLOOK = re.compile(
    r"(?i)\s*(?:[^,:]{2,70}\bmarket,?\s+(?:by\s+)?|by\s+)?(?:region(?:al|s)?|geograph\w*|countr\w+)\b"
)
_SENTENCE_WORD = re.compile(r"(?<![\w'’-])(?!(?:and|of|the|rest|other|others|countries|region)\b)[a-z]{2,}\b")
_FIGURE_OR_SOURCE = re.compile(r"[\d%$€£]|^Sources?:")
_FEWEST_WITH_PLACES, _LONGEST_OUTLOOK = 3, 90


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `regions`."""
    chosen = _chosen(outline)
    return replace(facts, regions=tuple(chosen)) if len(chosen) > 1 else facts


def _chosen(outline: Outline) -> tuple[RegionGroup, ...]:
    """The first list that gives the places of three regions, else the longest."""
    candidates: list[tuple[RegionGroup, ...]] = []
    for way in (_headed, _listed, bracketed, named, plain, headed_sections, lone_items, region_tables, glued_regions):
        found = way(outline)
        for groups in found:
            if sum(1 for group in groups if group.places) >= _FEWEST_WITH_PLACES:
                return groups
        candidates.extend(found)
    return max(candidates, key=_weight, default=())


def _weight(groups: tuple[RegionGroup, ...]) -> tuple[int, int, int]:
    """How much a list tells: most by its places, then by regions that are wider than a country."""
    wide = sum(1 for group in groups if is_wide(group.region.text))
    return sum(len(group.places) for group in groups), wide, len(groups)


def _headed(outline: Outline) -> list[tuple[RegionGroup, ...]]:
    """Regions as headings, each over a list of its places."""
    document = outline.document
    groups: list[RegionGroup] = []
    for listing in outline.listings:
        heading = listing.heading
        if heading is None or listing.lead is not None or listing.in_contents:
            continue
        region = place_name(document.text, heading.start, heading.end)
        if is_place(region.text):
            blocks = (document.blocks[index] for index in listing.items)
            places = (
                place_name(document.text, block.start, block.end)
                for block in blocks
                if not _tells(document.text, block)
            )
            if all(group.region.text != region.text for group in groups):
                groups.append(RegionGroup(region, tuple(place for place in places if place.text)))
    return [tuple(groups)] if groups else []


def _listed(outline: Outline) -> list[tuple[RegionGroup, ...]]:
    """A list with a region in each item, places in brackets, after a colon, nested, or none."""
    document = outline.document
    found: list[tuple[RegionGroup, ...]] = []
    for listing in outline.listings:
        if listing.in_contents or len(listing.items) < 2 or not _regions_not_places(document, listing):
            continue
        groups = _entries(document, listing)
        known = sum(1 for group in groups if is_place(group.region.text))
        told = (
            len(groups) > 1
            and _geographic(document, listing)
            and all(len(group.region.text.split()) <= 6 for group in groups)
        )
        if groups and (known >= 0.6 * len(groups) or told):
            found.append(tuple(groups))
    return found


def _geographic(document: Document, listing: Listing) -> bool:
    """Whether the line before the list, or its heading, speaks of geography and neither of players; the page's title
    heads no list."""
    lines = [document.line(block) for block in (listing.heading, listing.lead) if block is not None]
    if listing.heading is not None and document.is_title(listing.heading):
        lines = lines[1:]
    if listing.lead is not None and wordlists().players.search(lines[-1]):
        return False
    return any(len(line) < 160 and speaks_of_geography(line) for line in lines)


def _regions_not_places(document: Document, listing: Listing) -> bool:
    """Whether the list is not merely the places under a heading that is a region itself."""
    return (
        listing.heading is None
        or listing.lead is not None
        or not is_place(place_name(document.text, listing.heading.start, listing.heading.end).text)
    )


def _entries(document: Document, listing: Listing) -> list[RegionGroup]:
    blocks, text = document.blocks, document.text
    groups: list[RegionGroup] = []
    items, top = _geographic_part(document, listing)
    for index in items:
        block = blocks[index]
        if block.level > top and block.parent >= 0 and groups:
            if not _tells(text, block):
                groups[-1] = replace(groups[-1], places=(*groups[-1].places, *_nested_item(text, block)))
            continue
        entry = _ENTRY.match(text[block.start : block.end])
        if entry is None:
            return []
        region = place_name(text, block.start + entry.start("head"), block.start + entry.end("head"))
        groups.append(RegionGroup(region, _places(text, block.start, entry)))
    if any(group.places for group in groups):
        return groups
    return list(nested(group.region for group in groups))


def _tells(text: str, block: Block) -> bool:
    """Whether an item under a region tells something of it, and names no place: "Projected at $3 billion by 2030"."""
    line = text[block.start : block.end]
    return _FIGURE_OR_SOURCE.search(line) is not None or len(_SENTENCE_WORD.findall(line)) > 1


def _nested_item(text: str, block: Block) -> tuple[Name, ...]:
    """The place in a nested item, or the places where it holds several that are known."""
    names = split_places(text, block.start, block.end)
    if len(names) > 1 and all(is_place(name.text) for name in names):
        return names
    return (place_name(text, block.start, block.end),)


def _geographic_part(document: Document, listing: Listing) -> tuple[list[int], int]:
    """The items that list geography, and the level of its regions: those under "Regional Outlook" in a list of
    dimensions, else all."""
    blocks = document.blocks
    for index in listing.items:
        line = document.line(blocks[index])
        if len(line) >= _LONGEST_OUTLOOK or not _OUTLOOK.match(line):
            continue
        inner = [item for item in listing.items if item > index and blocks[item].level > blocks[index].level]
        if inner and inner[0] == index + 1:
            end = next(
                (item for item in listing.items if item > index and blocks[item].level <= blocks[index].level),
                listing.items[-1] + 1,
            )
            return [item for item in inner if item < end], blocks[index].level + 1
    return list(listing.items), 1


def _places(text: str, base: int, entry: re.Match[str]) -> tuple[Name, ...]:
    if entry["open"] and is_short_form(entry["head"], entry["inside"]):
        return ()
    if entry["open"]:
        return split_places(text, base + entry.start("inside"), base + entry.end("inside"))
    if entry["colon"]:
        names = split_places(text, base + entry.start("rest"), base + entry.end("rest"))
        if any(_SENTENCE_WORD.search(name.text) and not is_place(name.text) for name in names):
            return ()
        known = sum(1 for name in names if is_place(name.text))
        return names if known >= max(1, 0.6 * len(names)) else ()
    return ()
