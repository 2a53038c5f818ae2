"""Where a node of a graph comes from: its document, the pages that carry it, and the named graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

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
        focus = URIRef(result.focus[1:-1])
        section = self._section(result.focus)
        document = self._document(focus) or (section and self._document_of(section))
        pages = sorted(str(path) for page in self._graph.subjects(_CARRIES, document) for path in self._graph.objects(page, _PATH))
        return replace(
            result,
            document=None if document is None else str(document),
            pages=tuple(pages) if document else (),
            graph=section.graph if section else None,
        )

    def _document(self, node: Node, depth: int = 2) -> Node | None:
        if (node, RDF.type, _DOCUMENT) in self._graph:
            return node
        if depth == 0:
            return None
        targets = [target for predicate in _FORWARD for target in self._graph.objects(node, predicate)]
        targets += self._graph.subjects(_SELECTOR, node)
        return next((found for target in sorted(targets) if (found := self._document(target, depth - 1))), None)

    def _section(self, focus: str) -> Section | None:
        start = focus.encode() + b" "
        after = b"\n" + start
        return next((section for section in self._sections if section.lines.startswith(start) or after in section.lines), None)

    def _document_of(self, section: Section) -> Node | None:
        """The document that a section is about."""
        documents = (d for d in self._graph.subjects(RDF.type, _DOCUMENT) if f"\n<{d}> ".encode() in b"\n" + section.lines)
        return next(iter(sorted(documents)), None)
