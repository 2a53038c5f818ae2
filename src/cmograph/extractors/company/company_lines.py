"""Companies in plain lines: a name each under a line that announces players, several on one line that bullets part, or
a name over its portrait ("Founded in 1924 …")."""

from __future__ import annotations

import re

from cmograph.claims.model import Name
from cmograph.document import Block, Document, Kind
from cmograph.entities.places import is_place
from cmograph.extractors.company.company_lists import is_heading_like, mended, names_of_item
from cmograph.extractors.company.company_portraits import CALLED
from cmograph.extractors.outline import Outline
from cmograph.extractors.vocabulary.company_words import company_words
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.extractors.vocabulary.wordlists import is_players, wordlists
from cmograph.mentions.capitals import lower_words
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.lists import split_bulleted

_ENDS_OPEN = re.compile(r"(?::|[-–]|\b(?:includ(?:e|es|ing)|are|is|as follows))\s*$", re.IGNORECASE)
_BYLINE = re.compile(
    r"\bBy [A-Z]|\bmin(?:ute)?s? read\b|\b(?:[Pp]ublished|[Uu]pdated|[Pp]osted)\b|\d, 20\d\d\b|\d [A-Z][a-z]+ 20\d\d\b"
)
"""Of a line that tells who wrote a page, and when."""

_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W\d_]+")
_PORTRAIT = ("Founded in", "Founded by", "Established in", "Headquartered in", "Incorporated in", "Based in")
_OF_OWNERS = ("Part of ", "Owned by ", "A subsidiary of ", "Subsidiary of ", "A division of ", "A unit of ")
_TOLD_OF_FIRMS = (*_OF_OWNERS, "The ", "This ", "A ", "An ")
_JOINTS = frozenset({"and", "of", "the", "for"})
_LONGEST_LEAD, _LONGEST_LINE, _MOST_LINES = 250, 100, 60


def lined(outline: Outline) -> list[list[Name]]:
    """The names in plain lines, one list for each run of lines."""
    document = outline.document
    blocks = document.blocks
    found = []
    for index, block in enumerate(blocks[:-1]):
        after = blocks[index + 1]
        if after.kind is not Kind.PARAGRAPH or block.kind in (Kind.ROW, Kind.ITEM) or index in outline.contents:
            continue
        if _portrays(document, block, after) and _is_name_line(document, block):
            found.append(names_of_item(document, block))
        elif _can_begin(document.text, after) and _announces(document, block):
            fewest = 2 if _ENDS_OPEN.search(document.line(block)) else 3
            found.append(_run(document, index + 1, fewest))
    return [names for names in found if names]


def _portrays(document: Document, block: Block, after: Block) -> bool:
    """Whether a paragraph tells what a firm's portrait begins with; behind a name with its legal form, that it is
    one."""
    if document.text.startswith(_PORTRAIT, after.start):
        return True
    if not document.text.startswith(_TOLD_OF_FIRMS, after.start):
        return False
    belongs = document.text.startswith(_OF_OWNERS, after.start) or CALLED.match(document.text, after.start, after.end)
    return bool(belongs) and is_legal_form(document.line(block).rpartition(" ")[2])


def _can_begin(text: str, block: Block) -> bool:
    """Whether a paragraph can be a list's first line: short, or with a bullet before it."""
    return block.end - block.start <= _LONGEST_LINE or text[block.start + 1] == " "


def _announces(document: Document, block: Block) -> bool:
    if block.end - block.start > _LONGEST_LEAD:
        return False
    if not signs_of(document.text).any_in("players_line", block.start, block.end):
        return False
    line = document.line(block)
    if _ENDS_OPEN.search(line):
        return is_players(line[-160:])
    return is_heading_like(line) and is_players(line)


def _run(document: Document, at: int, fewest: int) -> list[Name]:
    """The names in the lines from the block `at` on."""
    text = document.text
    names: list[Name] = []
    for block in document.blocks[at : at + _MOST_LINES]:
        parts = split_bulleted(text, block.start, block.end) if block.kind is Kind.PARAGRAPH else []
        if parts and _BYLINE.search(text, block.start, block.end):
            return names
        if parts:
            return names + mended(text, [Name(text[slice(*part)], part) for part in parts])
        if block.kind is not Kind.PARAGRAPH or not _is_name_line(document, block):
            break
        names += names_of_item(document, block)
    return names if len(names) >= fewest else []


def _is_name_line(document: Document, block: Block) -> bool:
    """Whether a plain line is a name: short, with no word of a sentence or of a heading, no data of a portrait ("HQ:
    Oslo | Employees: 900")."""
    line = document.line(block)
    if len(line) > _LONGEST_LINE or line[-1] in "?!:":
        return False
    if signs_of(document.text).any_in("portraits", block.start, block.end):
        return False
    bare = _BRACKETS.sub("", line).rstrip()
    words = company_words()
    if line[-1] == "." and not is_legal_form(bare.rsplit(maxsplit=1)[-1]):
        return False
    if words.headings.intersection(_WORD.findall(bare.lower())) or wordlists().stop_heading.search(line):
        return False
    return words.common.isdisjoint(word for word in lower_words(bare) if word not in _JOINTS) and not is_place(bare)
