// Assertions without document, line or quote.
MATCH (source:PlanNode)-[said]->(target:PlanNode)
WHERE said.assertion IS NOT NULL AND in_force(said)
WITH source, said, target,
     [part IN ['document', 'line', 'quote'] WHERE said[part] IS NULL] AS missing
WHERE missing <> []
RETURN source.id AS source, source.name AS source_name,
       type(said) AS relation,
       target.id AS target, target.name AS target_name,
       said.modality AS modality, missing, said.document AS document, said.line AS line
ORDER BY said.rank
