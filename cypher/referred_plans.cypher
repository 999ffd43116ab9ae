// Plans that carry out another plan but whose own content is not in the data.
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
MATCH (a:PlanNode:Plan)-[said:IMPLEMENTS]->(b:PlanNode)
WHERE coalesce(said.valid_from <= $as_of OR said.valid_from STARTS WITH $as_of, true)
  AND NOT coalesce(said.valid_to < last AND NOT last STARTS WITH said.valid_to, false)
UNWIND CASE WHEN a IN over THEN [move IN moves WHERE move.old = a | move.new]
    WHEN coalesce(a.valid_from <= $as_of OR a.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(a.valid_to < last AND NOT last STARTS WITH a.valid_to, false)
      THEN [a] ELSE [] END AS plan
UNWIND CASE WHEN b IN over THEN [move IN moves WHERE move.old = b | move.new]
    WHEN coalesce(b.valid_from <= $as_of OR b.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(b.valid_to < last AND NOT last STARTS WITH b.valid_to, false)
      THEN [b] ELSE [] END AS other
WITH last, over, moves, said, plan, other
WHERE (plan <> other OR startNode(said) = endNode(said) AND startNode(said) = plan)
  // Nothing is part of it, nor was of what it came in the place of.
  AND NOT EXISTS {
    UNWIND [move IN moves WHERE move.new = plan | move.old]
    + CASE WHEN plan IN over THEN [] ELSE [plan] END AS former
    MATCH (former)<-[step:PART_OF]-(c:PlanNode)
    WHERE coalesce(step.valid_from <= $as_of OR step.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(step.valid_to < last AND NOT last STARTS WITH step.valid_to, false)
    UNWIND CASE WHEN c IN over THEN [move IN moves WHERE move.old = c | move.new]
    WHEN coalesce(c.valid_from <= $as_of OR c.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(c.valid_to < last AND NOT last STARTS WITH c.valid_to, false)
      THEN [c] ELSE [] END AS part
    WITH part
    WHERE part <> plan
    RETURN part
  }
WITH DISTINCT plan, other, said
ORDER BY plan.rank, other.rank, coalesce(said.document, ''), coalesce(said.line, 0), said.modality,
         coalesce(said.valid_from, ''), coalesce(said.valid_to, ''), coalesce(toString(said.share), ''),
         coalesce(toString(said.amount), ''), coalesce(said.currency, ''), coalesce(said.status, ''), said.rank
WITH plan, other, collect(said)[0] AS said
ORDER BY plan.rank, other.rank
RETURN plan.id AS plan,
       plan.name AS name,
       plan.subkind AS subkind,
       other.name AS implements,
       said.document AS document,
       said.line AS line,
       said.quote AS quote
