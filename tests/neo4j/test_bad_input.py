"""Whatever is wrong with the address, the login or the database is one clear line with a remedy."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from neo4j.exceptions import Neo4jError

from graphtool import database, engine
from graphtool.database import connection, faults, trying
from graphtool.database.address import DatabaseError, is_address
from graphtool.database.remedies import REMEDIES
from graphtool.graph import PlanGraph
from tests.neo4j.conftest import Home
from tests.neo4j.test_loading import small

NOTHING_THERE = "bolt://127.0.0.1:1"


def refusal(address: str, name: str | None = None) -> str:
    """What the user is told; one line, whatever is asked."""
    said = []
    for ask in (
        lambda: database.read(address, database=name),
        lambda: database.load(small(), address, database=name),
        lambda: database.load(small(), address, database=name, dry_run=True),
    ):
        with pytest.raises(DatabaseError) as caught:
            ask()
        said.append(str(caught.value))
    assert len(set(said)) == 1
    assert "\n" not in said[0]
    return said[0]


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (
            "http://localhost:7474",
            r"page for browsers; the driver's address is neo4j://localhost:7687",
        ),
        ("neo5j://localhost", r"no scheme 'neo5j' is known; did you mean 'neo4j'"),
        ("ftp://localhost", r"expected one of neo4j, neo4j\+s"),
        ("neo4j://", r"no host; expected neo4j://host:7687"),
        ("neo4j://localhost:port", r"this is no address"),
        ("neo4j://localhost:7687/agder", r"name the database with --database"),
        (NOTHING_THERE, r"nothing answers there; is Neo4j running"),
        (NOTHING_THERE.replace("bolt", "neo4j"), r"nothing answers there; is Neo4j running"),
        ("bolt://finnes-ikke.invalid", r"no machine of that name is known"),
    ],
)
def test_an_address_that_leads_nowhere(address: str, told: str) -> None:
    assert is_address(address)
    with pytest.raises(DatabaseError, match=told):
        database.read(address)


@pytest.mark.parametrize(
    "address",
    [
        "neo4j://neo4j:hemmelig@localhost:7687",
        "neo4j:neo4j:hemmelig@localhost:7687",
        "neo4j:/neo4j:hemmelig@localhost:7687",
        "jdbc:neo4j://neo4j:hemmelig@localhost:7687",
    ],
)
def test_a_password_in_the_address_is_refused_and_not_repeated(address: str) -> None:
    assert is_address(address)
    with pytest.raises(DatabaseError, match="set NEO4J_USER and NEO4J_PASSWORD") as caught:
        database.read(address)
    assert "hemmelig" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "bolt://localhost:7687?password=hemmelig",
        "bolt://localhost:7687#hemmelig",
        "neo4j://neo4j:hem/melig@localhost:7687",
        "neo4j://neo4j:melig",
        "neo5j://localhost?password=hemmelig",
        "neo4j://localhost:7687/hemmelig",
        "bolt://localhost/hemmelig",
        "bolt://localhost//hemmelig",
        "neo5j://localhost/hemmelig",
        "http://localhost:7474/hemmelig",
        "neo4j:///hemmelig",
        "neo4j:hemmelig",
        "neo4j:/hemmelig",
        "http://localhost:7474?password=hemmelig",
        "neo4j://localhost?hemmelig",
        "neo4j://localhost?password=hemmelig&password=hemmelig",
        f"{NOTHING_THERE.replace('bolt', 'neo4j')}?password=hemmelig",
    ],
)
def test_what_may_be_a_password_is_nowhere_repeated(address: str) -> None:
    with pytest.raises(DatabaseError) as caught:
        database.read(address)
    assert "melig" not in str(caught.value)


class Page(http.server.BaseHTTPRequestHandler):
    """Answers as Neo4j's own HTTP port does to what is not HTTP."""

    def handle(self) -> None:
        self.request.recv(100)
        self.request.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


@pytest.fixture
def browser_port() -> Iterator[int]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as page:
        threading.Thread(target=page.serve_forever, daemon=True).start()
        yield page.server_port
        page.shutdown()


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_the_port_of_the_browser_page(browser_port: int, scheme: str) -> None:
    with pytest.raises(DatabaseError, match="this is a port for browsers; the driver's port is"):
        database.read(f"{scheme}://127.0.0.1:{browser_port}")


@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s"])
def test_tls_where_the_server_speaks_none(home: Home, scheme: str) -> None:
    address = home.address.replace("bolt", scheme)
    plain = address.replace("+ssc", "").replace("+s", "")
    assert refusal(address) == f"{address}: the server does not speak TLS there; use {plain}"


def test_a_wrong_password(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "feil passord")
    with pytest.raises(DatabaseError) as caught:
        database.read(home.address)
    assert str(caught.value) == (
        f"{home.address}: user or password is wrong, or missing; set NEO4J_USER and NEO4J_PASSWORD"
        " in the environment"
    )


def test_no_password_where_one_is_wanted(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD")
    with pytest.raises(DatabaseError, match="wrong, or missing; set NEO4J_USER and NEO4J_PASSWORD"):
        database.read(home.address)


def test_too_many_wrong_passwords(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    home.cypher(
        "CREATE USER glemsk IF NOT EXISTS SET PASSWORD 'riktig passord' CHANGE NOT REQUIRED",
        "system",
    )
    monkeypatch.setenv("NEO4J_USER", "glemsk")
    monkeypatch.setenv("NEO4J_PASSWORD", "feil passord")
    said = set()
    for _ in range(6):
        with pytest.raises(DatabaseError) as caught:
            database.read(home.address)
        said.add(str(caught.value))
    assert any("too many wrong passwords in a row; wait" in line for line in said)


def test_a_password_that_must_be_changed(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    home.cypher(
        "CREATE USER fersk IF NOT EXISTS SET PASSWORD 'første passord' CHANGE REQUIRED", "system"
    )
    monkeypatch.setenv("NEO4J_USER", "fersk")
    monkeypatch.setenv("NEO4J_PASSWORD", "første passord")
    assert "the password must be changed before its first use" in refusal(home.address)


def test_a_database_that_does_not_exist(home: Home) -> None:
    assert refusal(home.address, "agder") == (
        f"{home.address}, database agder: there is no database of that name; name another with"
        " --database or NEO4J_DATABASE"
    )


def test_the_database_may_be_named_in_the_environment(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "agder")
    with pytest.raises(DatabaseError, match="database agder: there is no database of that name"):
        database.read(home.address)
    database.load(small(), home.address, database="neo4j")


def test_the_system_database_holds_no_graphs(home: Home) -> None:
    assert "the database system holds no graphs" in refusal(home.address, "system")


def test_a_database_without_a_plan_graph(home: Home) -> None:
    told = (
        f"{home.address}, database neo4j: holds no plan graph; load one with graphtool load SOURCE"
    )
    with pytest.raises(DatabaseError) as caught:
        database.read(home.address)
    assert str(caught.value) == told
    with (
        database.connect(home.address) as base,
        pytest.raises(DatabaseError, match="holds no plan graph"),
    ):
        base.execute("RETURN 1")


@pytest.mark.replans
def test_other_data_that_stands_in_the_way_of_a_constraint(home: Home) -> None:
    database.load(small(), home.address)
    home.cypher("DROP CONSTRAINT plan_document")
    home.cypher("CREATE (:PlanDocument {id: 'dobbel'}), (:PlanDocument {id: 'dobbel'})")
    before = home.nodes()
    with pytest.raises(DatabaseError, match="has our label with an id used twice"):
        database.load(small(name="agder"), home.address)
    assert home.nodes() == before
    home.cypher("MATCH (n:PlanDocument {id: 'dobbel'}) DELETE n")
    database.load(small(), home.address)
    assert database.read(home.address) == small()


def test_a_label_that_somebody_changed(home: Home) -> None:
    database.load(small(), home.address)
    home.cypher("MATCH (n:PlanNode {id: 'g1'}) SET n:Plan")
    with pytest.raises(DatabaseError, match="node 'g1' has several kinds"):
        database.read(home.address)


@pytest.mark.parametrize("query", ["orphaned-goals", "collaborations"])
def test_a_text_with_a_nul_that_somebody_wrote(home: Home, query: str) -> None:
    """By it the values of a row are told apart: rather no answer than one that is shifted."""
    database.load(small(), home.address)
    home.cypher("MATCH (n:PlanNode) SET n.name = 'Ve\\u0000kst'")
    with (
        engine.server(home.address) as server,
        pytest.raises(DatabaseError, match=r"a text with a NUL.* load the graph again"),
    ):
        engine.rows(query, server)
    database.load(small(), home.address)
    with engine.server(home.address) as server:
        assert engine.rows(query, server).rows.equals(engine.rows(query, small()).rows)


def test_an_id_or_a_name_too_long_for_an_index(home: Home) -> None:
    """Neo4j says so only after everything has been sent; graphtool says so at once."""
    graph = small([{"id": "å" * 4001, "kind": "Goal", "name": "Langt"}], [])
    with pytest.raises(DatabaseError, match=r"the node id 'åååå.* is longer than the 8000 bytes"):
        database.load(graph, home.address)
    graph = small([{"id": "g", "kind": "Goal", "name": "Å" * 4001}], [])
    with pytest.raises(DatabaseError, match=r"the name 'ÅÅÅÅ.* is longer than the 8000 bytes"):
        database.load(graph, home.address)
    almost = small([{"id": "å" * 4000, "kind": "Goal", "name": "å" * 4000}], [])
    database.load(almost, home.address)
    assert database.read(home.address) == almost


@pytest.mark.parametrize("value", [2**63, "\ud800", object()])
def test_a_value_that_neo4j_cannot_hold(home: Home, value: object) -> None:
    database.load(small(), home.address)
    with (
        database.connect(home.address) as base,
        pytest.raises(DatabaseError, match="that Neo4j cannot hold"),
    ):
        base.execute("RETURN $value AS value", {"value": value})


HOSTILE = (
    "'}) DETACH DELETE n //",
    '"} ) MATCH (n) DELETE n',
    "`) DROP CONSTRAINT plan_node",
    "\\u0027",
    "$rows",
    "{id}",
    "\\",
    "'--",
    "å'`\"$\\{}[]()//*",
)


def test_hostile_names_are_only_names(home: Home) -> None:
    graph = hostile()
    database.load(graph, home.address)
    assert database.read(home.address) == graph
    with database.connect(home.address) as base:
        for name in HOSTILE:
            found = base.execute(
                "MATCH (n:PlanNode) WHERE n.name = $name RETURN n.name AS name", {"name": name}
            )
            assert found == [{"name": name}]


def hostile() -> PlanGraph:
    """Every text of it is."""
    said = {text: {"quote": text, "note": text, "document": text} for text in HOSTILE}
    return PlanGraph.from_tables(
        [
            {"id": "g", "kind": "Goal", "name": "Mål"},
            *(
                {"id": text, "kind": "Actor", "name": text, "subkind": text, **said[text]}
                for text in HOSTILE
            ),
        ],
        [
            {"source": text, "relation": "OWNS", "target": "g", "currency": text, **said[text]}
            for text in HOSTILE
        ],
        [{"id": text, "title": text} for text in HOSTILE],
        [{"node": "g", "property": text, "value": text} for text in HOSTILE],
        name=HOSTILE[0],
    )


def test_a_question_may_not_write(home: Home) -> None:
    database.load(small(), home.address)
    with (
        database.connect(home.address) as base,
        pytest.raises(DatabaseError, match="a question may not"),
    ):
        base.execute("MATCH (n:PlanNode) SET n.name = ''")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("RETURN $day", r"a parameter that was not given \(.*day"),
        ("CALL apoc.help('x')", r"a procedure that the query calls \(.*apoc.help"),
        ("RETRUN 1", r"does not understand it; Neo4j 5.26 or later is needed \(.*RETRUN"),
    ],
)
def test_a_query_that_the_server_does_not_take(home: Home, text: str, told: str) -> None:
    database.load(small(), home.address)
    with database.connect(home.address) as base, pytest.raises(DatabaseError, match=told):
        base.execute(text)


def answer(code: str) -> Neo4jError:
    return Neo4jError._hydrate_neo4j(code=code, message="said by the server\nat length")


@pytest.mark.parametrize("code", sorted(REMEDIES))
def test_every_known_answer_of_the_server_has_its_remedy(code: str) -> None:
    """Also those that a Community server on one machine cannot be brought to give."""
    error = answer(f"Neo.ClientError.{code}")
    with pytest.raises(DatabaseError) as caught, faults.translated("neo4j://agder", "neo4j"):
        raise error
    for language, place in (("nb", "databasen neo4j"), ("en", "database neo4j")):
        told = caught.value.in_(language)
        assert told.startswith(f"neo4j://agder, {place}: {REMEDIES[code].in_(language)}")
        assert "\n" not in told


def test_an_answer_that_nobody_foresaw_is_told_with_its_code() -> None:
    error = answer("Neo.DatabaseError.General.UnknownError")
    with pytest.raises(DatabaseError) as caught, faults.translated("neo4j://agder"):
        raise error
    assert str(caught.value) == (
        "neo4j://agder: Neo4j answers Neo.DatabaseError.General.UnknownError: said by the server"
    )


@pytest.mark.parametrize("limit", sorted(faults._LIMITS))
def test_memory_that_ends_as_it_is_saved_ends_it_at_once(
    home: Home, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """The driver would try for a quarter of a minute, and say what it said the last time."""
    commits: list[str] = []

    def commit(_transaction: object) -> None:
        commits.append(limit)
        raise answer(f"Neo.TransientError.{limit}")

    with database.connect(home.address) as base:
        monkeypatch.setattr("neo4j.Transaction.commit", commit)
        with pytest.raises(faults.Exhausted, match="too little memory for it; give it more"):
            base.write(lambda transaction: transaction.run("CREATE (:Note)").consume())
        assert commits == [limit]
        assert home.nodes() == 0


def test_what_may_pass_is_tried_again(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trying, "SECONDS", 1)
    tried: list[int] = []

    def work(
        transaction: object,
        *,
        fails: int,
        code: str = "TransientError.Transaction.DeadlockDetected",
    ) -> int:
        tried.append(fails)
        if len(tried) <= fails:
            raise answer(f"Neo.{code}")
        return len(tried)

    with database.connect(home.address) as base:
        assert base.write(partial(work, fails=1)) == 2
        tried.clear()
        made = "ClientError.Schema.EquivalentSchemaRuleAlreadyExists"  # by another load, just now
        assert base.write(partial(work, fails=1, code=made)) == 2
        tried.clear()
        with pytest.raises(DatabaseError, match="somebody else is writing there too"):
            base.write(partial(work, fails=100))
        assert 2 <= len(tried) <= 3
        tried.clear()
        with pytest.raises(DatabaseError, match="somebody else is writing there too"):
            base.write_once(partial(work, fails=1))
        assert len(tried) == 1


def test_a_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    from graphtool.database import address

    monkeypatch.setenv("NEO4J_PASSWORD", "hemmelig")
    assert "hemmelig" not in f"{address.access()} {address.access()!r}"


def test_without_the_driver_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "neo4j", None)
    with (
        pytest.raises(DatabaseError, match="pip install 'graphtool-regional\\[neo4j\\]'"),
        connection.connect("bolt://x"),
    ):
        pass


@pytest.mark.parametrize("unread", ["'{'", "'[1]'", "7"])
def test_where_it_cannot_be_told_what_was_not_read_nothing_is_answered(
    home: Home, unread: str
) -> None:
    database.load(small(), home.address)
    home.cypher(f"MATCH (graph:PlanGraph) SET graph.unread = [{unread}]")
    with pytest.raises(DatabaseError, match="load it again with --replace"):
        database.read(home.address)
    database.load(small(), home.address, replace=True)
    assert database.read(home.address) == small()
