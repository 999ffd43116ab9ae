// Who shares what: municipalities two by two, and what both are in, own, support or have adopted.
MATCH (a:Municipality)-[one:MEMBER_OF|PARTICIPATES_IN|OWNS|SUPPORTS|ADOPTED {ever: 0}]->(what),
      (what)<-[two:MEMBER_OF|PARTICIPATES_IN|OWNS|SUPPORTS|ADOPTED {ever: 0}]-(b:Municipality)
WHERE a.rank < b.rank AND all(said IN [one, two] WHERE said.modality IN ['stated', 'derived'])
WITH a, b, what ORDER BY what.rank
RETURN a.name AS one, b.name AS other, collect(DISTINCT what.name) AS shared
ORDER BY size(shared) DESC, one, other
