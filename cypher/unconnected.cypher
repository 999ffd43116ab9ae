// Nodes that no relation ties to any other node.
CALL () {
  MATCH (node:PlanNode) WHERE node.lone
  RETURN node
UNION
  // On a day also those that something ties on another.
  MATCH (node:PlanNode)
  WHERE $day > 0 AND NOT EXISTS {
    MATCH (node)-[said]-(other:PlanNode)
    WHERE other <> node AND in_force(said)
  }
  RETURN node
}
WITH node
WHERE in_force(node) OR $until = 'until'
  AND any(at IN range(0, size(coalesce(node.again, [])) / 2 - 1)
          WHERE node.again[2 * at] <= $day <= node.again[2 * at + 1])
WITH node ORDER BY node.rank
RETURN node.id AS node,
       [label IN labels(node)
         WHERE label IN KINDS][0] AS kind,
       node.name AS name, node.document AS document, node.line AS line, node.quote AS quote
