"""Lists in the making: nesting, items without a list around them, and which block each item became."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from cmograph.readers.draft import Draft
from cmograph.readers.line import Line


@dataclass(slots=True)
class OpenList:
    """A list that is being read.

    Attributes:
        holder: the element that holds its items.
        group: the number that its items share.
        depth: 1 for the outermost list.
        parent: the block of the item that it is nested in, or -1.
        last: the block of its latest item, or -1.
        loose: whether its items stand in no list element.
    """

    holder: etree._Element | None
    group: int
    depth: int
    parent: int
    last: int = -1
    loose: bool = False


@dataclass(init=False, slots=True)
class OpenItem:
    """An item that is being read; `pending` until its first line is written, at `index`."""

    of: OpenList
    pending: bool
    index: int

    def __init__(self, of: OpenList) -> None:
        self.of = of
        self.pending = True
        self.index = -1


class OpenLists:
    """The lists and items around the place where the reader is."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.lists: list[OpenList] = []
        self.items: list[OpenItem] = []
        self.latest_loose: OpenList | None = None

    @property
    def depth(self) -> int:
        """How many lists are open."""
        return len(self.lists)

    def open_list(self, element: etree._Element) -> None:
        """A list element begins."""
        self.lists.append(self._new(element))

    def close_list(self) -> None:
        """A list element ends."""
        self.lists.pop()

    def open_item(self, element: etree._Element) -> None:
        """An item begins; items in a row without a list around them make one list."""
        if not self.lists:
            holder = element.getparent()
            latest = self.latest_loose
            if latest is None or latest.holder is not holder or latest.last != len(self.draft.blocks) - 1:
                latest = self._new(holder)
                latest.loose = True
            self.latest_loose = latest
            self.lists.append(latest)
        self.items.append(OpenItem(self.lists[-1]))

    def close_item(self) -> None:
        """An item ends."""
        if self.items.pop().of.loose and not any(item.of.loose for item in self.items):
            self.lists.pop()

    def write_item(self, line: Line) -> bool:
        """Put the line into the draft as the innermost item, if that has none yet."""
        item = self.items[-1] if self.items else None
        if item is None or not item.pending:
            return False
        of = item.of
        item.index = of.last = self.draft.item(line, of.depth, of.group, of.parent)
        item.pending = False
        return True

    def skip_item(self) -> None:
        """The innermost item begins with a heading and so has no line of its own."""
        if self.items:
            self.items[-1].pending = False

    def item_index(self) -> int:
        """The block of the innermost item, or -1."""
        return self.items[-1].index if self.items else -1

    def _new(self, holder: etree._Element | None) -> OpenList:
        if not self.lists:
            return OpenList(holder, self.draft.new_group(), 1, -1)
        outer = self.lists[-1]
        inside = self.items[-1] if self.items and self.items[-1].of is outer else None
        return OpenList(holder, self.draft.new_group(), outer.depth + 1, inside.index if inside else outer.last)
