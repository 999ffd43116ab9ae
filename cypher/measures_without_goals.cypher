// Measures that are part of no goal, contribute to none and implement none, nor does what they are
// part of or an effect that they contribute to.
MATCH (measure:PlanNode&Measure)
WHERE in_force(measure) AND NOT EXISTS {
  MATCH (measure)-[steps:PART_OF|CONTRIBUTES_TO*0..]->(whole:PlanNode)
  WHERE all(step IN steps WHERE in_force(step) AND endNode(step):Measure|Effect)
  WITH DISTINCT whole
  MATCH (whole)-[serves:PART_OF|CONTRIBUTES_TO|IMPLEMENTS]->(:PlanNode&Goal)
  WHERE in_force(serves)
}
WITH measure ORDER BY measure.rank
RETURN measure.id AS measure, measure.name AS name,
       wholes(measure) AS part_of,
       measure.document AS document, measure.line AS line, measure.quote AS quote
