"""Refusals: what looked like a claim, where it stands, and why it is none."""

from __future__ import annotations

from cmograph.claims.model import Facts
from cmograph.document import Document
from cmograph.iris import Iris
from cmograph.quads import terms
from cmograph.quads.evidence import EvidenceWriter
from cmograph.quads.lines import Lines, named


def write_refusals(facts: Facts, document: Document, iris: Iris, lines: Lines, evidence: EvidenceWriter) -> None:
    """Every refusal of the document."""
    key = document.key
    source = named(iris.document(key))
    for refusal in facts.refusals:
        term = named(iris.refusal(key, refusal.number.start, refusal.number.end, refusal.reason.value))
        lines.add(term, terms.TYPE, terms.REFUSAL)
        lines.add(term, terms.REASON, terms.REASONS[refusal.reason])
        lines.add(term, terms.EVIDENCE, evidence.write(refusal.number, refusal.sentence))
        lines.add(term, terms.DERIVED_FROM, source)
