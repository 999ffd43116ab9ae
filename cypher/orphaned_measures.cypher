// Measures that no named party answers for, each with the nearest there is to an answer.
// Grades as numbers, best first: 0 owned, 1 inherited, 2 collective, 3 planned, 4 lapsed,
// 5 unresolved, 6 none.
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
MATCH (measure:PlanNode:Measure)
WHERE coalesce(measure.valid_from <= $as_of OR measure.valid_from STARTS WITH $as_of, true)
  AND NOT coalesce(measure.valid_to < last AND NOT last STARTS WITH measure.valid_to, false)

// What it is part of, over the fewest steps, itself at none; and who answers for that.
CALL (measure, last, followed, over) {
  MATCH path = ANY SHORTEST (measure)((:PlanNode)-[step:PART_OF]->(whole:PlanNode)
    WHERE coalesce(step.valid_from <= $as_of OR step.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(step.valid_to < last AND NOT last STARTS WITH step.valid_to, false)
      AND coalesce(whole.valid_from <= $as_of OR whole.valid_from STARTS WITH $as_of, true)
        AND NOT coalesce(whole.valid_to < last AND NOT last STARTS WITH whole.valid_to, false)
      AND ($inherit <> 'none' AND whole:Goal|Measure|Strategy|FocusArea
        OR $inherit = 'plan' AND whole:Plan|Project|Programme))*(base:PlanNode)
  MATCH (base)<-[said]-(party:PlanNode)
  WHERE type(said) IN $relations
  // The party, and with 'carry' whoever has come in its place.
  CALL (party, last, followed, over) {
    RETURN party AS who
    UNION
    MATCH (party)((former:PlanNode)-[became:SUCCEEDED_BY]->(:PlanNode)
      WHERE became IN followed
        AND (former IN over OR NOT (coalesce(former.valid_from <= $as_of OR former.valid_from STARTS WITH $as_of, true) AND NOT coalesce(former.valid_to < last AND NOT last STARTS WITH former.valid_to, false))))+(who:PlanNode)
    WHERE $successors = 'carry' AND NOT who IN over
      AND coalesce(who.valid_from <= $as_of OR who.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(who.valid_to < last AND NOT last STARTS WITH who.valid_to, false)
    RETURN who
  }
  WITH DISTINCT base, length(path) AS steps, said, who,
       CASE
         WHEN who.subkind = 'unresolved' THEN 5
         WHEN $as_of IS NOT NULL
           AND (who IN over OR coalesce(who.valid_to < last
           AND NOT last STARTS WITH who.valid_to, false) OR coalesce(said.valid_to < last
           AND NOT last STARTS WITH said.valid_to, false)) THEN 4
         WHEN said.modality IN ['planned', 'aspiration'] OR NOT coalesce(said.valid_from <= $as_of OR said.valid_from STARTS WITH $as_of, true)
           OR NOT coalesce(who.valid_from <= $as_of OR who.valid_from STARTS WITH $as_of, true) THEN 3
         WHEN who.subkind = 'group' THEN 2
         ELSE 0
       END AS grade
  ORDER BY said.rank
  WITH base, steps, min(grade) AS direct, collect({said: said, who: who, grade: grade}) AS answers
  WITH base, [answer IN answers WHERE answer.grade = direct] AS answers,
       CASE WHEN base <> measure AND direct < 1 THEN 1 ELSE direct END AS grade, steps
  ORDER BY grade, steps, base.rank
  LIMIT 1
  RETURN collect({base: base, grade: grade, said: answers[0].said, answers: answers})[0] AS best
}
WITH measure, last, best, coalesce(best.grade, 6) AS grade
WHERE $all OR grade > 0

CALL (best) {
  UNWIND best.answers AS answer
  WITH DISTINCT answer.who AS who
  ORDER BY who.rank
  RETURN collect(who.name) AS parties
}
CALL (measure, last) {
  MATCH (measure)-[step:PART_OF]->(whole:PlanNode)
  WHERE coalesce(step.valid_from <= $as_of OR step.valid_from STARTS WITH $as_of, true)
    AND NOT coalesce(step.valid_to < last AND NOT last STARTS WITH step.valid_to, false)
  WITH DISTINCT whole
  ORDER BY whole.rank
  RETURN collect(whole.name) AS wholes
}
WITH measure, best, grade, parties, wholes, coalesce(best.said, measure) AS evidence
ORDER BY measure.rank
RETURN measure.id AS measure,
       measure.name AS name,
       substring(reduce(text = '', word IN wholes | text + '; ' + word), 2) AS part_of,
       ['owned', 'inherited', 'collective', 'planned', 'lapsed', 'unresolved', 'none'][grade] AS grade,
       substring(reduce(text = '', word IN parties | text + '; ' + word), 2) AS parties,
       CASE WHEN best.base <> measure THEN best.base.name END AS through,
       evidence.document AS document,
       evidence.line AS line,
       evidence.quote AS quote
