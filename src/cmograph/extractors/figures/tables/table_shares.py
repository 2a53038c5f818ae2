"""Cells of a table that share out a market among several firms: "1. Acme (14%); 2. Brix / Corde (5%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from cmograph.claims.model import Claim, Subject, SubjectKind
from cmograph.document import Block, Document, Span
from cmograph.extractors.figures.tables.table_cells import cell_claim
from cmograph.extractors.table_heads import Measure

_PAIR = re.compile(
    r"(?:\d{1,2}[.)]\s+)?(?P<names>[^\W\d_][^;,()%:|]{0,48}?)(?:\s\([^()%]*\))?"
    r"\s*(?:\(|:|\s[–—-])\s*(?P<share>[~≈]?\d[\d.]*\s?%)\)?(?=\s*(?:[;,]|$|\d))"
)
_JOINT = re.compile(r"\s/\s")
_FEWEST = 2


def holds_several(text: str, cell: Span) -> bool:
    """Whether a cell has more than one percentage."""
    return text.count("%", *cell) >= _FEWEST


def shares_in_cell(document: Document, row: Block, cell: Span, measure: Measure) -> Iterator[Claim]:
    """The share of each firm in a cell, where the column is one of shares; two names with one share have it
    together."""
    pairs = list(_PAIR.finditer(document.text, *cell)) if measure.kind == "market_share" else []
    for pair in pairs if len(pairs) >= _FEWEST else ():
        firms = tuple(Subject(SubjectKind.COMPANY, name.strip()) for name in _JOINT.split(pair["names"]))
        claim = cell_claim(document, row, Span(*pair.span("share")), measure, firms[0], firms=True)
        if claim:
            yield replace(claim, subjects=firms)
