"""Takes out of a publisher's saved page what stands around its text: menus, cookie notes, related reports.

General extractors of main text keep running prose and drop lists, headings and links, which is where reports hold
their facts; so this goes by the page's own signs of what is furniture, and leaves alone what has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lxml import etree

from cmograph.readers.elements import SILENT
from cmograph.tables import table

SITE_SIGNS = re.compile(
    r"<(nav|header|footer|aside|main|script|noscript)\b|role=[\"']?(navigation|banner|contentinfo)", re.IGNORECASE
)
FEWEST_SIGNS = 2
LARGEST_SHARE = 0.5
WORD = re.compile(r"[a-z]+")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
MENU_LINKS = 3
SHORTEST_SENTENCE = 60
MENU_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class Signs:
    """By what furniture is known; see data/page_furniture.toml."""

    elements: frozenset[str]
    roles: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    headings: frozenset[str]


@cache
def signs() -> Signs:
    """The signs that ship with cmograph."""
    raw = table("page_furniture.toml")
    return Signs(*(frozenset(raw[name]) for name in ("elements", "roles", "words", "names", "headings")))


def is_site_page(markup: str) -> bool:
    """Whether a page with a body was saved whole from a site, with menus and scripts; else it is a report's text."""
    return len({(a or b).lower() for a, b in SITE_SIGNS.findall(markup)}) >= FEWEST_SIGNS


def remove_furniture(root: etree._Element) -> None:
    """Take furniture out of the tree; what holds the page's main heading or half of its text is never furniture."""
    body = root.find("body")
    if body is None:
        return
    etree.strip_elements(body, *SILENT, with_tail=False)
    title = body.find(".//h1")
    kept = {body} if title is None else {title, *title.iterancestors()}
    most = length(body) * LARGEST_SHARE
    todo = list(body)
    while todo:
        element = todo.pop()
        if element not in kept and is_furniture(element) and length(element) <= most:
            drop(element)
        else:
            todo.extend(element)
    drop_menus_before(body, title, kept)
    for heading in list(body.iterdescendants(*HEADINGS)):
        if heading is not title and folded(heading).rstrip(":").lower() in signs().headings:
            drop_section(heading, kept, most)


def is_furniture(element: etree._Element) -> bool:
    """Whether an element shows itself as no part of the text, by its tag, role, class or id."""
    known = signs()
    if element.tag in known.elements or element.get("role") in known.roles:
        return True
    if element.tag == "header":
        return element.find(".//h1") is None
    named = f"{element.get('class', '')} {element.get('id', '')}".lower().replace("_", "-")
    if named == " " or element.tag in HEADINGS:
        return False
    return not (known.words.isdisjoint(WORD.findall(named)) and known.names.isdisjoint(named.split()))


def drop_menus_before(body: etree._Element, title: etree._Element | None, kept: set[etree._Element]) -> None:
    """Take out what is made of links and stands before the main heading, or before the first sentence without one."""
    for element in list(body.iterdescendants(etree.Element)):
        if element is title or len(element.text or "") > SHORTEST_SENTENCE:
            return
        links = [] if element in kept else list(element.iterdescendants("a"))
        if len(links) >= MENU_LINKS and sum(map(length, links)) >= MENU_SHARE * length(element):
            drop(element)


def drop_section(heading: etree._Element, kept: set[etree._Element], most: float) -> None:
    """Take out a heading and what follows it, up to the next heading of its level or above."""
    first = heading
    parent = first.getparent()
    while parent is not None and parent not in kept and length(parent) == length(first):
        first, parent = parent, parent.getparent()
    level = HEADINGS.index(str(heading.tag)) + 1
    for sibling in list(first.itersiblings()):
        if sibling in kept or length(sibling) > most or has_heading(sibling, level):
            break
        drop(sibling)
    drop(first)


def has_heading(element: etree._Element, level: int) -> bool:
    """Whether an element is or holds a heading of a level or above it."""
    return next(element.iter(*HEADINGS[:level]), None) is not None


def drop(element: etree._Element) -> None:
    """Take an element out and leave the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def length(element: etree._Element) -> int:
    """How much text an element holds, in characters without white space."""
    return len(folded(element).replace(" ", ""))


def folded(element: etree._Element) -> str:
    """An element's text in one line."""
    return " ".join("".join(str(text) for text in element.itertext()).split())
