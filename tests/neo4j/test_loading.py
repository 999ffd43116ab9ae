"""What is loaded is what is read back; loading again changes nothing; other data is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from neo4j.exceptions import Neo4jError

from graphtool import database, formats
from graphtool.cli import group
from graphtool.database import bookmark, difference, rules, state, writing
from graphtool.database.address import DatabaseError
from graphtool.database.difference import existing
from graphtool.database.loading import Counts
from graphtool.graph import PlanGraph
from graphtool.language import Text
from tests.neo4j.conftest import Home
from tests.strategies import plan_graphs

DATA = Path(__file__).parents[2] / "data"
REGIONS = sorted(folder.name for folder in DATA.iterdir() if folder.is_dir())
CYPHER = Path(__file__).parents[2] / "cypher"

GOALS = [{"id": f"g{at}", "kind": "Goal", "name": f"Mål {at}"} for at in range(4)]
VENNESLA = {"id": "vennesla", "kind": "Municipality", "name": "Vennesla"}
OWNED = [
    {"source": "vennesla", "relation": "OWNS", "target": f"g{at}", "line": at} for at in range(1, 4)
]
DOCUMENT = {"id": "plan", "title": "Strategisk plan", "date": "2015-04"}


def small(nodes: Any = (VENNESLA, *GOALS), edges: Any = OWNED, name: str = "agder") -> PlanGraph:
    """A municipality that owns three of four goals."""
    return PlanGraph.from_tables(nodes, edges, [DOCUMENT], name=name)


@pytest.mark.combined
@pytest.mark.parametrize("region", REGIONS)
def test_a_region_is_read_back_as_it_was_loaded(home: Home, region: str) -> None:
    graph = formats.read(DATA / region).graph
    database.load(graph, home.address)
    assert database.read(home.address) == graph


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(plan_graphs())
def test_any_graph_is_read_back_as_it_was_loaded(home: Home, graph: PlanGraph) -> None:
    """Each on top of the last: whatever was there before, only the graph is there afterwards."""
    database.load(graph, home.address, replace=True)
    assert database.read(home.address) == graph


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(plan_graphs())
def test_in_batches_as_in_one_transaction(home: Home, graph: PlanGraph) -> None:
    database.load(graph, home.address, replace=True, one_transaction=0, batch=7)
    assert database.read(home.address) == graph
    assert database.load(graph, home.address).rows == 0


def test_loading_again_changes_nothing(home: Home) -> None:
    first = database.load(small(), home.address)
    before = everything(home)
    again = database.load(small(), home.address)
    assert (first.nodes, first.assertions) == (Counts(5, 0, 0, 0), Counts(3, 0, 0, 0))
    assert (again.nodes, again.assertions) == (Counts(0, 0, 0, 5), Counts(0, 0, 0, 3))
    assert (first.transactions, again.transactions) == (1, 0)
    assert everything(home) == before


def is_compared(graph: PlanGraph, home: Home, **options: Any) -> bool:
    """Whether a load of it, which has nothing to do, reads what is there."""
    read: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            difference,
            "existing",
            lambda transaction, noun: (read.append(noun), *existing(transaction, noun))[1:],
        )
        assert database.load(graph, home.address, **options).rows == 0
    return bool(read)


@pytest.mark.parametrize("options", [{}, {"one_transaction": 0, "batch": 2}])
def test_where_nobody_wrote_since_nothing_is_read(home: Home, options: dict[str, Any]) -> None:
    """Also where the graph is made anew, or read from there, or it is only told what would be."""
    graph = small()
    database.load(graph, home.address, **options)
    assert not is_compared(small(), home)
    assert not is_compared(database.read(home.address), home, dry_run=True)
    summary = database.load(graph, home.address)
    assert (summary.nodes, summary.transactions, summary.before) == (Counts(0, 0, 0, 5), 0, "agder")
    assert is_compared(graph, home, thorough=True)


@pytest.mark.replans
def test_once_anybody_has_written_there_all_is_compared(home: Home) -> None:
    """Whatever it was, also where it is only told what would be; the next time nothing is again."""
    graph = small()
    database.load(graph, home.address)
    for write in (
        "MATCH (n:PlanNode {id: 'g1'}) SET n.name = 'Klusset' SET n.name = 'Mål 1'",
        "DROP INDEX plan_name",
        "CREATE INDEX other FOR (n:Note) ON (n.text)",
        "DROP INDEX other",
        "CREATE (:Note)",
    ):
        home.cypher(write)
        assert write != "CREATE (:Note)" or is_compared(graph, home, dry_run=True)
        assert is_compared(graph, home), write
        assert not is_compared(graph, home) or write.startswith("DROP INDEX plan_name"), write


def test_a_change_during_the_load_is_found_by_the_next(home: Home) -> None:
    """Of a row that was written already; the load is whole by its counts, and stamps nothing."""

    def meddle(done: int, total: int) -> None:
        if done == total:
            home.cypher("MATCH (n:PlanNode {id: 'g1'}) SET n.name = 'Klusset'")

    database.load(small(), home.address, one_transaction=0, batch=2, progress=meddle)
    assert database.load(small(), home.address).nodes == Counts(0, 1, 0, 4)
    assert database.read(home.address) == small()


def test_a_server_that_tells_no_count_is_compared_in_full(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bookmark, "count", lambda _: bookmark.UNKNOWN)
    for _ in range(2):
        database.load(small(), home.address)
        assert is_compared(small(), home)
    assert home.cypher("MATCH (g:PlanGraph) RETURN g.content AS content") == [{"content": None}]


def test_what_only_follows_from_others_is_not_counted_as_changed(home: Home) -> None:
    """A goal that is tied no more, a plan's goal with another period: the user changed neither."""
    database.load(small(), home.address)
    less = database.load(small(edges=OWNED[:2]), home.address)
    assert (less.nodes, less.assertions) == (Counts(0, 0, 0, 5), Counts(0, 0, 1, 2))
    assert less.rows >= 2  # the relation, and that g3 is alone
    gone = [{**VENNESLA, "valid_to": "2019"}, *GOALS]
    ended = database.load(small(gone, OWNED[:2]), home.address)
    assert (ended.nodes, ended.assertions) == (Counts(0, 1, 0, 4), Counts(0, 0, 0, 2))
    assert ended.rows > 1
    assert database.read(home.address) == small(gone, OWNED[:2])


def everything(home: Home) -> list[Any]:
    return [
        home.cypher("MATCH (n) RETURN elementId(n) AS id, labels(n), properties(n) ORDER BY id"),
        home.cypher(
            "MATCH ()-[r]->() RETURN elementId(r) AS id, properties(r) AS said ORDER BY id"
        ),
        home.cypher("SHOW CONSTRAINTS"),
    ]


def test_what_left_the_source_leaves_the_database(home: Home) -> None:
    database.load(small(), home.address)
    less = small([VENNESLA, *GOALS[:2]], OWNED[:1])
    summary = database.load(less, home.address)
    assert summary.nodes == Counts(0, 0, 2, 3)
    assert summary.assertions == Counts(0, 0, 2, 1)
    assert database.read(home.address) == less


def test_what_changed_is_mended_in_place(home: Home) -> None:
    database.load(small(), home.address)
    [before] = home.cypher("MATCH (n:PlanNode {id: 'g0'}) RETURN elementId(n) AS place")
    other = [VENNESLA, {"id": "g0", "kind": "Measure", "name": "Nå et tiltak"}, *GOALS[1:]]
    assert database.load(small(other), home.address).nodes == Counts(0, 1, 0, 4)
    found = "MATCH (n:PlanNode {id: 'g0'}) RETURN elementId(n) AS place, labels(n) AS labels"
    assert home.cypher(found) == [{"place": before["place"], "labels": ["PlanNode", "Measure"]}]


def test_one_more_row_is_one_row_to_write(home: Home) -> None:
    """The order of rows is kept in the database with room for more, not counted anew."""
    database.load(small(), home.address)
    more = small(
        [VENNESLA, *GOALS, {"id": "g00", "kind": "Goal", "name": "Midt imellom"}],
        [*OWNED, {"source": "vennesla", "relation": "OWNS", "target": "g00"}],
    )
    assert database.load(more, home.address).rows == 3  # node, ownership, and whose it is
    assert database.read(home.address) == more


def test_a_value_that_somebody_changed_by_hand_is_mended(home: Home) -> None:
    database.load(small(), home.address)
    home.cypher("MATCH (n:PlanNode {id: 'g1'}) SET n.name = 'Klusset'")
    home.cypher("MATCH ()-[r:OWNS]->({id: 'g2'}) SET r.line = 99")
    home.cypher("MATCH (a {id: 'vennesla'}), (b {id: 'g0'}) CREATE (a)-[:OWNS]->(b)")
    home.cypher("CREATE (:PlanNode:Goal {name: 'Uten id'})")
    database.load(small(), home.address)
    assert database.read(home.address) == small()


def test_only_the_title_changed(home: Home) -> None:
    database.load(small(), home.address)
    titled = PlanGraph(
        small().nodes,
        small().edges,
        small().documents,
        name="agder",
        title=Text("Agder", "Agder", "Agder County"),
    )
    assert database.load(titled, home.address).rows == 0
    assert database.read(home.address).title.en == "Agder County"


def test_the_empty_graph_is_a_graph_too(home: Home) -> None:
    database.load(PlanGraph.from_tables([], name="tom"), home.address)
    assert database.read(home.address) == PlanGraph.from_tables([], name="tom")


def test_a_dry_run_tells_and_touches_nothing(home: Home) -> None:
    told = database.load(small(), home.address, dry_run=True)
    assert (told.nodes, told.assertions, told.documents) == (
        Counts(5, 0, 0, 0),
        Counts(3, 0, 0, 0),
        Counts(1, 0, 0, 0),
    )
    assert home.nodes() == 0
    database.load(small(), home.address)
    before = everything(home)
    less = database.load(small([VENNESLA, *GOALS[:3]], OWNED[:2]), home.address, dry_run=True)
    assert (less.nodes, less.assertions) == (Counts(0, 0, 1, 4), Counts(0, 0, 1, 2))
    assert everything(home) == before


def test_other_data_in_the_database_is_never_touched(home: Home) -> None:
    """Somebody's own goals, owners and notes: even the same labels, types and ids."""
    home.cypher("""CREATE (:Actor {id: 'a'})-[:OWNS {assertion: 'x'}]->(:Goal {id: 'g1'}),
                   (:Document {id: 'plan'}), (:Goal {id: 'g1'})""")
    database.load(small(), home.address)
    home.cypher("MATCH (n:PlanNode {id: 'g1'}), (a:Actor {id: 'a'}) CREATE (a)-[:LIKES]->(n)")
    home.cypher("MATCH (n:PlanNode {id: 'g1'}) SET n:Favourite, n.colour = 'blå'")
    assert database.read(home.address) == small()
    database.load(small(edges=OWNED[:1]), home.address)
    database.load(small([VENNESLA, GOALS[1]], [], name="annet"), home.address, replace=True)
    others = "MATCH (n) WHERE NOT n:PlanNode|PlanGraph|PlanDocument RETURN n.id AS id ORDER BY id"
    assert [row["id"] for row in home.cypher(others)] == ["a", "g1", "g1", "plan"]
    ties = "MATCH (:Actor)-[r]->(n) RETURN type(r) AS type, n.colour AS colour ORDER BY type"
    assert home.cypher(ties) == [
        {"type": "LIKES", "colour": "blå"},
        {"type": "OWNS", "colour": None},
    ]


def test_a_relation_of_others_between_our_nodes_stays(home: Home) -> None:
    """Even one of our types: what is ours has the digest of what it says."""
    database.load(small(), home.address)
    home.cypher("""MATCH (v:PlanNode {id: 'vennesla'}), (g:PlanNode {id: 'g0'})
                   CREATE (v)-[:OWNS {note: 'mitt eget'}]->(g)""")
    assert database.load(small(edges=OWNED[:1]), home.address).assertions == Counts(0, 0, 2, 1)
    assert database.read(home.address) == small(edges=OWNED[:1])
    assert home.cypher("MATCH ()-[r:OWNS]->() WHERE r.note IS NOT NULL RETURN r.note AS note") == [
        {"note": "mitt eget"}
    ]


def test_a_node_that_other_data_holds_is_not_torn_out(home: Home) -> None:
    database.load(small(), home.address)
    home.cypher("MATCH (n:PlanNode {id: 'g3'}) CREATE (:Note {text: 'viktig'})-[:ABOUT]->(n)")
    before = everything(home)
    with pytest.raises(DatabaseError, match=r"'g3' has left the source, but .* by ABOUT"):
        database.load(small([VENNESLA, *GOALS[:3]], OWNED[:2]), home.address)
    assert everything(home) == before


@pytest.mark.parametrize("given_up", [KeyboardInterrupt, MemoryError])
def test_a_load_in_one_transaction_that_ends_early_has_changed_nothing(
    home: Home, given_up: type[BaseException]
) -> None:
    """Also where it was all but done: what was there before is there, whole, to be asked."""

    def end(done: int, total: int) -> None:
        if done == total:
            raise given_up

    database.load(small(), home.address)
    before = everything(home)
    with pytest.raises(given_up):
        database.load(small([VENNESLA, *GOALS[:2]], OWNED[:1]), home.address, progress=end)
    assert everything(home) == before
    assert database.read(home.address) == small()


def test_another_plan_graph_is_not_overwritten_unasked(home: Home) -> None:
    database.load(small(), home.address)
    before = everything(home)
    for dry_run in (True, False):
        with pytest.raises(DatabaseError, match=r"holds the plan graph 'agder'.*--replace"):
            database.load(small(name="telemark"), home.address, dry_run=dry_run)
    assert everything(home) == before
    assert database.load(small(name="telemark"), home.address, replace=True).before == "agder"
    assert database.read(home.address) == small(name="telemark")


def test_the_constraints_are_those_of_the_vocabulary(home: Home) -> None:
    database.load(small(), home.address)
    found = {row["name"] for row in home.cypher("SHOW CONSTRAINTS YIELD name")}
    assert found >= set(rules.constraints())
    for name, text in rules.files().items():
        assert (CYPHER / f"{name}.cypher").read_text(encoding="utf-8") == text


def test_the_constraints_are_missing_after_a_first_refusal_too(home: Home) -> None:
    home.cypher("CREATE (:PlanNode {id: 'fremmed'})")
    with pytest.raises(DatabaseError, match="holds 1 nodes labelled PlanNode"):
        database.load(small(), home.address)


def test_progress_ends_at_the_whole(home: Home) -> None:
    told: list[tuple[int, int]] = []
    database.load(
        small(),
        home.address,
        one_transaction=0,
        batch=2,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(n, 12) for n in (1, 2, 4, 6, 8, 9, 11, 12)]  # three belong to Vennesla


def test_the_marker_names_the_format(home: Home) -> None:
    database.load(small(), home.address)
    home.cypher("MATCH (g:PlanGraph) SET g.format = $other", other=state.FORMAT + 1)
    with pytest.raises(DatabaseError, match="another version of graphtool"):
        database.read(home.address)
    database.load(small(), home.address, replace=True)
    assert database.read(home.address) == small()


@pytest.mark.replans
def test_a_constraint_of_others_with_our_name_is_not_taken_for_ours(home: Home) -> None:
    home.cypher("DROP CONSTRAINT plan_node IF EXISTS")
    home.cypher("CREATE CONSTRAINT plan_node FOR (n:Fremmed) REQUIRE n.id IS UNIQUE")
    try:
        with pytest.raises(
            DatabaseError, match="constraint or index there is called plan_node and is not"
        ):
            database.load(small(), home.address)
        assert home.nodes() == 0
    finally:
        home.cypher("DROP CONSTRAINT plan_node")
    home.cypher("CREATE CONSTRAINT annet_navn FOR (n:PlanNode) REQUIRE n.id IS UNIQUE")
    database.load(small(), home.address)
    home.cypher("DROP CONSTRAINT annet_navn")
    assert database.load(small(), home.address).rows == 0
    assert "plan_node" in {row["name"] for row in home.cypher("SHOW CONSTRAINTS YIELD name")}


@pytest.mark.replans
def test_a_relation_key_used_twice_is_told_as_one(home: Home) -> None:
    database.load(small(), home.address)
    home.cypher("DROP CONSTRAINT plan_owns")
    home.cypher(
        "CREATE (a:Note)-[:OWNS {assertion: 'x'}]->(b:Note), (b)-[:OWNS {assertion: 'x'}]->(a)"
    )
    with pytest.raises(DatabaseError, match=r"one of our relations with the same key.*OWNS"):
        database.load(small(), home.address)


def test_a_lost_mark_has_a_way_back(home: Home) -> None:
    database.load(small(), home.address)
    home.cypher("MATCH (g:PlanGraph) DELETE g")
    with pytest.raises(DatabaseError, match=r"mark, the node PlanGraph, is gone.*--replace"):
        database.load(small(), home.address)
    with pytest.raises(DatabaseError, match=r"mark, the node PlanGraph, is gone; load it again"):
        database.read(home.address)
    assert database.load(small(), home.address, replace=True).rows == 0
    assert database.read(home.address) == small()


@pytest.mark.replans
def test_what_has_lost_its_mark_is_taken_out_too(home: Home) -> None:
    """By a name that it no longer has it cannot be called."""
    database.load(small(), home.address)
    home.cypher("MATCH (g:PlanGraph) DELETE g")
    done = CliRunner().invoke(group, ["unload", home.address, "--lang", "en"])
    assert done.exit_code == 0, done.output
    assert "the plan graph is taken out of neo4j" in done.output
    assert home.nodes() == 0


@pytest.mark.replans
def test_what_is_unloaded_leaves_no_trace_and_other_data_alone(home: Home) -> None:
    home.cypher("CREATE (:Note {text: 'viktig'})-[:OWNS {assertion: 'x'}]->(:Goal {id: 'g1'})")
    database.load(small(), home.address)
    before = everything(home)
    summary = database.unload(home.address, dry_run=True)
    assert (summary.nodes.removed, summary.assertions.removed, summary.documents.removed) == (
        5,
        3,
        1,
    )
    assert everything(home) == before
    assert database.unload(home.address).name == "agder"
    assert home.cypher("MATCH (n) RETURN count(n) AS n, sum(COUNT { (n)-->() }) AS r") == [
        {"n": 2, "r": 1}
    ]
    assert not {row["name"] for row in home.cypher("SHOW CONSTRAINTS YIELD name")} & set(
        rules.constraints()
    )
    with pytest.raises(DatabaseError, match="holds no plan graph"):
        database.unload(home.address)


def test_a_node_that_other_data_holds_is_not_unloaded(home: Home) -> None:
    database.load(small(), home.address)
    home.cypher("MATCH (n:PlanNode {id: 'g3'}) CREATE (:Note {text: 'viktig'})-[:ABOUT]->(n)")
    with pytest.raises(DatabaseError, match="related to it by ABOUT"):
        database.unload(home.address)
    assert database.read(home.address) == small()


def long_quotes(count: int, letters: int) -> PlanGraph:
    """Goals that are quoted at length."""
    goals = [{"id": f"g{at}", "kind": "Goal", "quote": "æ" * letters} for at in range(count)]
    return PlanGraph.from_tables(goals, [], name="agder")


def test_long_rows_are_cut_by_their_bytes(home: Home) -> None:
    summary = database.load(long_quotes(300, 40_000), home.address)
    assert 6 <= summary.transactions <= 10  # 24 MB in batches of 4, the first and the last
    assert database.read(home.address) == long_quotes(300, 40_000)


def test_what_memory_does_not_hold_is_halved(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the server says that its memory has ended: of all at once, then of a batch."""
    run = writing.Batch.run
    holds = 10

    def run_in_little_memory(batch: writing.Batch, transaction: Any) -> None:
        if batch.size > holds:
            raise Neo4jError._hydrate_neo4j(
                code="Neo.TransientError.General.TransactionOutOfMemoryError", message="full"
            )
        run(batch, transaction)

    monkeypatch.setattr(writing.Batch, "run", run_in_little_memory)
    summary = database.load(long_quotes(100, 10), home.address)
    assert summary.transactions == 16 + 2
    assert database.read(home.address) == long_quotes(100, 10)
    holds = 0
    with pytest.raises(DatabaseError, match="too little memory for it; give it more") as told:
        database.load(long_quotes(101, 10), home.address)
    assert "--batch" not in str(told.value)
