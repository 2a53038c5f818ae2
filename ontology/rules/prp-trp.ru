# A transitive property reaches through.
# OWL 2 RL, rule prp-trp. <urn:cmograph:ontology> holds the ontology, the default graph the statements.
PREFIX owl: <http://www.w3.org/2002/07/owl#>
INSERT { ?first ?property ?third }
WHERE {
  GRAPH <urn:cmograph:ontology> { ?property a owl:TransitiveProperty }
  ?first ?property ?second .
  ?second ?property ?third .
}
