"""Where a node of a graph comes from: its document, the pages that carry it, and the named graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rdflib import RDF, Graph, URIRef

from cmograph.graph.sections import Section
from cmograph.shapes.report import Result
from cmograph.vocab import CG, DCTERMS, OA, PROV

_DOCUMENT = URIRef(CG.Document)
_FORWARD = tuple(map(URIRef, (PROV.wasDerivedFrom, DCTERMS.isPartOf, OA.hasSource, CG.carries)))
_SELECTOR = URIRef(OA.hasSelector)
_CARRIES = URIRef(CG.carries)
_PATH = URIRef(CG.path)


class Origins:
    """Finds where the nodes of one graph come from; `sections` are the named graphs that it was made of."""

    def __init__(self, graph: Graph, sections: Sequence[Section] = ()) -> None:
        self._graph = graph
        self._sections = sections

    def placed(self, result: Result) -> Result:
        """The result with its document, pages and graph."""
        if not result.focus.startswith("<"):
            return result
        section = self._section(result.focus)
        document = self._document(URIRef(result.focus[1:-1]))
        if document is None and section is not None:
            document = self._document_of(section)
        return replace(
            result,
            document=str(document) if document else None,
            pages=self._pages(document) if document else (),
            graph=section.graph if section else None,
        )

    def _document(self, node: URIRef, steps: int = 2) -> URIRef | None:
        if (node, RDF.type, _DOCUMENT) in self._graph:
            return node
        if steps == 0:
            return None
        targets = [target for predicate in _FORWARD for target in self._graph.objects(node, predicate)]
        targets += self._graph.subjects(_SELECTOR, node)
        ordered = sorted(target for target in targets if isinstance(target, URIRef))
        return next((found for target in ordered if (found := self._document(target, steps - 1))), None)

    def _pages(self, document: URIRef) -> tuple[str, ...]:
        carriers = self._graph.subjects(_CARRIES, document)
        return tuple(sorted(str(path) for page in carriers for path in self._graph.objects(page, _PATH)))

    def _section(self, focus: str) -> Section | None:
        return next((section for section in self._sections if _states(section, focus)), None)

    def _document_of(self, section: Section) -> URIRef | None:
        """The document that a section is about."""
        found = [node for node in self._graph.subjects(RDF.type, _DOCUMENT) if isinstance(node, URIRef)]
        return next((document for document in sorted(found) if _states(section, document.n3())), None)


def _states(section: Section, subject: str) -> bool:
    """Whether a section has a line about a subject, an N-Triples term."""
    start = subject.encode() + b" "
    return section.lines.startswith(start) or b"\n" + start in section.lines
