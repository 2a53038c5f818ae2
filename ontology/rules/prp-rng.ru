# What is the value of a property belongs to the class that is its range.
# OWL 2 RL, rule prp-rng. <urn:cmograph:ontology> holds the ontology, the default graph the statements.
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
INSERT { ?value a ?class }
WHERE {
  GRAPH <urn:cmograph:ontology> { ?property rdfs:range ?class . ?property a owl:ObjectProperty }
  ?thing ?property ?value .
}
