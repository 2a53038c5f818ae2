"""Lists that share out the market among the segments or the firms that they name: "Manual: 57% (2023)", "Cordless:
43%"; or among parts that nothing else on the page names: "Shops – 58% of sales", "Online – 42%"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cmograph.claims.model import Claim, Facts, Subject, SubjectKind
from cmograph.document import Span
from cmograph.entities.places import resolve
from cmograph.extractors.figures.tables.table_cells import cell_claim
from cmograph.extractors.outline import Listing, Outline
from cmograph.extractors.segment.segment_names import WHOLE
from cmograph.extractors.table_heads import NONE, Measure, measure, unranked
from cmograph.extractors.vocabulary.wordlists import is_players

_SHARED = re.compile(
    r"[^:\n%]{2,60}?(?:(?::|\s[–—-])\s|\s(?=[\d~≈]))"
    r"(?P<share>(?:(?:about|around|some|approx\.|ca\.) |[~≈])?\d[\d.]{0,4}\s?%)"
    r"(?P<whole>\sof\s(?:[\w-]+\s){0,3}(?:sales|revenues?|market|value|demand|turnover|spending|total))?"
    r"\s?(?:\((?P<year>20\d\d)\))?\.?$"
)
_TOLD = re.compile(r"(?i)\b(?:shares?|sales|revenues?|turnover|demand|split|market value|value of the market)\b")
_NO_PARTS = re.compile(
    r"(?i)\b(?:employees|workforce|staff|shareholders?|ownership|respondents|patients|weight|ingredients?|our|its|group"
    r"|net sales)\b"
)
_NAMES_END = re.compile(r"\s*(?::|\s[–—-])\s*$")
_WHOLE = range(98, 103)
_FEWEST = 3
_NO_SHARES = frozenset({"growth_rate", NONE})


def share_lists(outline: Outline, facts: Facts) -> tuple[list[Claim], set[int]]:
    """The shares of segments and firms that lists give without a word for them, and the indexes of these lists'
    items."""
    text = outline.document.text
    claims: list[Claim] = []
    read: set[int] = set()
    parts = {name.name.span.start: name.name.text for group in facts.segments for name in group.segments}
    firms = {firm.name.span.start: firm.name.text for firm in facts.companies}
    for listing in outline.listings if "%" in text else ():
        blocks = [outline.document.blocks[index] for index in listing.items]
        if len(blocks) < 2 or text.find("%", blocks[0].start, blocks[-1].end) < 0 or listing.in_contents:
            continue
        for kind, begun in ((SubjectKind.SEGMENT, parts), (SubjectKind.COMPANY, firms)):
            starts = [unranked(text, Span(block.start, block.end)).start for block in blocks]
            names = {index: begun[start] for index, start in zip(listing.items, starts, strict=True) if start in begun}
            found = list(_shares(outline, listing, names, kind))
            total = round(sum(claim.low for claim in found))
            if len(found) > 1 and (total in WHOLE or (kind is SubjectKind.COMPANY and total < WHOLE.stop)):
                claims += found
                read.update(index for index in listing.items if index in names)
        if read.isdisjoint(listing.items):
            found = _of_unlisted_parts(outline, listing)
            claims += found
            read.update(listing.items if found else ())
    return claims, read


def _of_unlisted_parts(outline: Outline, listing: Listing) -> list[Claim]:
    """The shares of a list of names with percentages alone, where these are a whole and a line above or the first item
    says of what; nothing where another item stands among them."""
    document = outline.document
    blocks = [document.blocks[index] for index in listing.items]
    shared: list[re.Match[str]] = []
    for block in blocks:
        match = _SHARED.match(document.text, block.start, block.end)
        if match is None:
            return []
        shared.append(match)
    lines = [document.line(block) for block in (listing.lead, listing.heading) if block is not None]
    told = any(match["whole"] for match in shared) or any(_TOLD.search(line) for line in lines)
    if len(shared) < _FEWEST or not told:
        return []
    if any(_NO_PARTS.search(line) or measure(line).kind in _NO_SHARES for line in lines):
        return []
    year = next((said.year for said in map(measure, lines) if said.year), None)
    found = [
        cell_claim(document, block, Span(*match.span("share")), Measure("market_share", percent=True, year=year), part)
        for block, match in zip(blocks, shared, strict=True)
        for part in [_part(match[0][: match.start("share") - match.start()])]
    ]
    claims = [claim for claim in found if claim]
    return claims if round(sum(claim.low for claim in claims)) in _WHOLE else []


def _part(label: str) -> Subject:
    """What the label of an item names: a place, or a part of the market."""
    name = _NAMES_END.sub("", label).strip()
    return Subject(SubjectKind.REGION if resolve(name) else SubjectKind.SEGMENT, name)


def _shares(outline: Outline, listing: Listing, names: dict[int, str], kind: SubjectKind) -> Iterator[Claim]:
    """The shares of the segments or firms that begin a list's items; a year that the first item or the line above has
    goes for all. Firms are shared among where the line above speaks of them or of shares, and of nothing else."""
    document = outline.document
    lines = [document.line(block) for block in (listing.lead, listing.heading) if block is not None]
    above = [measure(line) for line in lines]
    if not names or any(said.kind in _NO_SHARES for said in above):
        return
    if kind is SubjectKind.COMPANY and not any(is_players(line) for line in lines):
        return
    year = next((said.year for said in above if said.year), None)
    for index, name in names.items():
        block = document.blocks[index]
        shared = _SHARED.match(document.text, block.start, block.end)
        if shared is None or name.endswith(shared["share"]):
            continue
        year = int(shared["year"]) if shared["year"] else year
        share = Measure("market_share", percent=True, year=year)
        claim = cell_claim(document, block, Span(*shared.span("share")), share, Subject(kind, name))
        if claim:
            yield claim
