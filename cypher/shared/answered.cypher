// answered(item): with the best `grade` there is, from which `base` and by which `parties`, `cited`
// from where; and by which `coordinators` it is kept together. Without those well answered for.
OPTIONAL CALL (item) {
  bases(item)
  MATCH (base)<-[said:$any($relations)]-(party:PlanNode)
  WHERE said.ever = 0 OR held(said)
  WITH base, steps, said, party, graded(said, party, base, item) AS grade
  ORDER BY party.rank
  WITH base, steps, grade, collect(DISTINCT party) AS parties,
       min([said.rank, said.document, said.line, said.quote]) AS cited
  ORDER BY grade, steps, base.rank LIMIT 1
  RETURN base, grade, [party IN parties | party.name] AS parties, cited
}
WITH item, base, parties, coalesce(grade, 6) AS grade,
     coalesce(cited, [0, item.document, item.line, item.quote]) AS cited
WHERE $all OR grade > 0
CALL (item) {
  MATCH (party:PlanNode)-[said:COORDINATES]->(item)
  WHERE held(said)
  WITH party, said ORDER BY party.rank
  WITH collect(DISTINCT party) AS keepers, min([said.precedence, said.modality]) AS best
  RETURN [party IN keepers | party.name] AS coordinators, best[1] AS coordination
}
