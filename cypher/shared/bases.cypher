// bases(item): each `base` that it may have an answer from, itself first, and after how few `steps`.
MATCH path = (item)-[parts:PART_OF*0..]->(base:PlanNode)
WHERE all(part IN parts WHERE in_force(part))
WITH item, base, min(length(path)) AS steps
WHERE base = item OR $inherit <> 'none' AND base:Goal|Measure|Strategy|FocusArea
  OR $inherit = 'plan' AND base:Plan|Project|Programme
