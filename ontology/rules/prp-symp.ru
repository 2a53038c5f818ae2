# A symmetric property holds both ways.
# OWL 2 RL, rule prp-symp. <urn:cmograph:ontology> holds the ontology, the default graph the statements.
PREFIX owl: <http://www.w3.org/2002/07/owl#>
INSERT { ?value ?property ?thing }
WHERE {
  GRAPH <urn:cmograph:ontology> { ?property a owl:SymmetricProperty }
  ?thing ?property ?value .
}
