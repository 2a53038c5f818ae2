"""One line in the making: folded text with its emphasised runs and links."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from cmograph.readers.signs import pictures_length

Run = tuple[int, int]
"""A half-open run of characters of a line."""
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]+"
)
STARS = re.compile(r"\*{2,3}(?=[^\s*])([^\n]{1,300}?)(?<=[^\s*])\*{2,3}|\*\*+")


@dataclass(slots=True)
class Anchor:
    """A link in the making; start is -1 until its first word stands in a line."""

    href: str
    start: int = -1
    end: int = -1
    placed: bool = False


@dataclass(init=False, slots=True)
class Line:
    """A finished line, not yet placed in the text; all positions count from the line's first character.

    Attributes:
        text: one line, white space folded, without markup.
        bold: runs in bold type, in order.
        links: the links that begin in this line.
        emphasised: how many characters stand in bold, italic or underlined type.
    """

    text: str
    bold: list[Run]
    links: list[Anchor]
    emphasised: int

    def __init__(
        self, text: str, bold: list[Run] | None = None, links: list[Anchor] | None = None, emphasised: int = 0
    ) -> None:
        self.text = text
        self.bold = [] if bold is None else bold
        self.links = [] if links is None else links
        self.emphasised = emphasised

    def cut_head(self, length: int) -> None:
        """Take so many characters off the beginning of the line, and move what stands behind them."""
        self.text = self.text[length:]
        self.bold = [(max(start - length, 0), end - length) for start, end in self.bold if end > length]
        for link in self.links:
            link.start, link.end = max(link.start - length, 0), max(link.end - length, 0)
        self.emphasised = min(self.emphasised, len(self.text))

    def cut_all(self, runs: list[Run]) -> None:
        """Take runs of characters out of the line; they stand in order and do not overlap."""
        starts = [start for start, _ in runs]
        before = [0, *accumulate(end - start for start, end in runs)]

        def moved(position: int) -> int:
            number = bisect_left(starts, position)
            overshoot = max(0, runs[number - 1][1] - position) if number else 0
            return position + overshoot - before[number]

        edges = [0, *(edge for run in runs for edge in run), len(self.text)]
        self.text = "".join(self.text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2))
        self.bold = [(moved(s), moved(e)) for s, e in self.bold if moved(s) < moved(e)]
        for link in self.links:
            link.start, link.end = moved(link.start), moved(link.end)
        self.emphasised = min(self.emphasised, len(self.text))

    def drop_stars(self) -> None:
        """Take Markdown's ** out of the text and record what stood between them as bold."""
        runs: list[Run] = []
        for found in STARS.finditer(self.text):
            if found.group(1) is None:
                runs.append(_with_one_space(self.text, *found.span()))
                continue
            start, end = found.span(1)
            runs += [(found.start(), start), (end, found.end())]
            self.bold.append((start, end))
            self.emphasised += end - start
        self.bold.sort()
        self.cut_all(runs)
        length = len(self.text.rstrip())
        self.cut_all([(length, len(self.text))])
        self.cut_head(length - len(self.text.lstrip()))


def _with_one_space(text: str, start: int, end: int) -> Run:
    """A run to take out, with the space behind it where one stands before it too."""
    between = text[start - 1 : start] == " " == text[end : end + 1]
    return start, end + between


def fold(text: str) -> str:
    """Text with each run of white space as one space; most text is so already, and to tell is quicker than to split."""
    text = text.strip()
    is_folded = text.isascii() and "  " not in text and "\t" not in text and "\x1f" not in text
    return text if is_folded and len(text.splitlines()) < 2 else " ".join(text.split())


def join(lines: list[Line], separator: str) -> Line:
    """Put several lines after one another, as in a table row."""
    starts = [0, *accumulate(len(line.text) + len(separator) for line in lines)]
    whole = Line(separator.join(line.text for line in lines))
    for line, offset in zip(lines, starts, strict=False):
        whole.bold += [(start + offset, end + offset) for start, end in line.bold]
        whole.links += [Anchor(link.href, link.start + offset, link.end + offset) for link in line.links]
        whole.emphasised += line.emphasised
    return whole


class LineBuffer:
    """Collects the words of one line as the reader meets them.

    Emphasis and links may stay open over several lines; a link belongs to the first line that holds a word of it.
    """

    def __init__(self) -> None:
        self.bold_depth = 0
        self.emphasis_depth = 0
        self._words: list[str] = []
        self.length = 0
        self._space = False
        self._bold: list[Run] = []
        self._emphasised = 0
        self._anchor: Anchor | None = None
        self.links: list[Anchor] = []

    def write(self, text: str) -> None:
        """Add text; white space is folded across calls."""
        folded = fold(text)
        if not (text.isascii() or folded.isprintable()):
            text = INVISIBLE.sub("", text)
            folded = fold(text)
        if not folded:
            self._space = self._space or bool(text)
            return
        start = self.length
        if start and (self._space or text[0].isspace()):
            folded = " " + folded
            start += 1
        self._words.append(folded)
        self.length += len(folded)
        self._space = text[-1].isspace()
        if self.bold_depth or self.emphasis_depth:
            self._emphasised += len(folded)
            if self.bold_depth:
                self._embolden(start)
        if self._anchor:
            self._extend_link(start)

    def last_written(self) -> str:
        """What was written last into the line; "" at its beginning."""
        return self._words[-1] if self._words else ""

    def space(self) -> None:
        """Part what was written from what will be."""
        self._space = True

    def _embolden(self, start: int) -> None:
        if self._bold and start - self._bold[-1][1] <= 1:
            start, _ = self._bold.pop()
        self._bold.append((start, self.length))

    def _extend_link(self, start: int) -> None:
        anchor = self._anchor
        if anchor is None or anchor.placed:
            return
        if anchor.start < 0:
            anchor.start = start
            self.links.append(anchor)
        anchor.end = self.length

    def open_link(self, href: str) -> None:
        """Begin a link; one that is still open ends here."""
        self.close_link()
        self._anchor = Anchor(href)

    def close_link(self) -> None:
        """End the open link; one without words keeps an empty place."""
        anchor, self._anchor = self._anchor, None
        if anchor and anchor.start < 0:
            anchor.start = anchor.end = self.length
            self.links.append(anchor)

    def take(self) -> Line | None:
        """Hand over the line and begin the next; None where nothing was written."""
        if not self.length:
            self._space = False
            return None
        line = Line("".join(self._words), self._bold, self.links, self._emphasised)
        for link in self.links:
            link.placed = True
        self._words, self._bold, self.links = [], [], []
        self.length = self._emphasised = 0
        self._space = False
        if "*" in line.text and "**" in line.text:
            line.drop_stars()
        if pictures := pictures_length(line.text):
            line.cut_head(pictures)
        return line if line.text else None
