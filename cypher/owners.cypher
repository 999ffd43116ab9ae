// Who owns, answers for and coordinates each goal, measure or the like, and through what.
MATCH (item:PlanNode&$any($kind))
WHERE is_there(item)
WITH item ORDER BY item.rank  // so that below only its own ties are put in order
tied(item)
WITH item, tie, coalesce(tie.grade, 6) AS grade
ORDER BY item.rank, tie.base.rank, tie.relation, tie.party.rank
RETURN item.id AS item, item.name AS name,
       [label IN labels(item) WHERE label IN $kind][0] AS kind,
       tie.relation AS relation, tie.party.id AS party, tie.party.name AS party_name,
       grade_word(grade) AS grade,
       CASE WHEN tie.base <> item THEN tie.base.name END AS through,
       tie.said[2] AS modality, tie.said[3] AS document, tie.said[4] AS line, tie.said[5] AS quote
