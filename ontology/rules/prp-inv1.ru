# A property read backwards is its inverse.
# OWL 2 RL, rule prp-inv1. <urn:cmograph:ontology> holds the ontology, the default graph the statements.
PREFIX owl: <http://www.w3.org/2002/07/owl#>
INSERT { ?value ?inverse ?thing }
WHERE {
  GRAPH <urn:cmograph:ontology> { ?property owl:inverseOf ?inverse }
  ?thing ?property ?value .
}
