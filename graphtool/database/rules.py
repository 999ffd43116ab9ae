"""What the server keeps of itself for a plan graph: constraints, and indexes to find things by.

Made of the vocabulary. Constraints keep ids and digests unique, which a load rests on; indexes are
for those who ask in Cypher of their own: by name, by kind and name, and by words in any text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from graphtool import schema
from graphtool.database.model import DERIVED, DOCUMENT, FACT, GRAPH, NODE, SHORT

TEXT_OF_NODES = (
    *("name", "name_nb", "name_nn", "name_en", "aliases", "quote"),
    *("title", "value"),  # of documents and of facts
)
_WORDS = (
    " OPTIONS {indexConfig: {`fulltext.analyzer`: 'norwegian',"
    " `fulltext.eventually_consistent`: true}}"
)


What = Literal["unique", "index", "fulltext", "other"]


class Rule(NamedTuple):
    """A constraint or an index, known by what it is of."""

    what: What
    of: frozenset[str]
    """Labels, or types of relations."""
    properties: frozenset[str]

    def made(self, name: str) -> str:
        """The statement that makes it, under that name, unless something like it is there.

        >>> constraints()["plan_owns"].made("plan_owns")
        'CREATE CONSTRAINT plan_owns IF NOT EXISTS FOR ()-[r:OWNS]-() REQUIRE r.assertion IS UNIQUE'
        >>> indexes()["plan_goal_name"].made("plan_goal_name")
        'CREATE INDEX plan_goal_name IF NOT EXISTS FOR (n:Goal) ON (n.name)'
        """
        relations = self.of <= {*schema.RELATIONS, *DERIVED}
        words = "|".join(sorted(self.of))
        of = f"FOR ()-[r:{words}]-()" if relations else f"FOR (n:{words})"
        keys = ", ".join(f"{'r' if relations else 'n'}.{key}" for key in sorted(self.properties))
        head, rest = {
            "unique": ("CONSTRAINT", f"REQUIRE {keys} IS UNIQUE"),
            "index": ("INDEX", f"ON ({keys})"),
            "fulltext": ("FULLTEXT INDEX", f"ON EACH [{keys}]{_WORDS}"),
        }[self.what]
        return f"CREATE {head} {name} IF NOT EXISTS {of} {rest}"

    def replaces(self, there: Rule) -> bool:
        """Whether one of that name is this one as another version's vocabulary had it.

        Only an index over words is of several kinds or relations at once, and so changes with them.

        >>> then = Rule("fulltext", frozenset({"OWNS", "LEADS"}), frozenset({"quote"}))
        >>> indexes()["plan_quotes"].replaces(then), indexes()["plan_words"].replaces(then)
        (True, False)
        """
        both = self.of & there.of, self.properties & there.properties
        return self.what == there.what == "fulltext" and self != there and all(both)

    def dropped(self, name: str) -> str:
        """The statement that takes it away."""
        noun = "CONSTRAINT" if self.what == "unique" else "INDEX"
        return f"DROP {noun} {name} IF EXISTS"


def _rule(what: What, of: str, *properties: str) -> Rule:
    return Rule(what, frozenset(of.split("|")), frozenset(properties))


def constraints() -> dict[str, Rule]:
    """What is unique, by the constraints' names; with each comes an index."""
    return {
        "plan_graph": _rule("unique", GRAPH, "only"),
        "plan_node": _rule("unique", NODE, "id"),
        "plan_document": _rule("unique", DOCUMENT, "id"),
        "plan_fact": _rule("unique", FACT, "id"),
        **{f"plan_{name.lower()}": _rule("unique", name, "assertion") for name in schema.RELATIONS},
        **{f"plan_{name.lower()}": _rule("unique", name, "derived") for name in DERIVED},
    }


def indexes() -> dict[str, Rule]:
    """What things are found by, by the indexes' names.

    `plan_words` finds nodes, documents and facts by the words of their texts, `plan_quotes`
    relations by those of their quotes.
    """
    return {
        "plan_name": _rule("index", NODE, "name"),
        **{f"plan_{kind.lower()}_name": _rule("index", kind, "name") for kind in schema.KINDS},
        "plan_document_id": _rule("index", SHORT[DOCUMENT], "id"),
        "plan_fact_property": _rule("index", SHORT[FACT], "property"),
        "plan_words": _rule("fulltext", f"{NODE}|{DOCUMENT}|{FACT}", *TEXT_OF_NODES),
        "plan_quotes": _rule("fulltext", "|".join(schema.RELATIONS), "quote"),
    }


def files() -> dict[str, str]:
    """What `cypher/constraints.cypher` and `cypher/indexes.cypher` hold, by their names."""
    return {
        "constraints": _file("Uniqueness of what a plan graph in Neo4j has.", constraints()),
        "indexes": _file("By what things are found: names, and words in any text.", indexes()),
    }


def _file(what: str, rules: Mapping[str, Rule]) -> str:
    made = (f"{rule.made(name)};" for name, rule in rules.items())
    return "\n".join([f"// {what} Made from graphtool/schema.py.", *made, ""])
