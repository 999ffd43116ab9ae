// How two hang together: a shortest way from one to the other, by what is said of them.
:param one => "Kristiansand";
:param other => "Vennesla";
MATCH (one:PlanNode {name: $one}), (other:PlanNode {name: $other})
MATCH path = shortestPath((one)-[*..10]-(other))
WHERE all(said IN relationships(path) WHERE said.assertion IS NOT NULL AND said.ever = 0)
RETURN path
