// Nodes that no relation ties to any other node.
MATCH (node:PlanNode)
WHERE ($day IS NULL OR node.since <= $day <= node[$until] OR $until = 'until'
    AND any(at IN range(0, size(coalesce(node.again, [])) / 2 - 1)
            WHERE node.again[2 * at] <= $day <= node.again[2 * at + 1]))
  AND NOT EXISTS {
    MATCH (node)-[said]-(other:PlanNode)
    WHERE other <> node
      AND CASE WHEN $day IS NULL THEN said.ever ELSE said.since <= $day <= said[$until] END
  }
WITH node ORDER BY node.rank
RETURN node.id AS node,
       [label IN labels(node)
         WHERE label IN ['Region', 'Municipality', 'Actor', 'Programme', 'Project', 'Plan', 'Need',
         'FocusArea', 'Strategy', 'Goal', 'Measure', 'Effect', 'Resource']][0] AS kind,
       node.name AS name,
       node.document AS document,
       node.line AS line,
       node.quote AS quote
