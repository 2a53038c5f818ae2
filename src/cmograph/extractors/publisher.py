"""The publisher whose report a page sells, the report's number, and other reports that the page links to: all told from
the links, and from the page's own address where it says that."""

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
from cmograph.extractors.wordlists import wordlists

NEEDS: tuple[str, ...] = ()

_SELLING = re.compile(
    r"sample|enquir|inquir|purchase|buy-?now|buy-?report|checkout|discount|customi[sz]ation|pre-?order|request"
    r"|/(?:buy|order)[/.?]|download|speak-to|analyst|/reports?/|market-reports?|industry-report|-market(?:[-/?]|$)|toc"
)
_BUYING = re.compile(
    r"sample|enquir|inquir|purchase|/(?:buy|order)[/.?]|buy-?now|checkout|discount|pre-?order|download"
)
_SALE = 5
"""How much more a link to a sample or a purchase tells of the publisher than a link to some report."""

_NUMBER = re.compile(
    r"(?:sample|enquiry|enquiries|inquiry|purchase|buy|buy-now|checkout|discount|reports?|toc|order|pdf"
    r"|customi[sz]ation|request|requestsample)[-\w]*[/=](\d{3,})(?=$|[/?&#])"
    r"|-r?(\d{3,})(?=$|[/?#])|/[\w-]*reports?/[\w-]+/(\d{3,})/?(?=$|[?#])|[?&](?:id|report_?id|rid|reportid)=(\d{3,})"
    r"|[?&]type=report&id=(\d{1,2})(?=$|[&#])"
)
_UNLIKELY = re.compile(
    r"(?i)/(?:[\w-]*reports?|buy|buy-now|purchase|request-sample)/(?:[\w-]*[a-z_])?-(20[1-4]\d)(?=$|[/?#])"
    r"|/[\w-]*(?:sample|enquiry|inquiry|pre-?order|purchase|checkout)[\w-]*/([1-9]\d?)(?=$|[?#])"
)
"""A number that looks like a year, or has one or two digits, where a report's number stands."""

_OWN = ("canonical", "og:url", "saved from url")
"""Where a page says its own address, in its metadata."""
_SITE = re.compile(r"https?://[^/?#]+", re.IGNORECASE)

_THREE_DIGITS = re.compile(r"\d{3}")
_YEAR = re.compile(r"20[1-4]\d$")
_HOST = re.compile(
    r"\s*(?:[a-z][a-z0-9+.-]*:)?//(?:[^/?#@]*@)?(?:www\.)?([a-z0-9.-]+\.[a-z]{2,})(?::\d*)?(?=[/?#]|$)", re.IGNORECASE
)


def extract(outline: Outline, facts: Facts) -> Facts:
    """Fills `publisher`, `report_id` and `related`."""
    own = _own_address(outline.document)
    linked = _hosted(outline.document.links, own)
    selling = [*linked, (host, Link(0, 0, own))] if (host := host_of(own)) else linked
    votes: Counter[str] = Counter()
    for host, link in selling:
        if host not in wordlists().hosting and (vote := _vote(link.href)):
            votes[host] += vote
    if not votes:
        return replace(facts, related=_related(linked, None, None))
    publisher = max(votes, key=lambda host: (votes[host], -_first(selling, host)))
    numbers = [number_of(link.href) for host, link in selling if host == publisher]
    counted = Counter(number for number in numbers if number)
    report_id = max(counted, key=lambda number: (counted[number], -numbers.index(number))) if counted else None
    report_id = report_id or _unlikely_number({link.href for host, link in selling if host == publisher})
    return replace(facts, publisher=publisher, report_id=report_id, related=_related(linked, publisher, report_id))


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


@lru_cache(maxsize=4096)
def number_of(href: str) -> str | None:
    """The report's number that an address carries; years do not count."""
    address = href.partition("?utm_")[0].lower()
    likely = _THREE_DIGITS.search(address) or "type=report&id=" in address
    for found in _NUMBER.finditer(address) if likely else ():
        number: str = found[found.lastindex or 0]
        if not (found[2] and _YEAR.match(number)):
            return number
    return None


def _unlikely_number(addresses: set[str]) -> str | None:
    """The report's number where it could also be a year or a page's: it stands in at least two addresses, and no other
    such number in more."""
    found = (_UNLIKELY.search(address.partition("?utm_")[0]) for address in sorted(addresses))
    counted = Counter(match[1] or match[2] for match in found if match)
    number, times = counted.most_common(1)[0] if counted else ("", 0)
    return number if times > 1 else None


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
        if host == publisher and number in (report_id, None):
            continue
        known = host not in wordlists().hosting
        path = urlsplit(link.href).path.rstrip("/").rpartition("/")[2].replace("-", " ")
        found.setdefault(
            link.href, RelatedReport(path[:200], link.href, host if known else None, number if known else None)
        )
    return tuple(found.values())
