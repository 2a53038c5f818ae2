"""The statements of one graph as nested JSON: each thing is described where it is first met, then referred to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from cmograph.exports.context import Context, Term
from cmograph.exports.frame import gatherings, roots_of_graphs
from cmograph.exports.values import Node, identifier, is_node, literal, literal_order, reference
from cmograph.vocab import CG, OA, RDF

Json = dict[str, object]

_TYPE, _START = RDF.type, OA.start
_TO_PLACE = (CG.evidence, OA.hasSelector)

DEPTH = 12
"""How deep things are nested at most; deeper ones stand at the top."""


class Nesting:
    """The things of one graph and what is said of them."""

    def __init__(self, quads: Iterable[Quad], context: Context) -> None:
        self._context = context
        self._written: set[Node] = set()
        self._gatherings = gatherings(context)
        self._roots = roots_of_graphs()
        predicates = {gathering.predicate for gathering in self._gatherings}
        self._links: dict[Node, dict[str, list[Node]]] = {}
        self._texts: dict[Node, dict[str, list[Literal]]] = {}
        self._pointing: defaultdict[tuple[str, Node], list[Node]] = defaultdict(list)
        for subject, predicate, value, _ in quads:
            if isinstance(value, Literal):
                self._texts.setdefault(subject, {}).setdefault(predicate.value, []).append(value)
            elif is_node(value):
                self._links.setdefault(subject, {}).setdefault(predicate.value, []).append(value)
                if predicate.value in predicates:
                    self._pointing[predicate.value, value].append(subject)

        self._targets = {target for _, target in self._pointing}

    def objects(self) -> Iterator[Json]:
        """The things at the top: those that the frame names, then those that none of them leads to."""
        everything = sorted({*self._links, *self._texts}, key=self._order)
        for node in [node for node in everything if self._is_root(node)] + everything:
            if node not in self._written:
                yield self._object(node, DEPTH)

    def _is_root(self, node: Node) -> bool:
        return not self._roots.isdisjoint(self._classes(node))

    def _classes(self, node: Node) -> list[str]:
        kinds = self._links.get(node, {}).get(_TYPE, [])
        return sorted(self._context.name(kind.value) for kind in kinds if isinstance(kind, NamedNode))

    def _order(self, node: Node) -> tuple[int, str]:
        return self._place(node), identifier(node, self._context)

    def _place(self, node: Node, steps: int = 2) -> int:
        """Where in the text a thing stands, by itself or by its evidence; -1 where nowhere."""
        for value in self._texts.get(node, {}).get(_START, []):
            return int(value.value) if value.value.isdecimal() else -1
        links = self._links.get(node, {}) if steps else {}
        below = [value for link in _TO_PLACE for value in links.get(link, [])]
        return max((self._place(value, steps - 1) for value in below), default=-1)

    def _object(self, node: Node, depth: int, gathered: tuple[str, Node] | None = None) -> Json:
        """What is said of a thing; the link by which it was gathered goes without saying."""
        self._written.add(node)
        head: Json = {self._context.keyword("@id"): identifier(node, self._context)}
        classes = self._classes(node)
        if classes:
            head[self._context.keyword("@type")] = classes if len(classes) > 1 else classes[0]
        entries: dict[Term, list[object]] = {}
        for term, texts in self._texts_of(node):
            entries[term] = [literal(text, term, self._context) for text in sorted(texts, key=literal_order)]
        for term, nodes in self._links_of(node, gathered):
            entries.setdefault(term, []).extend(self._linked(nodes, term, depth))
        entries |= self._gathered(node, depth)
        many = {term for term, values in entries.items() if term.many or len(values) > 1}
        return head | {term.name: values if term in many else values[0] for term, values in entries.items()}

    def _texts_of(self, node: Node) -> list[tuple[Term, list[Literal]]]:
        about = self._texts.get(node, {})
        return sorted(((self._context.term(predicate), values) for predicate, values in about.items()), key=_name)

    def _links_of(self, node: Node, gathered: tuple[str, Node] | None) -> list[tuple[Term, list[Node]]]:
        found: list[tuple[Term, list[Node]]] = []
        for predicate, values in self._links.get(node, {}).items():
            said = [value for value in values if (predicate, value) != gathered]
            if predicate == _TYPE:
                said = [value for value in values if isinstance(value, BlankNode)]
            if said:
                found.append((self._context.term(predicate), said))
        return sorted(found, key=_name)

    def _linked(self, nodes: list[Node], term: Term, depth: int) -> list[object]:
        return [self._described(node, depth) or reference(node, term, self._context) for node in self._sorted(nodes)]

    def _described(self, node: Node, depth: int, gathered: tuple[str, Node] | None = None) -> Json | None:
        known = node in self._links or node in self._texts
        if not known or not depth or node in self._written or self._is_root(node):
            return None
        return self._object(node, depth - 1, gathered)

    def _gathered(self, node: Node, depth: int) -> dict[Term, list[object]]:
        entries: dict[Term, list[object]] = {}
        for gathering in self._gatherings if node in self._targets else ():
            pointing = self._pointing.get((gathering.predicate, node), [])
            chosen = [other for other in pointing if gathering.takes(self._classes(other))]
            objects = [self._described(other, depth, (gathering.predicate, node)) for other in self._sorted(chosen)]
            if found := [found for found in objects if found]:
                entries[gathering.term] = list(found)
        return entries

    def _sorted(self, nodes: list[Node]) -> list[Node]:
        return sorted(nodes, key=self._order) if len(nodes) > 1 else nodes


def _name(entry: tuple[Term, object]) -> str:
    return entry[0].name
