// Goals that no measure is part of, contributes to or implements, directly or through a goal that
// is part of it or an effect that contributes to it.
MATCH (goal:PlanNode&Goal)
WHERE ($day IS NULL OR goal.since <= $day <= goal[$until])
  AND NOT EXISTS {
    MATCH (goal)<-[steps:PART_OF|CONTRIBUTES_TO*0..]-(part:PlanNode)
    WHERE all(step IN steps WHERE
      CASE WHEN $day IS NULL THEN step.ever ELSE step.since <= $day <= step[$until] END
      AND (step:PART_OF AND startNode(step):Goal OR startNode(step):Effect))
    WITH DISTINCT part
    MATCH (part)<-[serves:PART_OF|CONTRIBUTES_TO|IMPLEMENTS]-(:PlanNode&Measure)
    WHERE CASE WHEN $day IS NULL THEN serves.ever ELSE serves.since <= $day <= serves[$until] END
  }
WITH goal ORDER BY goal.rank
RETURN goal.id AS goal,
       goal.name AS name,
       COLLECT {
         MATCH (goal)-[part:PART_OF]->(whole:PlanNode)
         WHERE coalesce(part.since <= $day <= part[$until], part.ever)
         WITH DISTINCT whole ORDER BY whole.rank RETURN whole.name
       } AS part_of,
       goal.document AS document,
       goal.line AS line,
       goal.quote AS quote
