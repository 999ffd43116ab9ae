// How many people live there: the newest count of each municipality, and where it stands.
MATCH (place:Municipality)-[:HAS_FACT]->(count:Fact {property: 'population'})
WITH place, count ORDER BY count.since DESC
WITH place, collect(count)[0] AS newest
MATCH (newest)-[:STANDS_IN]->(document:Document)
RETURN place.name AS place, toInteger(newest.value) AS people, newest.valid_from AS day,
       document.title AS document ORDER BY people DESC
