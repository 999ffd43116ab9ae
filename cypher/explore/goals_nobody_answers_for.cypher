// Goals that nobody answers for: no named party, as a fact, owns them or is to see to them.
MATCH (goal:Goal)
WHERE NOT EXISTS {
  MATCH (goal)<-[said:OWNS|RESPONSIBLE_FOR {ever: 0}]-(party)
  WHERE said.modality IN ['stated', 'derived']
    AND NOT coalesce(party.subkind, '') IN ['group', 'unresolved']
}
RETURN goal.name AS name, goal.document AS document, goal.line AS line ORDER BY goal.rank
