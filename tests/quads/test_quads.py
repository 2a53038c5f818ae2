"""A reading → the quads of its document's graph."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse
from sample_reading import TEXT, sample_facts, sample_reading, span

from cmograph.claims.model import (
    Claim,
    CompanyName,
    Facts,
    MarketName,
    Name,
    Qualifier,
    RegionGroup,
    Subject,
    SubjectKind,
)
from cmograph.document import Span
from cmograph.iris import Iris
from cmograph.quads import QuadError, document_quads, page_quads, reading_quads, reference_quads
from cmograph.vocab import PREFIXES

IRIS = Iris()
HEAD = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items()) + f"PREFIX id: <{IRIS.base}>\n"


def cases(name: str) -> list[str]:
    """Graph patterns that must be found."""
    text = (Path(__file__).parent / "cases" / f"{name}.rq").read_text(encoding="utf-8")
    found = [part.strip() for part in text.split("\n\n") if not part.startswith("#")]
    assert found, f"no cases in {name}.rq"
    return found


def store(facts: Facts | None = None) -> Store:
    made = Store()
    made.load("\n".join(reading_quads(sample_reading(facts), IRIS)).encode(), format=RdfFormat.N_QUADS)
    return made


def ask(made: Store, where: str) -> bool:
    return bool(made.query(f"{HEAD}ASK {{ GRAPH ?g {{ {where} }} }}"))


def select(made: Store, variables: str, where: str) -> list[tuple[str, ...]]:
    rows = made.query(f"{HEAD}SELECT {variables} {{ GRAPH ?g {{ {where} }} }}")
    return sorted(tuple(term.value for term in row) for row in rows)


def claim_with(**changes: object) -> Facts:
    facts = sample_facts()
    return dataclasses.replace(facts, claims=(dataclasses.replace(facts.claims[0], **changes),))


@pytest.mark.parametrize("where", cases("facts"))
def test_every_kind_of_fact_is_written(where: str) -> None:
    assert ask(store(), where)


def test_the_graph_is_that_of_the_document_and_without_blank_nodes() -> None:
    quads = list(parse("\n".join(reading_quads(sample_reading(), IRIS)), RdfFormat.N_QUADS))
    assert {quad.graph_name for quad in quads} == {NamedNode(IRIS.graph(sample_reading().document.key))}
    assert all(isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal) for quad in quads)


def test_quotes_are_the_text_at_their_offsets_and_prefix_and_suffix_complete_the_sentence() -> None:
    rows = select(
        store(),
        "?exact ?start ?end ?prefix ?suffix",
        """?e oa:hasSelector ?q, ?p . ?q oa:exact ?exact . ?p oa:start ?start ; oa:end ?end .
        OPTIONAL { ?q oa:prefix ?before } OPTIONAL { ?q oa:suffix ?after }
        BIND(COALESCE(?before, "") AS ?prefix) BIND(COALESCE(?after, "") AS ?suffix)""",
    )
    assert len(rows) == 7
    for exact, start, end, prefix, suffix in rows:
        assert exact == TEXT[int(start) : int(end)]
        assert prefix + exact + suffix in TEXT.split("\n")


def test_claims_have_readable_labels() -> None:
    labels = [label for (label,) in select(store(), "?label", "?c cg:low ?low ; rdfs:label ?label")]
    market = "Sample Sorting Device (SSD) market"
    assert labels == [
        f"Acme Holdings Inc. ({market}): revenue CHF 3 to 4 million in 2023",
        f"Europe and North America ({market}): market share at least 60 %",
        f"{market}: CAGR 7.5 % from 2025 to 2031, forecast",
        f"{market}: market size about USD 1.25 billion in 2024",
        f"desktop ({market}): market share 30 %",
        f"other regions ({market}): market share at most 10 %",
    ]


def test_one_number_for_two_subjects_each_gives_two_claims() -> None:
    facts = sample_facts()
    one = facts.claims[2]
    each = tuple(dataclasses.replace(one, subjects=(subject,)) for subject in one.subjects)
    assert len(select(store(dataclasses.replace(facts, claims=each)), "?c", "?c a cg:MarketShareFigure")) == 2


def test_correcting_a_number_keeps_the_name_of_its_claim() -> None:
    names = [
        select(store(claim_with(low=low, high=Decimal(9))), "?c", "?c a cg:MarketSizeFigure")
        for low in map(Decimal, (1, 9))
    ]
    assert names[0] == names[1]


def test_a_page_without_a_market_has_claims_on_a_group() -> None:
    made = store(dataclasses.replace(sample_facts(), market=None))
    assert ask(made, '?c cg:subjectName "market" ; cg:subject ?g2 . ?g2 a cg:Group ; rdfs:label "market"')
    assert not ask(made, "?d cg:aboutMarket ?m")
    assert not ask(made, "?c cg:market ?m")


def test_a_segment_that_no_list_names_has_no_scheme() -> None:
    made = store(claim_with(subjects=(Subject(SubjectKind.SEGMENT, "Wall-mounted"),)))
    assert ask(made, '?c cg:subject ?s . ?s rdfs:label "Wall-mounted" ; cg:ofMarket id:market-sample-sorting-device')
    assert not ask(made, '?s rdfs:label "Wall-mounted" ; skos:inScheme ?scheme')


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"subjects": ()}, "no subject"),
        ({"low": Decimal(2), "high": Decimal(1)}, "low <= high"),
        ({"low": Decimal("NaN"), "high": Decimal("NaN")}, "finite"),
        ({"currency": None}, "currency"),
        ({"year": 1492}, "1900 to 2100"),
        ({"kind": "headcount"}, "no claim type 'headcount'"),
        ({"quote": Span(5, 5)}, "not in a text"),
        ({"quote": Span(0, 10**6)}, "not in a text"),
    ],
)
def test_what_cannot_be_right_is_refused_early(changes: dict[str, object], message: str) -> None:
    with pytest.raises(QuadError, match=message):
        reading_quads(sample_reading(claim_with(**changes)), IRIS)


def test_the_forecast_and_the_posting_date_are_checked() -> None:
    for change in ({"forecast": (1, 2031)}, {"posted": "2024-02-31"}):
        with pytest.raises(QuadError):
            reading_quads(sample_reading(dataclasses.replace(sample_facts(), **change)), IRIS)


def test_a_reading_is_its_document_and_its_page() -> None:
    reading = sample_reading()
    together = {*document_quads(reading, IRIS), *page_quads(reading, IRIS)}
    assert sorted(together) == reading_quads(reading, IRIS)
    assert not any("pages/sample.md" in line for line in document_quads(reading, IRIS))


def test_lines_are_sorted_and_unique_and_the_same_every_time() -> None:
    for lines in (reading_quads(sample_reading(), IRIS), reference_quads(IRIS)):
        assert [line.encode() for line in lines] == sorted({line.encode() for line in lines})
    assert reading_quads(sample_reading(), IRIS) == reading_quads(sample_reading(), Iris())


def test_the_base_is_in_every_name() -> None:
    other = reading_quads(sample_reading(), Iris("https://example.org/kg/"))
    assert not any("w3id.org/cmograph/id/" in line for line in other)
    assert len(other) == len(reading_quads(sample_reading(), IRIS))


def test_pages_of_a_pdf_are_numbered() -> None:
    reading = sample_reading()
    paged = dataclasses.replace(reading, document=dataclasses.replace(reading.document, page_breaks=(0, 100, 300)))
    quads = list(parse("\n".join(reading_quads(paged, IRIS)), RdfFormat.N_QUADS))
    numbers = {quad.object.value for quad in quads if quad.predicate.value.endswith("#pageNumber")}
    assert numbers == {"1", "2", "3"}


NAMES = st.builds(lambda text: Name(text, Span(0, 5)), st.text(st.characters(), min_size=1, max_size=40))


@given(NAMES, NAMES, NAMES, NAMES, st.text(st.characters(), max_size=20))
def test_no_name_breaks_out_of_its_line(market: Name, company: Name, region: Name, place: Name, other: str) -> None:
    subject = Subject(SubjectKind.GROUP, other)
    claim = Claim(
        "market_share", (subject,), Decimal(1), Decimal(2), Qualifier.EXACT, span("30%"), span("holds 30%"), Span(0, 9)
    )
    facts = Facts(
        market=MarketName(market, other, (other,)),
        publisher=other or None,
        report_id=other or None,
        companies=(CompanyName(company, (other,), other, other),),
        regions=(RegionGroup(region, (place,)),),
        claims=(claim,),
    )
    lines = reading_quads(sample_reading(facts), IRIS)
    quads = [quad for line in lines for quad in parse(line, RdfFormat.N_QUADS)]
    assert len(quads) == len(lines)
    assert all(isinstance(quad, Quad) for quad in quads)


def test_the_reference_graph_has_places_currencies_and_concepts() -> None:
    made = Store()
    made.load("\n".join(reference_quads(IRIS)).encode(), format=RdfFormat.N_QUADS)
    for where in cases("reference"):
        assert ask(made, where), where
