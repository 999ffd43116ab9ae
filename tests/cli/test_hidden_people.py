"""Whom `--hide-persons` leaves out of what people's own sheets say, and whom it does not."""

import zipfile

import pytest

from graphtool.formats import read

BOARD = """Oppgavenavn;Tilordnet til;Status
Utrede næringshage;Kari Nordmann;Ikke startet
Søke midler;Sindre Qvale;Pågår
Finne lokaler;Visit Numedal;Pågår
Lage plan;Tinn kommune;Pågår
"""


@pytest.fixture
def board(tmp_path):
    file = tmp_path / "tavle.csv"
    file.write_text(BOARD, encoding="utf-8")
    return file


def test_whom_a_task_is_assigned_to_by_a_given_name_is_a_person(board):
    subkinds = read(board).graph.nodes.set_index("name")["subkind"]
    assert subkinds["Kari Nordmann"] == "person"
    assert subkinds["Visit Numedal"] == ""


@pytest.mark.parametrize("command", [("map",), ("slides",), ("report", "--single-file")])
def test_people_are_left_out_and_who_may_be_one_is_told(run, board, tmp_path, command):
    page = tmp_path / {"map": "x.html", "slides": "x.pptx", "report": "x.html"}[command[0]]
    done = run("--lang", "nb", *command, board, "--hide-persons", "-o", page)
    assert done.code == 0
    written = page.read_bytes()
    if zipfile.is_zipfile(page):
        with zipfile.ZipFile(page) as parts:
            written = b"".join(map(parts.read, parts.namelist()))
    assert b"tavle" in written
    assert b"Nordmann" not in written
    assert "disse kan være personer, og blir vist: Sindre Qvale;" in done.err
    assert "Visit Numedal;" not in done.err


def test_where_nobody_is_to_be_left_out_nobody_is_told_of(run, board, tmp_path):
    assert "personer" not in run("--lang", "nb", "describe", board).err
