// Measures that no named party answers for, each with the nearest there is to an answer.
MATCH (item:PlanNode&Measure)
WHERE in_force(item) AND ($all OR NOT owned(item))
answered(item)
WITH * ORDER BY item.rank
RETURN item.id AS measure, item.name AS name,
       wholes(item) AS part_of,
       grade_word(grade) AS grade, parties,
       CASE WHEN base <> item THEN base.name END AS through,
       coordinators, coordination,
       cited[1] AS document, cited[2] AS line, cited[3] AS quote
