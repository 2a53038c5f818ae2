"""Companies of which nothing but their figures tells that they are such: whose revenue, growth or share a claim is, and
whom no list or sentence has named as a firm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cmograph.claims.model import Claim, CompanyName, Facts, Name, SubjectKind
from cmograph.document import Span
from cmograph.entities.companies import fold
from cmograph.extractors.company.company_figures import is_firm, is_of_parts, looks_like_a_firm
from cmograph.extractors.company.company_names import Page, page_of
from cmograph.extractors.outline import Outline
from cmograph.extractors.vocabulary.company_words import company_words


def with_claimed(outline: Outline, facts: Facts, claims: Sequence[Claim]) -> tuple[CompanyName, ...]:
    """The page's companies in their order, and before the first that is named later, each that only its claims name."""
    listed = {company.name.text for company in facts.companies}
    if all(
        subject.name in listed for claim in claims for subject in claim.subjects if subject.kind is SubjectKind.COMPANY
    ):
        return facts.companies
    known = {fold(name) for company in facts.companies for name in (company.name.text, *company.names)}
    unknown: dict[Span, list[Name]] = {}
    for sentence, name in _named(outline, claims):
        key = fold(name.text)
        if key and not any(f" {key} " in f" {other} " or f" {other} " in f" {key} " for other in known if other):
            known.add(key)
            unknown.setdefault(sentence, []).append(name)
    if not unknown:
        return facts.companies
    page = page_of(outline.document, facts)
    companies = list(facts.companies)
    for name in (name for names in unknown.values() for name in _firms(page, names)):
        later = (at for at, company in enumerate(companies) if company.name.span.start > name.span.start)
        companies.insert(next(later, len(companies)), CompanyName(name))
    return tuple(companies)


def _firms(page: Page, names: list[Name]) -> list[Name]:
    """Those of a sentence's names that can be firms', if one looks like a firm."""
    firms = [name for name in names if is_firm(page, name)]
    return firms if any(looks_like_a_firm(page, name) for name in firms) else []


def _named(outline: Outline, claims: Sequence[Claim]) -> Iterator[tuple[Span, Name]]:
    """The firms whose numbers claims are, each behind the sentence that names it: no part of another firm, and no
    source."""
    document = outline.document
    for claim in claims:
        for subject in claim.subjects:
            at = document.text.find(subject.name, *claim.sentence) if subject.kind is SubjectKind.COMPANY else -1
            if at < 0 or company_words().sources.search(subject.name):
                continue
            parts = " of which " in document.text[claim.sentence.start : at]
            if not parts and not is_of_parts(outline.section(document.index_at(at))):
                yield claim.sentence, Name(subject.name, Span(at, at + len(subject.name)))
