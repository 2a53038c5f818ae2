"""What validation found: results, each a sentence with the node that it is about and the pages that it comes from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How bad a result is. Only violations fail a validation, unless it is strict."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that a shape found.

    Attributes:
        severity: violation, warning or info.
        message: the shape's sentence, with the numbers in it.
        shape: IRI of the shape.
        component: IRI of the SHACL constraint component that found it.
        focus: the node that the shape looked at, as a term in Turtle.
        path: the property that it looked along, as an IRI in angle brackets, or a SPARQL property path of several;
            None where there is none.
        value: the offending value, as a term in Turtle; None where there is none.
        document: IRI of the document that the focus node belongs to; None where it belongs to none.
        pages: paths of the pages that carry the document, sorted; empty where none is known.
        graph: IRI of the named graph that states something about the focus node; None in a graph without a name.
    """

    severity: Severity
    message: str
    shape: str
    component: str
    focus: str
    path: str | None = None
    value: str | None = None
    document: str | None = None
    pages: tuple[str, ...] = ()
    graph: str | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """A key to sort by: the page, then the document, then the severity, worst first, then everything else."""
        tail = (self.shape, self.message, self.focus, self.path or "", self.value or "", self.graph or "")
        return (self.pages, self.document or "", RANKS[self.severity], *tail)

    @property
    def name(self) -> str:
        """The shape's own name: its IRI after the last "#" or "/"."""
        return self.shape.rstrip("#/").replace("#", "/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """Everything that a validation found.

    Attributes:
        results: each once, in order of page, document, severity and shape, however the work was spread.
        documents: how many documents were looked at.
    """

    results: tuple[Result, ...]
    documents: int

    def conforms(self, *, strict: bool = False) -> bool:
        """Whether nothing was found that fails the validation: a violation, or with `strict` a warning."""
        failing = {Severity.VIOLATION, Severity.WARNING} if strict else {Severity.VIOLATION}
        return not any(result.severity in failing for result in self.results)

    def under(self, folder: str) -> ValidationReport:
        """The report with its pages' paths put under a folder, for whoever looks for the pages from outside of it."""
        prefix = folder.rstrip("/") + "/" if folder not in ("", ".") else ""
        moved = (replace(result, pages=tuple(prefix + page for page in result.pages)) for result in self.results)
        return replace(self, results=tuple(moved))

    @property
    def counts(self) -> dict[Severity, int]:
        """How many results there are of each severity."""
        found = Counter(result.severity for result in self.results)
        return {severity: found[severity] for severity in Severity}
