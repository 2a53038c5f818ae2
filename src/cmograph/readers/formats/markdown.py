"""Markdown, also with HTML in it: rendered to HTML, then read like any HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.token import Token

from cmograph.document import Document
from cmograph.errors import PageError
from cmograph.page import Page
from cmograph.readers.decoding import decode
from cmograph.readers.front_matter import parted
from cmograph.readers.markup import document_of
from cmograph.readers.sniff import looks_like_markdown, narrow

MORE_THAN = re.compile(r"^([ \t]{0,12}(?:[-*+]|\d{1,2}[.)])?[ \t]{0,12})>(?=[\d=])", re.MULTILINE)

ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Ltd|Corp|Co|Pvt|Pty|Bros|Intl))\.$")

DEEPEST = 100
"""How many quotes, lists and items may stand in each other; markdown-it passes over what lies deeper."""

HOLDERS = frozenset({"blockquote_open", "list_item_open"})
LONGEST_OWN_LINE = 60
LONGEST_LABEL = 40
MANY_LINES = 10
MOSTLY, NEARLY_ALL = 0.6, 0.9
LINES = "lines of its own"


def accepts(page: Page) -> int:
    """Markdown shows itself by its headings, bold runs and links; HTML, which may hold those too, is asked first."""
    return 2 if looks_like_markdown(narrow(page.data)) else 0


def read(page: Page) -> Document:
    """The document of a Markdown page; PageError where its bytes are no text, or it is nested too deeply.

    A letter "l" before bold words at the head of a line is the bullet of a font that is gone.
    """
    said, text = parted(decode(page))
    text = MORE_THAN.sub(r"\1\\>", text)
    if text.count("\nl **") > 1:
        text = text.replace("\nl **", "\n- **")
    return document_of(page.path, rendered(page.path, text), said)


def rendered(path: str, text: str) -> str:
    """Markdown as HTML; PageError where its quotes and lists lie deeper in each other than is read."""
    markdown, references = renderer(), dict[str, object]()
    tokens = markdown.parse(text, references)
    if any(token.level >= DEEPEST - 1 and token.type in HOLDERS for token in tokens):
        raise PageError(
            f"{path} nests quotes and lists too deeply to be read to its end; take out some of their levels"
        )
    return str(markdown.renderer.render(tokens, markdown.options, references))


def softbreak(_: object, tokens: Sequence[Token], at: int, *_rest: object) -> str:
    """What stands for a line's end inside a paragraph: a break where all its lines are short and begin anew, as in a
    list without bullets, behind a line that is bold throughout, as a question is over its answer, and before one in
    italics or with a label that is set apart; else a space."""
    before, behind = range(at - 1, -1, -1), range(at + 1, len(tokens))
    if marked_line(tokens[here] for here in before) == "strong" or marked_line(tokens[here] for here in behind):
        return "<br>\n"
    if is_labelled(tokens, at + 1):
        return "<br>\n"
    meta = tokens[0].meta
    if LINES not in meta:
        meta[LINES] = has_lines_of_its_own(tokens)
    return "<br>\n" if meta[LINES] else "\n"


def is_labelled(tokens: Sequence[Token], at: int) -> bool:
    """Whether a line begins with a label in bold or italics and its colon: "*Grip*: Soft, Hard"."""
    if at >= len(tokens) or tokens[at].type not in {"strong_open", "em_open"}:
        return False
    level = tokens[at].level
    close = next((here for here in range(at + 1, len(tokens)) if tokens[here].level == level), at)
    label = "".join(token.content for token in tokens[at + 1 : close])
    behind = tokens[close + 1].content if close + 1 < len(tokens) else ""
    return 0 < len(label) <= LONGEST_LABEL and (label.endswith(":") or behind.startswith(":"))


def marked_line(tokens: Iterable[Token]) -> str:
    """How a line whose tokens come first, from either end, is set apart: "strong" or "em" where it is one such run and
    nothing else, else ""."""
    line = [token for token in takewhile(is_of_line, tokens) if token.type != "text" or token.content]
    marks = [token.type.partition("_")[0] for token in line if token.level == line[0].level]
    runs = len(marks) == 2 and bool(line[0].nesting and line[-1].nesting)
    return marks[0] if runs and marks[0] in {"strong", "em"} else ""


def is_of_line(token: Token) -> bool:
    """Whether a token ends no line."""
    return not token.type.endswith("break")


def has_lines_of_its_own(tokens: Sequence[Token]) -> bool:
    """Whether the lines of a paragraph are no running text: short, each with a capital, number or sign in front, none
    but the last with a comma or full stop behind it. Of very many lines some may be otherwise."""
    lines = "".join("\n" if token.type.endswith("break") else token.content for token in tokens).split("\n")
    if len(lines) >= MANY_LINES:
        begun = sum(begins_anew(line) for line in lines)
        return sum(map(is_own_line, lines)) >= MOSTLY * len(lines) and begun >= NEARLY_ALL * len(lines)
    if any(not 0 < len(line) <= LONGEST_OWN_LINE for line in lines):
        return False
    return all(map(begins_anew, lines[1:])) and all(map(is_own_line, lines[:-1]))


def begins_anew(line: str) -> bool:
    """Whether a line goes on with no sentence of the line before."""
    return not (line[:1].islower() or line[:1] in "([")


def is_own_line(line: str) -> bool:
    """Whether a line is short and goes on in no other; a full stop may belong to an abbreviation at its end."""
    if len(line) > LONGEST_OWN_LINE:
        return False
    line = line.rstrip()
    return not line.endswith((",", ".", ";", "-")) or ABBREVIATED.search(line) is not None


@cache
def renderer() -> MarkdownIt:
    """CommonMark with tables; an indented line is text, since pages indent what is no program code."""
    markdown = (
        MarkdownIt("commonmark", {"html": True, "maxNesting": DEEPEST})
        .enable(["table", "strikethrough"])
        .disable("code")
    )
    markdown.add_render_rule("softbreak", softbreak)
    return markdown
