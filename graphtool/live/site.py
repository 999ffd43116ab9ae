"""What the server answers: a page around the report, how far it is, and what is dropped on it.

Nobody but the person at this machine may ask: each address holds a random word, requests for
another host (a name that somebody made lead here) and from other pages are refused, and nothing
is allowed to other origins.
"""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from graphtool import formats
from graphtool.language import Language
from graphtool.live.desk import Desk
from graphtool.live.shell import SCRIPT, STYLE, shell

LARGEST = 64 << 20
"""Bytes of a file that may be dropped on the page."""
TYPES = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; connect-src 'self';"
    " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the page around the report may load."""


class Reply(NamedTuple):
    """An answer: its status, its type by suffix, its bytes."""

    status: str
    suffix: str
    body: bytes
    policy: str = ""


def _refused(status: str) -> Reply:
    return Reply(status, "html", f"<!doctype html><title>{status}</title>{status}".encode())


NOT_FOUND = _refused("404 Not Found")
FORBIDDEN = _refused("403 Forbidden")


class Site:
    """A WSGI application for one desk."""

    def __init__(self, desk: Desk, folder: Path, lang: Language) -> None:
        """`folder` takes what is dropped on the page."""
        self.word = secrets.token_urlsafe(24)
        """The part of each address that only who started it knows."""
        self.hosts: frozenset[str] = frozenset()
        """What a request may call this host; set once it is known where it listens."""
        self._desk, self._folder, self._lang = desk, folder, lang
        self._dropped_last: Path | None = None
        """The folder of what was dropped on the page last."""

    def listens_on(self, port: int) -> str:
        """The address of its page."""
        self.hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        return f"http://127.0.0.1:{port}/{self.word}/"

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answers one request, as WSGI has it."""
        reply = self.reply(environ)
        headers = [
            ("Content-Type", TYPES.get(reply.suffix, "application/octet-stream")),
            ("Content-Length", str(len(reply.body))),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ]
        if reply.policy:
            headers.append(("Content-Security-Policy", reply.policy))
        start_response(reply.status, headers)
        return [reply.body]

    def reply(self, environ: dict[str, Any]) -> Reply:
        """The answer to a request; 403 for who may not ask, 404 for what is not there."""
        word, _, path = environ.get("PATH_INFO", "").removeprefix("/").partition("/")
        if not self._may_ask(environ, word):
            return FORBIDDEN
        if environ["REQUEST_METHOD"] == "POST":
            return self._dropped(environ) if path == "drop" else NOT_FOUND
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return _refused("405 Method Not Allowed")
        return self._page(path)

    def _may_ask(self, environ: dict[str, Any], word: str) -> bool:
        """Whether it comes from a page of ours, or from who was given the address."""
        origin = environ.get("HTTP_ORIGIN")
        return (
            environ.get("HTTP_HOST") in self.hosts
            and (origin is None or origin.removeprefix("http://") in self.hosts)
            and environ.get("HTTP_SEC_FETCH_SITE", "none") in ("none", "same-origin")
            and secrets.compare_digest(word.encode(), self.word.encode())
        )

    def _page(self, path: str) -> Reply:
        if path == "":
            return Reply("200 OK", "html", shell(self._lang).encode(), OWN)
        if path == "state":
            return Reply("200 OK", "json", json.dumps(self._desk.told()).encode())
        for own in (SCRIPT, STYLE):
            if path == own.name:
                return Reply("200 OK", own.suffix[1:], own.read_bytes())
        if path.startswith("report/"):
            body = self._desk.page(path.removeprefix("report/"))
            if body is not None:
                return Reply("200 OK", path.rpartition(".")[2], body)
        return NOT_FOUND

    def _dropped(self, environ: dict[str, Any]) -> Reply:
        """Keeps a file that was dropped on the page, in a folder of ours, and turns to it."""
        try:
            length = int(environ.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        name = Path(unquote(environ.get("HTTP_X_NAME", "")).replace("\\", "/")).name
        if not 0 < length <= LARGEST:
            return _refused("413 Content Too Large")
        if not name or Path(name).suffix.lower() not in set(formats.readable()) - {""}:
            return _refused("415 Unsupported Media Type")
        body = environ["wsgi.input"].read(length)
        if len(body) < length:  # the rest never came
            return _refused("400 Bad Request")
        place = self._folder / secrets.token_hex(8)
        try:
            place.mkdir()
            (place / name).write_bytes(body)
        except (OSError, ValueError):  # a name that no file can have, or no room
            return _refused("422 Unprocessable Content")
        self._desk.turn_to(place / name)
        if self._dropped_last is not None:
            shutil.rmtree(self._dropped_last, ignore_errors=True)
        self._dropped_last = place
        return Reply("200 OK", "json", b"{}")
