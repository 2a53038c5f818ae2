"""Geography told by headings: under one such as "Regional Insights" a heading for each region, or an item that stands
alone, over text of its own."""

from __future__ import annotations

import re

from cmograph.claims.model import Name, RegionGroup
from cmograph.document import Block, Document, Kind
from cmograph.extractors.outline import Outline
from cmograph.extractors.region.region_names import is_wide, longest_place, nested, run_of_places
from cmograph.extractors.vocabulary.wordlists import has_any, speaks_of_geography

_SIGNS = ("egion", "eograph", "ountr", "EGION", "EOGRAPH")
_BEHIND = re.compile(r"\W*(?:[^:.]{0,60}\b[Mm]arket\b[^:.]{0,30})?$")
"""What may stand behind a region's name in its heading: "Europe Garden Shears Market Trends"."""
_FEWEST, _LONGEST = 3, 120


def headed_sections(outline: Outline) -> list[tuple[RegionGroup, ...]]:
    """The regions that are headings, for each heading that speaks of geography."""
    document = outline.document
    blocks = document.blocks
    headings = [at for at, block in enumerate(blocks) if block.kind is Kind.HEADING and _is_short(block)]
    found = []
    for number, heading in enumerate(headings):
        if _is_on_geography(document.line(blocks[heading])):
            groups = nested(_regions_below(document, headings[number + 1 :], blocks[heading].level))
            if sum(is_wide(group.region.text) for group in groups) >= _FEWEST:
                found.append(groups)
    return found


def lone_items(outline: Outline) -> list[tuple[RegionGroup, ...]]:
    """The regions that are items alone, each over text of its own, for each heading that speaks of geography."""
    document = outline.document
    under: dict[int, list[Name]] = {}
    for listing in outline.listings:
        heading = listing.heading
        if len(listing.items) > 1 or heading is None or listing.in_contents or not _is_short(heading):
            continue
        block = document.blocks[listing.items[0]]
        region = _region(document, block) if _is_short(block) else None
        if region is not None and _is_on_geography(document.line(heading)):
            under.setdefault(heading.start, []).append(region)
    found = [nested(regions) for regions in under.values()]
    return [groups for groups in found if sum(is_wide(group.region.text) for group in groups) >= _FEWEST]


def _is_short(block: Block) -> bool:
    return block.end - block.start < _LONGEST


def _is_on_geography(line: str) -> bool:
    return has_any(line, _SIGNS) and speaks_of_geography(line)


def _regions_below(document: Document, headings: list[int], level: int) -> list[Name]:
    """The regions of the headings right behind one of a level, none of them above the first; behind each the places of
    the line below it, where that names nothing else."""
    blocks = document.blocks
    found: list[Name] = []
    level = max(level, blocks[headings[0]].level) if headings else level
    for at in headings:
        region = _region(document, blocks[at]) if blocks[at].level >= level else None
        if region is None:
            break
        found.append(region)
        below = blocks[at + 1] if at + 1 < len(blocks) else blocks[at]
        if below.kind is Kind.PARAGRAPH and _is_short(below):
            found += run_of_places(document.text, below.start, below.end)
    return found


def _region(document: Document, heading: Block) -> Name | None:
    """The region that a heading is about: it begins with its name, and goes on with nothing or the market's."""
    name = longest_place(document.text, heading.start, heading.end)
    return name if name and _BEHIND.match(document.text, name.span.end, heading.end) else None
