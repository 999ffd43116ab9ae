// Who takes part in what: parties, and the networks, programmes, projects, plans and measures.
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
CALL (last, over, moves) {
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
WITH party, activity, said, source
// Of several assertions the best said, then as relations stand in the vocabulary, then the
// earlier in document and line.
ORDER BY {stated: 0, derived: 1, planned: 2, aspiration: 3}[said.modality],
         {MEMBER_OF: 0, LEADS: 1, HOSTS: 2, OWNS: 3, RESPONSIBLE_FOR: 4, COORDINATES: 5, SUPPORTS: 6,
          PARTICIPATES_IN: 7, FUNDS: 8, ADOPTED: 9}[type(said)],
         source.rank, coalesce(said.document, ''), coalesce(said.line, 0), said.modality,
         coalesce(said.valid_from, ''), coalesce(said.valid_to, ''), coalesce(toString(said.share), ''),
         coalesce(toString(said.amount), ''), coalesce(said.currency, ''), coalesce(said.status, ''), said.rank
WITH party, activity, collect(said)[0] AS said
RETURN collect({party: party, activity: activity, said: said}) AS found
}
CALL (last, over, moves, found) {
  UNWIND found AS row
  RETURN row.party AS party, row.activity AS activity, row.said AS said
  UNION
  // Those that take part in nothing.
  MATCH (party:PlanNode&(Municipality|Actor))
  WHERE (party IN [move IN moves | move.new] OR NOT party IN over
    AND coalesce(party.valid_from <= $as_of OR party.valid_from STARTS WITH $as_of, true)
    AND NOT coalesce(party.valid_to < last AND NOT last STARTS WITH party.valid_to, false))
    AND coalesce(party.subkind, '') <> 'group'
    AND ($level = 'party' OR party:Municipality)
    AND NOT party IN [row IN found | row.party]
  RETURN party, [] AS activity, null AS said
}
WITH party, activity, said
ORDER BY party.rank, activity[0].rank, activity[1].rank
RETURN party.id AS party,
       party.name AS party_name,
       CASE size(activity) WHEN 2 THEN activity[0].id + ' – ' + activity[1].id
         ELSE activity[0].id END AS activity,
       CASE size(activity) WHEN 2
         THEN 'COLLABORATES_WITH' ELSE activity[0].name END AS activity_name,
       said.document AS document,
       said.line AS line,
       said.quote AS quote
