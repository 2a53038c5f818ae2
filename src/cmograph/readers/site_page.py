"""A page saved whole from a publisher's site: what on it is the report's text, and which links are the report's own.

Three steps, each of which misses what another finds: the place of the main content, the signs by which furniture shows
itself, and the blocks about other markets.
"""

from __future__ import annotations

import re

from lxml import etree

from cmograph.readers.elements import SILENT
from cmograph.readers.furniture import remove_furniture
from cmograph.readers.main_content import remove_outside
from cmograph.readers.market_names import stems, subject_of
from cmograph.readers.own_links import own_addresses
from cmograph.readers.strangers import remove_strangers
from cmograph.readers.tree import folded

SITE_SIGN = re.compile(
    r"<(?:nav|header|footer|aside|main|script|noscript|form|iframe|link)\b|role=[\"']?(?:navigation|banner|contentinfo)",
    re.IGNORECASE,
)
MARKET = re.compile(r"\bmarkets?\b", re.IGNORECASE)
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->")


def is_site_page(markup: str) -> bool:
    """Whether a page with a body was saved whole from a site, with menus and scripts; else it is a report's text."""
    return SITE_SIGN.search(markup) is not None


def saved_from(markup: str) -> dict[str, str]:
    """Where a browser says that it saved the page from, as metadata."""
    found = SAVED_FROM.search(markup)
    return {"saved from url": found[1]} if found else {}


def keep_report(root: etree._Element) -> list[str]:
    """Take out of the tree what is not the report's text; the addresses of its own that went with it."""
    body = root.find("body")
    if body is None:
        return []
    etree.strip_elements(body, *SILENT, with_tail=False)
    links = list(body.iterdescendants("a"))
    named = root.find(".//title")
    site_title = "" if named is None else folded(named)
    title = title_of(body, site_title)
    own = subject_of("" if title is None else folded(title)) or subject_of(site_title)
    if own is not None:
        remove_strangers(body, title, own)
    remove_outside(body, title)
    remove_furniture(body, title)
    removed = [link for link in links if body not in link.iterancestors()]
    return [] if own is None else own_addresses(removed, own)


def title_of(body: etree._Element, site_title: str) -> etree._Element | None:
    """The page's main heading: the first, or, where that is the site's name, the one that the site's title repeats.

    It alone is a heading of the first level then, so that all who come after find it.
    """
    first = body.find(".//h1")
    if first is not None and MARKET.search(folded(first)):
        return first
    said = stems(site_title.lower().split())
    best, most = first, 0
    for heading in body.iterdescendants("h1", "h2", "h3"):
        text = folded(heading)
        common = len(stems(text.lower().split()) & said) if MARKET.search(text) else 0
        if common > most:
            best, most = heading, common
    if best is not None and best is not first:
        for heading in list(body.iterdescendants("h1")):
            heading.tag = "h2"
        best.tag = "h1"
    return best
