// Municipalities and actors that are no more, with their last day and who succeeded them.
MATCH (party:PlanNode&(Municipality|Actor))
WHERE party.valid_to IS NOT NULL OR EXISTS { (party)-[:SUCCEEDED_BY]->(:PlanNode) }
OPTIONAL CALL (party) {
  MATCH (party)-[became:SUCCEEDED_BY]->(new:PlanNode)
  WHERE became.ever
    AND coalesce(replace(left(became.valid_from + '-01-01', 10), '-', '') <= toString($day), true)
    // One that was split off again is not succeeded.
    AND NOT EXISTS {
      MATCH (new)-[steps:SUCCEEDED_BY*0..]->(heir:PlanNode)
      WHERE all(step IN steps WHERE step.ever AND
        coalesce(replace(left(step.valid_from + '-01-01', 10), '-', '') <= toString($day), true))
      WITH DISTINCT heir, party WHERE heir = party
      RETURN heir
    }
  RETURN new, min(became.valid_from) AS since
  ORDER BY new.rank
}
WITH party, collect(new.name) AS successors, min(since) AS succeeded
WHERE successors <> [] OR coalesce(
  replace(party.valid_to, '-', '') < left(toString($day), size(replace(party.valid_to, '-', ''))),
  party.valid_to IS NOT NULL)
WITH party, successors, succeeded ORDER BY party.rank
RETURN party.id AS party,
       party.name AS name,
       party.valid_to AS last_day,
       successors,
       succeeded
