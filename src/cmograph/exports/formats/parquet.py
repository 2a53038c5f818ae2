"""Apache Parquet: one row a claim, in typed columns. It needs pyarrow, which is an extra."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from importlib import import_module
from itertools import islice
from types import ModuleType
from typing import BinaryIO

from cmograph.errors import ExportError
from cmograph.exports.claim_rows import ClaimRow, claim_rows
from cmograph.graph import Graph

suffix = ".parquet"
description = "Parquet: a row for each claim in typed columns, for pandas, DuckDB, Spark"

ROWS = 50_000
"""Rows that are in memory at a time, and in one row group."""

TYPES = {
    "subject": "list",
    "low": "float64",
    "high": "float64",
    "year": "int16",
    "period_start": "int16",
    "period_end": "int16",
    "start_offset": "int32",
    "end_offset": "int32",
    "pages": "int32",
}
"""The columns that are not text."""


def write(graph: Graph, out: BinaryIO) -> None:
    """Write the claims.

    Raises:
        ExportError: pyarrow is not installed.
    """
    arrow, parquet = _packages()
    columns = {field.name: TYPES.get(field.name, "string") for field in fields(ClaimRow)}
    types = {"list": arrow.list_(arrow.string())}
    schema = arrow.schema([(name, types.get(kind, kind)) for name, kind in columns.items()])
    rows: Iterator[dict[str, object]] = (asdict(row) for row in claim_rows(graph))
    with parquet.ParquetWriter(out, schema) as writer:
        while group := list(islice(rows, ROWS)):
            writer.write_table(arrow.Table.from_pylist(group, schema=schema))


def _packages() -> tuple[ModuleType, ModuleType]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ModuleNotFoundError:
        message = "the parquet export needs pyarrow, which is not installed; run: pip install 'cmograph[parquet]'"
        raise ExportError(message) from None
