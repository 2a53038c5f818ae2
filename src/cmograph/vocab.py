"""The vocabularies that cmograph writes: namespaces, and the terms taken from each.

A term is read as an attribute (`CG.Market`, `DCTERMS.title`) and is a plain IRI; a term that is not listed here is an
AttributeError, so that a misspelled one never reaches a graph.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


class Namespace:
    """A vocabulary's IRI and the terms of it that are in use."""

    __slots__ = ("iri", "terms")

    def __init__(self, iri: str, terms: str) -> None:
        self.iri = iri
        self.terms = frozenset(terms.split())

    def __getattr__(self, name: str) -> str:
        if name not in self.terms:
            raise AttributeError(
                f"no term {name!r} is in use of the vocabulary {self.iri}; add it in vocab.py if the vocabulary has it"
            )
        return self.iri + name


CG = Namespace(
    "https://w3id.org/cmograph/ontology#",
    """
    Subject Market Company Region Country CountryPart GeographicalArea TradeRegion Segment SegmentScheme Group Currency
    Document Page Publisher Report Mention Evidence Refusal
    Claim MarketSizeFigure GrowthRateFigure MarketShareFigure RevenueFigure
    activeIn hasParticipant locatedIn contains ofMarket hasSegment segments
    aboutMarket onMarket carries carriedBy sells soldOn linksTo
    identifies under subject isSubjectOf market currency qualifier status evidence reason
    textDigest textLength byteDigest path host marketName abbreviation forecastStart forecastEnd
    basedIn pageNumber dimension name rank subjectName low high year periodStart periodEnd isoCode m49Code currencyCode
    qualifiers exact approximate atLeast atMost
    statuses reported projected
    refusalReasons placeholder noSubject notMarket price investment change technical noMarket
    """,
)
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#", "label subClassOf subPropertyOf domain range")
OWL = Namespace(
    "http://www.w3.org/2002/07/owl#",
    "inverseOf TransitiveProperty SymmetricProperty versionIRI versionInfo Class ObjectProperty DatatypeProperty",
)
XSD = Namespace("http://www.w3.org/2001/XMLSchema#", "string integer decimal gYear date")
SKOS = Namespace(
    "http://www.w3.org/2004/02/skos/core#",
    "Concept ConceptScheme prefLabel altLabel notation inScheme broader narrower exactMatch",
)
DCTERMS = Namespace("http://purl.org/dc/terms/", "title publisher issued identifier isPartOf")
PROV = Namespace(
    "http://www.w3.org/ns/prov#", "Entity Activity SoftwareAgent wasDerivedFrom wasGeneratedBy used wasAssociatedWith"
)
OA = Namespace(
    "http://www.w3.org/ns/oa#",
    "SpecificResource TextQuoteSelector TextPositionSelector hasSource hasSelector exact prefix suffix start end",
)
SCHEMA = Namespace("https://schema.org/", "Organization Place Product about tickerSymbol")

EU_COUNTRY = "http://publications.europa.eu/resource/authority/country/"
EU_CURRENCY = "http://publications.europa.eu/resource/authority/currency/"
DEFAULT_BASE = "https://w3id.org/cmograph/id/"

NAMESPACES: Mapping[str, Namespace] = MappingProxyType(
    {
        "cg": CG,
        "dcterms": DCTERMS,
        "oa": OA,
        "owl": OWL,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "schema": SCHEMA,
        "skos": SKOS,
        "xsd": XSD,
    }
)
PREFIXES: Mapping[str, str] = MappingProxyType({prefix: space.iri for prefix, space in NAMESPACES.items()})
