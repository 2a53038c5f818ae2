# What has a property belongs to the class that is its domain.
# OWL 2 RL, rule prp-dom. <urn:cmograph:ontology> holds the ontology, the default graph the statements.
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
INSERT { ?thing a ?class }
WHERE {
  GRAPH <urn:cmograph:ontology> { ?property rdfs:domain ?class }
  ?thing ?property ?value .
}
