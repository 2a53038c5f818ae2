"""Quads: what a reading found, as lines of N-Quads; the same way for every kind of fact."""

from __future__ import annotations

from cmograph.iris import Iris
from cmograph.quads.claims import ClaimWriter
from cmograph.quads.document import write_document
from cmograph.quads.evidence import EvidenceWriter
from cmograph.quads.lines import Lines, QuadError
from cmograph.quads.names import Names
from cmograph.quads.page import write_page
from cmograph.quads.reference import write_reference
from cmograph.quads.refusals import write_refusals
from cmograph.quads.subjects import Subjects
from cmograph.reading import Reading

__all__ = ["QuadError", "document_quads", "page_quads", "reading_quads", "reference_quads"]


def reading_quads(reading: Reading, iris: Iris) -> list[str]:
    """All that a reading found, in the graph of its document: sorted N-Quads lines without line feeds, each once.

    Raises:
        QuadError: a value cannot be written; the message says which.
    """
    lines = _graph(reading, iris)
    _write_document(reading, iris, lines)
    write_page(reading, iris, lines)
    return lines.sorted()


def document_quads(reading: Reading, iris: Iris) -> list[str]:
    """The part of `reading_quads` that is the same for every page that carries the document."""
    lines = _graph(reading, iris)
    _write_document(reading, iris, lines)
    return lines.sorted()


def page_quads(reading: Reading, iris: Iris) -> list[str]:
    """The part of `reading_quads` that belongs to the page: path, publisher, reports and links."""
    lines = _graph(reading, iris)
    write_page(reading, iris, lines)
    return lines.sorted()


def reference_quads(iris: Iris) -> list[str]:
    """The reference graph: places, currencies, concepts and the program. Sorted lines like those of `reading_quads`."""
    lines = Lines(iris.graph("reference"))
    write_reference(iris, lines)
    return lines.sorted()


def _graph(reading: Reading, iris: Iris) -> Lines:
    return Lines(iris.graph(reading.document.key))


def _write_document(reading: Reading, iris: Iris, lines: Lines) -> None:
    document, facts = reading.document, reading.facts
    subjects = Subjects(facts, document.key, iris, lines)
    evidence = EvidenceWriter(document, iris, lines)
    write_document(document, facts, iris, lines)
    Names(document.key, iris, lines, subjects).write(facts)
    ClaimWriter(document, iris, lines, subjects, evidence).write(facts)
    write_refusals(facts, document, iris, lines, evidence)
