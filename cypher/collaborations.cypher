// Pairs of parties that work together: what they share, how many, and how closely.
// The last day of $as_of, which may be a year or a month; without a day all of time is in force.
WITH CASE size($as_of)
       WHEN 4 THEN $as_of + '-12-31'
       WHEN 7 THEN toString(date($as_of + '-01') + duration('P1M') - duration('P1D'))
       ELSE $as_of
     END AS last
// The successions that have happened by the day, without those that run in a circle.
CALL () {
  MATCH (old:PlanNode)-[became:SUCCEEDED_BY]->(new:PlanNode)
  WHERE $as_of IS NOT NULL
    AND coalesce(became.valid_from <= $as_of OR became.valid_from STARTS WITH $as_of, true)
    AND NOT EXISTS {
      (new)((:PlanNode)-[back:SUCCEEDED_BY]->(:PlanNode)
        WHERE coalesce(back.valid_from <= $as_of OR back.valid_from STARTS WITH $as_of, true))*(old)
    }
  RETURN collect(became) AS followed
}
// Who is over by them: its end has come, or was never dated.
CALL (last, followed) {
  UNWIND followed AS became
  WITH DISTINCT startNode(became) AS old, last
  WHERE coalesce(old.valid_from <= $as_of OR old.valid_from STARTS WITH $as_of, true)
    AND (old.valid_to IS NULL OR coalesce(old.valid_to < last
    AND NOT last STARTS WITH old.valid_to, false))
  RETURN collect(old) AS over
}
// And who stands in its place; with 'keep' it does so itself.
CALL (last, followed, over) {
  UNWIND over AS old
  MATCH (old)((former:PlanNode)-[became:SUCCEEDED_BY]->(:PlanNode)
    WHERE former IN over AND became IN followed)+(new:PlanNode)
  WHERE NOT new IN over
    AND coalesce(new.valid_from <= $as_of OR new.valid_from STARTS WITH $as_of, true)
    AND NOT coalesce(new.valid_to < last AND NOT last STARTS WITH new.valid_to, false)
  RETURN collect(DISTINCT {old: old, new: CASE $successors WHEN 'keep'
    THEN old ELSE new END}) AS moves
}
// Who takes part in what: by an assertion that ties a party to an activity, or by a stated tie of
// two, which is an activity of its own.
CALL (last, over, moves) {
  MATCH (a:PlanNode)-[said:MEMBER_OF|LEADS|HOSTS|OWNS|RESPONSIBLE_FOR|COORDINATES|SUPPORTS
                          |PARTICIPATES_IN|FUNDS|ADOPTED]->(b:PlanNode)
  WHERE coalesce(said.valid_from <= $as_of OR said.valid_from STARTS WITH $as_of, true)
    AND NOT coalesce(said.valid_to < last AND NOT last STARTS WITH said.valid_to, false)
  UNWIND CASE WHEN a IN over THEN [move IN moves WHERE move.old = a | move.new]
    WHEN coalesce(a.valid_from <= $as_of OR a.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(a.valid_to < last AND NOT last STARTS WITH a.valid_to, false)
      THEN [a] ELSE [] END AS source
  UNWIND CASE WHEN b IN over THEN [move IN moves WHERE move.old = b | move.new]
    WHEN coalesce(b.valid_from <= $as_of OR b.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(b.valid_to < last AND NOT last STARTS WITH b.valid_to, false)
      THEN [b] ELSE [] END AS activity
  WITH said, source, activity
  WHERE activity:Programme|Project|Plan|Measure
    OR activity:Actor AND activity.subkind IN ['network', 'council', 'association']
  RETURN said, source, source AS member, [activity] AS activity
  UNION
  MATCH (a:PlanNode)-[said:COLLABORATES_WITH]->(b:PlanNode)
  WHERE coalesce(said.valid_from <= $as_of OR said.valid_from STARTS WITH $as_of, true)
    AND NOT coalesce(said.valid_to < last AND NOT last STARTS WITH said.valid_to, false)
  UNWIND CASE WHEN a IN over THEN [move IN moves WHERE move.old = a | move.new]
    WHEN coalesce(a.valid_from <= $as_of OR a.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(a.valid_to < last AND NOT last STARTS WITH a.valid_to, false)
      THEN [a] ELSE [] END AS one
  UNWIND CASE WHEN b IN over THEN [move IN moves WHERE move.old = b | move.new]
    WHEN coalesce(b.valid_from <= $as_of OR b.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(b.valid_to < last AND NOT last STARTS WITH b.valid_to, false)
      THEN [b] ELSE [] END AS other
  WITH said, CASE WHEN one.rank < other.rank THEN [one, other] ELSE [other, one] END AS pair
  WHERE pair[0] <> pair[1]
  UNWIND pair AS member
  RETURN said, pair[0] AS source, member, pair AS activity
}
WITH last, over, moves, said, source, member, activity
WHERE (member:Municipality|Actor) AND coalesce(member.subkind, '') <> 'group'
  AND ($planned OR NOT said.modality IN ['planned', 'aspiration'])
// At level municipality, those that the party belongs to: its own people and bodies count for it.
CALL (member, last, over, moves) {
  WITH member, last, over, moves
  WHERE $level = 'municipality'
  CALL (member, last, over, moves) {
    RETURN member AS home
    UNION
    UNWIND [move IN moves WHERE move.new = member | move.old]
      + CASE WHEN member IN over THEN [] ELSE [member] END AS own
    MATCH (own)-[tie:AFFILIATED_WITH]->(nearby:PlanNode)
    WHERE member:Actor
      AND NOT coalesce(member.subkind, '') IN ['network', 'council', 'association', 'group']
      AND NOT tie.modality IN ['planned', 'aspiration']
      AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
    UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
      WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true)
        AND NOT coalesce(nearby.valid_to < last
        AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
    RETURN near AS home
    UNION
    UNWIND [move IN moves WHERE move.new = member | move.old]
      + CASE WHEN member IN over THEN [] ELSE [member] END AS own
    MATCH (own)<-[tie:HOSTS|OWNS]-(nearby:PlanNode)
    WHERE member:Actor
      AND NOT coalesce(member.subkind, '') IN ['network', 'council', 'association', 'group']
      AND NOT tie.modality IN ['planned', 'aspiration']
      AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
    UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
      WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true)
        AND NOT coalesce(nearby.valid_to < last
        AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
    RETURN near AS home
    UNION
    UNWIND [move IN moves WHERE move.new = member | move.old]
      + CASE WHEN member IN over THEN [] ELSE [member] END AS own
    MATCH (own)-[tie:AFFILIATED_WITH]->(nearby:PlanNode)
    WHERE member:Actor
      AND NOT coalesce(member.subkind, '') IN ['network', 'council', 'association', 'group']
      AND NOT tie.modality IN ['planned', 'aspiration']
      AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
    UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
      WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true)
        AND NOT coalesce(nearby.valid_to < last
        AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
    UNWIND [move IN moves WHERE move.new = near | move.old]
      + CASE WHEN near IN over THEN [] ELSE [near] END AS its
    MATCH (its)<-[further:HOSTS|OWNS]-(faraway:PlanNode)
    WHERE near:Actor
      AND NOT coalesce(near.subkind, '') IN ['network', 'council', 'association', 'group']
      AND NOT further.modality IN ['planned', 'aspiration']
      AND coalesce(further.valid_from <= $as_of OR further.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(further.valid_to < last AND NOT last STARTS WITH further.valid_to, false)
    UNWIND CASE WHEN faraway IN over THEN [move IN moves WHERE move.old = faraway | move.new]
      WHEN coalesce(faraway.valid_from <= $as_of OR faraway.valid_from STARTS WITH $as_of, true) AND NOT coalesce(faraway.valid_to < last AND NOT last STARTS WITH faraway.valid_to, false) THEN [faraway] ELSE [] END AS far
    RETURN far AS home
  }
  WITH home
  WHERE home:Municipality
  RETURN home AS party
  UNION
  WITH member
  WHERE $level = 'party'
  RETURN member AS party
}
WITH last, over, moves, said, source, party, activity
WHERE [party] <> activity
WITH activity, party, collect(DISTINCT CASE WHEN said.line IS NULL THEN said.document
  ELSE coalesce(said.document, '') + ':' + said.line END) AS places
ORDER BY party.rank
WITH activity, collect({party: party, places: places}) AS members
UNWIND range(0, size(members) - 2) AS at
UNWIND range(at + 1, size(members) - 1) AS later
WITH members[at].party AS party, members[later].party AS partner, activity,
     members[at].places + members[later].places AS places, 1.0 / (size(members) - 1) AS weight
ORDER BY party.rank, partner.rank, size(activity), activity[0].rank, activity[1].rank
WITH party, partner, sum(weight) AS weight, collect({
       name: CASE size(activity) WHEN 2 THEN 'COLLABORATES_WITH' ELSE activity[0].name END,
       places: places
     }) AS shared
CALL (shared) {
  UNWIND shared AS activity
  UNWIND activity.places AS place
  WITH DISTINCT place
  ORDER BY place
  RETURN collect(place) AS evidence
}
WITH party, partner, weight, shared, evidence
ORDER BY weight DESC, party.rank, partner.rank
RETURN party.id AS party,
       party.name AS party_name,
       partner.id AS partner,
       partner.name AS partner_name,
       size(shared) AS activities,
       round(weight, 9) AS weight,
       substring(reduce(text = '', activity IN shared | text + '; ' + activity.name), 2) AS shared,
       substring(reduce(text = '', place IN evidence | text + '; ' + place), 2) AS evidence
