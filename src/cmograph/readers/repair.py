"""Mends what would lose text or links in the parser: doubled quotes, stray "<", a second page in one file."""

from __future__ import annotations

import re

from cmograph.readers.elements import KNOWN

QUOTED_TWICE = re.compile(r"""=\s*(?:""|“|”|″|'"|"'|&quot;)\s*(https?://[^\s"'“”″<>]*)\s*(?:""|“|”|″|'"|"'|&quot;|")""")
ADDRESS = re.compile(r"<((?:https?://|www\.)[^\s<>]+)>")
NAMED = re.compile(r"<([A-Za-z][^\s/>]*)")
END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
PARAGRAPH_END = re.compile(r"(</p>(?:(?!</?p[\s>]).)*?)(?=</p>)", re.DOTALL)
STRAY = re.compile(
    r"<(?=[A-Za-z])(?!(?:" + "|".join(sorted(KNOWN)) + r")[\s/>]|[A-Za-z][\w.]*[-:][\w.-]*[\s/>])", re.IGNORECASE
)


def element_names(markup: str) -> set[str]:
    """The names, in lower case, of all that looks like an element's beginning."""
    return set(map(str.lower, set(NAMED.findall(markup))))


def repair(markup: str, names: set[str]) -> str:
    """Markup that the parser reads as a browser's user would; names are those of its elements."""
    markup = QUOTED_TWICE.sub(r'="\1"', markup)
    if markup.count("</html") > 1 or markup.count("</body") > 1:
        markup = END.sub("", markup)  # two pages in one file: the parser would drop the second
    if "\\'" in markup:
        markup = markup.replace("\\'", "'")  # left over from the program that wrote the page
    if markup.count("</p>") > markup.count("<p>") + markup.count("<p "):
        markup = PARAGRAPH_END.sub(r"\1<p>", markup)  # an end without a beginning parts lines too
    if names <= KNOWN:
        return markup
    if "<http" in markup or "<www" in markup:
        markup = ADDRESS.sub(r'<a href="\1">\1</a>', markup)
    return STRAY.sub("&lt;", markup)
