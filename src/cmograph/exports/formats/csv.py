"""CSV (RFC 4180, UTF-8): one row a claim, under a line of column names."""

from __future__ import annotations

import csv
import io
from dataclasses import fields
from typing import BinaryIO

from cmograph.exports.claim_rows import ClaimRow, claim_rows
from cmograph.graph import Graph

suffix = ".csv"
description = "CSV: a row for each claim, with its quote and page"


def write(graph: Graph, out: BinaryIO) -> None:
    """Write the claims; several subjects are joined by "; ", and what is not stated is an empty cell."""
    names = [field.name for field in fields(ClaimRow)]
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    table = csv.writer(text)
    table.writerow(names)
    for row in claim_rows(graph):
        cells = [getattr(row, name) for name in names]
        table.writerow("; ".join(cell) if isinstance(cell, list) else cell for cell in cells)
    text.detach()
