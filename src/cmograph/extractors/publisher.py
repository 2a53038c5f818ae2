"""The publisher whose report a page sells, the report's number, and other reports that the page links to: told from the
links and from the page's own address, or where these tell nothing, from what the text states."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlsplit

from cmograph.claims.model import Facts, RelatedReport
from cmograph.document import Document, Link
from cmograph.extractors.outline import Outline
from cmograph.extractors.report_numbers import (
    named_number,
    number_of,
    said_number,
    stated_number,
    unlikely_number,
    written_out,
)
from cmograph.extractors.told_publisher import host_of_mail, labelled_host
from cmograph.extractors.vocabulary.wordlists import wordlists

NEEDS: tuple[str, ...] = ("market",)

_SELLING = re.compile(
    r"sample|enquir|inquir|purchase|buy-?now|buy-?report|checkout|discount|customi[sz]ation|pre-?order|request"
    r"|/(?:buy|order)[/.?]|download|speak-to|analyst|/reports?/|market-reports?|industry-report|-market(?:[-/?]|\.html|$)|toc"
)
_BUYING = re.compile(
    r"sample|enquir|inquir|purchase|/(?:buy|order)[/.?]|buy-?now|checkout|discount|pre-?order|download"
)
_ASKING = re.compile(r"customi[sz]ation")
"""What is made to order is the page's own report, whatever number its address has."""

_SALE = 5
"""How much more a link to a sample or a purchase tells of the publisher than a link to some report."""

_OWN = ("canonical", "og:url", "saved from url")
"""Where a page says its own address, in its metadata."""
_SITE = re.compile(r"https?://[^/?#]+", re.IGNORECASE)

_HOST = re.compile(
    r"\s*(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?(?:www\.)?([a-z0-9.-]+\.[a-z]{2,})(?::\d*)?(?=[/?#]|$)", re.IGNORECASE
)

_OFFERED = re.compile(
    r"(?i)(?:buy|order|purchase|download|get|request)\b.{0,40}?(?:\$|€|£|\b(?:report|paper|study|sample|pdf|copy|brochure)\b)"
)
_HOME = re.compile(r"(?i)home(?:page)?$")
_FIRST_PAGE = re.compile(r"https?://[^/?#]+/?$", re.IGNORECASE)
_ADDRESS = re.compile(r"(?<![\w/.@])www\.[\w.-]+\.[a-z]{2,}/[\w/-]*")
_ANY_ADDRESS = re.compile(r"(?<![\w/.@])www\.[\w.-]+\.[A-Za-z]{2,}/[\w-][\w/-]*")
_OFFERING = re.compile(r"(?<![\w.@-])((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})['’]s offering\b")


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `publisher`, `report_id` and `related`."""
    document = outline.document
    own = _own_address(document)
    linked = _hosted(document.links, own)
    selling = [*linked, (host, Link(0, 0, own))] if (host := host_of(own)) else linked
    votes: Counter[str] = Counter()
    for host, link in selling:
        if host not in wordlists().hosting and (vote := _vote(link.href)):
            votes[host] += vote
    stated = stated_number(document.text) or said_number(document.metadata)
    if not votes:
        host = _offering(document.text) or _by_words(document, linked) or _written(document.text)
        host = host or (_by_itself(document, linked, own) if facts.market else None)
        number = stated or _numbered(linked, host) or named_number(document.text)
        return replace(facts, publisher=host, report_id=number, related=_related(linked, None, None))
    publisher = max(votes, key=lambda host: (votes[host], -_first(selling, host)))
    numbers = [number_of(link.href) for host, link in selling if host == publisher]
    counted = Counter(number for number in numbers if number)
    report_id = max(counted, key=lambda number: (counted[number], -numbers.index(number))) if counted else None
    report_id = report_id or unlikely_number({link.href for host, link in selling if host == publisher})
    report_id = written_out(report_id, stated, document.text, [link.href for _, link in selling]) or stated
    report_id = report_id or named_number(document.text)
    return replace(facts, publisher=publisher, report_id=report_id, related=_related(linked, publisher, report_id))


def _by_itself(document: Document, links: list[tuple[str, Link]], own: str) -> str | None:
    """The host of a page on a market that offers nothing: the only one that its links or its text lead to, the one
    that a line gives, or that of its mail."""
    host = _only(document, links, own) or _only_written(document.text, links)
    told = host or labelled_host(document) or host_of_mail(document.text)
    return None if told in wordlists().hosting else told


def _own_address(document: Document) -> str:
    """The address of the page itself, as it says; "" where it does not."""
    said = document.metadata
    return next((said[key] for key in _OWN if _SITE.match(said.get(key, ""))), "") if said else ""


def _hosted(links: Iterable[Link], own: str) -> list[tuple[str, Link]]:
    """The links whose host is known, and those hosts; a link within the page's site is given the site's."""
    site = _SITE.match(own)
    if site is not None:
        links = [link._replace(href=site[0] + link.href) if _is_within(link.href) else link for link in links]
    return [(host, link) for link in links if (host := host_of(link.href))]


def _is_within(href: str) -> bool:
    """Whether an address begins at the top of its own site."""
    return href.startswith("/") and not href.startswith("//")


@lru_cache(maxsize=4096)
def host_of(href: str) -> str | None:
    """The host of an address, in lower case and without "www."; None where it has none."""
    found = _HOST.match(href)
    return found[1].lower() if found else None


@lru_cache(maxsize=4096)
def _vote(href: str) -> int:
    """How much an address tells of who publishes the page; 0 where it sells nothing."""
    address = href.lower()
    if not _SELLING.search(address):
        return 0
    return _SALE if _BUYING.search(address) else 1


def _offering(text: str) -> str | None:
    """The host that a press release without links names as the seller: "added to acme.example's offering"."""
    found = _OFFERING.search(text) if "s offering" in text else None
    return found[1].lower() if found else None


def _by_words(document: Document, links: list[tuple[str, Link]]) -> str | None:
    """The host of the first link whose words offer the report, or of a site whose first page is linked to as
    "Home", or beside another one of its."""
    hosts = Counter(host for host, _ in links)
    offered = (host for host, link in links if _OFFERED.match(document.text, link.start, link.end))
    at_home = (
        host
        for host, link in links
        if _HOME.match(document.text, link.start, link.end) or (hosts[host] > 1 and _FIRST_PAGE.match(link.href))
    )
    return next((host for host in (*offered, *at_home) if host not in wordlists().hosting), None)


def _written(text: str) -> str | None:
    """The host of an address of a report that stands in a text as plain words: "www.leaf.example/shears-market"."""
    for found in _ADDRESS.finditer(text) if "www." in text else ():
        host = host_of(f"//{found[0]}")
        if host and host not in wordlists().hosting and _vote(found[0]):
            return host
    return None


def _only_written(text: str, links: list[tuple[str, Link]]) -> str | None:
    """The host of the only address with a path that stands in a text without links: "see www.Leaf.example/shears"."""
    if links or "www." not in text:
        return None
    hosts = {host_of(f"//{found[0]}") for found in _ANY_ADDRESS.finditer(text)}
    host = hosts.pop() if len(hosts) == 1 else None
    return None if host in wordlists().hosting else host


def _only(document: Document, links: list[tuple[str, Link]], own: str) -> str | None:
    """The host of the address of a page on a market, or the only one that its links lead to; of a first page, only
    where its address is written out."""
    said = host_of(own)
    if said and said not in wordlists().hosting:
        return said
    hosts = {host for host, _ in links}
    if len(hosts) != 1 or not hosts.isdisjoint(wordlists().hosting):
        return None
    telling = any(not _FIRST_PAGE.match(link.href) or document.text.startswith("www.", link.start) for _, link in links)
    return hosts.pop() if telling else None


def _numbered(links: Iterable[tuple[str, Link]], host: str | None) -> str | None:
    """The number that the only address with one carries, of those at the publisher's."""
    numbers = {number for name, link in links if name == host and (number := number_of(link.href))}
    return next(iter(numbers)) if len(numbers) == 1 else None


def _first(selling: list[tuple[str, Link]], host: str) -> int:
    return next(i for i, (name, _) in enumerate(selling) if name == host)


def _related(
    links: Iterable[tuple[str, Link]], publisher: str | None, report_id: str | None
) -> tuple[RelatedReport, ...]:
    """Links to other reports: their words or address speak of a market, and they carry another number than the page's
    own."""
    found: dict[str, RelatedReport] = {}
    for host, link in links:
        if "market" not in link.href.lower():
            continue
        number = number_of(link.href)
        if host == publisher and (number in (report_id, None) or _ASKING.search(link.href)):
            continue
        known = host not in wordlists().hosting
        path = urlsplit(link.href).path.rstrip("/").rpartition("/")[2].replace("-", " ")
        found.setdefault(
            link.href, RelatedReport(path[:200], link.href, host if known else None, number if known else None)
        )
    return tuple(found.values())
