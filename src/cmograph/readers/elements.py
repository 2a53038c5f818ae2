"""What each HTML element means for the text."""

from __future__ import annotations

from enum import IntEnum

HEADINGS = {f"h{level}": level for level in range(1, 7)} | {"caption": 7, "summary": 7}
"""What heads something, and its level; see cmograph.document.Block."""

BOLD = frozenset({"strong", "b"})
EMPHASIS = frozenset({"em", "i", "u", "ins", "mark"})
LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
ITEMS = frozenset({"li", "dt", "dd"})
CELLS = frozenset({"td", "th"})
# fmt: off
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "center", "details", "dialog",
    "div", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html", "legend",
    "main", "nav", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "title",
})
INLINE = frozenset({
    "a", "abbr", "acronym", "area", "base", "basefont", "bdi", "bdo", "big", "br", "cite", "code", "col",
    "colgroup", "data", "datalist", "del", "dfn", "font", "frame", "frameset", "img", "input", "kbd", "label",
    "link", "map", "meta", "meter", "nobr", "output", "param", "picture", "progress", "q", "rp", "rt", "ruby",
    "s", "samp", "slot", "small", "source", "span", "strike", "sub", "sup", "time", "track", "tt", "var", "wbr",
})
SILENT = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed", "applet",
    "audio", "video", "canvas", "select", "option", "optgroup", "textarea", "noframes",
})
# fmt: on
KNOWN = BLOCKS | INLINE | SILENT | BOLD | EMPHASIS | LISTS | ITEMS | CELLS | HEADINGS.keys() | {"tr"}


class Role(IntEnum):
    """What an element does to the line that is being read."""

    NOTHING = 0
    BLOCK = 1
    BOLD = 2
    EMPHASIS = 3
    LINK = 4
    BREAK = 5
    SILENT = 6


ROLES = (
    dict.fromkeys(KNOWN, int(Role.BLOCK))
    | dict.fromkeys(INLINE, int(Role.NOTHING))
    | dict.fromkeys(BOLD, int(Role.BOLD))
    | dict.fromkeys(EMPHASIS, int(Role.EMPHASIS))
    | dict.fromkeys(SILENT, int(Role.SILENT))
    | {"a": int(Role.LINK), "br": int(Role.BREAK)}
)
"""The role of each element of HTML."""


def role_of(tag: object) -> int:
    """The role of an element that HTML does not know: a component ends the line, a word processor's tag does not."""
    return Role.SILENT if not isinstance(tag, str) else Role.BLOCK if "-" in tag else Role.NOTHING
