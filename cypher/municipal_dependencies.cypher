// Which municipality depends on which other, and through what.
MATCH (dependent:PlanNode)-[said:DEPENDS_ON]->(dependee:PlanNode)
WHERE coalesce(said.since <= $day <= said[$until], said.ever)
OPTIONAL MATCH (document:PlanDocument {id: said.document})
WITH dependent, dependee,
     min([said.precedence, said.modality, said.document, said.line, said.quote]) AS best,
     max([coalesce({met: 0, pending: 2}[said.status], 1),
          CASE WHEN said.status IS NULL THEN '' ELSE coalesce(document.date, '') END]) AS status
// Whose each of the two is: a municipality is its own.
WITH dependent, dependee, best, status, COLLECT {
       MATCH (dependent)((:PlanNode)-[own:BELONGS_TO]->(:PlanNode)
         WHERE coalesce(own.since <= $day <= own[$until], own.ever)){0,1}(home:Municipality)
       RETURN DISTINCT home
     } AS ours, COLLECT {
       MATCH (dependee)((:PlanNode)-[own:BELONGS_TO]->(:PlanNode)
         WHERE coalesce(own.since <= $day <= own[$until], own.ever)){0,1}(home:Municipality)
       RETURN DISTINCT home
     } AS theirs
UNWIND [home IN ours WHERE NOT home IN theirs] AS municipality
UNWIND [home IN theirs WHERE NOT home IN ours] AS other
WITH municipality, other, dependent, dependee, best, status
ORDER BY municipality.rank, other.rank, dependent.rank, dependee.rank
RETURN municipality.id AS municipality,
       municipality.name AS name,
       other.id AS depends_on,
       other.name AS depends_on_name,
       dependent.name + ' → ' + dependee.name AS through,
       ['met', 'unknown', 'pending'][status[0]] AS status,
       status[1] AS status_said,
       best[1] AS modality,
       best[2] AS document,
       best[3] AS line,
       best[4] AS quote
