// What hangs on a municipality or region: what needs it, or something that belongs to it.
:param name => "Kristiansand";
MATCH (:Municipality|Region {name: $name})<-[:BELONGS_TO*0..1 {ever: 0}]-(its)
MATCH (dependent)-[said:DEPENDS_ON {ever: 0}]->(its)
WITH DISTINCT dependent, said, its ORDER BY said.rank
RETURN dependent.name AS dependent, its.name AS needs, said.status AS status, said.quote AS quote
