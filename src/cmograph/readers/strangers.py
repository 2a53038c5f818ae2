"""Takes out of a saved page the blocks about other markets: teasers of other reports, under whatever name."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from lxml import etree

from cmograph.readers.elements import PARTING
from cmograph.readers.market_names import Subject, opened_by
from cmograph.readers.tree import drop, folded, length, lines_of

HOLDERS = frozenset({"article", "aside", "center", "div", "main", "section", "table", "tbody", "td", "tr"})
LARGEST_SHARE = 0.5
LARGEST_CARD = 0.1
MOST_IN_TEASER = 3


def remove_strangers(body: etree._Element, title: etree._Element | None, own: Subject) -> None:
    """Take out the blocks beside the title that are about another market than the page's."""
    own = with_other_names(own, lines_of(body))
    above = {body} if title is None else {title, *title.iterancestors()}
    whole = length(body)
    todo = [body]
    while todo:
        for child in list(todo.pop()):
            if child is title or not (child in above or is_holder(child)):
                continue
            if child in above or own.is_spoken_of(folded(child)) or length(child) > LARGEST_SHARE * whole:
                todo.append(child)
            elif is_about_another(child, own):
                drop(child)
    remove_cards(body, above, own, LARGEST_CARD * whole)


def with_other_names(own: Subject, lines: list[str]) -> Subject:
    """The page's market with the words by which its text calls it, where these are not the title's.

    Titles misspell their markets, or use another name; a market that the text names more often than the title's, and
    more often than a teaser would, is the page's own.
    """
    named = Counter(words for line in lines for words in opened_by(line))
    by_title = sum(times for words, times in named.items() if not words.isdisjoint(own.words))
    others = (words for words, times in named.items() if times > max(MOST_IN_TEASER, by_title))
    return replace(own, words=own.words.union(*others))


def is_holder(element: etree._Element) -> bool:
    """Whether an element is there to hold others: a part of the page, or a component of the site's own making."""
    return element.tag in HOLDERS or "-" in str(element.tag)


def is_about_another(block: etree._Element, own: Subject) -> bool:
    """Whether a line or sentence of a block opens with a market that shares no word with the page's."""
    return any(words.isdisjoint(own.words) for line in lines_of(block) for words in opened_by(line))


def remove_cards(body: etree._Element, above: set[etree._Element], own: Subject, most: float) -> None:
    """Take out the small blocks that open with a link to another market, even to one that shares a word with ours."""
    for link in list(body.iterdescendants("a")):
        address = link.get("href")
        if not address or (address.startswith("#") and address != "#") or body not in link.iterancestors():
            continue
        text = folded(link)
        if own.name not in text.lower() and next(opened_by(text), None):
            block = card_of(link, above, own, most)
            if block is not None:
                drop(block)


def card_of(link: etree._Element, above: set[etree._Element], own: Subject, most: float) -> etree._Element | None:
    """The largest small block that a link opens and that does not name the page's market, None where there is none."""
    block = link
    while block.tag not in PARTING and (outer := block.getparent()) is not None:
        block = outer
    if block in above or not folded(block).startswith(folded(link)):
        return None
    while (outer := block.getparent()) is not None and outer not in above:
        if own.name in folded(outer).lower() or length(outer) > most:
            break
        block = outer
    return block if length(block) <= most else None
