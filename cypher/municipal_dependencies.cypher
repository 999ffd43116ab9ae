// Which municipality depends on which other, and through what.
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
// Every dependency of the day: of its assertions the worst status, the best modality, and the one
// that is cited, the best said, then the earliest.
CALL (last, over, moves) {
  MATCH (a:PlanNode)-[said:DEPENDS_ON]->(b:PlanNode)
  WHERE coalesce(said.valid_from <= $as_of OR said.valid_from STARTS WITH $as_of, true)
    AND NOT coalesce(said.valid_to < last AND NOT last STARTS WITH said.valid_to, false)
  UNWIND CASE WHEN a IN over THEN [move IN moves WHERE move.old = a | move.new]
    WHEN coalesce(a.valid_from <= $as_of OR a.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(a.valid_to < last AND NOT last STARTS WITH a.valid_to, false)
      THEN [a] ELSE [] END AS dependent
  UNWIND CASE WHEN b IN over THEN [move IN moves WHERE move.old = b | move.new]
    WHEN coalesce(b.valid_from <= $as_of OR b.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(b.valid_to < last AND NOT last STARTS WITH b.valid_to, false)
      THEN [b] ELSE [] END AS dependee
  WITH a, b, said, dependent, dependee
  WHERE dependent <> dependee OR a = b AND a = dependent
  WITH DISTINCT dependent, dependee, said,
       {stated: 0, derived: 1, planned: 2, aspiration: 3}[said.modality] AS modality,
       {met: 0, unknown: 1, pending: 2}[coalesce(said.status, 'unknown')] AS status
  ORDER BY modality, coalesce(said.document, ''), coalesce(said.line, 0), said.modality,
         coalesce(said.valid_from, ''), coalesce(said.valid_to, ''), coalesce(toString(said.share), ''),
         coalesce(toString(said.amount), ''), coalesce(said.currency, ''), coalesce(said.status, ''), said.rank
  WITH dependent, dependee, max(status) AS status, min(modality) AS modality, collect(said)[0] AS said
  ORDER BY dependent.rank, dependee.id
  RETURN collect({dependent: dependent, dependee: dependee, status: status, modality: modality,
                  said: said}) AS links
}
UNWIND links AS link
WITH last, over, moves, link, link.dependent AS dependent, link.dependee AS dependee
CALL (dependent, last, over, moves) {
  // A municipality is its own, its people and bodies are, what any of these holds, and what is there.
  CALL (dependent, last, over, moves) {
    CALL (dependent, last, over, moves) {
      RETURN dependent AS home
      UNION
      UNWIND [move IN moves WHERE move.new = dependent | move.old]
        + CASE WHEN dependent IN over THEN [] ELSE [dependent] END AS own
      MATCH (own)-[tie:AFFILIATED_WITH]->(nearby:PlanNode)
      WHERE dependent:Actor
        AND NOT coalesce(dependent.subkind, '') IN ['network', 'council', 'association', 'group'] AND NOT tie.modality IN ['planned', 'aspiration'] AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true) AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
      UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
        WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true) AND NOT coalesce(nearby.valid_to < last AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
      RETURN near AS home
      UNION
      UNWIND [move IN moves WHERE move.new = dependent | move.old]
        + CASE WHEN dependent IN over THEN [] ELSE [dependent] END AS own
      MATCH (own)<-[tie:HOSTS|OWNS]-(nearby:PlanNode)
      WHERE dependent:Actor
        AND NOT coalesce(dependent.subkind, '') IN ['network', 'council', 'association', 'group'] AND NOT tie.modality IN ['planned', 'aspiration'] AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true) AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
      UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
        WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true) AND NOT coalesce(nearby.valid_to < last AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
      RETURN near AS home
      UNION
      UNWIND [move IN moves WHERE move.new = dependent | move.old]
        + CASE WHEN dependent IN over THEN [] ELSE [dependent] END AS own
      MATCH (own)-[tie:AFFILIATED_WITH]->(nearby:PlanNode)
      WHERE dependent:Actor
        AND NOT coalesce(dependent.subkind, '') IN ['network', 'council', 'association', 'group'] AND NOT tie.modality IN ['planned', 'aspiration'] AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true) AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
      UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
        WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true) AND NOT coalesce(nearby.valid_to < last AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
      UNWIND [move IN moves WHERE move.new = near | move.old]
        + CASE WHEN near IN over THEN [] ELSE [near] END AS its
      MATCH (its)<-[further:HOSTS|OWNS]-(faraway:PlanNode)
      WHERE near:Actor
        AND NOT coalesce(near.subkind, '') IN ['network', 'council', 'association', 'group']
        AND NOT further.modality IN ['planned', 'aspiration']
        AND coalesce(further.valid_from <= $as_of OR further.valid_from STARTS WITH $as_of, true) AND NOT coalesce(further.valid_to < last AND NOT last STARTS WITH further.valid_to, false)
      UNWIND CASE WHEN faraway IN over THEN [move IN moves WHERE move.old = faraway | move.new]
        WHEN coalesce(faraway.valid_from <= $as_of OR faraway.valid_from STARTS WITH $as_of, true) AND NOT coalesce(faraway.valid_to < last AND NOT last STARTS WITH faraway.valid_to, false) THEN [faraway] ELSE [] END AS far
      RETURN far AS home
    }
    RETURN home
    UNION
    UNWIND [move IN moves WHERE move.new = dependent | move.old]
    + CASE WHEN dependent IN over THEN [] ELSE [dependent] END AS former
    MATCH (former)<-[holds:OWNS|RESPONSIBLE_FOR|COORDINATES|LEADS|HOSTS]-(a:PlanNode)
    WHERE NOT holds.modality IN ['planned', 'aspiration']
      AND coalesce(holds.valid_from <= $as_of OR holds.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(holds.valid_to < last AND NOT last STARTS WITH holds.valid_to, false)
    UNWIND CASE WHEN a IN over THEN [move IN moves WHERE move.old = a | move.new]
    WHEN coalesce(a.valid_from <= $as_of OR a.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(a.valid_to < last AND NOT last STARTS WITH a.valid_to, false)
      THEN [a] ELSE [] END AS holder
    CALL (holder, last, over, moves) {
      RETURN holder AS home
      UNION
      UNWIND [move IN moves WHERE move.new = holder | move.old]
        + CASE WHEN holder IN over THEN [] ELSE [holder] END AS own
      MATCH (own)-[tie:AFFILIATED_WITH]->(nearby:PlanNode)
      WHERE holder:Actor
        AND NOT coalesce(holder.subkind, '') IN ['network', 'council', 'association', 'group']
        AND NOT tie.modality IN ['planned', 'aspiration']
        AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true)
        AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
      UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
        WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true) AND NOT coalesce(nearby.valid_to < last AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
      RETURN near AS home
      UNION
      UNWIND [move IN moves WHERE move.new = holder | move.old]
        + CASE WHEN holder IN over THEN [] ELSE [holder] END AS own
      MATCH (own)<-[tie:HOSTS|OWNS]-(nearby:PlanNode)
      WHERE holder:Actor
        AND NOT coalesce(holder.subkind, '') IN ['network', 'council', 'association', 'group']
        AND NOT tie.modality IN ['planned', 'aspiration']
        AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true)
        AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
      UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
        WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true) AND NOT coalesce(nearby.valid_to < last AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
      RETURN near AS home
      UNION
      UNWIND [move IN moves WHERE move.new = holder | move.old]
        + CASE WHEN holder IN over THEN [] ELSE [holder] END AS own
      MATCH (own)-[tie:AFFILIATED_WITH]->(nearby:PlanNode)
      WHERE holder:Actor
        AND NOT coalesce(holder.subkind, '') IN ['network', 'council', 'association', 'group']
        AND NOT tie.modality IN ['planned', 'aspiration']
        AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true)
        AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
      UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
        WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true) AND NOT coalesce(nearby.valid_to < last AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
      UNWIND [move IN moves WHERE move.new = near | move.old]
        + CASE WHEN near IN over THEN [] ELSE [near] END AS its
      MATCH (its)<-[further:HOSTS|OWNS]-(faraway:PlanNode)
      WHERE near:Actor
        AND NOT coalesce(near.subkind, '') IN ['network', 'council', 'association', 'group']
        AND NOT further.modality IN ['planned', 'aspiration']
        AND coalesce(further.valid_from <= $as_of OR further.valid_from STARTS WITH $as_of, true) AND NOT coalesce(further.valid_to < last AND NOT last STARTS WITH further.valid_to, false)
      UNWIND CASE WHEN faraway IN over THEN [move IN moves WHERE move.old = faraway | move.new]
        WHEN coalesce(faraway.valid_from <= $as_of OR faraway.valid_from STARTS WITH $as_of, true) AND NOT coalesce(faraway.valid_to < last AND NOT last STARTS WITH faraway.valid_to, false) THEN [faraway] ELSE [] END AS far
      RETURN far AS home
    }
    RETURN home
    UNION
    UNWIND [move IN moves WHERE move.new = dependent | move.old]
    + CASE WHEN dependent IN over THEN [] ELSE [dependent] END AS former
    MATCH (former)-[lies:LOCATED_IN]->(b:PlanNode)
    WHERE NOT lies.modality IN ['planned', 'aspiration']
      AND coalesce(lies.valid_from <= $as_of OR lies.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(lies.valid_to < last AND NOT last STARTS WITH lies.valid_to, false)
    UNWIND CASE WHEN b IN over THEN [move IN moves WHERE move.old = b | move.new]
    WHEN coalesce(b.valid_from <= $as_of OR b.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(b.valid_to < last AND NOT last STARTS WITH b.valid_to, false)
      THEN [b] ELSE [] END AS home
    RETURN home
  }
  WITH DISTINCT home
  WHERE home:Municipality
  RETURN collect(home) AS ours
}
CALL (dependee, last, over, moves) {
  // A municipality is its own, its people and bodies are, what any of these holds, and what is there.
  CALL (dependee, last, over, moves) {
    CALL (dependee, last, over, moves) {
      RETURN dependee AS home
      UNION
      UNWIND [move IN moves WHERE move.new = dependee | move.old]
        + CASE WHEN dependee IN over THEN [] ELSE [dependee] END AS own
      MATCH (own)-[tie:AFFILIATED_WITH]->(nearby:PlanNode)
      WHERE dependee:Actor
        AND NOT coalesce(dependee.subkind, '') IN ['network', 'council', 'association', 'group'] AND NOT tie.modality IN ['planned', 'aspiration'] AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true) AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
      UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
        WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true) AND NOT coalesce(nearby.valid_to < last AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
      RETURN near AS home
      UNION
      UNWIND [move IN moves WHERE move.new = dependee | move.old]
        + CASE WHEN dependee IN over THEN [] ELSE [dependee] END AS own
      MATCH (own)<-[tie:HOSTS|OWNS]-(nearby:PlanNode)
      WHERE dependee:Actor
        AND NOT coalesce(dependee.subkind, '') IN ['network', 'council', 'association', 'group'] AND NOT tie.modality IN ['planned', 'aspiration'] AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true) AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
      UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
        WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true) AND NOT coalesce(nearby.valid_to < last AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
      RETURN near AS home
      UNION
      UNWIND [move IN moves WHERE move.new = dependee | move.old]
        + CASE WHEN dependee IN over THEN [] ELSE [dependee] END AS own
      MATCH (own)-[tie:AFFILIATED_WITH]->(nearby:PlanNode)
      WHERE dependee:Actor
        AND NOT coalesce(dependee.subkind, '') IN ['network', 'council', 'association', 'group'] AND NOT tie.modality IN ['planned', 'aspiration'] AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true) AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
      UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
        WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true) AND NOT coalesce(nearby.valid_to < last AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
      UNWIND [move IN moves WHERE move.new = near | move.old]
        + CASE WHEN near IN over THEN [] ELSE [near] END AS its
      MATCH (its)<-[further:HOSTS|OWNS]-(faraway:PlanNode)
      WHERE near:Actor
        AND NOT coalesce(near.subkind, '') IN ['network', 'council', 'association', 'group']
        AND NOT further.modality IN ['planned', 'aspiration']
        AND coalesce(further.valid_from <= $as_of OR further.valid_from STARTS WITH $as_of, true) AND NOT coalesce(further.valid_to < last AND NOT last STARTS WITH further.valid_to, false)
      UNWIND CASE WHEN faraway IN over THEN [move IN moves WHERE move.old = faraway | move.new]
        WHEN coalesce(faraway.valid_from <= $as_of OR faraway.valid_from STARTS WITH $as_of, true) AND NOT coalesce(faraway.valid_to < last AND NOT last STARTS WITH faraway.valid_to, false) THEN [faraway] ELSE [] END AS far
      RETURN far AS home
    }
    RETURN home
    UNION
    UNWIND [move IN moves WHERE move.new = dependee | move.old]
    + CASE WHEN dependee IN over THEN [] ELSE [dependee] END AS former
    MATCH (former)<-[holds:OWNS|RESPONSIBLE_FOR|COORDINATES|LEADS|HOSTS]-(a:PlanNode)
    WHERE NOT holds.modality IN ['planned', 'aspiration']
      AND coalesce(holds.valid_from <= $as_of OR holds.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(holds.valid_to < last AND NOT last STARTS WITH holds.valid_to, false)
    UNWIND CASE WHEN a IN over THEN [move IN moves WHERE move.old = a | move.new]
    WHEN coalesce(a.valid_from <= $as_of OR a.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(a.valid_to < last AND NOT last STARTS WITH a.valid_to, false)
      THEN [a] ELSE [] END AS holder
    CALL (holder, last, over, moves) {
      RETURN holder AS home
      UNION
      UNWIND [move IN moves WHERE move.new = holder | move.old]
        + CASE WHEN holder IN over THEN [] ELSE [holder] END AS own
      MATCH (own)-[tie:AFFILIATED_WITH]->(nearby:PlanNode)
      WHERE holder:Actor
        AND NOT coalesce(holder.subkind, '') IN ['network', 'council', 'association', 'group']
        AND NOT tie.modality IN ['planned', 'aspiration']
        AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true)
        AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
      UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
        WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true) AND NOT coalesce(nearby.valid_to < last AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
      RETURN near AS home
      UNION
      UNWIND [move IN moves WHERE move.new = holder | move.old]
        + CASE WHEN holder IN over THEN [] ELSE [holder] END AS own
      MATCH (own)<-[tie:HOSTS|OWNS]-(nearby:PlanNode)
      WHERE holder:Actor
        AND NOT coalesce(holder.subkind, '') IN ['network', 'council', 'association', 'group']
        AND NOT tie.modality IN ['planned', 'aspiration']
        AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true)
        AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
      UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
        WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true) AND NOT coalesce(nearby.valid_to < last AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
      RETURN near AS home
      UNION
      UNWIND [move IN moves WHERE move.new = holder | move.old]
        + CASE WHEN holder IN over THEN [] ELSE [holder] END AS own
      MATCH (own)-[tie:AFFILIATED_WITH]->(nearby:PlanNode)
      WHERE holder:Actor
        AND NOT coalesce(holder.subkind, '') IN ['network', 'council', 'association', 'group']
        AND NOT tie.modality IN ['planned', 'aspiration']
        AND coalesce(tie.valid_from <= $as_of OR tie.valid_from STARTS WITH $as_of, true)
        AND NOT coalesce(tie.valid_to < last AND NOT last STARTS WITH tie.valid_to, false)
      UNWIND CASE WHEN nearby IN over THEN [move IN moves WHERE move.old = nearby | move.new]
        WHEN coalesce(nearby.valid_from <= $as_of OR nearby.valid_from STARTS WITH $as_of, true) AND NOT coalesce(nearby.valid_to < last AND NOT last STARTS WITH nearby.valid_to, false) THEN [nearby] ELSE [] END AS near
      UNWIND [move IN moves WHERE move.new = near | move.old]
        + CASE WHEN near IN over THEN [] ELSE [near] END AS its
      MATCH (its)<-[further:HOSTS|OWNS]-(faraway:PlanNode)
      WHERE near:Actor
        AND NOT coalesce(near.subkind, '') IN ['network', 'council', 'association', 'group']
        AND NOT further.modality IN ['planned', 'aspiration']
        AND coalesce(further.valid_from <= $as_of OR further.valid_from STARTS WITH $as_of, true) AND NOT coalesce(further.valid_to < last AND NOT last STARTS WITH further.valid_to, false)
      UNWIND CASE WHEN faraway IN over THEN [move IN moves WHERE move.old = faraway | move.new]
        WHEN coalesce(faraway.valid_from <= $as_of OR faraway.valid_from STARTS WITH $as_of, true) AND NOT coalesce(faraway.valid_to < last AND NOT last STARTS WITH faraway.valid_to, false) THEN [faraway] ELSE [] END AS far
      RETURN far AS home
    }
    RETURN home
    UNION
    UNWIND [move IN moves WHERE move.new = dependee | move.old]
    + CASE WHEN dependee IN over THEN [] ELSE [dependee] END AS former
    MATCH (former)-[lies:LOCATED_IN]->(b:PlanNode)
    WHERE NOT lies.modality IN ['planned', 'aspiration']
      AND coalesce(lies.valid_from <= $as_of OR lies.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(lies.valid_to < last AND NOT last STARTS WITH lies.valid_to, false)
    UNWIND CASE WHEN b IN over THEN [move IN moves WHERE move.old = b | move.new]
    WHEN coalesce(b.valid_from <= $as_of OR b.valid_from STARTS WITH $as_of, true)
      AND NOT coalesce(b.valid_to < last AND NOT last STARTS WITH b.valid_to, false)
      THEN [b] ELSE [] END AS home
    RETURN home
  }
  WITH DISTINCT home
  WHERE home:Municipality
  RETURN collect(home) AS theirs
}
UNWIND [home IN ours WHERE NOT home IN theirs] AS municipality
UNWIND [home IN theirs WHERE NOT home IN ours] AS other
WITH municipality, other, link, dependent, dependee
ORDER BY municipality.id, other.id, dependent.rank, dependee.id
RETURN municipality.id AS municipality,
       municipality.name AS name,
       other.id AS depends_on,
       other.name AS depends_on_name,
       dependent.name + ' → ' + dependee.name AS through,
       ['met', 'unknown', 'pending'][link.status] AS status,
       ['stated', 'derived', 'planned', 'aspiration'][link.modality] AS modality,
       link.said.document AS document,
       link.said.line AS line,
       link.said.quote AS quote
