// Who owns, answers for and coordinates every goal and measure, how well, and through what.
MATCH (item:PlanNode&(Goal|Measure))
WHERE coalesce(item.since <= $day <= item[$until], true)
OPTIONAL CALL (item) {
  // Whoever is tied to what it is part of, itself first: of each relation and party the best
  // graded, then the best said. 0 owned, 1 inherited, 2 collective, 3 planned, 4 lapsed,
  // 5 unresolved, 6 only coordinated.
  MATCH path = (item)-[steps:PART_OF*0..]->(base:PlanNode)
  WHERE all(step IN steps WHERE coalesce(step.since <= $day <= step[$until], step.ever))
  WITH item, base, min(length(path)) AS steps
  WHERE base = item OR $inherit <> 'none' AND base:Goal|Measure|Strategy|FocusArea
    OR $inherit = 'plan' AND base:Plan|Project|Programme
  MATCH (base)<-[said]-(party:PlanNode)
  WHERE (said.ever OR said.since <= $day <= said.until
      AND ($until = 'until' OR said.carried_from IS NULL))
    AND (type(said) IN $relations
      OR said:COORDINATES AND coalesce(said.since <= $day <= said.until, said.ever))
  WITH base, steps, party, type(said) AS relation, min([CASE
         WHEN NOT type(said) IN $relations THEN 6
         WHEN party.subkind = 'unresolved' THEN 5
         WHEN said.until < $day THEN 4
         WHEN said.since > $day OR said.modality IN ['planned', 'aspiration'] THEN 3
         WHEN party.subkind = 'group' THEN 2
         WHEN base <> item THEN 1
         ELSE 0 END, said.precedence, said.modality, said.document, said.line, said.quote]) AS best
  WITH collect({base: base, party: party, relation: relation, said: best, grade: best[0],
                place: [steps, base.rank]}) AS ties
  CALL (ties) {
    UNWIND ties AS tie
    RETURN min(CASE WHEN tie.grade < 6 THEN [tie.grade, tie.place] END) AS answer,
           min(CASE WHEN tie.grade = 6 THEN tie.place END) AS nearest
  }
  UNWIND ties AS tie
  WITH tie, answer, nearest
  WHERE tie.grade < 6 AND (tie.base = item OR tie.place = answer[1])
      AND (tie.grade <> 4 OR answer[0] = 4)
    OR tie.grade = 6 AND tie.place = nearest
  RETURN tie
}
WITH item, tie
ORDER BY item.rank, tie.base.rank, tie.relation, tie.party.rank
RETURN item.id AS item,
       item.name AS name,
       CASE WHEN item:Goal THEN 'Goal' ELSE 'Measure' END AS kind,
       tie.relation AS relation,
       tie.party.id AS party,
       tie.party.name AS party_name,
       ['owned', 'inherited', 'collective', 'planned', 'lapsed', 'unresolved', 'none'][
         coalesce(tie.grade, 6)] AS grade,
       CASE WHEN tie.base <> item THEN tie.base.name END AS through,
       tie.said[2] AS modality,
       tie.said[3] AS document,
       tie.said[4] AS line,
       tie.said[5] AS quote
