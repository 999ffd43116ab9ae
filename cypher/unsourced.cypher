// Assertions without document, line or quote.
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
MATCH (a:PlanNode)-[said:PART_OF|MEMBER_OF|AFFILIATED_WITH|LEADS|HOSTS|OWNS
    |RESPONSIBLE_FOR|COORDINATES|SUPPORTS|PARTICIPATES_IN|APPLIED_FOR|FUNDS|ADOPTED
    |COLLABORATES_WITH|CONTRIBUTES_TO|IMPLEMENTS|ADDRESSES|INDICATES|DEPENDS_ON|BASED_ON
    |LOCATED_IN|SUCCEEDED_BY]->(b:PlanNode)
WHERE (said.document IS NULL OR said.line IS NULL OR said.quote IS NULL)
 
  AND coalesce(said.valid_from <= $as_of OR said.valid_from STARTS WITH $as_of, true)
    AND NOT coalesce(said.valid_to < last AND NOT last STARTS WITH said.valid_to, false)
UNWIND CASE WHEN a IN over THEN [move IN moves WHERE move.old = a | move.new]
    WHEN coalesce(a.valid_from <= $as_of OR a.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(a.valid_to < last AND NOT last STARTS WITH a.valid_to, false)
      THEN [a] ELSE [] END AS source
UNWIND CASE WHEN b IN over THEN [move IN moves WHERE move.old = b | move.new]
    WHEN coalesce(b.valid_from <= $as_of OR b.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(b.valid_to < last AND NOT last STARTS WITH b.valid_to, false)
      THEN [b] ELSE [] END AS target
WITH said, a, b, source, target, source <> a OR target <> b AS carried
WHERE NOT (carried AND (source = target OR said:SUCCEEDED_BY))
// An undirected tie runs from the earlier party.
WITH said, CASE WHEN said:COLLABORATES_WITH AND source.rank > target.rank THEN [target, source]
                ELSE [source, target] END AS ends
WITH DISTINCT said, ends[0] AS source, ends[1] AS target
ORDER BY source.rank, target.rank, coalesce(said.document, ''), coalesce(said.line, 0), said.modality,
         coalesce(said.valid_from, ''), coalesce(said.valid_to, ''), coalesce(toString(said.share), ''),
         coalesce(toString(said.amount), ''), coalesce(said.currency, ''), coalesce(said.status, ''), said.rank
RETURN source.id AS source,
       source.name AS source_name,
       type(said) AS relation,
       target.id AS target,
       target.name AS target_name,
       said.modality AS modality,
       substring(reduce(text = '', word IN
         CASE WHEN said.document IS NULL THEN ['document'] ELSE [] END
         + CASE WHEN said.line IS NULL THEN ['line'] ELSE [] END
         + CASE WHEN said.quote IS NULL
           THEN ['quote'] ELSE [] END | text + '; ' + word), 2) AS missing,
       said.document AS document,
       said.line AS line
