"""Takes out of a saved page what shows itself as no part of the text: menus, cookie notes, related reports."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from lxml import etree

from cmograph.readers.tree import drop, folded, length
from cmograph.tables import table

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


def remove_furniture(body: etree._Element, title: etree._Element | None) -> None:
    """Take furniture out of a page's body; what holds the page's title or half of its text is never furniture."""
    void = void_words(body, title)
    kept = {body} if title is None else {title, *title.iterancestors()}
    most = length(body) * LARGEST_SHARE
    todo = list(body)
    while todo:
        element = todo.pop()
        if element not in kept and is_furniture(element, void) and length(element) <= most:
            drop(element)
        else:
            todo.extend(element)
    drop_menus_before(body, title, kept)
    for heading in list(body.iterdescendants(*HEADINGS)):
        if heading is not title and folded(heading).rstrip(":").lower() in signs().headings:
            drop_section(heading, kept, most)


def is_furniture(element: etree._Element, void: frozenset[str]) -> bool:
    """Whether an element shows itself as no part of the text, by its tag, role, class or id; void words say nothing."""
    known = signs()
    if element.tag in known.elements or element.get("role") in known.roles:
        return True
    if element.tag == "header":
        return element.find(".//h1") is None
    named = names_of(element)
    return not (known.names.isdisjoint(named.split()) and known.words.isdisjoint(words_of(named) - void))


def names_of(element: etree._Element) -> str:
    """The classes and the id of an element, in lower case; a heading's are none, for they name what it heads."""
    if element.tag in HEADINGS:
        return ""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower().replace("_", "-")


def words_of(names: str) -> set[str]:
    """The words of classes and ids."""
    return set(WORD.findall(names))


def void_words(body: etree._Element, title: etree._Element | None) -> frozenset[str]:
    """The words that are no sign on this page because the title or half of the text stands under them.

    Programs that make pages call each piece of text by such a word, as in "elementor-widget".
    """
    above = set() if title is None else set(title.iterancestors())
    most = length(body) * LARGEST_SHARE
    void = set()
    for word, carriers in carriers_of(body).items():
        outermost = [each for each in carriers if carriers.isdisjoint(each.iterancestors())]
        if not above.isdisjoint(carriers) or sum(map(length, outermost)) > most:
            void.add(word)
    return frozenset(void)


def carriers_of(body: etree._Element) -> dict[str, set[etree._Element]]:
    """The elements of a page whose class or id holds a word that is a sign, by that word."""
    found: defaultdict[str, set[etree._Element]] = defaultdict(set)
    for element in body.iterdescendants(etree.Element):
        for word in words_of(names_of(element)) & signs().words:
            found[word].add(element)
    return found


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
