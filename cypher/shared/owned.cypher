// owned(item): whether a named party answers for it directly, which no other answer is better than.
EXISTS {
  MATCH (item)<-[said:$any($relations)]-(party:PlanNode)
  WHERE held(said) AND NOT said.modality IN ['planned', 'aspiration']
    AND NOT coalesce(party.subkind, '') IN ['group', 'unresolved']
}
