// Goals that no measure is part of, contributes to or implements, directly or through a goal that
// is part of it or an effect that contributes to it.
MATCH (goal:PlanNode&Goal)
WHERE in_force(goal) AND NOT EXISTS {
  MATCH (goal)<-[steps:PART_OF|CONTRIBUTES_TO*0..]-(part:PlanNode)
  WHERE all(step IN steps WHERE in_force(step)
    AND (step:PART_OF AND startNode(step):Goal OR startNode(step):Effect))
  WITH DISTINCT part
  MATCH (part)<-[serves:PART_OF|CONTRIBUTES_TO|IMPLEMENTS]-(:PlanNode&Measure)
  WHERE in_force(serves)
}
WITH goal ORDER BY goal.rank
RETURN goal.id AS goal, goal.name AS name,
       wholes(goal) AS part_of,
       goal.document AS document, goal.line AS line, goal.quote AS quote
