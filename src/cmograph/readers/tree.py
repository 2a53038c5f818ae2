"""What is asked of an element tree, and how parts of it go."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from lxml import etree

from cmograph.readers.elements import PARTING


class Piece(NamedTuple):
    """A piece of text: an element's own first words, or those behind its end."""

    element: etree._Element
    is_tail: bool

    @property
    def text(self) -> str:
        """The words."""
        return (self.element.tail if self.is_tail else self.element.text) or ""

    @property
    def holder(self) -> etree._Element | None:
        """The element in which the words stand."""
        return self.element.getparent() if self.is_tail else self.element

    def write(self, text: str) -> None:
        """Put other words in their place."""
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


def pieces_of(top: etree._Element) -> Iterator[Piece]:
    """The pieces of text below top that are more than white space, in order."""
    for event, element in etree.iterwalk(top, events=("start", "end")):
        is_tail = event == "end"
        text = element.tail if is_tail else element.text
        if text and not text.isspace() and not (is_tail and element is top):
            yield Piece(element, is_tail)


def length(element: etree._Element) -> int:
    """How much text an element holds, in characters without white space."""
    return len("".join(folded(element).split()))


def folded(element: etree._Element) -> str:
    """An element's text in one line."""
    return " ".join("".join(str(text) for text in element.itertext()).split())


def lines_of(element: etree._Element) -> list[str]:
    """An element's text by the lines in which it is shown."""
    found = [""]
    for event, each in etree.iterwalk(element, events=("start", "end")):
        text = each.text if event == "start" else each.tail
        if each.tag in PARTING or each.tag == "br":
            found.append("")
        if text and not (event == "end" and each is element):
            found[-1] += text
    return [" ".join(line.split()) for line in found if line and not line.isspace()]


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


def keep_only(top: etree._Element, wanted: Collection[etree._Element]) -> None:
    """Take out of top all that stands in none of the wanted elements."""
    above = {outer for element in wanted for outer in element.iterancestors()}
    todo = [] if top in wanted else [top]
    while todo:
        element = todo.pop()
        element.text = None
        for child in list(element):
            child.tail = None
            if child in wanted:
                continue
            if child in above:
                todo.append(child)
            else:
                element.remove(child)
