// Every goal and measure with who owns, answers for and coordinates it, and through what.
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
// Plans that are part of plans on the day. Only plans and parties are ever succeeded, so this is
// needed only to inherit through plans when some are over.
CALL (last, over, moves) {
  MATCH (a:PlanNode&Plan)-[step:PART_OF]->(b:PlanNode&Plan)
  WHERE over <> [] AND $inherit = 'plan'
    AND coalesce(step.valid_from <= $as_of OR step.valid_from STARTS WITH $as_of, true)
    AND NOT coalesce(step.valid_to < last AND NOT last STARTS WITH step.valid_to, false)
  UNWIND CASE WHEN a IN over THEN [move IN moves WHERE move.old = a | move.new]
    WHEN coalesce(a.valid_from <= $as_of OR a.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(a.valid_to < last AND NOT last STARTS WITH a.valid_to, false)
      THEN [a] ELSE [] END AS part
  UNWIND CASE WHEN b IN over THEN [move IN moves WHERE move.old = b | move.new]
    WHEN coalesce(b.valid_from <= $as_of OR b.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(b.valid_to < last AND NOT last STARTS WITH b.valid_to, false)
      THEN [b] ELSE [] END AS whole
  WITH part, whole
  WHERE part <> whole
  RETURN collect(DISTINCT {part: part, whole: whole}) AS links
}
MATCH (item:PlanNode&(Goal|Measure))
WHERE coalesce(item.valid_from <= $as_of OR item.valid_from STARTS WITH $as_of, true)
  AND NOT coalesce(item.valid_to < last AND NOT last STARTS WITH item.valid_to, false)

// The nearest thing that anybody is tied to: itself, or what it is part of.
OPTIONAL CALL (item, last, over, moves, links) {
  MATCH path = ANY SHORTEST (item)((:PlanNode)-[step:PART_OF]->(whole:PlanNode)
    WHERE coalesce(step.valid_from <= $as_of OR step.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(step.valid_to < last AND NOT last STARTS WITH step.valid_to, false)
      AND coalesce(whole.valid_from <= $as_of OR whole.valid_from STARTS WITH $as_of, true)
        AND NOT coalesce(whole.valid_to < last AND NOT last STARTS WITH whole.valid_to, false)
      AND ($inherit <> 'none' AND whole:Goal|Measure|Strategy|FocusArea
        OR $inherit = 'plan'
          AND (whole:Project|Programme OR over = [] AND whole:Plan)))*(near:PlanNode)
  CALL (path, near, last, over, moves, links) {
    RETURN near AS base, length(path) AS steps
    UNION
    MATCH (near)-[joins:PART_OF]->(b:PlanNode&Plan)
    WHERE over <> [] AND $inherit = 'plan'
      AND coalesce(joins.valid_from <= $as_of OR joins.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(joins.valid_to < last AND NOT last STARTS WITH joins.valid_to, false)
    UNWIND CASE WHEN b IN over THEN [move IN moves WHERE move.old = b | move.new]
    WHEN coalesce(b.valid_from <= $as_of OR b.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(b.valid_to < last AND NOT last STARTS WITH b.valid_to, false)
      THEN [b] ELSE [] END AS plan
    // From one plan to the next, as many steps as there can be; each keeps its least number.
    UNWIND reduce(
      reached = [{base: plan, steps: length(path) + 1}], more IN range(1, size(links)) |
      reached + [link IN links
        WHERE any(it IN reached WHERE it.base = link.part AND it.steps = length(path) + more)
          AND none(it IN reached WHERE it.base = link.whole)
        | {base: link.whole, steps: length(path) + 1 + more}]
    ) AS it
    RETURN it.base AS base, it.steps AS steps
  }
  WITH item, base, min(steps) AS steps, last, over, moves
  UNWIND [move IN moves WHERE move.new = base | move.old]
    + CASE WHEN base IN over THEN [] ELSE [base] END AS former
  MATCH (former)<-[said]-(a:PlanNode)
  WHERE type(said) IN $relations
    AND coalesce(said.valid_from <= $as_of OR said.valid_from STARTS WITH $as_of, true)
    AND NOT coalesce(said.valid_to < last AND NOT last STARTS WITH said.valid_to, false)
  UNWIND CASE WHEN a IN over THEN [move IN moves WHERE move.old = a | move.new]
    WHEN coalesce(a.valid_from <= $as_of OR a.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(a.valid_to < last AND NOT last STARTS WITH a.valid_to, false)
      THEN [a] ELSE [] END AS party
  WITH base, former, steps, said, a, party
  WHERE NOT ((former <> base OR a <> party) AND (party = base OR said:SUCCEEDED_BY))
  WITH base, steps, collect({party: party, said: said}) AS ties
  ORDER BY steps, base.rank
  LIMIT 1
  UNWIND ties AS tie
  WITH base, tie.party AS party, tie.said AS said
  // The best said, then the earlier in document and line.
  ORDER BY {stated: 0, derived: 1, planned: 2, aspiration: 3}[said.modality],
           coalesce(said.document, ''), coalesce(said.line, 0), said.modality,
         coalesce(said.valid_from, ''), coalesce(said.valid_to, ''), coalesce(toString(said.share), ''),
         coalesce(toString(said.amount), ''), coalesce(said.currency, ''), coalesce(said.status, ''), said.rank
  RETURN base, party, type(said) AS relation, collect(said)[0] AS said
}
WITH item, base, party, relation, said
ORDER BY item.rank, relation, party.rank
RETURN item.id AS item,
       CASE WHEN item:Goal THEN 'Goal' ELSE 'Measure' END AS kind,
       item.name AS name,
       relation,
       party.id AS party,
       party.name AS party_name,
       CASE WHEN base <> item THEN base.name END AS through,
       said.modality AS modality,
       said.document AS document,
       said.line AS line,
       said.quote AS quote
