"""How a page's bytes look: like HTML, or like Markdown."""

from __future__ import annotations

import re

from cmograph.readers.elements import PARTING

MARKUP = re.compile(rb"<(?:!doctype|" + "|".join(sorted(PARTING | {"br"})).encode() + rb")[\s/>]", re.IGNORECASE)
RUNS = re.compile(rb"</(?:a|b|i|u|em|strong|span|font)>", re.IGNORECASE)
MARKUP_LINE = re.compile(rb"\n[ \t]*<[a-z/!]", re.IGNORECASE)
MARKDOWN_LINE = re.compile(rb"\n {0,3}(?:#{1,6} |[-*+] |\d{1,2}\. |\*\*|\||> )")
MARKDOWN_HEADING = re.compile(rb"^#{1,6} \S", re.MULTILINE)
MARKDOWN_SIGN = re.compile(rb"^#{1,6} \S|\*\*\S[^*\n]*\*\*|\]\((?:https?:|/|#)|^```", re.MULTILINE)
FRONT = re.compile(rb"\s*---[ \t]*\r?\n(?:(?:[A-Za-z][\w-]*:|[ \t]*-[ \t]|#)[^\n]*\n|[ \t]*\r?\n){1,40}?---[ \t]*\r?\n")
"""Lines about a page between two rules at its head: "title: …"."""


def narrow(data: bytes) -> bytes:
    """A page's bytes without the zeros of UTF-16, so that markup shows."""
    return data.replace(b"\0", b"") if b"\0" in data[:64] else data


def looks_like_markup(data: bytes) -> bool:
    """Whether HTML elements part a page's text, and it is not Markdown with some HTML in it."""
    return MARKUP.search(data) is not None and not is_mostly_markdown(data)


def looks_like_markdown(data: bytes) -> bool:
    """Whether a page holds Markdown's own signs (not only a list's dashes) or HTML inside its lines, or begins with
    lines about itself."""
    return RUNS.search(data) is not None or MARKDOWN_SIGN.search(data) is not None or FRONT.match(data) is not None


def is_mostly_markdown(data: bytes) -> bool:
    """Whether Markdown, not HTML, gives a page its structure: it has Markdown's headings, or more lines of its kind."""
    if b"#" in data and MARKDOWN_HEADING.search(data) is not None:
        return True
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return False
    data = b"\n" + data
    return len(MARKDOWN_LINE.findall(data)) > len(MARKUP_LINE.findall(data))
