"""What each HTML element means for the text."""

from __future__ import annotations

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
KNOWN = BLOCKS | INLINE | SILENT | BOLD | EMPHASIS | LISTS | ITEMS | CELLS | frozenset(HEADINGS) | {"tr"}

PARTING = KNOWN - INLINE - BOLD - EMPHASIS - SILENT
"""What begins and ends a line of its own."""
