"""Ways to write an answer."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmograph.errors import QueryError
from cmograph.queries import Answer, Iri
from cmograph.queries.formats import names, summary, write

ANSWER = Answer(
    ("market", "low", "share", "ok", "claim"),
    (
        ('Solar, "big"', 162550000000, Decimal("8.10"), True, Iri("https://w3id.org/cmograph/id/claim-1")),
        ("日本\u202e\x1b[31m", None, Decimal(-7), False, Iri("http://example.com/x")),
    ),
)
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=60),
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
)


def test_the_formats_are_those_in_the_folder() -> None:
    assert names() == ("csv", "json", "jsonl", "table")
    assert all(summary(name) for name in names())


def test_an_unknown_format_is_told() -> None:
    with pytest.raises(QueryError, match=r"no answer format called 'xls' \(there are: csv, json, jsonl, table\)"):
        write(ANSWER, "xls")


def test_a_table_is_aligned_and_harmless() -> None:
    assert list(write(ANSWER, "table")) == [
        "market                    low  share  ok   claim",
        "────────────  ───────────────  ─────  ───  ──────────────────────",
        'Solar, "big"  162,550,000,000   8.10  yes  id:claim-1',
        "日本 [31m                         -7  no   <http://example.com/x>",
        "(2 rows)",
    ]


def test_csv_is_read_back() -> None:
    rows = list(csv.reader(io.StringIO("\n".join(write(ANSWER, "csv")))))
    assert rows[0] == list(ANSWER.columns)
    assert rows[1] == ['Solar, "big"', "162550000000", "8.10", "true", "https://w3id.org/cmograph/id/claim-1"]
    assert rows[2][1] == ""


def test_json_has_numbers_and_all_columns() -> None:
    objects = json.loads("\n".join(write(ANSWER, "json")))
    assert objects == [json.loads(line) for line in write(ANSWER, "jsonl")]
    assert list(objects[0]) == list(ANSWER.columns)
    assert (objects[0]["low"], objects[0]["share"], objects[0]["ok"]) == (162550000000, 8.1, True)
    assert objects[1]["low"] is None
    assert json.loads("\n".join(write(Answer(("a",), ()), "json"))) == []


@settings(deadline=None, derandomize=True)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=5), st.integers(30, 160))
def test_any_answer_can_be_written(rows: list[tuple[str, str, str]], width: int) -> None:
    answer = Answer(("a", "b", "c"), tuple(rows))
    for name in names():
        lines = list(write(answer, name, width=width))
        assert all(isinstance(line, str) for line in lines)
    table = list(write(answer, "table", width=width))
    assert all(line.replace(" ", "").isprintable() for line in table)
    assert len(list(csv.reader(io.StringIO("\n".join(write(answer, "csv")), newline="")))) == len(rows) + 1


def test_wide_text_is_wrapped_into_the_terminal() -> None:
    quote = "expected to grow at a compound annual growth rate of fourteen percent during the forecast period " * 4
    iri = Iri("https://w3id.org/cmograph/id/claim-0123456789abcdef")
    lines = list(write(Answer(("market", "quote", "claim"), (("Solar", quote, iri),)), "table", width=80))
    assert max(map(len, lines)) <= 80
    assert len(lines) == 7
    assert any("id:claim-0123456789abcdef" in line for line in lines)
    assert lines[-2].rstrip().endswith("…")
