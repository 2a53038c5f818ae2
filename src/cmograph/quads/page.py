"""A page: where it was found, which document it carries, whose report it sells, and to which reports it links."""

from __future__ import annotations

from cmograph.claims.model import RelatedReport
from cmograph.entities import markets
from cmograph.iris import Iris
from cmograph.quads import terms
from cmograph.quads.lines import Lines, date, named, text
from cmograph.reading import Reading


def write_page(reading: Reading, iris: Iris, lines: Lines) -> None:
    """The page, its publisher and its reports.

    Raises:
        QuadError: the posting date is none.
    """
    page, facts = reading.page, reading.facts
    term, key = named(iris.page(page.path)), reading.document.key
    lines.add(term, terms.TYPE, terms.PAGE)
    lines.add(term, terms.PATH, text(page.path))
    lines.add(term, terms.BYTE_DIGEST, text(f"sha256:{page.digest}"))
    lines.add(term, terms.CARRIES, named(iris.document(key)))
    lines.add(named(iris.reading(key)), terms.USED, term)
    if facts.posted:
        lines.add(term, terms.ISSUED, date(facts.posted))
    if facts.publisher:
        lines.add(term, terms.PUBLISHED_BY, _publisher(facts.publisher, iris, lines))
    sold = _sold(reading, iris, lines)
    if sold:
        lines.add(term, terms.SELLS, sold)
    for related in facts.related:
        other = _related(related, iris, lines)
        if other and other != sold:
            lines.add(term, terms.LINKS_TO, other)


def _sold(reading: Reading, iris: Iris, lines: Lines) -> str:
    facts = reading.facts
    if not (facts.publisher and facts.report_id):
        return ""
    report = _report(facts.publisher, facts.report_id, reading.document.title, iris, lines)
    if facts.market:
        lines.add(report, terms.ON_MARKET, named(iris.market(markets.fold(facts.market.name.text))))
    return report


def _related(related: RelatedReport, iris: Iris, lines: Lines) -> str:
    if not (related.publisher and related.report_id):
        return ""
    return _report(related.publisher, related.report_id, related.title, iris, lines)


def _report(host: str, number: str, title: str, iris: Iris, lines: Lines) -> str:
    report = named(iris.report(host, number))
    lines.add(report, terms.TYPE, terms.REPORT)
    lines.add(report, terms.IDENTIFIER, text(number))
    lines.add(report, terms.PUBLISHED_BY, _publisher(host, iris, lines))
    lines.add(report, terms.LABEL, text(title.strip() or f"Report {number}"))
    return report


def _publisher(host: str, iris: Iris, lines: Lines) -> str:
    publisher = named(iris.publisher(host))
    lines.add(publisher, terms.TYPE, terms.PUBLISHER)
    lines.add(publisher, terms.LABEL, text(host))
    lines.add(publisher, terms.HOST, text(host))
    return publisher
