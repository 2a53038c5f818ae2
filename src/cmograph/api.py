"""What `import cmograph` offers: build a graph, load it, ask it, check it, export it; read one page."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from cmograph import exports, queries
from cmograph.building.run import build
from cmograph.building.summary import BuildSummary
from cmograph.claims.model import Facts
from cmograph.document import Document
from cmograph.errors import CmographError, InputError
from cmograph.graph import Graph as StoredGraph
from cmograph.graph import load as load_graph
from cmograph.page import Page
from cmograph.queries import TIMEOUT, Answer
from cmograph.queries.explaining import Explanation, explain
from cmograph.reading import Reading, read_page
from cmograph.shapes.report import ValidationReport
from cmograph.shapes.validation import validate

__all__ = [
    "Answer",
    "BuildSummary",
    "CmographError",
    "Document",
    "Explanation",
    "Facts",
    "Graph",
    "Page",
    "Reading",
    "ValidationReport",
    "build",
    "load",
    "read",
    "validate",
]

Parameter = str | int | float | bool | None


class Graph(StoredGraph):
    """A graph to ask, check and export."""

    def ask(self, question: str | Path, *, timeout: float | None = TIMEOUT, **parameters: Parameter) -> Answer:
        """Ask a question.

        Args:
            question: the name of a shipped one ("growth-rates"), or the path of any .rq file.
            timeout: seconds after which it is stopped; None waits for ever.
            parameters: values for the question's parameters.

        Raises:
            QueryError: the question or a parameter is unknown or malformed, or time ran out.
        """
        return queries.ask(self, question, timeout=timeout, **parameters)

    def explain(self, claim: str, *, timeout: float | None = TIMEOUT) -> Explanation:
        """What stands behind a claim: its words, its pages, and what else is claimed.

        Args:
            claim: its IRI, or the part of it from "claim-" on.
            timeout: seconds after which each query is stopped; None waits for ever.

        Raises:
            QueryError: there is no such claim, or time ran out.
        """
        return explain(self.store, self.base + claim if claim.startswith("claim-") else claim, timeout=timeout)

    def validate(self, shapes_at: str | Path | None = None, *, jobs: int | None = None) -> ValidationReport:
        """Validate with the bundled shapes, or with those of a file or folder of one's own.

        Raises:
            ShapeError: the shapes cannot be used.
        """
        return validate(self.path, shapes_at, jobs=jobs)

    def export(self, format: str, out: str | os.PathLike[str] | BinaryIO) -> None:  # noqa: A002 (what users call it)
        """Write the graph in another format ("turtle", "jsonl" …) to a file or a binary stream.

        Raises:
            ExportError: the format is unknown, or needs a package that is missing.
            OutputError: the file cannot be written.
        """
        exports.export(self, format, out)


def load(path: str | os.PathLike[str]) -> Graph:
    """The graph that a build wrote into a folder, or any RDF file.

    Raises:
        GraphError: there is none, or the file's name does not tell its format.
    """
    return Graph(load_graph(path).path)


def read(page: str | os.PathLike[str] | bytes, *, path: str | None = None) -> Reading:
    """Read one page.

    Args:
        page: its file, or its bytes.
        path: what it is called, from which a page without a heading takes its title; its file's name if None.

    Raises:
        InputError: the file cannot be opened.
        PageError: it cannot be read as a page.
    """
    if isinstance(page, bytes):
        return read_page(Page(path or "page", page))
    file = Path(page)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(f"the page {file} cannot be opened: {error.strerror}; check the path") from error
    return read_page(Page(path or file.name, data))
