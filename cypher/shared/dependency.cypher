// dependency(dependent, dependee): each pair, with the assertion that is cited and its status.
MATCH (dependent:PlanNode)-[said:DEPENDS_ON]->(dependee:PlanNode)
WHERE in_force(said)
OPTIONAL MATCH (document:PlanDocument {id: said.document})
// Of several assertions the best said is cited, and the worst status holds, as it was last said.
WITH dependent, dependee,
     min([said.precedence, said.modality, said.document, said.line, said.quote]) AS best,
     max([coalesce({met: 0, pending: 2}[said.status], 1),
          CASE WHEN said.status IS NULL THEN '' ELSE coalesce(document.date, '') END]) AS status
