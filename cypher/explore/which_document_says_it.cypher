// Which document says it: relations by the words of their quotes, whatever endings these have.
:param words => "næringsnettverk";
CALL db.index.fulltext.queryRelationships('plan_quotes', $words) YIELD relationship AS said, score
MATCH (source)-[said {ever: 0}]->(target), (stands_in:Document {id: said.document})
RETURN source.name AS name, type(said) AS relation, target.name AS target,
       stands_in.title AS document, said.line AS line, said.quote AS quote
ORDER BY score DESC, said.rank
