"""CSV and Parquet: a row for each claim."""

from __future__ import annotations

import csv
import io
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from cmograph.errors import ExportError
from cmograph.exports import export
from cmograph.exports.claim_rows import ClaimRow
from cmograph.graph import Graph, load
from graph_sample import written

COLUMNS = [field.name for field in fields(ClaimRow)]


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    written(tmp_path)
    return load(tmp_path)


def exported(graph: Graph, name: str) -> io.BytesIO:
    out = io.BytesIO()
    export(graph, name, out)
    out.seek(0)
    return out


def test_csv_has_a_row_for_each_claim(graph: Graph) -> None:
    header, *rows = csv.reader(io.StringIO(exported(graph, "csv").getvalue().decode(), newline=""))
    assert header == COLUMNS
    table = [dict(zip(header, row, strict=True)) for row in rows]
    assert [row["claim"][-7:] for row in table] == ["claim-2", "claim-1", "claim-3"]
    assert [row["type"] for row in table] == ["growth_rate", "market_share", "revenue"]
    assert [row["subject"] for row in table] == ["market", "APAC; Europe", "Brask"]
    assert [(row["low"], row["high"]) for row in table] == [("8.25", "8.25"), ("45", "45"), ("50000000", "60000000")]
    years = [(row["year"], row["period_start"], row["period_end"]) for row in table]
    assert years == [("", "", "2031"), ("2023", "", ""), ("", "", "")]
    assert [row["status"] for row in table] == ["projected", "reported", "reported"]
    assert [(row["page"], row["pages"], row["report"]) for row in table] == [
        ("a/cork.md", "2", "77"),
        ("a/cork.md", "2", "77"),
        ("a/tile.md", "1", ""),
    ]
    assert table[1]["quote"] == "Europe and APAC hold 45%,\ttogether"


def test_parquet_has_the_same_rows_in_typed_columns(graph: Graph) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="needs the parquet extra")
    table = parquet.read_table(exported(graph, "parquet"))
    assert table.column_names == COLUMNS
    kinds = {name: str(table.schema.field(name).type) for name in ("low", "year", "pages", "quote")}
    assert kinds == {"low": "double", "year": "int16", "pages": "int32", "quote": "string"}
    assert str(table.schema.field("subject").type).startswith("list<")
    rows = table.to_pylist()
    header, *lines = csv.reader(io.StringIO(exported(graph, "csv").getvalue().decode(), newline=""))
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        cells = dict(zip(header, line, strict=True))
        assert {name for name, value in row.items() if value is None} == {
            name for name, cell in cells.items() if not cell
        }
        assert (row["quote"], row["claim"]) == (cells["quote"], cells["claim"])
        assert (row["low"], row["end_offset"]) == (float(cells["low"]), int(cells["end_offset"]))


def test_without_pyarrow_the_error_tells_the_command(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"run: pip install 'cmograph\[parquet\]'"):
        export(graph, "parquet", io.BytesIO())
