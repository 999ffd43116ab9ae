// wholes(item): the names of what it is directly part of.
COLLECT {
  MATCH (item)-[part:PART_OF]->(whole:PlanNode)
  WHERE in_force(part)
  WITH DISTINCT whole ORDER BY whole.rank
  RETURN whole.name
}
