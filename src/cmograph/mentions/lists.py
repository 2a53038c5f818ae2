"""Lists inside a line: "A, B (with, commas inside), and C" → its parts, each with its place."""

from __future__ import annotations

import re

from cmograph.document import Span

_SEPARATOR = re.compile(r"[,;，、]|\s[•·|]\s|[()\[\]{}（）]")
_LAST = re.compile(r"\s*(?:and|&|or|as well as)\s+(?=\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"\s*the\s+(?=\S)")
_INNER_AND = re.compile(r"\s+(?:and|&|or|as well as)\s+(?:the\s+)?", re.IGNORECASE)
_LAST_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
_BULLET = re.compile(r"(?:(?<=\s)|(?<![\s\S]))(?P<sign>[•·▪●■◆✦✓✔➤►*–-]|o(?=\s[A-Z]))\s+(?=\S)")
BULLETS = "•▪●■◆✦✓✔➤►"
"""Signs that part a line's members wherever they stand."""

_FEWEST_SEMICOLONS = 2
_PLAIN_SIGNS = "–-*o"
_PAIRS = (("(", ")"), ("[", "]"), ("{", "}"))
_OPEN, _CLOSE = "([{（", ")]}）"
_TAIL = re.compile(
    r"(?:\s*(?:,|\band\b|&)?\s*(?:\betc\b\.?|\bamong others\b|\bamong other\b.*|\bto name a few\b|…"
    r"|\.\.\.))+\s*\.?\s*$",
    re.IGNORECASE,
)
_TAIL_SIGNS = ("etc", "among other", "to name a few", "…", "...")
"""In lower case, one of them in whatever has such an end: to look for them costs less."""


def split_list(text: str, start: int, end: int, *, split_pairs: bool = True) -> list[Span]:
    """The parts of the list text[start:end].

    Commas and semicolons part the list, except inside brackets; "and" parts its last two members where no comma stands
    before it.
    With `split_pairs` False an "and" without any comma in the list keeps its sides together ("Marsh & McLennan").
    """
    end = start + len(_without_tail(text[start:end]).rstrip(" .:;,"))
    pieces = _pieces(text, start, end)
    oxford = len(pieces) > 1 and _LAST.match(text, *pieces[-1]) is not None
    if pieces and not oxford and (len(pieces) > 1 or split_pairs):
        pieces[-1:] = _halves(text, pieces[-1])
    return [span for piece in pieces if (span := _trimmed(text, piece)).end > span.start]


def split_bulleted(text: str, start: int, end: int) -> list[Span]:
    """The parts of a line that bullets part ("• A, Inc. • B", "- A - B"), empty where it is no such line.

    A dash, a star or an "o" is a bullet only where the line begins with it, or where three parts are so parted.
    """
    line = text[start:end]
    marks = list(_BULLET.finditer(line))
    marks = [mark for mark in marks if mark["sign"] == marks[0]["sign"]]
    leads = bool(marks) and not line[: marks[0].start()].strip()
    if len(marks) + (not leads) < (3 if marks and not leads and marks[0]["sign"] in _PLAIN_SIGNS else 2):
        return []
    edges = [] if leads else [(0, marks[0].start())]
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    edges += [(mark.end(), stop) for mark, stop in zip(marks, ends, strict=True)]
    return [
        span for first, last in edges if (span := _trimmed(text, Span(start + first, start + last))).end > span.start
    ]


def _without_tail(line: str) -> str:
    """A list without "etc." and the like behind it."""
    lower = line.lower()
    return _TAIL.sub("", line) if any(sign in lower for sign in _TAIL_SIGNS) else line


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """What commas and semicolons outside brackets part; between semicolons commas stand in the members."""
    pieces: list[Span] = []
    semicolons = text.count(";", start, end) >= _FEWEST_SEMICOLONS
    depth, begin = 0, start
    for found in _SEPARATOR.finditer(text, start, end):
        sign = found[0].strip()
        if sign in _OPEN:
            depth += 1
        elif sign in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and (sign == ";" or not semicolons) and not _in_number(text, found.start()):
            pieces.append(Span(begin, found.start()))
            begin = found.end()
    pieces.append(Span(begin, end))
    return pieces


def _in_number(text: str, at: int) -> bool:
    """Whether the comma at `at` stands inside a number ("1,4-Butanediol", "12,000")."""
    return 0 < at < len(text) - 1 and text[at] == "," and text[at - 1].isdigit() and text[at + 1].isdigit()


def _halves(text: str, piece: Span) -> list[Span]:
    """The two sides of the last "and" outside brackets, or the piece itself."""
    best = None
    pattern = _LAST_AND if _LAST_AND.search(text, *piece) else _INNER_AND
    for found in pattern.finditer(text, *piece):
        before = text[piece.start : found.start()]
        if before.endswith("-"):  # "Two- and Three-wheelers" is one
            continue
        if before.strip() and all(before.count(left) == before.count(right) for left, right in _PAIRS):
            best = found
    if best is None or best.end() >= piece.end:
        return [piece]
    return [Span(piece.start, best.start()), Span(best.end(), piece.end)]


def _trimmed(text: str, piece: Span) -> Span:
    start, end = piece
    lead = _LAST.match(text, start, end)
    if lead:
        start = lead.end()
    article = _ARTICLE.match(text, start, end)
    if article:
        start = article.end()
    while start < end and text[start] in " \t•·-–*\"“'‘:":
        start += 1
    while end > start and text[end - 1] in ' \t,;:"”*':
        end -= 1
    return Span(start, end)
