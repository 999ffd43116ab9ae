// Municipalities and actors that are no more, with their last day and who succeeded them.
WITH toString(CASE $day WHEN 0 THEN 99991231 ELSE $day END) AS day
MATCH (party:PlanNode&(Municipality|Actor))
WHERE party.valid_to IS NOT NULL OR EXISTS { (party)-[:SUCCEEDED_BY]->(:PlanNode) }
OPTIONAL CALL (party, day) {
  MATCH (party)-[became:SUCCEEDED_BY]->(new:PlanNode)
  WHERE begun(became, day)
    // One that was split off again is not succeeded.
    AND NOT EXISTS {
      MATCH (new)-[steps:SUCCEEDED_BY*0..]->(heir:PlanNode)
      WHERE all(step IN steps WHERE begun(step, day))
      WITH DISTINCT heir, party WHERE heir = party
      RETURN heir
    }
  RETURN new, min(became.valid_from) AS since
  ORDER BY new.rank
}
WITH party, day, collect(new.name) AS successors, min(since) AS succeeded,
     replace(party.valid_to, '-', '') AS last
WHERE successors <> [] OR last < left(day, size(last))
WITH party, successors, succeeded ORDER BY party.rank
RETURN party.id AS party, party.name AS name, party.valid_to AS last_day, successors, succeeded
