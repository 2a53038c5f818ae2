# A wider property of a wider property is a wider property.
# OWL 2 RL, rule scm-spo. <urn:cmograph:ontology> holds the ontology, the default graph the statements.
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
INSERT { GRAPH <urn:cmograph:ontology> { ?property rdfs:subPropertyOf ?widest } }
WHERE {
  GRAPH <urn:cmograph:ontology> { ?property rdfs:subPropertyOf ?wider . ?wider rdfs:subPropertyOf ?widest }
}
