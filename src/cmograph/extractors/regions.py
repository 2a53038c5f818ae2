"""The page's geography list: regions and the places under each, exactly as spelled, mistakes included."""

from __future__ import annotations

import re
from dataclasses import replace

from cmograph.claims.model import Facts, Name, RegionGroup
from cmograph.document import Document, Kind, Span
from cmograph.entities.places import is_place
from cmograph.extractors.outline import Listing, Outline
from cmograph.extractors.wordlists import wordlists
from cmograph.mentions.lists import split_list

NEEDS: tuple[str, ...] = ()

_ENTRY = re.compile(
    r"\s*(?P<head>[^:(\[–—]{2,60}?)\s*:?\s*"  # the region
    r"(?:(?P<open>[(\[（])(?P<inside>[^)\]]*)[)\]）]?"  # its places in brackets
    r"|(?P<colon>:|\s[-–—]\s)\s*(?P<rest>.*))?"  # or behind a colon
    r"\s*[.;,]?\s*$"
)
_INLINE = re.compile(
    r"(?m)(?:^|[,;:]|\b[a-z]+|\bIncludes?|\bIncluding|\bThe\b"
    r"|\.)\s*(?:the\s+)?([A-Z][\w&./ -]{2,40}?)\s*[(\[]([^()\[\]]{2,300})[)\]]"
)
_BY_GEOGRAPHY = re.compile(
    r"(?i)(?:\b|(?<=\w))by\s+(?:geograph\w*|regions?|countr\w+)\s*[;:]\s*\n?(?P<list>[^\n]{4,300}?)(?=\s+-\s+|\.|\n"
    r"|$|(?<=[a-z])By [A-Z])"
)
_OUTLOOK = re.compile(r"(?i)\s*(?:by\s+)?(?:region(?:al|s)?|geograph\w*|countr\w+)\b")
_MARKS = ("eography;", "eography:", "egion:", "egion;", "egions:", "ountry:", "ountries:")
_LEADING = re.compile(r"\s*(?:and\s+)?(?:[Tt]he\s+)?")
_DOTTED = re.compile(r"\.\w+\.$")
_FEWEST_WITH_PLACES = 3
_KEY = re.compile(r"(?i)^(?:regions?|countries|geograph\w+)\b.{0,25}$")


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `regions`."""
    chosen = _chosen(outline)
    return replace(facts, regions=tuple(chosen)) if len(chosen) > 1 else facts


def _chosen(outline: Outline) -> tuple[RegionGroup, ...]:
    """The first list that gives the places of three regions, else the longest."""
    candidates: list[tuple[RegionGroup, ...]] = []
    for way in (_headed, _listed, _inline, _named):
        found = way(outline)
        for groups in found:
            if sum(1 for group in groups if group.places) >= _FEWEST_WITH_PLACES:
                return groups
        candidates.extend(found)
    return max(candidates, key=_weight, default=())


def _weight(groups: tuple[RegionGroup, ...]) -> tuple[int, int]:
    return sum(len(group.places) for group in groups), len(groups)


def _headed(outline: Outline) -> list[tuple[RegionGroup, ...]]:
    """Regions as headings, each over a list of its places."""
    document = outline.document
    groups: list[RegionGroup] = []
    for listing in outline.listings:
        heading = listing.heading
        if heading is None or listing.lead is not None or listing.in_contents:
            continue
        region = _name(document.text, heading.start, heading.end)
        if is_place(region.text):
            places = (_name(document.text, document.blocks[i].start, document.blocks[i].end) for i in listing.items)
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
    lines = [document.line(block) for block in (listing.heading, listing.lead) if block is not None]
    return any(
        wordlists().geography.search(line) and len(line) < 160 and not wordlists().players.search(line)
        for line in lines
    )


def _regions_not_places(document: Document, listing: Listing) -> bool:
    """Whether the list is not merely the places under a heading that is a region itself."""
    return (
        listing.heading is None
        or listing.lead is not None
        or not is_place(_name(document.text, listing.heading.start, listing.heading.end).text)
    )


def _entries(document: Document, listing: Listing) -> list[RegionGroup]:
    blocks, text = document.blocks, document.text
    groups: list[RegionGroup] = []
    items, top = _geographic_part(document, listing)
    for index in items:
        block = blocks[index]
        if block.level > top and block.parent >= 0 and groups:
            groups[-1] = replace(groups[-1], places=(*groups[-1].places, _name(text, block.start, block.end)))
            continue
        entry = _ENTRY.match(text[block.start : block.end])
        if entry is None:
            return []
        region = _name(text, block.start + entry.start("head"), block.start + entry.end("head"))
        groups.append(RegionGroup(region, _places(text, block.start, entry)))
    return groups


def _geographic_part(document: Document, listing: Listing) -> tuple[list[int], int]:
    """The items that list geography, and the level of its regions: those under "Regional Outlook" in a list of
    dimensions, else all."""
    blocks = document.blocks
    for index in listing.items:
        line = document.line(blocks[index])
        nested = [item for item in listing.items if item > index and blocks[item].level > blocks[index].level]
        if nested and nested[0] == index + 1 and len(line) < 90 and _OUTLOOK.match(line):
            end = next(
                (item for item in listing.items if item > index and blocks[item].level <= blocks[index].level),
                listing.items[-1] + 1,
            )
            return [item for item in nested if item < end], blocks[index].level + 1
    return list(listing.items), 1


def _places(text: str, base: int, entry: re.Match[str]) -> tuple[Name, ...]:
    if entry["open"]:
        return _split(text, base + entry.start("inside"), base + entry.end("inside"))
    if entry["colon"]:
        names = _split(text, base + entry.start("rest"), base + entry.end("rest"))
        known = sum(1 for name in names if is_place(name.text))
        return names if known >= max(1, 0.6 * len(names)) else ()
    return ()


def _inline(outline: Outline) -> list[tuple[RegionGroup, ...]]:
    """A sentence with brackets after each region: "North America (U.S., Canada), Europe (Germany, France) …"."""
    document = outline.document
    found: list[tuple[RegionGroup, ...]] = []
    for block in document.blocks:
        if (
            block.kind is Kind.ITEM
            or block.end - block.start < 30
            or ("(" not in document.line(block) and "[" not in document.line(block))
        ):
            continue
        groups = [
            RegionGroup(Name(m[1], Span(m.start(1), m.end(1))), _split(document.text, m.start(2), m.end(2)))
            for m in _INLINE.finditer(document.text, block.start, block.end)
            if is_place(m[1])
        ]
        if sum(1 for group in groups if len(group.places) > 1 or (group.places and is_place(group.places[0].text))) > 1:
            found.append(tuple(groups))
    return found


def _named(outline: Outline) -> list[tuple[RegionGroup, ...]]:
    """ "By Geography; Europe, North America, …", and table rows such as "Regions covered | North America, Europe"."""
    document = outline.document
    text = document.text
    marked = any(mark in text for mark in _MARKS)
    runs = [Span(m.start("list"), m.end("list")) for m in _BY_GEOGRAPHY.finditer(text)] if marked else []
    runs.extend(
        block.cells[1]
        for block in document.blocks
        if block.kind is Kind.ROW and len(block.cells) == 2 and _KEY.match(text[slice(*block.cells[0])])
    )
    found: list[tuple[RegionGroup, ...]] = []
    for run in list(runs):
        groups = _region_runs(text, run)
        if len(groups) > 1:
            found.append(groups)
            runs.remove(run)
    for run in runs:
        names = [name for name in _split(text, *run) if is_place(name.text)]
        if len(names) > 1:
            found.append(tuple(RegionGroup(name) for name in names))
    return found


def _region_runs(text: str, run: Span) -> tuple[RegionGroup, ...]:
    """ "North America: U.S., Canada; Europe: Germany, UK" in one cell or line."""
    groups = []
    start = run.start
    for piece in text[slice(*run)].split(";"):
        head, colon, _ = piece.partition(":")
        region = _name(text, start, start + len(head))
        if colon and is_place(region.text):
            groups.append(RegionGroup(region, _split(text, start + len(head) + 1, start + len(piece))))
        start += len(piece) + 1
    return tuple(groups)


def _split(text: str, start: int, end: int) -> tuple[Name, ...]:
    return tuple(name for span in split_list(text, start, end) if (name := _name(text, *span)).text)


def _name(text: str, start: int, end: int) -> Name:
    """A place's name without what clings to it: colons, full stops, a leading "the" or "and"."""
    raw = text[start:end]
    lead = _LEADING.match(raw)
    begin = start + (lead.end() if lead else 0)
    finish = start + len(raw.rstrip(" :;,-–—"))
    if text[begin:finish].endswith(".") and not _DOTTED.search(text[begin:finish]):
        finish -= 1
    return Name(text[begin:finish], Span(begin, finish)) if finish > begin else Name("", Span(start, start))
