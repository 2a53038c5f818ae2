"""Definition lists that are tables: short terms with short descriptions, "Base year" beside "2024"."""

from __future__ import annotations

from lxml import etree

from cmograph.readers.tree import folded

LONGEST_TERM, LONGEST_DESCRIPTION = 60, 250


def as_tables(root: etree._Element) -> None:
    """Make a table of each definition list whose terms and descriptions are short; one of questions stays a list."""
    for listed in list(root.iter("dl")):
        members = list(listed.iter("dt", "dd"))
        if members and members[0].tag == "dt" and all(map(is_short, members)) and holds_all(members, listed):
            make_table(listed, members)


def holds_all(members: list[etree._Element], listed: etree._Element) -> bool:
    """Whether a list's members hold all of its text."""
    return sum(len(folded(member).replace(" ", "")) for member in members) == len(folded(listed).replace(" ", ""))


def is_short(member: etree._Element) -> bool:
    """Whether a term or description is neither long nor a question, and holds none itself."""
    text = folded(member)
    longest = LONGEST_TERM if member.tag == "dt" else LONGEST_DESCRIPTION
    return (
        len(text) <= longest and not text.endswith("?") and next(member.iterdescendants("dl", "dt", "dd"), None) is None
    )


def make_table(listed: etree._Element, members: list[etree._Element]) -> None:
    """A row for each term, and its descriptions, one below the other, as the second cell."""
    for child in list(listed):
        listed.remove(child)
    listed.tag, listed.text = "table", None
    value: etree._Element | None = None
    for member in members:
        member.tail = None
        if member.tag == "dt":
            row = etree.SubElement(listed, "tr")
            member.tag = "td"
            row.append(member)
            value = etree.SubElement(row, "td")
        elif value is not None:
            member.tag = "p"
            value.append(member)
