"""JSON Lines: one object for each page, in order of the pages' paths."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from cmograph.exports.documents import documents
from cmograph.exports.page_objects import page_object
from cmograph.exports.spool import reordered
from cmograph.graph import Graph

suffix = ".jsonl"
description = "JSON Lines: an object for each page, with its lists and claims as the page spells them"


def write(graph: Graph, out: BinaryIO) -> None:
    """Write the pages' objects."""
    out.writelines(reordered(_records(graph)))


def _records(graph: Graph) -> Iterator[tuple[tuple[str], bytes]]:
    for _, stated in documents(graph):
        for page in stated.pages:
            line = json.dumps(page_object(page, stated), ensure_ascii=False) + "\n"
            yield (str(page["page"]),), line.encode()
