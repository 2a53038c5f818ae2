"""What a document lists: its market's names, its companies, regions and segments, and where each stands."""

from __future__ import annotations

from itertools import count

from cmograph.claims.model import CompanyName, Facts, MarketName, Name, SegmentGroup
from cmograph.entities import places
from cmograph.iris import Iris
from cmograph.quads import terms
from cmograph.quads.lines import Lines, integer, named, text
from cmograph.quads.subjects import Subjects


class Names:
    """Writes the lists of one document."""

    def __init__(self, document: str, iris: Iris, lines: Lines, subjects: Subjects) -> None:
        self._document, self._iris, self._lines, self._subjects = document, iris, lines, subjects
        self._whole = named(iris.document(document))
        self._seen: set[str] = set()

    def write(self, facts: Facts) -> None:
        """All that the document names."""
        if facts.market:
            self._market(facts.market)
        self._companies(facts.companies)
        self._regions(facts)
        rank = count(1)
        for group in facts.segments:
            self._segments(group, rank)

    def _market(self, market: MarketName) -> None:
        term = self._subjects.other_market(market.name.text)
        self._lines.add(self._whole, terms.ABOUT_MARKET, term)
        self._lines.add(self._whole, terms.MARKET_NAME, text(market.name.text))
        if market.abbreviation:
            self._lines.add(term, terms.ABBREVIATION, text(market.abbreviation))
        for alias in market.aliases:
            self._lines.add(term, terms.ALT_LABEL, text(alias))

    def _companies(self, companies: tuple[CompanyName, ...]) -> None:
        for rank, company in enumerate(companies, start=1):
            term = self._subjects.company(company.name.text)
            if self._subjects.market:
                self._lines.add(term, terms.ACTIVE_IN, self._subjects.market)
            for other in company.names:
                if other != company.name.text:
                    self._lines.add(term, terms.ALT_LABEL, text(other))
            if company.ticker:
                self._lines.add(term, terms.TICKER, text(company.ticker))
            if company.country and places.is_place(company.country):
                self._lines.add(term, terms.BASED_IN, self._subjects.region(company.country))
            self._mention(company.name, term, rank)

    def _regions(self, facts: Facts) -> None:
        rank = count(1)
        for group in facts.regions:
            heading = self._mention(group.region, self._subjects.region(group.region.text), next(rank))
            for place in group.places:
                self._mention(place, self._subjects.region(place.text), next(rank), under=heading)

    def _segments(self, group: SegmentGroup, rank: count[int]) -> None:
        written: list[tuple[str, str]] = []
        for segment in group.segments:
            term = self._subjects.segment(group.dimension, segment.name.text)
            wider, above = written[segment.parent] if segment.parent >= 0 else ("", "")
            mention = self._mention(segment.name, term, next(rank), under=above)
            self._lines.add(mention, terms.DIMENSION, text(group.dimension))
            if wider and wider != term:
                self._lines.add(term, terms.BROADER, wider)
            written.append((term, mention))

    def _mention(self, name: Name, entity: str, rank: int, *, under: str = "") -> str:
        """One naming in one place; the same entity in the same place again is the same mention, and keeps its rank."""
        start, end = name.span
        mention = named(self._iris.mention(self._document, start, end, entity[1:-1]))
        if mention not in self._seen:
            self._seen.add(mention)
            self._lines.about(
                mention,
                (terms.TYPE, terms.MENTION),
                (terms.IDENTIFIES, entity),
                (terms.NAME, text(name.text)),
                (terms.START, integer(start)),
                (terms.END, integer(end)),
                (terms.PART_OF, self._whole),
                (terms.RANK, integer(rank)),
            )
            if under and under != mention:
                self._lines.add(mention, terms.UNDER, under)
        return mention
