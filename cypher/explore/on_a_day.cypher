// What a municipality was in on a day: what was not only planned, had begun and had not ended.
:param name => "Kristiansand";
:param day => 20180615;
MATCH (:Municipality {name: $name})-[said:MEMBER_OF|PARTICIPATES_IN|OWNS|ADOPTED]->(what)
WHERE said.since <= $day <= said.until AND what.since <= $day <= what.until
  AND said.modality IN ['stated', 'derived']
RETURN DISTINCT type(said) AS relation, what.name AS what,
       said.valid_from AS since, said.valid_to AS until ORDER BY relation, what
