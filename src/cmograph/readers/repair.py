"""Mends what would lose text or links in the parser: doubled quotes, stray "<", addresses in angle brackets."""

from __future__ import annotations

import re

from cmograph.readers.elements import KNOWN

QUOTED_TWICE = re.compile(r"""=\s*(?:""|“|”|″|'"|"'|&quot;)\s*(https?://[^\s"'“”″<>]*)\s*(?:""|“|”|″|'"|"'|&quot;|")""")
ADDRESS = re.compile(r"<((?:https?://|www\.)[^\s<>]+)>")
NAMED = re.compile(r"<([A-Za-z][^\s/>]*)")
STRAY = re.compile(
    r"<(?=[A-Za-z])(?!(?:" + "|".join(sorted(KNOWN)) + r")[\s/>]|[A-Za-z][\w.]*[-:][\w.-]*[\s/>])", re.IGNORECASE
)


def repair(markup: str) -> str:
    """Markup that the parser reads as a browser's user would."""
    markup = QUOTED_TWICE.sub(r'="\1"', markup)
    if "<http" in markup or "<www" in markup:
        markup = ADDRESS.sub(r'<a href="\1">\1</a>', markup)
    if not KNOWN.issuperset(map(str.lower, set(NAMED.findall(markup)))):
        markup = STRAY.sub("&lt;", markup)
    return markup
