// Whose goals: who owns a goal or what it is part of, answers for it or keeps it together.
MATCH (goal:Goal)-[:PART_OF*0..5 {ever: 0}]->(whole)
MATCH (whole)<-[said:OWNS|RESPONSIBLE_FOR|COORDINATES {ever: 0}]-(party)
WITH DISTINCT goal, whole, said, party ORDER BY goal.rank, whole.rank, said.rank
RETURN goal.name AS goal, type(said) AS relation, party.name AS party,
       CASE WHEN whole <> goal THEN whole.name END AS through, said.modality AS modality
