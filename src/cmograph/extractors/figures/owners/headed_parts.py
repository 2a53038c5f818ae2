"""Lines that leave out whose their figures are ("Market size: $5 billion", "Valued at $3 billion in 2024"), and the
part of the market that the heading or the list item above them names, where no list of the page does."""

from __future__ import annotations

import re

from cmograph.claims.model import Subject, SubjectKind
from cmograph.document import Block, Document, Kind, Span
from cmograph.entities.places import is_place
from cmograph.extractors.figures.names.directory import Directory
from cmograph.extractors.figures.names.own_market import is_own
from cmograph.extractors.outline import Outline
from cmograph.extractors.vocabulary.figure_words import figure_words, head_words
from cmograph.extractors.vocabulary.signs import signs_of
from cmograph.extractors.vocabulary.terse_words import terse_words
from cmograph.mentions.forms import is_legal_form
from cmograph.mentions.tokens import WORD, tokenize

_NUMBERED = re.compile(r"(?:\(?\d{1,2}(?:\.\d{1,2})*[.):]?|[A-Z][.)])\s+")
_TAIL = re.compile(r"(?i)\s+(?:markets?|segments?|sector|industry)(?:\s+size)?$")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SMALL = frozenset({"and", "of", "for", "&", "in", "to", "the"})
_LONGEST, _MOST_WORDS = 80, 7
_LONGEST_LEAD, _FEW = 40, 4
_JOINTS = frozenset({"and", "&"})


def is_terse(text: str, span: Span) -> bool:
    """Whether a line or sentence says of nobody that the figures are theirs."""
    return terse_words().terse.match(text, *span) is not None


def part_above(outline: Outline, index: int, directory: Directory) -> Subject | None:
    """The part of the market that stands above a terse line and that no list of the page names: "IT services" over
    "Market size: $1.6 billion"; None where the line says itself whose its figures are."""
    document = outline.document
    block = document.blocks[index]
    if block.kind not in (Kind.ITEM, Kind.PARAGRAPH) or not is_terse(document.text, Span(block.start, block.end)):
        return None
    above = block.parent
    while above >= 0 and _is_measure(document, document.blocks[above]):
        above = document.blocks[above].parent
    heading = outline.heading_of[index]
    above = above if above >= 0 else heading
    if above < 0 or document.is_title(document.blocks[above]):
        return None
    part = _part(document, document.blocks[above], directory)
    return Subject(SubjectKind.COMPANY, part.name) if part and _is_of_a_firm(document, above, index, part) else part


def _is_of_a_firm(document: Document, above: int, index: int, part: Subject) -> bool:
    """Whether a name above a line is a firm's: it ends in a legal form, or a founding or a seat is told below it."""
    behind = document.blocks[index : index + _FEW]
    end = next((block.start for block in behind if block.kind is Kind.HEADING), behind[-1].end)
    told = signs_of(document.text).any_in("portraits", document.blocks[above].end, end)
    return told or is_legal_form(part.name.rpartition(" ")[2])


def part_in_front(document: Document, block: Block, directory: Directory) -> Subject | None:
    """The part of the market that the bold label of a paragraph names and that no list does: "**Pole saws.** They hold
    9%"; goods have a name that the page has in small letters too."""
    lead = block.bold[0] if block.bold and block.kind is Kind.PARAGRAPH else None
    if lead is None or lead.start != block.start or lead.end - lead.start > _LONGEST_LEAD:
        return None
    text = document.text
    name = text[slice(*lead)].rstrip(" .:–—")
    if text[lead.start + len(name) : lead.start + len(name) + 1] not in (".", ":"):
        return None
    words = name.lower().split()
    told = [word for word in words if word not in _JOINTS]
    stops = (terse_words().no_parts, head_words().general, figure_words().phrase_stops)
    general = not all(few.isdisjoint(told) for few in stops) or not 0 < len(words) <= _FEW
    if general or is_place(name) or f" {words[-1]}" not in text:
        return None
    listed = directory.companies.at(tokenize(name), 0) or directory.segments.at(tokenize(name), 0)
    return None if listed or is_own(tokenize(name), directory) else Subject(SubjectKind.SEGMENT, name)


def _is_measure(document: Document, block: Block) -> bool:
    """Whether an item is only the label of what is measured: "Market size:"."""
    words = {token.lower for token in tokenize(document.text, block.start, block.end) if token.kind == WORD}
    return words <= terse_words().labels


def _part(document: Document, block: Block, directory: Directory) -> Subject | None:
    """The part of the market that a heading or an item's label names; None for what heads a chapter."""
    line = document.line(block)
    if len(line) > _LONGEST:
        return None
    label, colon, rest = line.partition(":")
    if rest.strip() or (block.kind is Kind.ITEM and not colon):
        return None
    numbered = _NUMBERED.match(label)
    name = label[numbered.end() if numbered else 0 :].strip(" *–—-")
    bare = _TAIL.sub("", name)
    if not _can_be_part(bare) or is_own(tokenize(bare), directory):
        return None
    return Subject(SubjectKind.SEGMENT if bare == name else SubjectKind.OTHER_MARKET, bare)


def _can_be_part(name: str) -> bool:
    """Whether a name is one of goods or services: few words, with capitals, none of them general, and no place."""
    words = _BRACKETS.sub("", name).split()
    if not 0 < len(words) <= _MOST_WORDS or is_place(name) or any(character in name for character in "?!;%$€£"):
        return False
    lower = [word.strip("(),").lower() for word in words]
    told = [word for word in lower if word not in _SMALL]
    if not told or any(word.islower() for word in words if word.lower() not in _SMALL):
        return False
    telling = told[:-1] if len(told) > 1 and told[-1] in head_words().tails else told
    return terse_words().no_parts.isdisjoint(told) and head_words().general.isdisjoint(telling)
