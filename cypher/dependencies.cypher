// Who or what depends on what, with the chain between them, its status and its evidence.
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
MATCH (a:PlanNode)-[said:DEPENDS_ON]->(:PlanNode)
WHERE coalesce(said.valid_from <= $as_of OR said.valid_from STARTS WITH $as_of, true)
  AND NOT coalesce(said.valid_to < last AND NOT last STARTS WITH said.valid_to, false)
UNWIND CASE WHEN a IN over THEN [move IN moves WHERE move.old = a | move.new]
    WHEN coalesce(a.valid_from <= $as_of OR a.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(a.valid_to < last AND NOT last STARTS WITH a.valid_to, false)
      THEN [a] ELSE [] END AS start
WITH DISTINCT start, last, over, moves
// From every dependent outwards, one step at a time: of several ways of the same length the one
// whose ids come first, which is the one that is found first.
WITH start, last, over, moves,
     reduce(state = {found: [], front: [[start]]}, step IN range(1, $steps) |
  [fresh IN [
    reduce(fresh = [], chain IN state.front |
      reduce(more = fresh, next IN COLLECT {
        WITH last(chain) AS dependent
        UNWIND [move IN moves WHERE move.new = dependent | move.old]
    + CASE WHEN dependent IN over THEN [] ELSE [dependent] END AS former
        MATCH (former)-[said:DEPENDS_ON]->(b:PlanNode)
        WHERE coalesce(said.valid_from <= $as_of OR said.valid_from STARTS WITH $as_of, true)
          AND NOT coalesce(said.valid_to < last AND NOT last STARTS WITH said.valid_to, false)
        UNWIND CASE WHEN b IN over THEN [move IN moves WHERE move.old = b | move.new]
    WHEN coalesce(b.valid_from <= $as_of OR b.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(b.valid_to < last AND NOT last STARTS WITH b.valid_to, false)
      THEN [b] ELSE [] END AS dependee
        WITH dependent, former, b, dependee
        WHERE dependent <> dependee OR former = b AND former = dependent
        WITH DISTINCT dependee
        ORDER BY dependee.id
        RETURN dependee
      } |
        more + CASE WHEN any(known IN state.found + more WHERE last(known) = next) THEN []
          ELSE [chain + [next]] END))
  ] | {found: state.found + fresh, front: [chain IN fresh WHERE last(chain) <> start]}][0]
).found AS chains
UNWIND chains AS chain

// Of a link's assertions the worst status, the best modality, and as evidence the best said, then
// the earliest; of the chain's links the worst status, the weakest modality, the first evidence.
CALL (chain, last, over, moves) {
  UNWIND range(1, size(chain) - 1) AS at
  WITH at, chain[at - 1] AS dependent, chain[at] AS dependee, last, over, moves
  UNWIND [move IN moves WHERE move.new = dependent | move.old]
    + CASE WHEN dependent IN over THEN [] ELSE [dependent] END AS former
  MATCH (former)-[said:DEPENDS_ON]->(b:PlanNode)
  WHERE coalesce(said.valid_from <= $as_of OR said.valid_from STARTS WITH $as_of, true)
    AND NOT coalesce(said.valid_to < last AND NOT last STARTS WITH said.valid_to, false)
  UNWIND CASE WHEN b IN over THEN [move IN moves WHERE move.old = b | move.new]
    WHEN coalesce(b.valid_from <= $as_of OR b.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(b.valid_to < last AND NOT last STARTS WITH b.valid_to, false)
      THEN [b] ELSE [] END AS other
  WITH at, dependent, dependee, former, b, said, other
  WHERE other = dependee AND (dependent <> dependee OR former = b AND former = dependent)
  WITH DISTINCT at, said,
       {stated: 0, derived: 1, planned: 2, aspiration: 3}[said.modality] AS modality,
       {met: 0, unknown: 1, pending: 2}[coalesce(said.status, 'unknown')] AS status
  ORDER BY modality, coalesce(said.document, ''), coalesce(said.line, 0), said.modality,
         coalesce(said.valid_from, ''), coalesce(said.valid_to, ''), coalesce(toString(said.share), ''),
         coalesce(toString(said.amount), ''), coalesce(said.currency, ''), coalesce(said.status, ''), said.rank
  WITH at, max(status) AS status, min(modality) AS modality, collect(said)[0] AS said
  ORDER BY at
  RETURN max(status) AS status, max(modality) AS modality, collect(said)[0] AS said
}
WITH chain, chain[0] AS dependent, last(chain) AS dependee, status, modality, said
ORDER BY dependent.id, size(chain), dependee.id
RETURN dependent.id AS dependent,
       dependent.name AS dependent_name,
       reduce(text = dependent.name, node IN tail(chain) | text + ' → ' + node.name) AS chain,
       size(chain) - 1 AS steps,
       dependee.id AS dependee,
       dependee.name AS dependee_name,
       ['met', 'unknown', 'pending'][status] AS status,
       ['stated', 'derived', 'planned', 'aspiration'][modality] AS modality,
       said.document AS document,
       said.line AS line,
       said.quote AS quote
