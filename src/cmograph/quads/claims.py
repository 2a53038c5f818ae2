"""Claims, whatever their type: whose number, how much, when, and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from cmograph import claims
from cmograph.claims.claim_type import ClaimType, Time, Unit
from cmograph.claims.model import Claim, Facts
from cmograph.document import Document, Span
from cmograph.iris import Iris, currency
from cmograph.quads import terms
from cmograph.quads.evidence import EvidenceWriter
from cmograph.quads.lines import Lines, QuadError, decimal, named, text, year
from cmograph.quads.sentences import sentence
from cmograph.quads.subjects import Subjects


class ClaimWriter:
    """Writes the claims of one document."""

    def __init__(
        self, document: Document, iris: Iris, lines: Lines, subjects: Subjects, evidence: EvidenceWriter
    ) -> None:
        self._key, self._iris, self._lines = document.key, iris, lines
        self._subjects, self._evidence = subjects, evidence
        self._document, self._reading = named(iris.document(self._key)), named(iris.reading(self._key))

    def write(self, facts: Facts) -> None:
        """Every claim.

        Raises:
            QuadError: a claim has no subject, its low is above its high, its unit lacks a currency or has one too many,
                or a year is unlikely.
        """
        kinds = claims.types()
        market = facts.market.name.text if facts.market else ""
        met: Counter[tuple[str, Span]] = Counter()
        for claim in facts.claims:
            kind = _checked(claim, kinds)
            number, ordinal = claim.number, met[claim.kind, claim.number]
            iri = self._iris.claim(claim.kind, self._key, number.start, number.end, ordinal)
            met[claim.kind, claim.number] += 1
            self._claim(named(iri), claim, kind, market)

    def _claim(self, term: str, claim: Claim, kind: ClaimType, market: str) -> None:
        add = self._lines.add
        self._lines.about(
            term,
            (terms.TYPE, named(kind.rdf_class)),
            (terms.LABEL, text(sentence(claim, kind, market))),
            (terms.LOW, decimal(claim.low)),
            (terms.HIGH, decimal(claim.high)),
            (terms.QUALIFIER, terms.QUALIFIERS[claim.qualifier]),
            (terms.STATUS, terms.PROJECTED if claim.projected else terms.REPORTED),
            (terms.EVIDENCE, self._evidence.write(claim.quote, claim.sentence)),
            (terms.DERIVED_FROM, self._document),
            (terms.GENERATED_BY, self._reading),
        )
        for subject in claim.subjects:
            self._lines.about(
                term, (terms.SUBJECT, self._subjects.of(subject)), (terms.SUBJECT_NAME, text(subject.name))
            )
        if self._subjects.market:
            add(term, terms.IN_MARKET, self._subjects.market)
        if claim.currency:
            add(term, terms.CURRENCY, named(currency(claim.currency)))
        for predicate, value in _times(claim, kind):
            if value is not None:
                add(term, predicate, year(value))


def _times(claim: Claim, kind: ClaimType) -> tuple[tuple[str, int | None], ...]:
    if kind.time is Time.PERIOD:
        return (terms.PERIOD_START, claim.start), (terms.PERIOD_END, claim.end)
    return ((terms.YEAR, claim.year),)


def _checked(claim: Claim, kinds: Mapping[str, ClaimType]) -> ClaimType:
    kind = kinds.get(claim.kind)
    if kind is None:
        raise QuadError(f"no claim type {claim.kind!r}; there are: {', '.join(kinds)}")
    if not claim.subjects:
        raise QuadError(
            f"a {kind.name} claim at {claim.number} has no subject; refuse it with the reason no_subject instead"
        )
    if not (claim.low.is_finite() and claim.high.is_finite()):
        raise QuadError(f"a {kind.name} claim at {claim.number} has no finite numbers: {claim.low}, {claim.high}")
    if claim.low > claim.high:
        raise QuadError(
            f"a {kind.name} claim at {claim.number} has low {claim.low} above high {claim.high}; expected low <= high"
        )
    if (kind.unit is Unit.MONEY) != (claim.currency is not None):
        raise QuadError(
            f"a {kind.name} claim at {claim.number} is in {kind.unit}, but its currency is {claim.currency}"
        )
    return kind
