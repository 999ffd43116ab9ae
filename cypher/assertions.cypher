// Every assertion that an edge exists, with how it is said, since when, and where it stands.
MATCH (source:PlanNode)-[said]->(target:PlanNode)
WHERE said.assertion IS NOT NULL AND in_force(said)
  AND ($relations = [] OR type(said) IN $relations)
RETURN source.id AS source, source.name AS source_name,
       type(said) AS relation,
       target.id AS target, target.name AS target_name,
       said.modality AS modality, said.valid_from AS valid_from, said.valid_to AS valid_to,
       said.document AS document, said.line AS line, said.quote AS quote
ORDER BY said.rank
