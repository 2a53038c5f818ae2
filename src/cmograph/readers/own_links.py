"""Of the links that go with the removed parts of a saved page, those that lead to the page's own report.

The publisher and the report's number are told from links, and many a page offers its report only in a side column or a
footer. Links to other reports stand there too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from urllib.parse import unquote

from lxml import etree

from cmograph.readers.furniture import HEADINGS
from cmograph.readers.market_names import Subject, opened_by
from cmograph.readers.tree import folded, lines_of

ADDRESS = re.compile(r"(?:https?:/)?/[^:]*", re.IGNORECASE)
"""An address that carries no other one, as those do that share a page."""
REPORT_NUMBER = re.compile(r"[-/=]r?\d{3}")
DIGITS = re.compile(r"\d+")
NAMED_MARKET = re.compile(r"[a-z0-9]-market(?!s?-re)")
"""Some market's name in an address; "chemical-market-reports" has none."""


def own_addresses(links: list[etree._Element], own: Subject) -> list[str]:
    """The addresses of those links that lead to the page's own report, by its name or number."""
    name = own.name.replace(" ", "-")
    numbered: defaultdict[str, dict[str, etree._Element]] = defaultdict(dict)
    found = {}
    for link in links:
        address = (link.get("href") or "").strip()
        plain = unquote(address).lower()
        if not ADDRESS.fullmatch(plain):
            continue
        if name in plain:
            found[address] = link
        elif REPORT_NUMBER.search(plain) and not NAMED_MARKET.search(plain):
            numbered[DIGITS.sub("0", plain)][address] = link
    for alike in numbered.values():
        if len(alike) == 1:  # where addresses differ by their numbers alone, they are a list of reports
            found |= alike
    return [address for address, link in found.items() if not is_beside_another(link, own)]


def is_beside_another(link: etree._Element, own: Subject) -> bool:
    """Whether the smallest block around a link that has a heading, or names a market, is about another report."""
    for block in (link, *link.iterancestors()):
        if own.name in folded(block).lower():
            return False
        if any(words for line in lines_of(block) for words in opened_by(line)):
            return True
        if next(block.iterdescendants(*HEADINGS), None) is not None:
            return False
    return False
