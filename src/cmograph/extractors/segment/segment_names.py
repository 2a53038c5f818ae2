"""Segments in a list item or a line: their names and where these stand."""

from __future__ import annotations

import re

from cmograph.claims.model import Name, SegmentName
from cmograph.document import Document, Span
from cmograph.extractors.remarks import without_remark
from cmograph.extractors.vocabulary.wordlists import wordlists
from cmograph.mentions.lists import split_list

_EXPLAINS = re.compile(r":\s|\s[–—]\s")
_DASH = re.compile(r"\s+[-–—]\s+(?=\S)")
_AND = re.compile(r"\s*(?:(?:and|&)\s+)?")
_NARROWER = re.compile(
    r"([^()\[\]{}]+?)\s*"  # the wider segment
    r"(?:\(([^()]*(?:,| and )[^()]*(?:\([^()]*\)[^()]*)*)\)"  # those in it, which may have brackets of their own
    r"|\[([^\[\]]*(?:,| and )[^\[\]]*)\]|\{([^{}]*(?:,| and )[^{}]*)\})$"
)
_IN_WORDS = re.compile(r"\w \([^()\d]+(?:,| and) [^()\d]+\)$")
"""Brackets at the end of an item that list names: no "(1,000-4,999 tons)"."""

_INNER_AND = re.compile(r"(?i)\s(?:and|&)\s")
_REST = re.compile(r"(?i)others?\b")
_SHARE = re.compile(
    r"(?:\s[–—-]|\s\(|,)\s?(?:about |around |~)?(\d{1,3}(?:\.\d+)?)\s?%"
    r"(?:\)|\s?\(20\d\d\))?(?:\s(?:of|in) [a-z ]{2,30})?\.?$"
)
WHOLE = range(60, 104)
"""What shares come to of which a list has most."""

_OUTLINED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.(\d{1,2})\s+(?=[^\W_a-z])")
_LONGEST, _FEWEST_OUTLINED = 120, 2
_FEWEST_SPACES = 3
_EXPLANATION = 25
"""From this many characters on, what stands behind a colon is an explanation and no part of the name."""


def segment_name(text: str, start: int, end: int) -> Name:
    """A segment's name: text[start:end] up to the colon or dash that begins its explanation; empty where nothing like a
    name is left."""
    raw = text[start : without_remark(text, start, end)]
    colon = _EXPLAINS.search(raw)
    if colon and len(raw) - colon.end() > _EXPLANATION:
        raw = raw[: colon.start()]
    lead = _AND.match(raw)
    begin = start + (lead.end() if lead else 0)
    finish = start + len(raw.rstrip(" :;,.").rstrip())
    if text[finish - 1] == ")" and text.count(")", begin, finish) == text.count("(", begin, finish) + 1:
        finish -= 1
    if len(raw) > _LONGEST or finish <= begin:
        return Name("", Span(start, start))
    return Name(text[begin:finish], Span(begin, finish))


def is_sentence(name: str) -> bool:
    """Whether what stands in a name's place tells something: "Cordless shears held 54% of the market"."""
    return name.count(" ") >= _FEWEST_SPACES and wordlists().finite.search(name, name.index(" ")) is not None


def item_names(document: Document, items: tuple[int, ...]) -> list[SegmentName]:
    """The items of a list, by the indexes of their blocks, as segments; nested items know their parent."""
    found: list[SegmentName] = []
    at: dict[int, int] = {}
    if _hold_narrower(document, items):
        return _with_narrower(document, items)
    end_of = _ends(document, items)
    number = _OUTLINED if _are_outlined(document, items) else None
    for index in items:
        block = document.blocks[index]
        at[index] = len(found)
        numbered = number.match(document.text, block.start, block.end) if number else None
        name = segment_name(document.text, numbered.end() if numbered else block.start, end_of[index])
        found.append(SegmentName(name, at.get(block.parent, -1)))
    return found


def _are_outlined(document: Document, items: tuple[int, ...]) -> bool:
    """Whether all items of a list have the number of an outline in front, each one more than that before: "2.1 Manual",
    "2.2 Cordless"."""
    if not document.text[document.blocks[items[0]].start].isdigit() or len(items) < _FEWEST_OUTLINED:
        return False
    found = [_OUTLINED.match(document.text, document.blocks[at].start, document.blocks[at].end) for at in items]
    numbers = [(match[1], int(match[2])) for match in found if match]
    return numbers == [(numbers[0][0], numbers[0][1] + step) for step in range(len(items))] if numbers else False


def _hold_narrower(document: Document, items: tuple[int, ...]) -> bool:
    """Whether two of a list's items and most of all hold narrower segments in brackets: "Hand (Bypass, Anvil)"."""
    blocks = [document.blocks[index] for index in items]
    if document.text.find("(", blocks[0].start, blocks[-1].end) < 0 or any(block.parent >= 0 for block in blocks):
        return False
    holding = sum(_IN_WORDS.search(document.text, block.start, block.end) is not None for block in blocks)
    return holding > 1 and 2 * holding > len(items)


def _with_narrower(document: Document, items: tuple[int, ...]) -> list[SegmentName]:
    """The segments of such items, the narrower ones behind the one that they are of."""
    found: list[SegmentName] = []
    for index in items:
        block = document.blocks[index]
        found += _member(document.text, Span(block.start, block.end), len(found))
    return found


def _ends(document: Document, items: tuple[int, ...]) -> dict[int, int]:
    """Where the names in a list's items end: before the colon where most items explain a name of their own, and before
    one that a sentence follows, and before a share, else with the item."""
    blocks = document.blocks
    begin, end = blocks[items[0]].start, blocks[items[-1]].end
    if marked := _marked_ends(document, items):
        return marked
    if document.text.find(": ", begin, end) < 0 and document.text.find("%", begin, end) < 0:
        return {index: blocks[index].end for index in items}
    lines = _without_shares({index: document.line(blocks[index]) for index in items})
    heads = {index: line.partition(": ")[0] for index, line in lines.items() if ": " in line}
    most = len(heads) > max(1, len(items) // 2) and len(set(heads.values())) == len(heads)
    cut = {index: head for index, head in heads.items() if most or lines[index].endswith(".")}
    return {index: blocks[index].start + len(cut.get(index, line)) for index, line in lines.items()}


def _marked_ends(document: Document, items: tuple[int, ...]) -> dict[int, int]:
    """Where the names in a list's items end, if each is in bold before a dash and an explanation: "**Manual** - Light
    and cheap."."""
    blocks = [document.blocks[index] for index in items]
    if len(blocks) < 2 or not all(block.bold and block.bold[0].start == block.start for block in blocks):
        return {}
    told = (_DASH.match(document.text, block.bold[0].end, block.end) for block in blocks)
    return {index: block.bold[0].end for index, block in zip(items, blocks, strict=True)} if all(told) else {}


def _without_shares(lines: dict[int, str]) -> dict[int, str]:
    """The items without the shares behind their names, where these come to a market: "Manual – 57%"."""
    shares = {index: share for index, line in lines.items() if (share := _SHARE.search(line))}
    if len(shares) < 2 or round(sum(float(share[1]) for share in shares.values())) not in WHOLE:
        return lines
    return {index: line[: shares[index].start()] if index in shares else line for index, line in lines.items()}


def line_names(text: str, start: int, end: int) -> list[SegmentName]:
    """The members of a list in a line; brackets after a member hold narrower segments of it."""
    found: list[SegmentName] = []
    for span in _whole_pairs(text, split_list(text, start, end)):
        found += _member(text, span, len(found))
    return found


def _member(text: str, span: Span, at: int) -> list[SegmentName]:
    """A member of a list, with the narrower segments in brackets behind it; `at` is its index among all."""
    inner = _NARROWER.match(text[span.start : span.end])
    if inner is None:
        return [SegmentName(segment_name(text, *span))]
    begin, end = inner.span(inner.lastindex or 2)
    parts = split_list(text, span.start + begin, span.start + end)
    wider = SegmentName(segment_name(text, span.start, span.start + inner.end(1)))
    return [wider, *(SegmentName(segment_name(text, *part), at) for part in parts)]


def _whole_pairs(text: str, spans: list[Span]) -> list[Span]:
    """The members with the last one whole where it is a pair: "large and small and medium firms" is two, "oil and gas"
    one; so is "D & E" behind "A, B & C"."""
    if len(spans) < 2:
        return spans
    joint = text[spans[-2].end : spans[-1].start]
    if "," in joint or ";" in joint or not _INNER_AND.fullmatch(joint):
        return spans
    begin, end = spans[-2].start, spans[-1].end
    pair = _pair_over(text, Span(begin, end), spans[-2].end)
    if pair is not None:
        cut = next(iter(_INNER_AND.finditer(text, begin, pair.start())), None)
        return [*spans[:-2], *((Span(begin, cut.start()), Span(cut.end(), end)) if cut else (Span(begin, end),))]
    signed = "&" in joint and (
        any(" & " in text[slice(*span)] for span in spans[:-2]) or _is_said_as_one(text, spans[-2], spans[-1])
    )
    return [*spans[:-2], Span(begin, end)] if signed and not _REST.match(text, spans[-1].start) else spans


def _is_said_as_one(text: str, first: Span, second: Span) -> bool:
    """Whether the text has two members as one name, its second part in small letters: "Hoe & rake sets" behind
    "…, Hoe & Rake Sets"."""
    behind = text[slice(*second)]
    small = behind.lower()
    return small != behind and f"{text[slice(*first)]} & {small}" in text


def _pair_over(text: str, members: Span, joint: int) -> re.Match[str] | None:
    """The pair such as "oil and gas" whose "and" stands where two members meet."""
    pairs = wordlists().pairs.finditer(text, *members)
    return next((pair for pair in pairs if pair.start() <= joint < pair.end()), None)
