"""Any text, number, year and date comes back from N-Quads as it went in, or is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, parse, serialize

from cmograph.quads import lines
from cmograph.quads.lines import Lines, QuadError
from cmograph.vocab import XSD

ANY_TEXT = st.text(st.characters())


def value_of(term: str) -> Literal:
    """The literal that a parser makes of a term."""
    made = Lines("https://example.org/graph")
    made.add("<https://example.org/s>", "<https://example.org/p>", term)
    (line,) = made.sorted()
    assert not set("\r\n") & set(line)
    (quad,) = parse(line, RdfFormat.N_QUADS)
    assert isinstance(quad.object, Literal)
    return quad.object


@given(ANY_TEXT)
@example('"\\\n\r\t\b\f\x00\x0b\x1f\x7f\x85\u2028\ufeff\ufffe')
@example("half a pair: \ud83d")
def test_any_text_comes_back(value: str) -> None:
    expected = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in value)
    found = value_of(lines.text(value))
    assert found.value == expected
    assert len(found.value) == len(value)
    assert found.datatype.value == XSD.string


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18))
@example(Decimal("1.250E+9"))
@example(Decimal("-0.00"))
@example(Decimal("14.0"))
def test_a_number_comes_back_in_canonical_form(value: Decimal) -> None:
    found = value_of(lines.decimal(value)).value
    assert Decimal(found) == value
    assert "E" not in found
    assert found == "0" or not found.startswith("-0") or "." in found
    assert "." not in found or not found.endswith("0")


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")])
def test_what_is_no_number(value: Decimal) -> None:
    with pytest.raises(QuadError, match="finite"):
        lines.decimal(value)


@pytest.mark.parametrize("value", [1899, 2101, 0, -5, 20255])
def test_what_is_no_year(value: int) -> None:
    with pytest.raises(QuadError, match="1900 to 2100"):
        lines.year(value)


@given(st.integers(1900, 2100))
def test_a_year_comes_back(value: int) -> None:
    assert value_of(lines.year(value)) == Literal(str(value), datatype=NamedNode(XSD.gYear))


@given(st.dates())
def test_a_date_comes_back(value: date) -> None:
    assert value_of(lines.date(value.isoformat())).value == value.isoformat()


@pytest.mark.parametrize("value", ["2024-02-31", "2024", "yesterday", "", "2024-13-01"])
def test_what_is_no_date(value: str) -> None:
    with pytest.raises(QuadError, match="no date"):
        lines.date(value)


@given(ANY_TEXT.filter(lambda value: value.isprintable()))
def test_lines_are_written_as_a_serializer_writes_them(value: str) -> None:
    made = Lines("https://example.org/graph")
    made.add("<https://example.org/s>", "<https://example.org/p>", lines.text(value))
    written = serialize(parse(made.sorted()[0], RdfFormat.N_QUADS), format=RdfFormat.N_QUADS)
    assert written == f"{made.sorted()[0]}\n".encode()
