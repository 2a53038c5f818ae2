# What belongs to a class belongs to its superclasses.
# OWL 2 RL, rule cax-sco. <urn:cmograph:ontology> holds the ontology, the default graph the statements.
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
INSERT { ?thing a ?wider }
WHERE {
  GRAPH <urn:cmograph:ontology> { ?class rdfs:subClassOf ?wider }
  ?thing a ?class .
}
