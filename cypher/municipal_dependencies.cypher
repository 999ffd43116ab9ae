// Which municipality depends on which other, and through what.
dependency(dependent, dependee)
WITH dependent, dependee, best, status,
     municipalities(dependent) AS ours,
     municipalities(dependee) AS theirs
UNWIND [home IN ours WHERE NOT home IN theirs] AS municipality
UNWIND [home IN theirs WHERE NOT home IN ours] AS other
WITH municipality, other, dependent, dependee, best, status
ORDER BY municipality.rank, other.rank, dependent.rank, dependee.rank
RETURN municipality.id AS municipality, municipality.name AS name,
       other.id AS depends_on, other.name AS depends_on_name,
       dependent.name + ' → ' + dependee.name AS through,
       ['met', 'unknown', 'pending'][status[0]] AS status, status[1] AS status_said,
       best[1] AS modality, best[2] AS document, best[3] AS line, best[4] AS quote
