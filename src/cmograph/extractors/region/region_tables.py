"""Geography in tables: rows of a region and its countries, columns below "By Region", cells with all levels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import RegionGroup
from cmograph.document import Block, Document, Kind, Span
from cmograph.entities.places import is_place
from cmograph.extractors.outline import Outline
from cmograph.extractors.region.region_names import is_wide, nested, place_name, split_places
from cmograph.mentions.lists import split_list

_REGIONS = re.compile(r"(?i)\s*(?:by\s+|key\s+)?(?:regions?|geograph(?:y|ies))(?:\s+covered)?\s*$")
_COUNTRIES = re.compile(r"(?i)\s*(?:key\s+|by\s+)?(?:countr(?:y|ies)|markets?)(?:\s*/\s*[a-z-]+)?(?:\s+covered)?\s*$")
_BY = re.compile(r"(?i)\s*by\s")
_FLAT = re.compile(r"(?i)\bby\s+(?:region|geography|country)\s*[;:]\s*(?P<list>.+?)(?=;\s*by\s|$)")
_OTHER_LEVELS = re.compile(r"\s*\(by\s[^()]*\)", re.IGNORECASE)
_LEAST_OF_PLACES = 0.8
_ENTRY = re.compile(r"\s*(?P<region>[^(:]{2,60}?)\s*(?:[(:]\s*(?P<places>[^()]*)\)?)?\s*$")


def region_tables(outline: Outline) -> list[tuple[RegionGroup, ...]]:
    """The regions of each table that lists them."""
    document = outline.document
    found = (groups for rows in _tables(document) for groups in (*_cells(document, rows), _columns(document, rows)))
    return [groups for groups in found if len(groups) > 1]


def _cells(document: Document, rows: list[Block]) -> Iterator[tuple[RegionGroup, ...]]:
    """The regions in single cells of a table."""
    return (_flat(document.text, row) for row in rows if ";" in document.line(row))


def _columns(document: Document, rows: list[Block]) -> tuple[RegionGroup, ...]:
    """The regions below a head that names them, beside their countries or alone."""
    heads = [document.text[slice(*cell)] for cell in rows[0].cells]
    column = next((at for at, head in enumerate(heads) if _REGIONS.match(head)), -1)
    if column < 0:
        return ()
    beside = next((at for at, head in enumerate(heads) if _COUNTRIES.match(head)), -1)
    if beside >= 0:
        return tuple(_with_countries(document.text, rows[1:], column, beside))
    return _entries(document.text, rows[1:], column) if _BY.match(heads[column]) else ()


def _tables(document: Document) -> Iterator[list[Block]]:
    """The rows of each table that has two columns or more."""
    tables: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.kind is Kind.ROW and len(block.cells) > 1:
            tables.setdefault(block.group, []).append(block)
    yield from tables.values()


def _flat(text: str, row: Block) -> tuple[RegionGroup, ...]:
    """ "By Geography; Europe (By Type and Country); Germany; UK": a cell with regions and countries in one list."""
    for cell in row.cells:
        listed = _FLAT.search(text, *cell)
        if listed is None:
            continue
        parts = split_list(text, *listed.span("list"))
        cut = ((part, _OTHER_LEVELS.search(text, *part)) for part in parts)
        names = [place_name(text, part.start, more.start() if more else part.end) for part, more in cut]
        known = [name for name in names if is_place(name.text)]
        if len(known) >= _LEAST_OF_PLACES * len(names):
            return nested(known)
    return ()


def _with_countries(text: str, rows: list[Block], column: int, beside: int) -> Iterator[RegionGroup]:
    """ "Europe | Germany, France" in each row."""
    for row in rows:
        if len(row.cells) <= max(column, beside):
            continue
        region = place_name(text, *row.cells[column])
        places = split_places(text, *row.cells[beside])
        if is_wide(region.text) and all(is_place(place.text) for place in places):
            yield RegionGroup(region, places)


def _entries(text: str, rows: list[Block], column: int) -> tuple[RegionGroup, ...]:
    """Regions below their head, with their places in brackets, behind a colon, in rows of their own, or none."""
    groups: list[RegionGroup] = []
    for row in rows:
        cell = row.cells[column] if column < len(row.cells) else Span(row.end, row.end)
        entry = _ENTRY.match(text, *cell)
        region = place_name(text, *entry.span("region")) if entry else None
        if entry is not None and region is not None and is_place(region.text):
            places = split_places(text, *entry.span("places")) if entry["places"] else ()
            groups.append(RegionGroup(region, places))
    return tuple(groups) if any(group.places for group in groups) else nested(group.region for group in groups)
