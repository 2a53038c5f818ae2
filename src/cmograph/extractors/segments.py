"""The market's segments, by dimension: from lists under a heading such as "By Type", from "Type (A, B)" in titles and
sentences, from tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cmograph.claims.model import Facts, Name, SegmentGroup, SegmentName
from cmograph.document import Block, Document, Kind, Span
from cmograph.entities.places import is_place
from cmograph.extractors.outline import Listing, Outline
from cmograph.extractors.wordlists import wordlists
from cmograph.mentions.lists import split_list

NEEDS: tuple[str, ...] = ("market",)

_BY = re.compile(
    r"(?i)\b(?:by|based on(?: the)?|basis of(?: the)?|types of|breakup by"
    r"|segments? by)\s+(?:the\s+)?(?P<name>[a-z][a-z0-9 /&'’-]{1,44}?)"
    r"(?=\s*(?:$|[:;?(\[,]|\.\s*$|\b(?:is|are|was|has|have|into|the market|market|segment(?:s|ed|ation)?|insights?"
    r"|analysis|outlook|available|below|include[sd]?|including)\b))"
)
_BELOW = re.compile(r"(?i)\bbelow\s+(?:product\s+)?(types|applications)\b")
_BARE = re.compile(
    r"(?i)^\s*(?:the\s+)?(?:key\s+|major\s+|market\s+)?(?P<name>[a-z][a-z0-9 /&'’-]{1,40}?)\s*(?:insights?|segments?"
    r"|analysis|outlook|segmentation|covered|overview)?\s*:?\s*$"
)
_BRACKETED = re.compile(
    r"(?:\b[Bb]y\s+|[,;&]\s*|\band\s+|\b[Bb]ased on\s+(?:the\s+)?|^\s*|\b(?:like|into"
    r"|on)\s+)(?:[Bb]y\s+)?(?P<name>[A-Za-z][\w /&'’-]{1,40}?)\s*[(\[]"
)
_MARKED = re.compile(r"By\s+(?P<name>[A-Z][\w &/'’-]{1,36}?)\s*[;:]\s*")
_SENTENCE = re.compile(
    r"(?:segmented|categori[sz]ed|classified|divided|bifurcated|segregated|split)\s+(?:in)?(?:to|by|based on"
    r"|on the basis of)\s+(?:the\s+)?(?:various\s+|different\s+|several\s+)?"
    r"(?P<name>[A-Za-z][A-Za-z /-]{2,32}?)s?,?\s+(?:including|such as|namely|into|like)\s+(?P<list>[^.\n]{5,300})"
)
_PLACEHOLDER = re.compile(
    r"(?i)^(?:(?:product |sub-?)?(?:type|application|segment|product|category|item)\s*[-#]?\s*(?:[ivx]{1,4}|\d{1,2}"
    r"|[a-h])|insert\b.*|x+|n/?a|\.+)$"
)
_NOT_DIMENSIONS = frozenset(
    [
        "region",
        "regions",
        "country",
        "countries",
        "geography",
        "company",
        "companies",
        "player",
        "players",
        "manufacturer",
        "manufacturers",
        "key",
        "market",
        "period",
        "year",
        "years",
        "global",
        "this",
        "the",
        "report",
        "reports",
        "us",
        "contact",
        "forecast",
    ]
)


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `segments`."""
    if facts.market is None:
        return facts
    groups: dict[str, list[SegmentName]] = {}
    for dimension, names in _found(outline):
        fresh = [name for name in names if name.name.text]
        real = [name for name in fresh if not _PLACEHOLDER.match(name.name.text)]
        if dimension in groups or not real or (len(real) == 1 and len(fresh) > 1) or _places(real):
            continue
        groups[dimension] = real if len(real) == len(fresh) else [replace(name, parent=-1) for name in real]
    return replace(facts, segments=tuple(SegmentGroup(dimension, tuple(names)) for dimension, names in groups.items()))


def _places(names: list[SegmentName]) -> bool:
    return all(is_place(name.name.text) or name.name.text.lower() == "others" for name in names)


def _found(outline: Outline) -> Iterator[tuple[str, list[SegmentName]]]:
    """All groups, the surest kinds first: lists, then marked runs, brackets, rows and sentences."""
    document = outline.document
    for listing in outline.listings:
        if not listing.in_contents:
            yield from _listed(document, listing)
    yield from _marked(document)
    yield from _bracketed(outline)
    yield from _rows(document)
    yield from _columns(outline)
    yield from _sentences(outline)


def dimension_of(name: str, *, sure: bool) -> str | None:
    """The key of a dimension that a heading calls `name`; a word that is in no list counts only where `sure` (the page
    says "by …")."""
    plain = " ".join(name.lower().replace("’", "'").split()).strip(" :-")
    plain = (
        re.sub(r"^(?:the|market|their|its|product's)\s+", "", plain) if plain not in wordlists().dimensions else plain
    )
    known = wordlists().dimensions.get(plain)
    if known or not sure:
        return known
    words = plain.split()
    if plain.startswith(("type of ", "types of ")) and len(words) < 5:
        return re.sub(r"\W+", "_", plain)
    if (
        not words
        or len(words) > 5
        or _NOT_DIMENSIONS & {words[0], words[-1]}
        or wordlists().players.search(plain)
        or wordlists().geography.search(plain)
    ):
        return None
    return re.sub(r"\W+", "_", plain).strip("_") or None


def _listed(document: Document, listing: Listing) -> Iterator[tuple[str, list[SegmentName]]]:
    inner = list(_dimension_items(document, listing))
    if inner:
        yield from inner
        return
    for block in (listing.lead, listing.heading):
        if block is None:
            continue
        line = document.line(block)
        if len(line) > 200 or (
            wordlists().players.search(line) and not _BELOW.search(line) and not re.match(r"(?i)\s*by\s", line)
        ):
            return
        dimension = _stated(line) or _bare(line, document, listing)
        if dimension:
            yield dimension, _names(document, listing)
            return


def _stated(line: str) -> str | None:
    """The dimension that a heading or lead states: "… by Application is segmented into:", "below types", "types of X
    available"."""
    below = _BELOW.search(line)
    if below:
        return dimension_of(below[1], sure=False)
    if re.search(r"(?i)\btypes of .{2,90} available\b", line):
        return "type"
    found = list(_BY.finditer(line))
    for match in reversed(found):
        dimension = dimension_of(
            match["name"],
            sure=re.match(r"(?i)\s*(?:market\s+|breakup\s+|segmentation\s+)?by\s", line) is not None
            or bool(wordlists().segmentation.search(line)),
        )
        if dimension:
            return dimension
    return None


def _bare(line: str, document: Document, listing: Listing) -> str | None:
    """A heading that is only the dimension's name: "Applications:", "Type Insights"."""
    match = _BARE.match(line)
    return dimension_of(match["name"], sure=bool(re.search(r"(?i)\binsights?\s*:?\s*$", line))) if match else None


def _names(document: Document, listing: Listing) -> list[SegmentName]:
    """The items of a list as segments; nested items know their parent."""
    found: list[SegmentName] = []
    at: dict[int, int] = {}
    for index in listing.items:
        block = document.blocks[index]
        at[index] = len(found)
        found.append(SegmentName(_name(document.text, block.start, block.end), at.get(block.parent, -1)))
    return found


def _name(text: str, start: int, end: int) -> Name:
    """A segment's name: an item, up to the colon or dash that begins its explanation."""
    raw = text[start:end]
    colon = re.search(r":\s|\s[–—]\s", raw)
    if colon and len(raw) - colon.end() > 25:
        raw = raw[: colon.start()]
    if len(raw) > 120:
        return Name("", Span(start, start))
    lead = re.match(r"\s*(?:(?:and|&)\s+)?", raw)
    begin = start + (lead.end() if lead else 0)
    finish = start + len(raw.rstrip(" :;,.").rstrip())
    return Name(text[begin:finish], Span(begin, finish)) if finish > begin else Name("", Span(start, start))


_OUTLOOK = re.compile(r"(?i)(?:\s+(?:outlook|insights|segments?|scope|analysis))?\s*(?:\([^()]*\))?\s*$")
_BY_HEAD = re.compile(r"(?i)\s*(?:by|based on|on the basis of)\s+(.+)$")


def _descendants(blocks: tuple[Block, ...], items: tuple[int, ...], ancestor: int) -> list[int]:
    """The items nested under an item, at any depth."""
    inside = {ancestor}
    for index in items:
        if blocks[index].parent in inside:
            inside.add(index)
    return sorted(inside - {ancestor})


def _dimension_items(document: Document, listing: Listing) -> Iterator[tuple[str, list[SegmentName]]]:
    """Items that are dimensions themselves: "By Type: A, B", or "Type" over nested items."""
    blocks, text = document.blocks, document.text
    for index in listing.items:
        block = blocks[index]
        line = document.line(block)
        children = _descendants(blocks, listing.items, index)
        head, colon, rest = line.partition(":")
        head = _OUTLOOK.sub("", head)
        by = _BY_HEAD.match(head)
        told = by is not None or bool(
            children and listing.heading and wordlists().segmentation.search(document.line(listing.heading))
        )
        dimension = dimension_of(by[1] if by else head, sure=told)
        if dimension is None or len(head) > 60:
            continue
        if children:
            yield dimension, _names(document, replace(listing, items=tuple(children)))
        elif colon and rest.strip() and (by or "," in rest) and not re.search(r"[a-z]{3,}\.\s+[A-Z]", rest):
            names = _split(text, block.start + len(head) + 1, block.end)
            if all(len(name.name.text.split()) <= 8 for name in names):
                yield dimension, names


def _split(text: str, start: int, end: int) -> list[SegmentName]:
    """The members of a list in a line; brackets after a member hold narrower segments of it."""
    found: list[SegmentName] = []
    for span in split_list(text, start, end):
        inner = re.match(
            r"([^()\[\]]+?)\s*\(([^()]*(?:,| and )[^()]*(?:\([^()]*\)[^()]*)*)\)$", text[span.start : span.end]
        )
        if inner is None:
            found.append(SegmentName(_name(text, *span)))
            continue
        parent = len(found)
        found.append(SegmentName(_name(text, span.start, span.start + inner.end(1))))
        for part in split_list(text, span.start + inner.start(2), span.start + inner.end(2)):
            found.append(SegmentName(_name(text, *part), parent))
    return found


def _marked(document: Document) -> Iterator[tuple[str, list[SegmentName]]]:
    """Runs marked "By Form; Liquids and Solids By Drug Type; …", at least two after another, and paragraphs "By Type:
    A, B, C"."""
    text = document.text
    marks = list(_MARKED.finditer(text))
    for position, mark in enumerate(marks):
        line_end = text.find("\n", mark.end())
        if line_end == mark.end():
            line_end = text.find("\n", mark.end() + 1)
        end = len(text) if line_end < 0 else line_end
        following = marks[position + 1].start() if position + 1 < len(marks) else end
        near = following - mark.end() < 400
        end = min(end, following) if near else end
        dash = re.search(r"\s-\s", text[mark.end() : end])
        end = mark.end() + dash.start() if dash else end
        dimension = dimension_of(mark["name"], sure=True)
        if dimension and 3 < end - mark.end() < 400 and not re.search(r"[a-z]{3,}\. [A-Z]", text[mark.end() : end]):
            names = _split(text, mark.end(), end)
            if len(names) > 1 and all(len(name.name.text.split()) <= 9 for name in names):
                yield dimension, names


def _bracketed(outline: Outline) -> Iterator[tuple[str, list[SegmentName]]]:
    """ "by Type (A, B), Process (C, D) and Model (E)": in titles, headings and sentences that speak of segments."""
    document = outline.document
    for index, block in enumerate(document.blocks):
        line = document.line(block)
        if (
            index in outline.contents
            or ("(" not in line and "[" not in line)
            or not re.search(r"(?i)\bby\b|segment|categori|based on|types", line)
        ):
            continue
        chain, done = False, 0
        for match in _BRACKETED.finditer(line):
            close = _closing(line, match.end() - 1)
            if close < 0 or match.start() > 600 or match.start() < done:
                continue
            done = close
            spoken = bool(re.match(r"(?:\W*\s*)?(?:by|based on)\b", match[0], re.IGNORECASE))
            name = re.sub(r"(?i)^.*\b(?:by|on|types like|like)\s+", "", match["name"])
            if re.search(r"(?i)growth|exhibit|rate$", name):
                continue
            dimension = dimension_of(name, sure=spoken or chain)
            names = _split(document.text, block.start + match.end(), block.start + close)
            if dimension and (len(names) > 1 or chain) and not _places(names):
                chain = True
                yield dimension, names


def _closing(line: str, opened: int) -> int:
    """Where the bracket opened at `opened` closes, or -1."""
    depth = 0
    for found in re.compile(r"[()\[\]]").finditer(line, opened):
        depth += 1 if found[0] in "([" else -1
        if depth == 0:
            return found.start()
    return -1


def _columns(outline: Outline) -> Iterator[tuple[str, list[SegmentName]]]:
    """The first column of a table under "By Grade" whose head is "Grade"."""
    document = outline.document
    tables: dict[int, tuple[str, list[SegmentName]]] = {}
    for index, block in enumerate(document.blocks):
        if block.kind is not Kind.ROW or len(block.cells) < 2:
            continue
        if block.group not in tables:
            heading = outline.heading_of[index]
            above = " ".join(
                document.line(document.blocks[i])
                for i in {heading, outline.heading_of[heading - 1] if heading > 0 else heading}
                if i >= 0
            )
            head = document.text[slice(*block.cells[0])].strip()
            stated = re.search(rf"(?i)\bby\s+(?:\w+\s+)?{re.escape(head)}\b", above) if head else None
            tables[block.group] = (dimension_of(head, sure=True) or "" if stated else "", [])
        elif tables[block.group][0]:
            tables[block.group][1].append(SegmentName(_name(document.text, *block.cells[0])))
    yield from (
        (dimension, [name for name in names if name.name.text.lower() not in {"total", "overall"}])
        for dimension, names in tables.values()
        if dimension and len(names) > 1
    )


def _rows(document: Document) -> Iterator[tuple[str, list[SegmentName]]]:
    """Table rows: "By Type | A, B, C"."""
    for block in document.blocks:
        if block.kind is not Kind.ROW or len(block.cells) != 2:
            continue
        key = document.text[slice(*block.cells[0])]
        by = re.match(r"(?i)\s*(?:segmentation\s+|segments?\s+|market\s+)?by\s+(.{2,40})$", key)
        dimension = (
            dimension_of(by[1], sure=True)
            if by
            else dimension_of(re.sub(r"(?i)\s+(?:covered|segments?)$", "", key), sure=False)
        )
        names = _split(document.text, *block.cells[1])
        if dimension and len(names) > 1:
            yield dimension, names


def _sentences(outline: Outline) -> Iterator[tuple[str, list[SegmentName]]]:
    """A sentence that names a dimension and its segments: "segmented into various voltage ratings, including 345 kV and
    400 kV"."""
    document = outline.document
    for match in _SENTENCE.finditer(document.text):
        dimension = dimension_of(match["name"], sure=True)
        names = _split(document.text, match.start("list"), match.end("list"))
        if dimension and len(names) > 1 and all(len(name.name.text.split()) <= 6 for name in names):
            yield dimension, names
