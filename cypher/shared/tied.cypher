// tied(item): each `tie` that it or what it is part of has, which counts; null where it has none.
OPTIONAL CALL (item) {
  // Whoever is tied to what it is part of, itself first: of each relation and party the best
  // graded, then the best said. Who only coordinates, has grade 6.
  bases(item)
  MATCH (base)<-[said:$any($relations)|COORDINATES]-(party:PlanNode)
  WHERE type(said) IN $relations AND (said.ever = 0 OR held(said))
    OR said:COORDINATES AND held(said)
  WITH base, steps, party, type(said) AS relation, min([
         CASE WHEN type(said) IN $relations THEN graded(said, party, base, item) ELSE 6 END,
         said.precedence, said.modality, said.document, said.line, said.quote]) AS best
  WITH collect({base: base, party: party, relation: relation, said: best, grade: best[0],
                place: [steps, base.rank]}) AS ties
  CALL (ties) {
    UNWIND ties AS tie
    RETURN min(CASE WHEN tie.grade < 6 THEN [tie.grade, tie.place] END) AS answer,
           min(CASE WHEN tie.grade = 6 THEN tie.place END) AS nearest
  }
  UNWIND ties AS tie
  WITH tie, answer, nearest
  WHERE tie.grade < 6 AND (tie.base = item OR tie.place = answer[1])
      AND (tie.grade <> 4 OR answer[0] = 4)
    OR tie.grade = 6 AND tie.place = nearest
  RETURN tie
}
