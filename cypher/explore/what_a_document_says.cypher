// What a document says: all relations that stand in it, from its first line to its last.
:param document => "byregionprogrammet";
MATCH (document:Document {id: $document})
MATCH (source)-[said {document: document.id, ever: 0}]->(target)
RETURN said.line AS line, source.name AS source, type(said) AS relation, target.name AS target,
       said.quote AS quote
ORDER BY line, said.rank
