"""A graph as a row of small stores, each with some of its documents: one by one they need no index."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import RdfFormat, Store, parse

from cmograph.files import ontology
from cmograph.graph import Graph
from cmograph.graph.sections import batches
from cmograph.iris import Iris

QUADS = 10_000
"""Quads in a store: asking documents one by one takes a third longer, and joins grow with the square of them."""


def document_stores(graph: Graph) -> Iterator[Store]:
    """Stores in memory that hold whole documents, in order of their graphs.

    Each holds the ontology and the reference graph too. What was inferred, and the preferred labels, are left out.
    """
    iris = Iris(graph.base)
    reference = iris.graph("reference")
    shared = [*parse(path=str(ontology()), format=RdfFormat.TURTLE)]
    shared += parse(graph.section(reference).lines, RdfFormat.N_QUADS)
    left_out = {reference, iris.graph("entities"), iris.graph("inferred")}
    documents = (section for section in graph.sections() if section.graph not in left_out)
    for lines in batches(documents, QUADS):
        store = Store()
        store.bulk_load(lines, RdfFormat.N_QUADS)
        store.extend(shared)
        yield store
