// Goals that no measure is part of, contributes to or implements, directly or through a goal that
// is part of it or an effect that contributes to it.
// The last day of $as_of, which may be a year or a month; without a day all of time is in force.
WITH CASE size($as_of)
       WHEN 4 THEN $as_of + '-12-31'
       WHEN 7 THEN toString(date($as_of + '-01') + duration('P1M') - duration('P1D'))
       ELSE $as_of
     END AS last
// The successions that have happened by the day, without those that run in a circle.
CALL () {
  MATCH (old:PlanNode)-[became:SUCCEEDED_BY]->(new:PlanNode)
  WHERE $as_of IS NOT NULL
    AND coalesce(became.valid_from <= $as_of OR became.valid_from STARTS WITH $as_of, true)
    AND NOT EXISTS {
      (new)((:PlanNode)-[back:SUCCEEDED_BY]->(:PlanNode)
        WHERE coalesce(back.valid_from <= $as_of OR back.valid_from STARTS WITH $as_of, true))*(old)
    }
  RETURN collect(became) AS followed
}
// Who is over by them: its end has come, or was never dated.
CALL (last, followed) {
  UNWIND followed AS became
  WITH DISTINCT startNode(became) AS old, last
  WHERE coalesce(old.valid_from <= $as_of OR old.valid_from STARTS WITH $as_of, true)
    AND (old.valid_to IS NULL OR coalesce(old.valid_to < last
    AND NOT last STARTS WITH old.valid_to, false))
  RETURN collect(old) AS over
}
// And who stands in its place; with 'keep' it does so itself.
CALL (last, followed, over) {
  UNWIND over AS old
  MATCH (old)((former:PlanNode)-[became:SUCCEEDED_BY]->(:PlanNode)
    WHERE former IN over AND became IN followed)+(new:PlanNode)
  WHERE NOT new IN over
    AND coalesce(new.valid_from <= $as_of OR new.valid_from STARTS WITH $as_of, true)
    AND NOT coalesce(new.valid_to < last AND NOT last STARTS WITH new.valid_to, false)
  RETURN collect(DISTINCT {old: old, new: CASE $successors WHEN 'keep'
    THEN old ELSE new END}) AS moves
}
MATCH (goal:PlanNode&Goal)
WHERE coalesce(goal.valid_from <= $as_of OR goal.valid_from STARTS WITH $as_of, true)
  AND NOT coalesce(goal.valid_to < last AND NOT last STARTS WITH goal.valid_to, false)
  AND NOT EXISTS {
    MATCH (goal)((whole:PlanNode)<-[step:PART_OF|CONTRIBUTES_TO]-(part:PlanNode&(Goal|Effect))
      WHERE (step:PART_OF OR part:Effect)
        AND coalesce(step.valid_from <= $as_of OR step.valid_from STARTS WITH $as_of, true)
        AND NOT coalesce(step.valid_to < last AND NOT last STARTS WITH step.valid_to, false)
        AND coalesce(part.valid_from <= $as_of OR part.valid_from STARTS WITH $as_of, true)
          AND NOT coalesce(part.valid_to < last
          AND NOT last STARTS WITH part.valid_to, false))*(served:PlanNode)<-[serves:PART_OF|CONTRIBUTES_TO|IMPLEMENTS]-(measure:PlanNode&Measure)
    WHERE coalesce(serves.valid_from <= $as_of OR serves.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(serves.valid_to < last AND NOT last STARTS WITH serves.valid_to, false)
      AND coalesce(measure.valid_from <= $as_of OR measure.valid_from STARTS WITH $as_of, true)
        AND NOT coalesce(measure.valid_to < last AND NOT last STARTS WITH measure.valid_to, false)
  }
CALL (goal, last, over, moves) {
  MATCH (goal)-[step:PART_OF]->(b:PlanNode)
  WHERE coalesce(step.valid_from <= $as_of OR step.valid_from STARTS WITH $as_of, true)
    AND NOT coalesce(step.valid_to < last AND NOT last STARTS WITH step.valid_to, false)
  UNWIND CASE WHEN b IN over THEN [move IN moves WHERE move.old = b | move.new]
    WHEN coalesce(b.valid_from <= $as_of OR b.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(b.valid_to < last AND NOT last STARTS WITH b.valid_to, false)
      THEN [b] ELSE [] END AS whole
  WITH DISTINCT whole
  ORDER BY whole.rank
  RETURN collect(whole.name) AS wholes
}
WITH goal, wholes
ORDER BY goal.rank
RETURN goal.id AS goal,
       goal.name AS name,
       substring(reduce(text = '', word IN wholes | text + '; ' + word), 2) AS part_of,
       goal.document AS document,
       goal.line AS line,
       goal.quote AS quote
