"""What numbers belong to and pages list: each market, company, region, segment and group, its class and its labels."""

from __future__ import annotations

from cmograph.claims.model import Facts, Subject, SubjectKind
from cmograph.entities import companies, markets, places, segments
from cmograph.iris import Iris
from cmograph.quads import terms
from cmograph.quads.lines import Lines, named, text


class Subjects:
    """Describes the subjects of one document; each method answers with the subject's term.

    Attributes:
        market: the term of the market that the document is about, or None.
    """

    def __init__(self, facts: Facts, document: str, iris: Iris, lines: Lines) -> None:
        self._iris, self._lines, self._document = iris, lines, document
        self._market_key = markets.fold(facts.market.name.text) if facts.market else ""
        self._dimensions: dict[str, str] = {}
        self._schemes: dict[str, str] = {}
        self._known: set[tuple[str, str]] = set()
        for group in facts.segments:
            for segment in group.segments:
                self._dimensions.setdefault(segments.fold(segment.name.text), group.dimension)
        self.market = self.other_market(facts.market.name.text) if facts.market else None
        self._label = facts.market.name.text if facts.market else ""

    def of(self, subject: Subject) -> str:
        """The subject of a claim."""
        match subject.kind:
            case SubjectKind.MARKET:
                return self.market or self.group("market")
            case SubjectKind.OTHER_MARKET:
                return self.other_market(subject.name)
            case SubjectKind.COMPANY:
                return self.company(subject.name)
            case SubjectKind.REGION:
                return self.region(subject.name)
            case SubjectKind.SEGMENT:
                return self.segment(self._dimensions.get(segments.fold(subject.name), ""), subject.name)
            case SubjectKind.GROUP:
                return self.group(subject.name)

    def other_market(self, name: str) -> str:
        """A market by its name."""
        return self._described(self._iris.market(markets.fold(name)), terms.MARKET, name)

    def company(self, name: str) -> str:
        """A company by its name."""
        return self._described(self._iris.company(companies.fold(name)), terms.COMPANY, name)

    def region(self, name: str) -> str:
        """A region by its name: a known place where the name is certain, else a place of that name."""
        place = places.resolve(name)
        iri = self._iris.region(place.code) if place else self._iris.region_named(places.fold(name) or name.strip())
        return self._described(iri, terms.REGION, name)

    def group(self, name: str) -> str:
        """Something that this document describes."""
        return self._described(self._iris.group(self._document, segments.fold(name)), terms.GROUP, name)

    def segment(self, dimension: str, name: str) -> str:
        """A segment of the document's market; the dimension is "" where no list of the page names the segment."""
        owner = self._market_key or self._document
        term = self._described(self._iris.segment(owner, dimension, segments.fold(name)), terms.SEGMENT, name)
        if self.market:
            self._lines.add(term, terms.OF_MARKET, self.market)
        if dimension:
            if dimension not in self._schemes:
                self._schemes[dimension] = self._scheme(owner, dimension)
            self._lines.add(term, terms.IN_SCHEME, self._schemes[dimension])
        return term

    def _scheme(self, owner: str, dimension: str) -> str:
        by = dimension.replace("_", " ")
        label = f"{self._label} by {by}" if self._label else f"By {by}"
        scheme = self._described(self._iris.scheme(owner, dimension), terms.SEGMENT_SCHEME, label)
        self._lines.add(scheme, terms.DIMENSION, text(dimension))
        if self.market:
            self._lines.add(scheme, terms.SEGMENTS, self.market)
        return scheme

    def _described(self, iri: str, kind: str, label: str) -> str:
        term = named(iri)
        if (iri, label) not in self._known:
            self._known.add((iri, label))
            self._lines.about(term, (terms.TYPE, kind), (terms.LABEL, text(label)))
        return term
