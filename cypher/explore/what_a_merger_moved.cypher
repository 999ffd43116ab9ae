// What a merger moved: who was succeeded by whom, and what the successor has carried on since.
MATCH (old)-[became:SUCCEEDED_BY {ever: 0}]->(heir)
OPTIONAL MATCH (heir)-[said {carried_from: old.id}]-(thing)
WITH old, became, heir, said, thing ORDER BY became.rank, said.rank
RETURN old.name AS predecessor, heir.name AS successor, became.valid_from AS since,
       type(said) AS relation, thing.name AS carried_on
