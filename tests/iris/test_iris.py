"""What the names of things look like, whatever text they are made from."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from cmograph import iris as minting
from cmograph.entities import companies, markets, places, segments
from cmograph.iris import IriError, Iris, currency, eu_country, slug
from cmograph.vocab import DEFAULT_BASE

IRIS = Iris()
SEGMENT = re.compile(r"[A-Za-z0-9-]+")
ANY_TEXT = st.text(st.characters(), max_size=120)


def segment(iri: str) -> str:
    """The one path segment that follows the base."""
    NamedNode(iri)
    assert iri.startswith(DEFAULT_BASE)
    return iri.removeprefix(DEFAULT_BASE)


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (
            IRIS.market(markets.fold("Contract Manufacture Organization (CMO)")),
            "market-contract-manufacture-organization",
        ),
        (IRIS.company(companies.fold("Gilead Sciences Inc. (U.S)")), "company-gilead-sciences"),
        (IRIS.publisher("ReliableResearchReports.com"), "publisher-reliableresearchreports-com"),
        (IRIS.report("reliableresearchreports.com", "1975029"), "report-reliableresearchreports-com-1975029"),
        (IRIS.region("CN"), "region-CN"),
        (IRIS.region("rest-of-150"), "region-rest-of-150"),
        (IRIS.region_named(places.fold("Argentina Korea")), "region-name-argentina-korea"),
        (IRIS.graph("reference"), "graph-reference"),
        (IRIS.document("0123456789abcdef"), "document-0123456789abcdef"),
        (IRIS.software(), "software-cmograph"),
    ],
)
def test_readable_names(iri: str, expected: str) -> None:
    assert segment(iri) == expected


@given(ANY_TEXT, ANY_TEXT, st.integers(0, 10**6))
def test_any_text_gives_one_plain_path_segment(one: str, other: str, number: int) -> None:
    made = [
        IRIS.graph(one),
        IRIS.page(one),
        IRIS.publisher(one),
        IRIS.report(one, other),
        IRIS.market(markets.fold(one)),
        IRIS.company(companies.fold(one)),
        IRIS.region_named(places.fold(one)),
        IRIS.scheme(one, other),
        IRIS.segment(one, other, segments.fold(one)),
        IRIS.group(one, other),
        IRIS.mention(one, number, number, other),
        IRIS.claim(one, other, number, number, 0),
        IRIS.refusal(one, number, number, other),
        *IRIS.evidence(one, number, number),
    ]
    assert [iri for iri in made if not SEGMENT.fullmatch(segment(iri))] == []


@given(ANY_TEXT, ANY_TEXT)
def test_different_keys_have_different_slugs(one: str, other: str) -> None:
    assert (slug(one) == slug(other)) is (one == other)


@given(ANY_TEXT)
def test_slugs_are_short(key: str) -> None:
    assert 0 < len(slug(key)) <= minting.SLUG_LENGTH + 9


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("gilead sciences", "gilead-sciences"),
        ("cafe", "cafe"),
        ("café", "cafe-850f7dc4"),
        ("c++", "c-cedb1bac"),
        ("a" * 61, "a" * 60 + "-" + minting.digest("a" * 61)[:8]),
        ("半导体", minting.digest("半导体")),
        ("../../etc", "etc-" + minting.digest("../../etc")[:8]),
    ],
)
def test_slug(key: str, expected: str) -> None:
    assert slug(key) == expected


@given(st.tuples(ANY_TEXT, ANY_TEXT), st.tuples(ANY_TEXT, ANY_TEXT))
def test_parts_of_a_hash_do_not_run_into_each_other(one: tuple[str, str], other: tuple[str, str]) -> None:
    clean = all("\0" not in part for part in one + other)
    if clean:
        assert (IRIS.scheme(*one) == IRIS.scheme(*other)) is (one == other)


@pytest.mark.parametrize("base", ["https://example.org/id/", "http://localhost:8080/kg#", "urn:example:kg:"])
def test_another_base(base: str) -> None:
    made = Iris(base)
    assert made.market("sample") == f"{base}market-sample"
    assert made.mention("d", 1, 2, made.market("m")).removeprefix(base) == segment(
        IRIS.mention("d", 1, 2, IRIS.market("m"))
    )


@pytest.mark.parametrize(
    "base", ["", "example.org/", "https://example.org", "https://a b/", "https://e/<", "file:///x/", "javascript:x/"]
)
def test_what_is_no_base(base: str) -> None:
    with pytest.raises(IriError, match="base"):
        Iris(base)


@pytest.mark.parametrize("code", ["", "C N", "../x", "a_b", "<x>"])
def test_what_is_no_place_code(code: str) -> None:
    with pytest.raises(IriError, match="place code"):
        IRIS.region(code)


def test_authority_tables() -> None:
    assert currency("USD") == "http://publications.europa.eu/resource/authority/currency/USD"
    assert eu_country("CHN") == "http://publications.europa.eu/resource/authority/country/CHN"
    with pytest.raises(IriError, match="authority table"):
        currency("dollar>")
