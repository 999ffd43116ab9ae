// Plans that carry out another plan but whose own content is not in the data.
MATCH (plan:PlanNode&Plan)-[carries:IMPLEMENTS]->(other:PlanNode)
WHERE in_force(carries) AND NOT EXISTS {
  MATCH (plan)<-[part:PART_OF]-(:PlanNode)
  WHERE in_force(part)
}
WITH plan, other, min([carries.rank, carries.document, carries.line, carries.quote]) AS first
ORDER BY plan.rank, other.rank
RETURN plan.id AS plan, plan.name AS name, plan.subkind AS subkind,
       other.name AS implements,
       first[1] AS document, first[2] AS line, first[3] AS quote
