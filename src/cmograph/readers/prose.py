"""Plain text to a draft: paragraphs, headings, lists and tables told by their lines alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from cmograph.mentions.labels import labelled_at
from cmograph.readers.draft import Draft
from cmograph.readers.line import Line, LineBuffer
from cmograph.readers.nesting import Levels, Place, sign_rank
from cmograph.readers.signs import pictures_length, section_at, sign_length

NEWLINE = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
RULE = re.compile(r"\W{3,}")
DIVIDER = re.compile(r"\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?")
SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+[A-Z]")
BAR = re.compile(r"[|\t]")
COLUMNS = re.compile(r"(?<=[\w)%]) {3,}(?=\S)")
SMALL_BULLET = re.compile(r"^(\s+)o(?=\s+\S)")
FIGURE = re.compile(r"\d\s*%|[$€£¥]\s*\d|\bUSD\b")
TAB, BAR_SIGN, WIDE_GAP = "\t", "|", 3
SHORTEST_WRAPPED, LONGEST_WRAPPED = 45, 110
LONGEST_HEADING = 140
FEW_WORDS, MANY_WORDS = 9, 16
FEWEST_WRAPPED = 2
STANDING_ALONE = 2
FEWEST_HEADS = 2


@dataclass(slots=True)
class Prose:
    """The state of reading plain text: the open lists and the open table's group."""

    draft: Draft
    levels: Levels = field(default_factory=Levels)
    table: int = 0

    def line(self, raw: str, is_heading: bool) -> None:
        """Add one line."""
        text = raw.strip()
        if cells := row_cells(text):
            self.row(cells)
            return
        line = one_line(text)
        if line is None:
            return
        self.table = 0
        if is_signed(text) and not is_heading:
            rank = sign_rank(line.text)
            if section := section_at(line.text):
                line.cut_head(section.end())
            self.item(line, (indent_of(raw), rank))
            return
        self.levels.close()
        if is_heading:
            self.draft.heading(line, STANDING_ALONE)
        else:
            self.draft.paragraph(line)

    def row(self, cells: list[str]) -> None:
        """Add a table row."""
        self.levels.close()
        self.table = self.table or self.draft.new_group()
        self.draft.row([one_line(cell) or Line("") for cell in cells], self.table, header=False)

    def item(self, line: Line, place: Place) -> None:
        """Add a list item."""
        level, depth, parent = self.levels.enter(place, self.draft.new_group)
        level.last = self.draft.item(line, depth, level.group, parent)


def write_prose(draft: Draft, text: str) -> None:
    """Add plain text to a draft."""
    prose = Prose(draft)
    lines = [*NEWLINE.split(text), ""]
    chunks: list[list[str]] = [[]]
    for raw in lines:
        if raw.strip():
            chunks[-1].append(raw)
        elif chunks[-1]:
            chunks.append([])
    for chunk, below in pairwise(chunks):
        if len(chunk) == 1 and heads_numbered(chunk[0].strip(), below[0].strip() if below else ""):
            prose.line(chunk[0], is_heading=True)
        else:
            write_chunk(prose, chunk)


def heads_numbered(text: str, below: str) -> bool:
    """Whether a lone line such as "3. Best prospects" is a section's heading: over running text or bullets."""
    if not text[:1].isdigit() or not sign_length(text) or below[:1].isdigit():
        return False
    fits = "," not in text and text.count(" ") <= FEW_WORDS and has_heading_shape(text[sign_length(text) :])
    return fits and not FIGURE.search(text) and (bool(sign_length(below)) or len(below) > LONGEST_WRAPPED)


def write_chunk(prose: Prose, lines: list[str]) -> None:
    """Add the lines between two empty lines."""
    lines = unwrap([SMALL_BULLET.sub(r"\1◦", raw) for raw in lines])
    lines = with_joined_heads(lines) if any("|" in raw for raw in lines) else lines
    if sum(COLUMNS.search(raw.strip()) is not None for raw in lines) > 1:
        left = min(indent_of(raw) for raw in lines)
        lines = [raw if sign_length(raw.strip()) else in_columns(raw, indent_of(raw) - left) for raw in lines]
    previous = ""
    for number, raw in enumerate(lines):
        text = raw.strip()
        following = lines[number + 1].strip() if number + 1 < len(lines) else ""
        if DIVIDER.fullmatch(text) and "|" in text:
            prose.draft.mark_header()
        elif not RULE.fullmatch(text):
            ends_list = not following and bool(sign_length(previous))
            plain = text[pictures_length(text) :]
            prose.line(raw, is_heading(plain, following, alone=len(lines) == 1 or ends_list))
        previous = text


def with_joined_heads(lines: list[str]) -> list[str]:
    """The lines, the heads of a table that stand on a line each ("Vendor |") put on one: as many as the row below has
    cells."""
    joined: list[str] = []
    heads: list[str] = []
    for raw in lines:
        text = raw.strip()
        if text.count("|") == 1 and text[-1] == "|":
            heads.append(text)
            continue
        joined += [" ".join(heads)] if FEWEST_HEADS <= len(heads) == len(row_cells(text)) else heads
        joined.append(raw)
        heads = []
    return joined + heads


def in_columns(raw: str, indent: int) -> str:
    """A line of a table set in columns, a tab for each gap; one of two columns or more that begins so far to the right
    of the others has none in the first."""
    text = COLUMNS.sub("\t", raw.strip())
    return f"||{text.replace(TAB, BAR_SIGN)}|" if indent >= WIDE_GAP and TAB in text and BAR_SIGN not in text else text


def is_heading(text: str, following: str, *, alone: bool) -> bool:
    """Whether a line reads like a heading: short, no sentence, nothing told under a label, and alone or above what it
    heads."""
    if not has_heading_shape(text):
        return False
    if RULE.fullmatch(following) and not following.startswith("|"):
        return True
    if FIGURE.search(text) or labelled_at(text, 0, len(text)):
        return False
    if is_signed(text):
        return alone and text[0].isdigit() and is_capitalised(text)
    if text.endswith(":"):
        return True
    if alone:
        words = text.count(" ") + 1
        return words <= MANY_WORDS and (is_capitalised(text) or (words <= FEW_WORDS and "," not in text))
    heads = bool(sign_length(following)) or (
        len(following) > max(2 * len(text), SHORTEST_WRAPPED) and following[-1] in ".:"
    )
    return heads and is_capitalised(text)


def has_heading_shape(text: str) -> bool:
    """Whether a line is short, begins with a capital, number or sign, and is no sentence and no table row."""
    if len(text) > LONGEST_HEADING or text[-1] in ".;,|!" or "://" in text:
        return False
    if SENTENCE_END.search(text) or BAR.search(text):
        return False
    return text[0].isupper() or text[0].isdigit() or sign_length(text) > 0


def is_signed(text: str) -> bool:
    """Whether a bullet, a number or a section's number stands in front."""
    return bool(sign_length(text) or section_at(text))


def is_capitalised(text: str) -> bool:
    """Whether most words of a line begin with a capital, as in a title."""
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.6 * len(words)


def unwrap(lines: list[str]) -> list[str]:
    """Put together what was broken only for the width of a page."""
    joined: list[str] = []
    wrapped = is_wrapped(lines)
    for raw in lines:
        text = raw.strip()
        continues = joined and not sign_length(text) and "|" not in text and not RULE.fullmatch(text)
        in_item = (
            joined and sign_length(joined[-1].strip()) and text[0].islower() and indent_of(raw) > indent_of(joined[-1])
        )
        if continues and (wrapped or in_item):
            joined[-1] += " " + text
        else:
            joined.append(raw)
    return joined


def is_wrapped(lines: list[str]) -> bool:
    """Whether lines are all of about a page's width and run on in the middle of a sentence."""
    texts = [raw.strip() for raw in lines]
    if len(texts) < FEWEST_WRAPPED or not all(SHORTEST_WRAPPED <= len(text) <= LONGEST_WRAPPED for text in texts[:-1]):
        return False
    following = [text for text in texts[1:] if not sign_length(text)]
    return len(following) * 2 > len(texts) - 1 and 2 * sum(text[0].islower() for text in following) >= len(following)


def row_cells(text: str) -> list[str]:
    """The cells of a line that is a table row, parted by bars or tabs; none where it is no row."""
    bars = text.count("|")
    if bars > 1 or (bars == 1 and text[0] != "|" and text[-1] == "|"):
        cells = text[text[0] == "|" : len(text) - (text[-1] == "|")].split("|")
        return cells if len(cells) > 1 or text[0] == text[-1] == "|" else []
    if "\t" in text and not sign_length(text):
        return text.split("\t")
    return []


def indent_of(raw: str) -> int:
    """How far to the right a line begins, in spaces."""
    expanded = raw.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def one_line(text: str) -> Line | None:
    """A line of plain text."""
    buffer = LineBuffer()
    buffer.write(text)
    return buffer.take()
