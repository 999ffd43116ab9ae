// What depends directly on what, how that stands, and when it was said.
MATCH (dependent:PlanNode)-[said:DEPENDS_ON]->(dependee:PlanNode)
WHERE coalesce(said.since <= $day <= said[$until], said.ever)
OPTIONAL MATCH (document:PlanDocument {id: said.document})
// Of several assertions the best said is cited, and the worst status holds, as it was last said.
WITH dependent, dependee,
     min([said.precedence, said.modality, said.document, said.line, said.quote]) AS best,
     max([coalesce({met: 0, pending: 2}[said.status], 1),
          CASE WHEN said.status IS NULL THEN '' ELSE coalesce(document.date, '') END]) AS status
ORDER BY dependent.rank, dependee.rank
RETURN dependent.id AS dependent,
       dependent.name AS dependent_name,
       dependee.id AS dependee,
       dependee.name AS dependee_name,
       ['met', 'unknown', 'pending'][status[0]] AS status,
       status[1] AS status_said,
       best[1] AS modality,
       best[2] AS document,
       best[3] AS line,
       best[4] AS quote
