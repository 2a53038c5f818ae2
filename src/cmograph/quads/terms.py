"""The terms that lines are made of, written once: `<…>` around each IRI."""

from __future__ import annotations

from cmograph.claims.model import Qualifier, Reason
from cmograph.quads.lines import named
from cmograph.vocab import CG, DCTERMS, OA, PROV, RDF, RDFS, SCHEMA, SKOS


def _camel(word: str) -> str:
    first, *rest = word.split("_")
    return first + "".join(map(str.capitalize, rest))


TYPE, LABEL = named(RDF.type), named(RDFS.label)
ALT_LABEL, IN_SCHEME, BROADER = named(SKOS.altLabel), named(SKOS.inScheme), named(SKOS.broader)
CONCEPT, SCHEME_CLASS, NOTATION, EXACT_MATCH = (
    named(SKOS.Concept),
    named(SKOS.ConceptScheme),
    named(SKOS.notation),
    named(SKOS.exactMatch),
)
TITLE, PUBLISHED_BY, ISSUED = named(DCTERMS.title), named(DCTERMS.publisher), named(DCTERMS.issued)
IDENTIFIER, PART_OF = named(DCTERMS.identifier), named(DCTERMS.isPartOf)
ACTIVITY, AGENT = named(PROV.Activity), named(PROV.SoftwareAgent)
DERIVED_FROM, GENERATED_BY = named(PROV.wasDerivedFrom), named(PROV.wasGeneratedBy)
USED, ASSOCIATED_WITH = named(PROV.used), named(PROV.wasAssociatedWith)
QUOTE_SELECTOR, POSITION_SELECTOR = named(OA.TextQuoteSelector), named(OA.TextPositionSelector)
SOURCE, SELECTOR = named(OA.hasSource), named(OA.hasSelector)
EXACT, PREFIX, SUFFIX, START, END = named(OA.exact), named(OA.prefix), named(OA.suffix), named(OA.start), named(OA.end)
TICKER = named(SCHEMA.tickerSymbol)

MARKET, COMPANY, REGION, GROUP = named(CG.Market), named(CG.Company), named(CG.Region), named(CG.Group)
COUNTRY, COUNTRY_PART = named(CG.Country), named(CG.CountryPart)
AREA, TRADE_REGION = named(CG.GeographicalArea), named(CG.TradeRegion)
SEGMENT, SEGMENT_SCHEME, CURRENCY_CLASS = named(CG.Segment), named(CG.SegmentScheme), named(CG.Currency)
DOCUMENT, PAGE, PUBLISHER, REPORT = named(CG.Document), named(CG.Page), named(CG.Publisher), named(CG.Report)
MENTION, EVIDENCE_CLASS, REFUSAL = named(CG.Mention), named(CG.Evidence), named(CG.Refusal)

ABOUT_MARKET, MARKET_NAME, ON_MARKET = named(CG.aboutMarket), named(CG.marketName), named(CG.onMarket)
TEXT_DIGEST, TEXT_LENGTH = named(CG.textDigest), named(CG.textLength)
FORECAST_START, FORECAST_END = named(CG.forecastStart), named(CG.forecastEnd)
PATH, BYTE_DIGEST, CARRIES = named(CG.path), named(CG.byteDigest), named(CG.carries)
SELLS, LINKS_TO, HOST = named(CG.sells), named(CG.linksTo), named(CG.host)
ABBREVIATION, ACTIVE_IN, BASED_IN = named(CG.abbreviation), named(CG.activeIn), named(CG.basedIn)
SEGMENTS, OF_MARKET, DIMENSION = named(CG.segments), named(CG.ofMarket), named(CG.dimension)
IDENTIFIES, NAME, RANK, UNDER = named(CG.identifies), named(CG.name), named(CG.rank), named(CG.under)
SUBJECT, SUBJECT_NAME, IN_MARKET = named(CG.subject), named(CG.subjectName), named(CG.market)
LOW, HIGH, QUALIFIER, CURRENCY = named(CG.low), named(CG.high), named(CG.qualifier), named(CG.currency)
YEAR, PERIOD_START, PERIOD_END, STATUS = named(CG.year), named(CG.periodStart), named(CG.periodEnd), named(CG.status)
EVIDENCE, REASON, PAGE_NUMBER = named(CG.evidence), named(CG.reason), named(CG.pageNumber)
REPORTED, PROJECTED = named(CG.reported), named(CG.projected)
ISO_CODE, M49_CODE, LOCATED_IN, CURRENCY_CODE = (
    named(CG.isoCode),
    named(CG.m49Code),
    named(CG.locatedIn),
    named(CG.currencyCode),
)

QUALIFIERS = {
    Qualifier.EXACT: named(CG.exact),
    Qualifier.APPROXIMATE: named(CG.approximate),
    Qualifier.AT_LEAST: named(CG.atLeast),
    Qualifier.AT_MOST: named(CG.atMost),
}
REASONS = {reason: named(getattr(CG, _camel(reason.value))) for reason in Reason}
