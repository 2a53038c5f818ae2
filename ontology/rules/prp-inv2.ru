# An inverse read backwards is the property.
# OWL 2 RL, rule prp-inv2. <urn:cmograph:ontology> holds the ontology, the default graph the statements.
PREFIX owl: <http://www.w3.org/2002/07/owl#>
INSERT { ?value ?property ?thing }
WHERE {
  GRAPH <urn:cmograph:ontology> { ?property owl:inverseOf ?inverse }
  ?thing ?inverse ?value .
}
