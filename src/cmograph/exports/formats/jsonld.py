"""JSON-LD: nested objects, with the context in the file; page, then document, then claims, then evidence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from pyoxigraph import RdfFormat, parse

from cmograph.exports.context import Context, load_context
from cmograph.exports.nesting import Nesting
from cmograph.files import context as context_file
from cmograph.graph import Graph
from cmograph.graph.sections import Section

suffix = ".jsonld"
description = "JSON-LD: pages with their documents, claims and evidence nested, an object for each document's graph"


def write(graph: Graph, out: BinaryIO) -> None:
    """Write one object with a context and an array of graphs; one graph is in memory at a time.

    Raises:
        ExportError: the context cannot be used.
    """
    context = load_context(context_file(), graph.base)
    out.write(b'{"@context": %b,\n"@graph": [' % _json([context.source, context.own]))
    separator = b"\n"
    for section in graph.sections():
        for item in _items(section, context):
            out.write(separator + _json(item))
            separator = b",\n"
    out.write(b"\n]}\n")


def _items(section: Section, context: Context) -> Iterator[object]:
    objects = Nesting(parse(section.lines, RdfFormat.N_QUADS), context).objects()
    if section.graph:
        yield {context.keyword("@id"): context.reference(section.graph), "@graph": list(objects)}
    else:
        yield from objects


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
