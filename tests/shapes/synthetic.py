"""Documents of the graph's model in any number, of about 750 quads each, as sections of a graph file."""

from __future__ import annotations

from collections.abc import Iterator

from cmograph.graph.sections import Section
from cmograph.iris import Iris, currency, digest
from cmograph.vocab import CG, DCTERMS, OA, PROV, RDF, RDFS, SKOS, XSD

IRIS = Iris()
PLACES = ("US", "CA", "DE", "FR", "GB", "IT", "CN", "JP", "IN", "KR", "AU", "MX", "BR", "AR", "TR", "SA", "AE")
AREAS = {
    "US": "021",
    "CA": "021",
    "DE": "150",
    "FR": "150",
    "GB": "150",
    "IT": "150",
    "TR": "mea",
    "SA": "mea",
    "AE": "mea",
    "MX": "latam",
    "BR": "latam",
}
AREAS |= {"AR": "latam"}


class _Lines:
    def __init__(self, graph: str) -> None:
        self._graph = graph
        self._lines: set[str] = set()

    def link(self, subject: str, predicate: str, target: str) -> None:
        self._lines.add(f"<{subject}> <{predicate}> <{target}> <{self._graph}> .\n")

    def state(self, subject: str, predicate: str, value: object, datatype: str = "") -> None:
        tail = f"^^<{datatype}>" if datatype else ""
        self._lines.add(f'<{subject}> <{predicate}> "{value}"{tail} <{self._graph}> .\n')

    def section(self) -> Section:
        return Section(self._graph, "".join(sorted(self._lines)).encode())


def reference() -> Section:
    """The reference graph: a few places, and a currency."""
    lines = _Lines(IRIS.graph("reference"))
    for place in PLACES:
        lines.link(IRIS.region(place), RDF.type, CG.Country)
        lines.state(IRIS.region(place), RDFS.label, f"Place {place}")
        lines.state(IRIS.region(place), CG.isoCode, place)
        lines.link(IRIS.region(place), CG.locatedIn, IRIS.region(AREAS.get(place, "apac")))
    for area in sorted({*AREAS.values(), "apac"}):
        lines.link(IRIS.region(area), RDF.type, CG.TradeRegion)
        lines.state(IRIS.region(area), RDFS.label, f"Area {area}")
    lines.link(currency("USD"), RDF.type, CG.Currency)
    lines.state(currency("USD"), CG.currencyCode, "USD")
    lines.state(currency("USD"), RDFS.label, "US dollar")
    return lines.section()


def document(number: int) -> Section:
    """One document that breaks no shape of structure, with claims of all types and lists of all kinds."""
    key = digest("synthetic", number)
    lines = _Lines(IRIS.graph(key))
    _head(lines, key, number)
    _mentions(lines, key, number)
    _claims(lines, key, number)
    return lines.section()


def sections(count: int) -> Iterator[Section]:
    """A whole graph: the reference graph and `count` documents, in order of their graphs."""
    yield from sorted([reference(), *map(document, range(count))], key=lambda section: section.graph)


def _head(lines: _Lines, key: str, number: int) -> None:
    document, page, market = IRIS.document(key), IRIS.page(f"a/{number}.md"), IRIS.market(f"market {number % 50}")
    report, publisher = IRIS.report("example.com", str(number)), IRIS.publisher("example.com")
    for subject, kind in (
        (document, CG.Document),
        (page, CG.Page),
        (market, CG.Market),
        (report, CG.Report),
        (publisher, CG.Publisher),
    ):
        lines.link(subject, RDF.type, kind)
    lines.state(document, DCTERMS.title, f"Market {number % 50} Market Size, Forecast 2024-2031")
    lines.state(document, CG.textDigest, "sha256:" + "0" * 64)
    lines.state(document, CG.textLength, 9000, XSD.integer)
    lines.link(document, CG.aboutMarket, market)
    lines.state(document, CG.forecastStart, 2024, XSD.gYear)
    lines.state(document, CG.forecastEnd, 2031, XSD.gYear)
    lines.state(page, CG.path, f"a/{number}.md")
    lines.state(page, CG.byteDigest, "sha256:" + "1" * 64)
    for predicate, target in ((CG.carries, document), (CG.sells, report), (DCTERMS.publisher, publisher)):
        lines.link(page, predicate, target)
    lines.state(page, DCTERMS.issued, "2025-03-12", XSD.date)
    lines.state(publisher, RDFS.label, "example.com")
    lines.state(publisher, CG.host, "example.com")
    lines.state(report, DCTERMS.identifier, number)
    lines.state(report, RDFS.label, f"Report {number}")
    lines.link(report, DCTERMS.publisher, publisher)
    lines.link(report, CG.onMarket, market)
    lines.state(market, RDFS.label, f"Market {number % 50}")
    lines.link(IRIS.reading(key), RDF.type, PROV.Activity)
    lines.link(IRIS.reading(key), PROV.used, page)
    lines.link(IRIS.reading(key), PROV.wasAssociatedWith, IRIS.software())


def _mentions(lines: _Lines, key: str, number: int) -> None:
    market = IRIS.market(f"market {number % 50}")
    for rank in range(15):
        company = IRIS.company(f"company {number % 97} {rank}")
        lines.link(company, RDF.type, CG.Company)
        lines.state(company, RDFS.label, f"Company {number % 97} {rank}")
        lines.link(company, CG.activeIn, market)
        _mention(lines, key, 1000 + 20 * rank, company, rank + 1)
    for rank in range(12):
        segment, scheme = IRIS.segment(market, f"d{rank // 4}", f"s{rank}"), IRIS.scheme(market, f"d{rank // 4}")
        lines.link(segment, RDF.type, CG.Segment)
        lines.state(segment, RDFS.label, f"Segment {rank}")
        lines.link(segment, SKOS.inScheme, scheme)
        lines.link(segment, CG.ofMarket, market)
        lines.link(scheme, RDF.type, CG.SegmentScheme)
        lines.state(scheme, CG.dimension, f"d{rank // 4}")
        lines.state(scheme, RDFS.label, f"by d{rank // 4}")
        lines.link(scheme, CG.segments, market)
        lines.state(_mention(lines, key, 2000 + 20 * rank, segment, rank + 1), CG.dimension, f"d{rank // 4}")
    for rank, place in enumerate(PLACES):
        area = IRIS.region(AREAS.get(place, "apac"))
        heading = _mention(
            lines, key, 3000 + 100 * (sorted({*AREAS.values(), "apac"}).index(AREAS.get(place, "apac"))), area, 1
        )
        lines.link(_mention(lines, key, 4000 + 20 * rank, IRIS.region(place), rank + 1), CG.under, heading)


def _mention(lines: _Lines, key: str, start: int, entity: str, rank: int) -> str:
    mention = IRIS.mention(key, start, start + 12, entity)
    lines.link(mention, RDF.type, CG.Mention)
    lines.link(mention, CG.identifies, entity)
    lines.state(mention, CG.name, f"Name {rank}")
    lines.state(mention, OA.start, start, XSD.integer)
    lines.state(mention, OA.end, start + 12, XSD.integer)
    lines.link(mention, DCTERMS.isPartOf, IRIS.document(key))
    lines.state(mention, CG.rank, rank, XSD.integer)
    return mention


def _claims(lines: _Lines, key: str, number: int) -> None:
    market = IRIS.market(f"market {number % 50}")
    size = [(CG.market, market)]
    money = [("currency", currency("USD"))]
    for offset, (kind, low, subject, year) in enumerate(
        (
            (CG.MarketSizeFigure, 162550000000, market, 2020),
            (CG.MarketSizeFigure, 286190000000, market, 2027),
            (CG.GrowthRateFigure, 8.1, market, 2020),
            (CG.GrowthRateFigure, 14, market, None),
            (CG.RevenueFigure, 4500000000, IRIS.company(f"company {number % 97} 0"), 2020),
            (CG.RevenueFigure, 2900000000, IRIS.company(f"company {number % 97} 1"), 2020),
            (CG.MarketShareFigure, 35, IRIS.region("CN"), None),
            (CG.MarketShareFigure, 25, IRIS.region("021"), None),
            (CG.MarketShareFigure, 20, IRIS.region("apac"), None),
            (CG.MarketShareFigure, 15, IRIS.region("150"), None),
        )
    ):
        claim = _claim(lines, key, 5000 + 100 * offset, kind, low, subject)
        for predicate, target in size:
            lines.link(claim, predicate, target)
        if kind in {CG.MarketSizeFigure, CG.RevenueFigure}:
            lines.link(claim, CG.currency, money[0][1])
        if year and kind == CG.GrowthRateFigure:
            lines.state(claim, CG.periodStart, 2020, XSD.gYear)
            lines.state(claim, CG.periodEnd, 2027, XSD.gYear)
        elif year:
            lines.state(claim, CG.year, year, XSD.gYear)
    for offset in range(4):
        refusal = IRIS.refusal(key, 7000 + 100 * offset, 7010 + 100 * offset, "price")
        lines.link(refusal, RDF.type, CG.Refusal)
        lines.link(refusal, CG.reason, CG.price)
        lines.link(refusal, PROV.wasDerivedFrom, IRIS.document(key))
        lines.link(refusal, CG.evidence, _evidence(lines, key, 7000 + 100 * offset))


def _claim(lines: _Lines, key: str, start: int, kind: str, low: float, subject: str) -> str:
    claim = IRIS.claim(kind, key, start, start + 4, 0)
    lines.link(claim, RDF.type, kind)
    lines.state(claim, RDFS.label, f"A figure of {low}")
    lines.link(claim, CG.subject, subject)
    lines.state(claim, CG.subjectName, subject.rsplit("-", 1)[1])
    lines.state(claim, CG.low, low, XSD.decimal)
    lines.state(claim, CG.high, low, XSD.decimal)
    lines.link(claim, CG.qualifier, CG.exact)
    lines.link(claim, CG.status, CG.reported)
    lines.link(claim, CG.evidence, _evidence(lines, key, start))
    lines.link(claim, PROV.wasDerivedFrom, IRIS.document(key))
    lines.link(claim, PROV.wasGeneratedBy, IRIS.reading(key))
    return claim


def _evidence(lines: _Lines, key: str, start: int) -> str:
    end = start + 60
    evidence, quote, position = IRIS.evidence(key, start, end)
    lines.link(evidence, RDF.type, CG.Evidence)
    lines.link(evidence, OA.hasSource, IRIS.document(key))
    lines.link(evidence, OA.hasSelector, quote)
    lines.link(evidence, OA.hasSelector, position)
    lines.link(quote, RDF.type, OA.TextQuoteSelector)
    lines.state(quote, OA.exact, "q" * 60)
    lines.state(quote, OA.prefix, "The words before the quote ")
    lines.state(quote, OA.suffix, " and those after it")
    lines.link(position, RDF.type, OA.TextPositionSelector)
    lines.state(position, OA.start, start, XSD.integer)
    lines.state(position, OA.end, end, XSD.integer)
    return evidence
