// Goals that no named party answers for, each with the nearest there is to an answer.
MATCH (item:PlanNode&Goal)
WHERE in_force(item) AND ($all OR NOT owned(item))
answered(item)
CALL (item) {
  // Its measures, how many of them a named party answers for directly, and who.
  MATCH (item)<-[serves:PART_OF|CONTRIBUTES_TO]-(measure:PlanNode&Measure)
  WHERE in_force(serves)
  OPTIONAL MATCH (measure)<-[said:$any($relations)]-(party:PlanNode)
  WHERE held(said)
    AND NOT said.modality IN ['planned', 'aspiration']
    AND NOT coalesce(party.subkind, '') IN ['group', 'unresolved']
  WITH measure, party ORDER BY party.rank
  RETURN count(DISTINCT measure) AS measures, collect(DISTINCT party) AS answering,
         count(DISTINCT CASE WHEN party IS NOT NULL THEN measure END) AS measures_owned
}
WITH * ORDER BY item.rank
RETURN item.id AS goal, item.name AS name,
       wholes(item) AS part_of,
       grade_word(grade) AS grade, parties,
       CASE WHEN base <> item THEN base.name END AS through,
       coordinators, coordination,
       measures, measures_owned, [party IN answering | party.name] AS measure_parties,
       cited[1] AS document, cited[2] AS line, cited[3] AS quote
