"""Geography lists that stand in running text, in the cells of tables, or in plain lines without bullets."""

from __future__ import annotations

import re

from cmograph.claims.model import Name, RegionGroup
from cmograph.document import Block, Document, Kind, Span
from cmograph.entities.places import is_place
from cmograph.extractors.outline import Outline
from cmograph.extractors.region.region_names import (
    is_short_form,
    is_wide,
    nested,
    place_name,
    run_of_places,
    split_places,
)
from cmograph.extractors.vocabulary.wordlists import has_any, speaks_of_geography
from cmograph.mentions.labels import is_alone, labels_of

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]%$]{2,300})[)\]]")
_REACH, _MOST_WORDS, _SHORTEST = 45, 6, 30
"""How far before a bracket its region can begin."""

_LIST_END = re.compile(r"[.;](?:\s|$)|\s[-–—|]\s")
_BEFORE_REGION = re.compile(r".*(?:[,;:|•·()\[\]\n]|\s[-–—])", re.DOTALL)
_BY_GEOGRAPHY = re.compile(
    r"(?i)(?:\b|(?<=\w))by\s+(?:geograph\w*|regions?|countr\w+)\s*[;:]\s*\n?(?P<list>[^\n]{4,300}?)(?=\s+-\s+|\.|\n"
    r"|$|(?<=[a-z])By [A-Z])"
)
_OPENS_PLACES = ("egion (", "ountry (", "ountries (", "eography (")
_IN_BRACKETS = re.compile(
    r"(?:\b[Bb]y|,|\band|&)\s+(?:[Rr]egion|[Cc]ountry|[Cc]ountries|[Gg]eography)\s\((?P<list>[^()\n]{4,300})\)"
)
"""The last of a title's dimensions: "… by Type (A, B) and Country (Germany, France)"."""
_MARKS = ("eography;", "eography:", "egion:", "egion;", "egions:", "ountry:", "ountries:")
_KEY_WORDS = r"(?i)(?:by\s+)?(?:region(?:s|al)?|countr(?:y|ies)|geograph\w+)\b"
_KEY = re.compile(rf"{_KEY_WORDS}.{{0,25}}$")
_KEY_OF_LINE = re.compile(rf"{_KEY_WORDS}[^:.]{{0,25}}:\s*(?=\S)")
_HEAD_END = re.compile(r"\s*(?:\([^()]*\))?\s*:")
_MARKS_BETWEEN = " ;•·▪|-–"
_COUNTRIES_IN = re.compile(
    r"(?P<places>[^;]+?)\s(?:in|as\s+(?:a\s+)?part\s+of)\s+(?:the\s+)?"
    r"(?P<region>[A-Z][\w&./ -]{2,40}?)\s*(?:\([A-Z]+\)\s*)?(?:[,;.](?:\s*and\b)?\s*|$)"
)
_ASKS_FOR_PLACES = ("egion", "eograph", "ountries", "REGION", "GEOGRAPH")
_LINES = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING})
_LONGEST_LEAD, _LONGEST_LINE, _MOST_LINES = 200, 120, 60


def bracketed(outline: Outline) -> list[tuple[RegionGroup, ...]]:
    """A sentence or row with brackets after each region: "North America (U.S., Canada), Europe (Germany, France) …"."""
    document = outline.document
    found: list[tuple[RegionGroup, ...]] = []
    for block in document.blocks:
        if block.end - block.start < _SHORTEST:
            continue
        groups = _with_brackets(document, block)
        if not any(is_place(place.text) for group in groups for place in group.places):
            continue  # brackets of firms: "from Norway (Acme, Brix) and Japan (Corvo)"
        if sum(1 for group in groups if len(group.places) > 1 or (group.places and is_place(group.places[0].text))) > 1:
            found.append(groups)
    return found


def _with_brackets(document: Document, block: Block) -> tuple[RegionGroup, ...]:
    text = document.text
    line = document.line(block)
    if "(" not in line and "[" not in line:
        return ()
    groups: list[RegionGroup] = []
    behind = block.end
    for match in _BRACKETS.finditer(text, block.start, block.end):
        region = _region_before(text, block.start, match.start())
        if region is not None:
            groups += _bare_regions(text, behind, region.span.start) if groups else ()
            short = is_short_form(region.text, match[1])
            groups.append(RegionGroup(region, () if short else split_places(text, match.start(1), match.end(1))))
            behind = match.end()
    last = _LIST_END.search(text, behind, block.end)
    return (*groups, *_bare_regions(text, behind, last.start() if last else block.end))


def _bare_regions(text: str, start: int, end: int) -> tuple[RegionGroup, ...]:
    """The regions without places of their own between others, or behind the last: "… (…), Rest of the World."."""
    return tuple(RegionGroup(name) for name in run_of_places(text, start, end) if is_wide(name.text))


def _region_before(text: str, start: int, end: int) -> Name | None:
    """The longest name of a place that ends where a bracket opens."""
    start = max(start, end - _REACH)
    cut = _BEFORE_REGION.match(text, start, end)
    words = list(re.finditer(r"\S+", text[cut.end() if cut else start : end]))[-_MOST_WORDS:]
    base = cut.end() if cut else start
    for word in words:
        start = base + word.start()
        name = place_name(text, start, end)
        if text[start].isupper() and is_place(name.text):
            return Name(text[start : name.span.end], Span(start, name.span.end))
    return None


def named(outline: Outline) -> list[tuple[RegionGroup, ...]]:
    """ "By Geography; Europe, North America, …", and table rows such as "Regions covered | North America, Europe"."""
    document = outline.document
    text = document.text
    marked = has_any(text, _MARKS)
    runs = [Span(m.start("list"), m.end("list")) for m in _BY_GEOGRAPHY.finditer(text)] if marked else []
    runs.extend(run for block in document.blocks if (run := _told_by_key(document, block)) is not None)
    if has_any(text, _OPENS_PLACES):
        runs.extend(Span(*inside.span("list")) for inside in _IN_BRACKETS.finditer(text))
    found: list[tuple[RegionGroup, ...]] = []
    for run in list(runs):
        groups = _region_runs(text, run) or _countries_in(text, run) or _dashed(text, run)
        if len(groups) > 1:
            found.append(groups)
            runs.remove(run)
    for run in runs:
        names = [name for name in split_places(text, *run) if is_place(name.text)]
        if len(names) > 1:
            found.append(tuple(RegionGroup(name) for name in names))
    return found


def _told_by_key(document: Document, block: Block) -> Span | None:
    """What stands behind "Regions covered" in the row of a table or behind its colon in a plain line."""
    text = document.text
    if block.kind is Kind.ROW:
        if len(block.cells) < 2 or not _KEY.match(text[slice(*block.cells[0])]):
            return None
        told = len(block.cells) == 2 or all(is_place(name.text) for name in split_places(text, *block.cells[1]))
        return block.cells[1] if told else None
    start = _behind_key(text, block) if block.kind in _LINES else None
    names = split_places(text, start, block.end) if start else ()
    return Span(names[0].span.start, block.end) if names and all(is_place(name.text) for name in names) else None


def _behind_key(text: str, block: Block) -> int | None:
    """Where a line goes on behind such a key or label; None where it has none."""
    told = labels_of(text).get(block.start)
    if told and told.tells == "places" and not is_alone(told):
        return told.value.start
    key = _KEY_OF_LINE.match(text, block.start, block.end)
    return key.end() if key else None


def _region_runs(text: str, run: Span) -> tuple[RegionGroup, ...]:
    """ "North America: U.S., Canada; Europe (by type): Germany, UK" in one cell or line."""
    heads = []
    for colon in _HEAD_END.finditer(text, *run):
        region = _region_before(text, run.start, colon.start())
        if region is not None:
            heads.append((region, colon.end()))
    ends = [region.span.start for region, _ in heads[1:]] + [run.end] * min(1, len(heads))
    return tuple(
        RegionGroup(region, split_places(text, start, start + len(text[start:end].rstrip(_MARKS_BETWEEN))))
        for (region, start), end in zip(heads, ends, strict=True)
    )


def _countries_in(text: str, run: Span) -> tuple[RegionGroup, ...]:
    """ "U.S. and Canada in North America, Germany in Europe": the places before their region."""
    line = text[slice(*run)]
    if " in " not in line and "part of" not in line:
        return ()
    return tuple(
        RegionGroup(place_name(text, *found.span("region")), split_places(text, *found.span("places")))
        for found in _COUNTRIES_IN.finditer(text, *run)
        if is_place(found["region"])
    )


def _dashed(text: str, run: Span) -> tuple[RegionGroup, ...]:
    """ "North America - US - Canada Europe - UK": places that dashes part, or nothing."""
    return nested(run_of_places(text, *run)) if " - " in text[slice(*run)] else ()


def plain(outline: Outline) -> list[tuple[RegionGroup, ...]]:
    """Plain lines under a line that speaks of regions: paragraphs of a place each, or one of places run together."""
    document = outline.document
    blocks = document.blocks
    found: list[tuple[RegionGroup, ...]] = []
    for index, block in enumerate(blocks[:-1]):
        line = document.line(block)
        if block.kind in (Kind.ROW, Kind.ITEM) or len(line) > _LONGEST_LEAD or not _asks_for_places(line):
            continue
        names: list[Name] = []
        for after in blocks[index + 1 : index + 1 + _MOST_LINES]:
            here = _places_of_line(document, after)
            if not here:
                break
            names += here
        groups = nested(names)
        if len(groups) > 1:
            found.append(groups)
    return found


def _asks_for_places(line: str) -> bool:
    """Whether a line can head a list of places."""
    return has_any(line, _ASKS_FOR_PLACES) and speaks_of_geography(line) and not line.endswith((".", "?"))


def _places_of_line(document: Document, block: Block) -> list[Name]:
    if block.kind is not Kind.PARAGRAPH or block.end - block.start > _LONGEST_LINE:
        return []
    return run_of_places(document.text, block.start, block.end)
