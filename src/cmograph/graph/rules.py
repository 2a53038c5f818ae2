"""The rules in `ontology/rules/`, and running them to a fixpoint.

They are OWL 2 RL's rules for the axioms that the ontology uses, as SPARQL updates, and name no term of the ontology.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, NamedNode, QuerySolutions, RdfFormat, Store, parse

from cmograph.files import folder, ontology

ONTOLOGY = NamedNode("urn:cmograph:ontology")

_DERIVABLE = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?property WHERE {
  { VALUES ?property { rdf:type } }
  UNION { ?property owl:inverseOf|^owl:inverseOf|^rdfs:subPropertyOf ?other }
  UNION { VALUES ?kind { owl:SymmetricProperty owl:TransitiveProperty } ?property a ?kind }
}
"""
_JOINED = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?property WHERE {
  ?transitive a owl:TransitiveProperty .
  ?property (owl:inverseOf|^owl:inverseOf|rdfs:subPropertyOf)* ?transitive .
}
"""


class Rules:
    """The rules, and the ontology closed under them.

    Attributes:
        derivable: predicates of which the rules can add statements, as N-Triples terms.
        joined: predicates whose statements can take part in a step through a transitive property, likewise.
    """

    def __init__(self) -> None:
        paths = sorted((folder("ontology") / "rules").glob("*.ru"))
        self._updates = [path.read_text("utf-8") for path in paths]
        store = Store()
        store.extend(quad for quad in parse(path=str(ontology()), format=RdfFormat.TURTLE))
        self.derivable = _properties(store, _DERIVABLE)
        self.joined = _properties(store, _JOINED)
        store = Store()
        store.load(path=str(ontology()), format=RdfFormat.TURTLE, to_graph=ONTOLOGY)
        self._run(store)
        self._ontology = list(store.quads_for_pattern(None, None, None, ONTOLOGY))

    def follows(self, lines: Iterable[bytes]) -> set[bytes]:
        """What follows from statements and is not among them; both as lines of N-Triples."""
        known = set(lines)
        store = Store()
        store.extend(self._ontology)
        store.bulk_load(b"".join(known), RdfFormat.N_TRIPLES)
        self._run(store)
        dumped = store.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph())
        return set((dumped or b"").splitlines(keepends=True)) - known

    def _run(self, store: Store) -> None:
        size = -1
        while size != len(store):
            size = len(store)
            for update in self._updates:
                store.update(update)


def _properties(store: Store, query: str) -> frozenset[bytes]:
    solutions = store.query(query)
    if not isinstance(solutions, QuerySolutions):
        raise TypeError("a SELECT query gave no solutions")
    return frozenset(str(solution["property"]).encode() for solution in solutions)
