# What holds for a property holds for the wider property.
# OWL 2 RL, rule prp-spo1. <urn:cmograph:ontology> holds the ontology, the default graph the statements.
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
INSERT { ?thing ?wider ?value }
WHERE {
  GRAPH <urn:cmograph:ontology> { ?property rdfs:subPropertyOf ?wider }
  ?thing ?property ?value .
}
