"""The server: on the loopback address, for as long as its block lasts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from graphtool.errors import GraphtoolError, reason
from graphtool.language import Said, Text
from graphtool.live.desk import Desk
from graphtool.live.site import Site
from graphtool.maps.settings import Settings

_TAKEN = Text(
    "port {port} kan ikke brukes: {why}; oppgi en annen med --port, eller ingen for en ledig",
    "port {port} kan ikkje brukast: {why}; oppgi ein annan med --port, eller ingen for ein ledig",
    "port {port} cannot be listened on: {why}; name another with --port, or none for one that is"
    " free",
)


class _Server(ThreadingMixIn, WSGIServer):
    """One request at a time would let the map keep the page waiting."""

    daemon_threads = True
    allow_reuse_address = False  # a port that another holds is in use, also on Windows


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: an address would stand in the log with the word that nobody may know."""


@contextmanager
def serving(source: Path, settings: Settings, port: int = 0) -> Iterator[str]:
    """Serves the report of a source; gives the address of its page.

    On a free port unless one is asked for. Raises `GraphtoolError` where that one is in use.
    """
    with tempfile.TemporaryDirectory(prefix="graphtool-", ignore_cleanup_errors=True) as room:
        folder = Path(room)
        desk = Desk(source, settings, folder)
        site = Site(desk, folder, settings.lang)
        try:
            server = _Server(("127.0.0.1", port), _Quiet)
        except OSError as error:
            raise GraphtoolError(Said(_TAKEN, port=port, why=reason(error))) from error
        server.set_app(site)
        loop = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        desk.start()
        loop.start()
        try:
            yield site.listens_on(server.server_port)
        finally:
            server.shutdown()
            server.server_close()
            desk.stop()
