// Nodes that no relation ties to any other node.
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
MATCH (node:PlanNode)
WHERE (node IN [move IN moves | move.new] OR NOT node IN over
  AND coalesce(node.valid_from <= $as_of OR node.valid_from STARTS WITH $as_of, true)
  AND NOT coalesce(node.valid_to < last AND NOT last STARTS WITH node.valid_to, false))
  AND NOT EXISTS {
    UNWIND [move IN moves WHERE move.new = node | move.old]
    + CASE WHEN node IN over THEN [] ELSE [node] END AS former
    MATCH (former)-[said]-(b:PlanNode)
    WHERE said.assertion IS NOT NULL
      AND coalesce(said.valid_from <= $as_of OR said.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(said.valid_to < last AND NOT last STARTS WITH said.valid_to, false)
    UNWIND CASE WHEN b IN over THEN [move IN moves WHERE move.old = b | move.new]
    WHEN coalesce(b.valid_from <= $as_of OR b.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(b.valid_to < last AND NOT last STARTS WITH b.valid_to, false)
      THEN [b] ELSE [] END AS other
    WITH said, former, b, other
    WHERE other <> node AND NOT (said:SUCCEEDED_BY AND (former <> node OR b <> other))
    RETURN other
  }
WITH node
ORDER BY node.rank
RETURN node.id AS node,
       [label IN labels(node)
         WHERE label IN ['Region', 'Municipality', 'Actor', 'Programme', 'Project',
         'Plan', 'Need', 'FocusArea', 'Strategy', 'Goal', 'Measure', 'Effect', 'Resource']][0] AS kind,
       node.name AS name,
       node.document AS document,
       node.line AS line,
       node.quote AS quote
