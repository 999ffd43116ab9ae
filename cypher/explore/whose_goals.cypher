// Whose goals: who owns a goal or what it is part of, answers for it or keeps it together.
MATCH (goal:Goal)-[:PART_OF*0..5 {ever: 0}]->(whole)
MATCH (whole)<-[said:OWNS|RESPONSIBLE_FOR|COORDINATES {ever: 0}]-(party)
WITH goal, whole, party, type(said) AS relation, said.modality AS modality, min(said.rank) AS at
ORDER BY goal.rank, whole.rank, at
RETURN goal.name AS goal, relation, party.name AS party,
       CASE WHEN whole <> goal THEN whole.name END AS through, modality
