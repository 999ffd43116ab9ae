// What depends directly on what, how that stands, and when it was said.
dependency(dependent, dependee)
ORDER BY dependent.rank, dependee.rank
RETURN dependent.id AS dependent, dependent.name AS dependent_name,
       dependee.id AS dependee, dependee.name AS dependee_name,
       CASE WHEN dependee:Region THEN 'Region' WHEN dependee.subkind = 'group' THEN 'group' END
         AS dependee_sort,
       ['met', 'unknown', 'pending'][status[0]] AS status, status[1] AS status_said,
       best[1] AS modality, best[2] AS document, best[3] AS line, best[4] AS quote
