"""The outline of a document as extractors need it: lists with the heading and the line that introduce them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from cmograph.document import BOLD_LEVEL, Block, Document, Kind
from cmograph.entities.places import is_place
from cmograph.extractors.announced import announced_runs, is_link_line, is_short, within_label
from cmograph.extractors.surveys import surveyed
from cmograph.extractors.vocabulary.wordlists import wordlists

_MOST_LINES, _LONGEST_CONTENTS, _FEWEST_OVER_ITEMS = 40, 120, 3
_SUM = re.compile(
    r"[~≈]?\s?(?:[A-Z]{2,3}\s?)?[$€£¥₹₩]?\s?\d[\d.,]*\s?[A-Za-z]{1,8}(?:\s[A-Z]{3})?"
    r"(?:\s\([^()]{3,30}\))?(?:\[.{1,4}\])?"
)
_STATE = re.compile(r"[A-Z]{2}")
_TOWN = re.compile(r"[A-Z][\w.’'-]*(?: [A-Za-z][\w.’'-]*){0,2}")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of items (nested ones included, in order), the heading above it, and the line right before it where that
    is a paragraph.

    The title is the heading of the page and of no list: "… Market by Type (A, B), by Application (C, D)" says nothing
    of the "Key Findings" that happen to follow. A heading over nothing but short lines makes these a list too, and so
    does one that ends in a colon over two such lines. Lists that share out those who were asked are left out: they name
    nothing of the market.
    """

    heading: Block | None
    lead: Block | None
    items: tuple[int, ...]
    in_contents: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """A document, its lists in order, and for each block the index of the heading above it (-1 where there is none);
    the blocks that stand in a table of contents, and those that share out the people who were asked for the report."""

    document: Document
    listings: tuple[Listing, ...]
    heading_of: tuple[int, ...]
    contents: frozenset[int]
    asked: frozenset[int]

    def section(self, index: int) -> str:
        """The heading over a block; "" for the page's title, which speaks of everything on it, and for none."""
        heading = self.heading_of[index]
        block = self.document.blocks[heading] if heading >= 0 else None
        return self.document.line(block) if block and not self.document.is_title(block) else ""


def outline_of(document: Document) -> Outline:
    """The outline of a document."""
    blocks = document.blocks
    heading_of: list[int] = []
    contents: set[int] = set()
    current, contents_level = -1, 0
    for index, block in enumerate(blocks):
        if block.kind is Kind.HEADING and (block.level < BOLD_LEVEL or not is_detail(document.line(block))):
            current = index
            if contents_level and block.level <= contents_level:
                contents_level = 0
            if (
                not contents_level
                and block.end - block.start < _LONGEST_CONTENTS
                and _heads_contents(document.line(block))
            ):
                contents_level = block.level
        heading_of.append(current)
        if contents_level:
            contents.add(index)
    headed = _without_title(document, heading_of)
    listings = [*_listings(blocks, headed, contents), *_short_lines(document, headed, contents)]
    asked = surveyed(document)
    listings = sorted((one for one in listings if asked.isdisjoint(one.items)), key=lambda listing: listing.items)
    return Outline(document, tuple(listings), tuple(heading_of), frozenset(contents), asked)


def is_sum(line: str) -> bool:
    """Whether a line is a sum of money and nothing else, but for itself in another currency: "€1.1 billion ($1.2
    billion)"."""
    return _SUM.fullmatch(line) is not None


def is_detail(line: str) -> bool:
    """Whether a bold line is a detail of the portrait that it stands in, and heads nothing: a sum, or a town and its
    land ("Turin, Italy")."""
    if ", " not in line:
        return is_sum(line)
    town, _, land = line.rpartition(", ")
    placed = _STATE.fullmatch(land) is not None or is_place(land)
    return placed and _TOWN.fullmatch(town) is not None and not is_place(town)


def _heads_contents(line: str) -> bool:
    lower = line.lower()
    return ("content" in lower or "toc" in lower) and wordlists().contents.search(line) is not None


def _without_title(document: Document, heading_of: list[int]) -> list[int]:
    """The headings above the blocks, -1 for the title, also where it stands twice; one such as "Top 10 Makers of …"
    does head what follows."""
    if wordlists().heading_title.match(document.title):
        return heading_of
    blocks = document.blocks
    titles = {index for index in set(heading_of) if index >= 0 and document.line(blocks[index]) == document.title}
    return [-1 if index in titles else index for index in heading_of] if titles else heading_of


def _short_lines(document: Document, heading_of: list[int], contents: set[int]) -> list[Listing]:
    """Headings with two or more short lines under them, and nothing else up to the next heading or link, or the short
    line over a list's items."""
    blocks = document.blocks
    under: dict[int, list[int]] = {}
    for index, heading in enumerate(heading_of):
        if heading >= 0 and heading != index:
            under.setdefault(heading, []).append(index)
    found = []
    for heading, indexes in under.items():
        run = within_label(document, heading, takewhile(lambda index: is_short(document, blocks[index]), indexes))
        if not 1 < len(run) <= _MOST_LINES:
            continue
        announced = document.text[blocks[heading].end - 1] == ":"
        if announced or len(run) == len(indexes) or is_link_line(document, blocks[indexes[len(run)]]):
            found.append(Listing(blocks[heading], None, tuple(run), heading in contents))
        elif len(run) > _FEWEST_OVER_ITEMS and blocks[indexes[len(run)]].kind is Kind.ITEM:
            found.append(Listing(blocks[heading], None, tuple(run[:-1]), heading in contents))
    for more in (_broken_lines(document, heading_of, contents), _announced_lines(document, heading_of, contents)):
        known = {listing.items for listing in found}
        found.extend(listing for listing in more if listing.items not in known)
    return found


def _announced_lines(document: Document, heading_of: list[int], contents: set[int]) -> list[Listing]:
    """Short lines behind one that announces a list, where there are two or more: "By type, it is split into:"."""
    blocks = document.blocks
    found = []
    for announcing, run in announced_runs(document):
        if len(run) > _MOST_LINES:
            continue
        above = blocks[announcing]
        if above.kind is Kind.HEADING:
            found.append(Listing(above, None, run, announcing in contents))
        else:
            heading = heading_of[announcing]
            found.append(Listing(blocks[heading] if heading >= 0 else None, above, run, run[0] in contents))
    return found


def _broken_lines(document: Document, heading_of: list[int], contents: set[int]) -> list[Listing]:
    """Lines of one paragraph that line breaks part."""
    blocks = document.blocks
    groups: dict[int, list[int]] = {}
    for index, block in enumerate(blocks):
        if block.kind is Kind.PARAGRAPH and block.group:
            groups.setdefault(block.group, []).append(index)
    return [
        _listing(blocks, lines, heading_of, contents)
        for lines in groups.values()
        if len(lines) > 2 and all(is_short(document, blocks[line]) for line in lines)
    ]


def _listings(blocks: tuple[Block, ...], heading_of: list[int], contents: set[int]) -> list[Listing]:
    found: list[Listing] = []
    items: list[int] = []
    outer = 0
    for index in range(len(blocks) + 1):
        block = blocks[index] if index < len(blocks) else None
        inside = (
            block is not None and block.kind is Kind.ITEM and (not items or block.level > 1 or block.group == outer)
        )
        if not inside and items:
            found.append(_listing(blocks, items, heading_of, contents))
            items = []
        if block is not None and block.kind is Kind.ITEM:
            if not items:
                outer = block.group
            items.append(index)
    return found


def _listing(blocks: tuple[Block, ...], items: list[int], heading_of: list[int], contents: set[int]) -> Listing:
    first = items[0]
    before = blocks[first - 1] if first else None
    lead = before if before is not None and before.kind is Kind.PARAGRAPH else None
    heading = heading_of[first]
    return Listing(blocks[heading] if heading >= 0 else None, lead, tuple(items), first in contents)
