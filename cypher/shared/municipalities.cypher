// municipalities(it): those that it belongs to; one is its own.
COLLECT {
  MATCH (it)((:PlanNode)-[own:BELONGS_TO]->(:PlanNode)
    WHERE in_force(own)){0,1}(home:Municipality)
  RETURN DISTINCT home
}
