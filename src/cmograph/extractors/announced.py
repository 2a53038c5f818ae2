"""Lines that announce a list, and the short lines behind them that are its members."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from cmograph.document import Block, Document, Kind
from cmograph.extractors.vocabulary.wordlists import wordlists
from cmograph.mentions.labels import labels_of

_YEARS_AND_UNIT = r"(?:,?\s\(?20\d\d\s?[-–—]\s?20\d\d\)?)?(?:,?\s\([A-Za-z$€£][\w $€£,–-]{1,30}\))*"
_LABEL = re.compile(
    r"(?:Segmentation\s+|Segment(?:ed)?\s+|Market\s+)?[Bb]y\s+[A-Za-z][\w /&'’-]{2,40}$"
    rf"|.{{3,60}} Market,? [Bb]y [A-Z][\w /&-]{{2,40}}{_YEARS_AND_UNIT}$"
    r"|[A-Z][\w /&'’-]{1,50} Outlook,? \([^()]{0,40}20\d\d[^()]{0,20}\)$"
)
_OPEN_END = re.compile(r"\b(?:into|including|includes?|are|as follows|such as)$")
_LAST_LETTERS = ":oges"
"""One of these ends whatever announces by its end."""

_BEFORE_NAMES = "<>≤≥~&(\"“'‘"
_NO_MEMBER = (" Market", " market", " Report")
"""How the titles of other reports end, which pages list too."""
_LINES = (Kind.PARAGRAPH, Kind.HEADING)
_LONGEST_LEAD, _LONGEST_LABEL, _LONGEST_MEMBER, _LONGEST_LINK = 300, 100, 80, 300


def announced_runs(document: Document) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The lines that announce a list ("By type, it is split into:", "By Type"), each with its members: two or more
    lines, or one that has a comma."""
    blocks = document.blocks
    index = 0
    while index < len(blocks):
        announcing, index = index, index + 1
        if not _announces(document, blocks[announcing]):
            continue
        run = within_label(document, announcing, _members(document, index))
        index += len(run)
        if run and _heads(document, run[-1], index):
            run.pop()
        if len(run) > 1 or (run and ", " in document.line(blocks[run[0]])):
            yield announcing, tuple(run)


def within_label(document: Document, above: int, members: Iterable[int]) -> list[int]:
    """The members below a line; where that is a label ("Regions:"), up to the line that has the next one."""
    labels, blocks = labels_of(document.text), document.blocks
    if blocks[above].start not in labels:
        return list(members)
    return list(takewhile(lambda at: blocks[at].start not in labels, members))


def _members(document: Document, first: int) -> list[int]:
    """The lines from one on that can be members of a list: paragraphs, or headings over nothing."""
    blocks = document.blocks
    if first < len(blocks) and blocks[first].kind is Kind.HEADING:
        level = blocks[first].level
        return list(takewhile(lambda at: _is_heading_member(document, blocks[at], level), range(first, len(blocks))))
    return list(takewhile(lambda at: _is_member(document, blocks[at]), range(first, len(blocks))))


def _announces(document: Document, block: Block) -> bool:
    """Whether a line is followed by a list by what it says or how it ends; of headings only such as "By Type"."""
    text, length = document.text, block.end - block.start
    if length > _LONGEST_LEAD or block.kind not in _LINES:
        return False
    said = text.find("y ", block.start, block.end) >= 0 or text.find("Outlook", block.start, block.end) >= 0
    if said and length <= _LONGEST_LABEL and _LABEL.match(text, block.start, block.end):
        return True
    last = text[block.end - 1]
    if block.kind is not Kind.PARAGRAPH or last not in _LAST_LETTERS:
        return False
    return last == ":" or _OPEN_END.search(text, max(block.start, block.end - 20), block.end) is not None


def is_short(document: Document, block: Block) -> bool:
    """Whether a line is a paragraph that can be a member of a list: short, no sentence, question, lead or link."""
    if block.kind is not Kind.PARAGRAPH or block.end - block.start > _LONGEST_MEMBER:
        return False
    return document.text[block.end - 1] not in ".?!:" and document.text.find("://", block.start, block.end) < 0


def is_link_line(document: Document, block: Block) -> bool:
    """Whether a line shows an address and little else: "Ask for a Sample: https://…"."""
    return block.end - block.start <= _LONGEST_LINK and document.text.find("://", block.start, block.end) >= 0


def _is_member(document: Document, block: Block) -> bool:
    """Whether a short line can be a member of a list, and begins no other one."""
    first = document.text[block.start]
    return (
        (first.isalnum() or first in _BEFORE_NAMES)
        and is_short(document, block)
        and not _announces(document, block)
        and not document.line(block).endswith(_NO_MEMBER)
    )


def _is_heading_member(document: Document, block: Block, level: int) -> bool:
    """Whether a short line between empty ones, which looks like a heading, goes on with a list of such lines."""
    if block.kind is not Kind.HEADING or block.level != level or block.end - block.start > _LONGEST_MEMBER:
        return False
    line = document.line(block)
    return (
        line[-1] not in ".?!:"
        and "arket" not in line
        and not _announces(document, block)
        and not wordlists().players.search(line)
        and not wordlists().stop_heading.search(line)
    )


def _heads(document: Document, last: int, following: int) -> bool:
    """Whether the last short line is the heading of what follows: a list, or a paragraph that begins a sentence."""
    blocks = document.blocks
    line = document.line(blocks[last])
    if following >= len(blocks) or line.lower().startswith("other") or (line.endswith(")") and ", " in line):
        return False
    block = blocks[following]
    if block.kind in (Kind.ITEM, Kind.ROW):
        return True
    if block.kind is not Kind.PARAGRAPH or is_link_line(document, block):
        return False
    return not _announces(document, block) and not document.text[block.start].islower()
