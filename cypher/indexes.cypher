// By what things are found: names, and words in any text. Made from graphtool/schema.py.
CREATE INDEX plan_name IF NOT EXISTS FOR (n:PlanNode) ON (n.name);
CREATE INDEX plan_region_name IF NOT EXISTS FOR (n:Region) ON (n.name);
CREATE INDEX plan_municipality_name IF NOT EXISTS FOR (n:Municipality) ON (n.name);
CREATE INDEX plan_actor_name IF NOT EXISTS FOR (n:Actor) ON (n.name);
CREATE INDEX plan_programme_name IF NOT EXISTS FOR (n:Programme) ON (n.name);
CREATE INDEX plan_project_name IF NOT EXISTS FOR (n:Project) ON (n.name);
CREATE INDEX plan_plan_name IF NOT EXISTS FOR (n:Plan) ON (n.name);
CREATE INDEX plan_need_name IF NOT EXISTS FOR (n:Need) ON (n.name);
CREATE INDEX plan_focusarea_name IF NOT EXISTS FOR (n:FocusArea) ON (n.name);
CREATE INDEX plan_strategy_name IF NOT EXISTS FOR (n:Strategy) ON (n.name);
CREATE INDEX plan_goal_name IF NOT EXISTS FOR (n:Goal) ON (n.name);
CREATE INDEX plan_measure_name IF NOT EXISTS FOR (n:Measure) ON (n.name);
CREATE INDEX plan_effect_name IF NOT EXISTS FOR (n:Effect) ON (n.name);
CREATE INDEX plan_resource_name IF NOT EXISTS FOR (n:Resource) ON (n.name);
CREATE INDEX plan_document_id IF NOT EXISTS FOR (n:Document) ON (n.id);
CREATE INDEX plan_fact_property IF NOT EXISTS FOR (n:Fact) ON (n.property);
CREATE FULLTEXT INDEX plan_words IF NOT EXISTS FOR (n:PlanDocument|PlanFact|PlanNode) ON EACH [n.aliases, n.name, n.name_en, n.name_nb, n.name_nn, n.quote, n.title, n.value] OPTIONS {indexConfig: {`fulltext.analyzer`: 'norwegian', `fulltext.eventually_consistent`: true}};
CREATE FULLTEXT INDEX plan_quotes IF NOT EXISTS FOR ()-[r:ADDRESSES|ADOPTED|AFFILIATED_WITH|APPLIED_FOR|BASED_ON|COLLABORATES_WITH|CONTRIBUTES_TO|COORDINATES|DEPENDS_ON|FUNDS|HOSTS|IMPLEMENTS|INDICATES|LEADS|LOCATED_IN|MEMBER_OF|OWNS|PARTICIPATES_IN|PART_OF|RESPONSIBLE_FOR|SUCCEEDED_BY|SUPPORTS]-() ON EACH [r.quote] OPTIONS {indexConfig: {`fulltext.analyzer`: 'norwegian', `fulltext.eventually_consistent`: true}};
