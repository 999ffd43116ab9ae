"""The open report: who may ask it, what it says of a source, and that saving changes the page."""

from __future__ import annotations

import contextlib
import io
import json
import os
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import openpyxl
import pytest
from axe_playwright_python.sync_playwright import Axe

from graphtool import live
from graphtool.errors import GraphtoolError
from graphtool.live import edition, watching
from graphtool.live.desk import Desk
from graphtool.live.site import LARGEST, Site
from graphtool.maps import Settings

WAIT = 120_000
"""Milliseconds after which something that has not come is held for lost."""


def plan(path: Path, *rows: tuple[str, str, str]) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "Plan"
    for row in (("Mål", "Tiltak", "Ansvarlig"), *rows):
        book.active.append(row)
    draft = path.with_name("draft.xlsx")
    book.save(draft)
    draft.replace(path)
    return path


@pytest.fixture
def source(tmp_path) -> Path:
    return plan(tmp_path / "plan.xlsx", ("Vekst", "Bygge vei", "Rollag kommune"))


@pytest.fixture
def site(source, tmp_path) -> Site:
    room = tmp_path / "room"
    room.mkdir()
    made = Site(Desk(source, Settings(), room), room, "nb")
    made.listens_on(8000)
    return made


def ask(site: Site, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> str:
    environ: dict[str, Any] = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path,
        "HTTP_HOST": "127.0.0.1:8000",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
    }
    return site.reply(environ | headers).status


def test_who_has_the_address_is_answered_and_nobody_else(site):
    state = f"/{site.word}/state"
    assert ask(site, state) == "200 OK"
    assert ask(site, state, HTTP_HOST="localhost:8000") == "200 OK"
    assert ask(site, state, HTTP_ORIGIN="http://127.0.0.1:8000") == "200 OK"
    assert ask(site, state, HTTP_SEC_FETCH_SITE="same-origin") == "200 OK"
    for path in ("/", "/state", f"/{site.word[:-1]}/state", f"/x{site.word}/state"):
        assert ask(site, path) == "403 Forbidden", path
    for name, value in {
        "HTTP_HOST": "evil.example:8000",  # a name that leads to this machine
        "HTTP_ORIGIN": "http://evil.example",
        "HTTP_SEC_FETCH_SITE": "cross-site",
    }.items():
        assert ask(site, state, **{name: value}) == "403 Forbidden", name
    assert ask(site, state, HTTP_ORIGIN="null") == "403 Forbidden"


def test_nothing_but_the_report_can_be_asked_for(site):
    for path in ("report/../../plan.xlsx", "report//etc/passwd", "plan.xlsx", "report/", "x"):
        assert ask(site, f"/{site.word}/{path}") == "404 Not Found", path
    assert ask(site, f"/{site.word}/state", "PUT") == "405 Method Not Allowed"
    assert ask(site, f"/{site.word}/state", "POST") == "404 Not Found"


def test_what_is_dropped_is_kept_apart_and_only_if_it_can_be_read(site, tmp_path):
    drop = f"/{site.word}/drop"
    before = sorted(tmp_path.iterdir())
    for name, status in {
        "": "415 Unsupported Media Type",
        "plan.exe": "415 Unsupported Media Type",
        "../../plan.xlsx": "200 OK",
        "..%2F..%2Fm%C3%B8te.csv": "200 OK",
        "null%00.csv": "422 Unprocessable Content",
        f"{'n' * 300}.csv": "422 Unprocessable Content",
    }.items():
        assert ask(site, drop, "POST", b"name\n", HTTP_X_NAME=name) == status, name
    assert sorted(tmp_path.iterdir()) == before  # nothing outside the room
    kept = sorted(path.name for path in (tmp_path / "room").rglob("*.*"))
    assert kept == ["møte.csv"]  # what was dropped before it is kept no longer
    many = {"HTTP_X_NAME": "a.csv", "CONTENT_LENGTH": str(LARGEST + 1)}
    assert ask(site, drop, "POST", **many) == "413 Content Too Large"
    assert ask(site, drop, "POST", HTTP_X_NAME="a.csv") == "413 Content Too Large"  # empty
    half = {"HTTP_X_NAME": "a.csv", "CONTENT_LENGTH": "9"}
    assert ask(site, drop, "POST", b"name\n", **half) == "400 Bad Request"


def test_a_problem_is_shown_with_the_cells_around_it(tmp_path):
    (tmp_path / "goals.csv").write_text("id,name,valid_from\ng,Vekst,i fjor\n", encoding="utf-8")
    found = edition.edition(tmp_path, Settings())
    assert found.made is None
    (told,) = found.problems
    assert (told.severity, told.place) == ("error", "goals.csv, rad 2")
    assert [(cell.column, cell.text, cell.is_meant) for cell in told.cells] == [
        ("A", "g", False),
        ("B", "Vekst", False),
        ("C", "i fjor", True),
    ]


def test_what_cannot_be_read_is_told_in_a_line(tmp_path):
    (tmp_path / "plan.xlsx").write_bytes(b"no workbook")
    assert "plan.xlsx" in edition.edition(tmp_path / "plan.xlsx", Settings()).failure
    gone = tmp_path / "gone.xlsx"
    assert "det finnes ingen slik fil" in edition.edition(gone, Settings()).failure
    assert "no such file" in edition.edition(gone, Settings(lang="en")).failure


def test_a_source_has_changed_where_a_file_or_what_is_kept_beside_it_has(source):
    states = [watching.state(source)]
    plan(source, ("Vekst", "Bygge bro", "Rollag"))
    states.append(watching.state(source))
    (source.parent / "mapping.toml").write_text("", encoding="utf-8")
    states.append(watching.state(source))
    (source.parent / "notes.txt").write_text("", encoding="utf-8")  # not its own
    assert watching.state(source) == states[-1]
    assert len(set(states)) == 3
    states.append(watching.state(source))
    source.chmod(0o400)
    assert watching.state(source) != states.pop()
    folder = watching.state(source.parent)
    os.utime(source, ns=(1, 1))
    assert watching.state(source.parent) != folder


def test_a_folder_that_cannot_be_looked_into_is_held_for_gone(source, monkeypatch):
    def refuse(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", refuse)
    assert watching.state(source) == ()


def test_an_error_that_nobody_foresaw_is_told_and_the_watching_goes_on(
    source, tmp_path, monkeypatch, capsys
):
    def told(desk: Desk, stage: str) -> dict[str, Any]:
        until = time.monotonic() + WAIT / 1000
        while desk.told()["stage"] != stage:
            assert time.monotonic() < until
            time.sleep(0.05)
        return desk.told()

    desk = Desk(source, Settings(), tmp_path)
    with monkeypatch.context() as broken:
        broken.setattr(edition, "edition", lambda *_: {}["no such key"])
        desk.start()
        try:
            assert "KeyError: 'no such key'" in told(desk, "failed")["failure"]
            broken.undo()
            plan(source, ("Vekst", "Bygge bro", "Rollag"))
            assert told(desk, "ready")["failure"] == ""
        finally:
            desk.stop()
    assert "Traceback" in capsys.readouterr().err


def test_what_another_program_holds_is_read_once_it_lets_go(source, tmp_path, monkeypatch):
    def refuse(_: Path) -> Any:
        raise PermissionError(13, "Permission denied", str(source))

    desk = Desk(source, Settings(), tmp_path)
    with monkeypatch.context() as held:
        held.setattr(edition.formats, "examine", refuse)
        desk.start()
        try:
            until(lambda: desk.told()["stage"] == "failed")
            numbers = {desk.told()["number"] for _ in range(3) if time.sleep(0.4) is None}
            assert len(numbers) == 1  # the page is not told of each try
            held.undo()
            until(lambda: desk.told()["pages"])
        finally:
            desk.stop()


def test_the_end_waits_for_no_map_in_the_making(source, tmp_path, monkeypatch):
    begun, let_go = Event(), Event()

    def slow(*_: object) -> None:
        begun.set()
        let_go.wait(60)

    monkeypatch.setattr(edition.Edition, "part", slow)
    desk = Desk(source, Settings(), tmp_path)
    desk.start()
    try:
        assert begun.wait(WAIT / 1000)
        before = time.monotonic()
        desk.stop()
        assert time.monotonic() - before < 5
    finally:
        let_go.set()


def until(so: Callable[[], bool]) -> None:
    end = time.monotonic() + WAIT / 1000
    while not so():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_two_editions_make_their_maps_apart(tmp_path, monkeypatch):
    (tmp_path / "goals.csv").write_text("id,name\ng,Vekst\n", encoding="utf-8")
    room = tmp_path / "room"
    room.mkdir()
    older, newer = (edition.edition(tmp_path, Settings()) for _ in range(2))
    assert older.made is not None

    def meanwhile(path: Path) -> None:
        path.write_bytes(b"older")
        assert newer.part("map.html", room) not in (None, b"older")

    monkeypatch.setattr(older.made, "map", meanwhile)
    assert older.part("map.html", room) == b"older"
    assert list(room.iterdir()) == []


def test_a_part_that_cannot_be_made_says_so_and_the_others_are(tmp_path):
    (tmp_path / "documents.csv").write_text("id,title\nd,Plan\n", encoding="utf-8")
    (tmp_path / "goals.csv").write_text("id,name\ng,Vekst\n", encoding="utf-8")
    found = edition.edition(tmp_path, Settings(as_of="2015", views=("geographic",)))
    assert found.part("map.html", tmp_path) is None
    assert str(tmp_path) not in found.missing["map.html"]
    assert found.part("tables.xlsx", tmp_path) is not None


def test_a_port_in_use_is_told_in_a_line(source):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with (
            pytest.raises(GraphtoolError, match=f"port {port} cannot be listened on"),
            live.serving(source, Settings(), port),
        ):
            pass


@contextlib.contextmanager
def opened(browser: Any, source: Path) -> Iterator[tuple[Any, list[str]]]:
    """The page, and every address that it asked for."""
    with live.serving(source, Settings()) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        try:
            yield page, asked
        finally:
            page.close()


def test_saving_the_workbook_changes_the_page(browser, source):
    with opened(browser, source) as (page, asked):
        report = page.frame_locator("#report")
        report.get_by_role("heading", level=1).wait_for(timeout=WAIT)
        page.get_by_text("plan.xlsx er lest").wait_for(timeout=WAIT)
        assert page.locator("#problems li").count() == 0
        plan(source, ("Vekst <img src=x onerror=alert(1)>", "Bygge bro", ""))
        report.get_by_text("«Vekst <img src=x onerror=alert(1)>»").first.wait_for(timeout=WAIT)
        assert report.locator("main img").count() == 0
        source.write_bytes(b"half a workbook")
        page.get_by_text("kan ikke leses slik den er nå").wait_for(timeout=WAIT)
        assert page.get_by_text("er fra den forrige lesingen").is_visible()
        assert report.get_by_text(
            "«Vekst <img src=x"
        ).first.is_visible()  # what was there, still is
        own = page.url.removesuffix("/")
        assert all(url.startswith(own) for url in asked if not url.startswith("data:"))


def test_the_page_is_readable_by_all_and_leads_to_the_map(browser, tmp_path):
    (tmp_path / "goals.csv").write_text("id,name\ng,Vekst\n", encoding="utf-8")
    (tmp_path / "stikkord.csv").write_text("hva\nfrost\n", encoding="utf-8")
    with opened(browser, tmp_path) as (page, _):
        page.get_by_text("er lest").wait_for(timeout=WAIT)
        page.locator("summary").first.click()
        item = page.locator("#problems li").first
        assert "stikkord.csv" in item.inner_text()
        found = Axe().run(page, options={"iframes": False})
        assert found.violations_count == 0, found.generate_report()
        page.frame_locator("#report").get_by_role("link", name="Åpne kartet").click()
        page.frame_locator("#report").locator("canvas").first.wait_for(timeout=WAIT)


def test_a_workbook_that_is_dropped_is_shown_instead(browser, source):
    with opened(browser, source) as (page, _):
        page.get_by_text("plan.xlsx er lest").wait_for(timeout=WAIT)
        page.evaluate(
            """() => {
              const data = new DataTransfer();
              data.items.add(new File(["Mål;Ansvarlig\\nÅpne museet;Tinn kommune\\n"], "møte.csv"));
              dispatchEvent(new DragEvent("drop", {dataTransfer: data, cancelable: true}));
            }"""
        )
        page.get_by_text("møte.csv er lest").wait_for(timeout=WAIT)
        page.frame_locator("#report").get_by_text("Åpne museet").first.wait_for(timeout=WAIT)


def test_it_ends_with_the_command_and_the_page_says_so(browser, source):
    page = browser.new_page()
    with live.serving(source, Settings()) as address:
        page.goto(address)
        page.get_by_text("plan.xlsx er lest").wait_for(timeout=WAIT)
        with urllib.request.urlopen(f"{address}state") as reply:
            assert json.load(reply)["source"] == "plan.xlsx"
    page.get_by_text("graphtool er avsluttet").wait_for(timeout=WAIT)
    page.close()
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address)
