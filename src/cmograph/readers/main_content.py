"""Finds the element of a saved page that holds its text, and takes out what stands outside it.

resiliparse says which pieces of text are main content. Like all such libraries it passes over lists and tables, where
reports hold their facts, so it only shows where the text is: all that stands in the element around it stays.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from itertools import dropwhile

from lxml import etree

from cmograph.readers.furniture import has_heading
from cmograph.readers.tree import keep_only, pieces_of

FIRST_MARK = 0x20000
"""A rare Chinese sign; it and those behind it mark one piece of text each, and are letters to the library."""
MOST_MARKS = 0xA000
MARK = re.compile("[\U00020000-\U00029fff]")
SECTION = 3
"""The lowest level of a section's heading."""
UNFIT = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0001ffff]")
"""What markup cannot hold, and what could be taken for a mark."""
WITH_TITLE = 0.5
WITHOUT_TITLE = 0.95
"""Which share of the main content an element must hold to be its place, where the title stands in it and where not."""
SECTIONS_BESIDE = 0.05
"""Which share of it, from the first heading beside the title's part on, shows that there are sections of the text."""


def remove_outside(body: etree._Element, title: etree._Element | None) -> None:
    """Take out of a page's body what stands outside its text and is not its title."""
    weights = main_content(body)
    if not weights:
        return
    place = body
    while (inner := narrower(place, weights, weights[body], title)) is not None:
        place = inner
    keep_only(body, {place} if title is None else {place, title})


def narrower(
    outer: etree._Element, weights: Counter[etree._Element], total: int, title: etree._Element | None
) -> etree._Element | None:
    """The child that holds the text alone, None where the text is spread over several."""
    inner = max(outer, key=weights.__getitem__, default=None)
    if inner is None:
        return None
    others = [other for other in outer if other is not inner and weights[other]]
    if title is not None and (inner is title or inner in title.iterancestors()):
        sections = dropwhile(lambda other: not has_heading(other, SECTION), others)
        beside = sum(weights[section] for section in sections)
        is_alone = weights[inner] >= WITH_TITLE * total and beside <= SECTIONS_BESIDE * total
    else:
        is_alone = weights[inner] >= WITHOUT_TITLE * total and not any(
            are_alike(inner, other) for other in outer if other is not inner
        )
    return inner if is_alone else None


def are_alike(one: etree._Element, other: etree._Element) -> bool:
    """Whether two elements are of one make, as panes of tabs are: the same tag, and a class in common or none."""
    first, second = set((one.get("class") or "").split()), set((other.get("class") or "").split())
    return one.tag == other.tag and (not first | second or bool(first & second))


def main_content(body: etree._Element) -> Counter[etree._Element]:
    """How many characters of main content each element holds; nothing where the library finds none."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - most folders have no such page

    weights: Counter[etree._Element] = Counter()
    pieces = list(pieces_of(body))
    if len(pieces) > MOST_MARKS:
        return weights
    kept = extract_plain_text(marked(body), main_content=True, alt_texts=False)
    for piece in {pieces[ord(mark) - FIRST_MARK] for mark in MARK.findall(kept)}:
        size = len("".join(piece.text.split()))
        holder = piece.holder
        while holder is not None:
            weights[holder] += size
            holder = holder.getparent()
    return weights


def marked(body: etree._Element) -> str:
    """The markup of a page's body, each piece of text ending in a mark of its own."""
    page = copy.deepcopy(body)
    for place, piece in enumerate(list(pieces_of(page))):
        text = UNFIT.sub(" ", piece.text)
        words = text.rstrip()
        piece.write(words + chr(FIRST_MARK + place) + text[len(words) :])
    return etree.tostring(page, encoding="unicode", method="html", with_tail=False)
