// Measures that no named party answers for, each with the nearest there is to an answer.
MATCH (item:PlanNode&Measure)
WHERE coalesce(item.since <= $day <= item[$until], true)
OPTIONAL CALL (item) {
  // The best answer for what it is part of, itself first.
  MATCH path = (item)-[steps:PART_OF*0..]->(base:PlanNode)
  WHERE all(step IN steps WHERE coalesce(step.since <= $day <= step[$until], step.ever))
  WITH item, base, min(length(path)) AS steps
  WHERE base = item OR $inherit <> 'none' AND base:Goal|Measure|Strategy|FocusArea
    OR $inherit = 'plan' AND base:Plan|Project|Programme
  MATCH (base)<-[said]-(party:PlanNode)
  WHERE type(said) IN $relations AND (said.ever OR said.since <= $day <= said.until
    AND ($until = 'until' OR said.carried_from IS NULL))
  WITH item, base, steps, said, party, CASE
         WHEN party.subkind = 'unresolved' THEN 5
         WHEN said.until < $day THEN 4
         WHEN said.since > $day OR said.modality IN ['planned', 'aspiration'] THEN 3
         WHEN party.subkind = 'group' THEN 2
         WHEN base <> item THEN 1
         ELSE 0 END AS grade
  WITH base, steps, grade, collect(DISTINCT party) AS parties,
       min([said.rank, said.document, said.line, said.quote]) AS first
  ORDER BY grade, steps, base.rank LIMIT 1
  RETURN base, grade, parties, first
}
WITH item, base, coalesce(grade, 6) AS grade, parties, first
WHERE $all OR grade > 0
CALL (item) {
  MATCH (party:PlanNode)-[said:COORDINATES]->(item)
  WHERE coalesce(said.since <= $day <= said.until, said.ever)
    AND (said.ever OR $until = 'until' OR said.carried_from IS NULL)
  RETURN collect(DISTINCT party) AS keepers, min([said.precedence, said.modality]) AS kept
}
WITH *, coalesce(first, [0, item.document, item.line, item.quote]) AS cited
ORDER BY item.rank
RETURN item.id AS measure,
       item.name AS name,
       COLLECT {
         MATCH (item)-[step:PART_OF]->(whole:PlanNode)
         WHERE coalesce(step.since <= $day <= step[$until], step.ever)
         WITH DISTINCT whole ORDER BY whole.rank RETURN whole.name
       } AS part_of,
       ['owned', 'inherited', 'collective', 'planned', 'lapsed', 'unresolved', 'none'][grade] AS grade,
       COLLECT { UNWIND parties AS party RETURN party.name ORDER BY party.rank } AS parties,
       CASE WHEN base <> item THEN base.name END AS through,
       COLLECT { UNWIND keepers AS party RETURN party.name ORDER BY party.rank } AS coordinators,
       kept[1] AS coordination,
       cited[1] AS document,
       cited[2] AS line,
       cited[3] AS quote
