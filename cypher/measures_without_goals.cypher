// Measures that are part of no goal, contribute to none and implement none, nor does what they are
// part of or an effect that they contribute to.
MATCH (measure:PlanNode&Measure)
WHERE ($day IS NULL OR measure.since <= $day <= measure[$until])
  AND NOT EXISTS {
    MATCH (measure)-[steps:PART_OF|CONTRIBUTES_TO*0..]->(whole:PlanNode)
    WHERE all(step IN steps WHERE
      CASE WHEN $day IS NULL THEN step.ever ELSE step.since <= $day <= step[$until] END
      AND endNode(step):Measure|Effect)
    WITH DISTINCT whole
    MATCH (whole)-[serves:PART_OF|CONTRIBUTES_TO|IMPLEMENTS]->(:PlanNode&Goal)
    WHERE CASE WHEN $day IS NULL THEN serves.ever ELSE serves.since <= $day <= serves[$until] END
  }
WITH measure ORDER BY measure.rank
RETURN measure.id AS measure,
       measure.name AS name,
       COLLECT {
         MATCH (measure)-[part:PART_OF]->(whole:PlanNode)
         WHERE coalesce(part.since <= $day <= part[$until], part.ever)
         WITH DISTINCT whole ORDER BY whole.rank RETURN whole.name
       } AS part_of,
       measure.document AS document,
       measure.line AS line,
       measure.quote AS quote
