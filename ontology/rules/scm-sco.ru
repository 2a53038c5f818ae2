# A superclass of a superclass is a superclass.
# OWL 2 RL, rule scm-sco. <urn:cmograph:ontology> holds the ontology, the default graph the statements.
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
INSERT { GRAPH <urn:cmograph:ontology> { ?class rdfs:subClassOf ?widest } }
WHERE {
  GRAPH <urn:cmograph:ontology> { ?class rdfs:subClassOf ?wider . ?wider rdfs:subClassOf ?widest }
}
