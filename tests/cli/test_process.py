"""What only a process of its own has: pipes, signals, locales, terminals, imports, completion."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graphtool.cli.progress import CLEAR
from tests.cli.conftest import CONSOLE

HEAVY = ("pandas", "numpy", "pyarrow", "networkx", "rich", "openpyxl", "neo4j", "pyvis", "scipy")


def test_help_imports_nothing_heavy():
    script = (
        "import sys; sys.argv = ['graphtool', '--help']\n"
        "from graphtool.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    out = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    ).stdout
    assert out.splitlines()[-1] == "[]"


def test_the_installed_script_answers():
    script = Path(sys.executable).with_name("graphtool")
    if not script.exists():
        pytest.skip("graphtool is not installed beside this Python")
    found = subprocess.run([script, "--version"], capture_output=True, check=False)
    assert (found.returncode, found.stdout[:10]) == (0, b"graphtool ")
    assert subprocess.run([script, "quer"], capture_output=True, check=False).returncode == 2


@pytest.mark.parametrize("form", ["csv", "table"])
def test_a_reader_that_leaves_early_is_no_error(kongsberg, form):
    command = [*CONSOLE, "query", "owners", str(kongsberg), "--format", form]
    read, write = os.pipe()
    os.close(read)  # gone before the first byte, as `| head` may be
    try:
        found = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(write)
    assert found.returncode == 0
    assert b"Traceback" not in found.stderr
    assert b"Exception" not in found.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.usefixtures("english")
def test_a_full_disk_is_one_line_and_2(console, kongsberg):
    with open("/dev/full", "wb") as full:
        found = console("query", "unsourced", kongsberg, stdout=full)
    assert found.returncode == 2
    assert found.stderr.decode() == "graphtool: output: No space left on device\n"


@pytest.mark.skipif(os.name != "posix", reason="closed by the shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-"])
def test_a_closed_stream_is_no_traceback(kongsberg, closed):
    words = " ".join(f"'{word}'" for word in (*CONSOLE, "query", "unsourced", kongsberg))
    found = subprocess.run(f"{words} {closed}", shell=True, capture_output=True, check=False)
    assert found.returncode == 0
    assert b"Traceback" not in found.stdout + found.stderr


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C", "LANG": "C"}, {"PYTHONIOENCODING": "cp1252"}],
    ids=lambda environment: " ".join(f"{k}={v}" for k, v in environment.items()),
)
def test_what_is_piped_is_utf8_whatever_the_locale(console, kongsberg, environment):
    found = console("query", "dependencies", kongsberg, "--format", "csv", env=environment)
    assert found.returncode == 0
    assert "Strategiplan for Kongsbergregionsamarbeidet" in found.stdout.decode("utf-8")
    assert " → " in found.stdout.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.usefixtures("english")
def test_ctrl_c_is_130_and_no_traceback(tmp_path):
    pipe = tmp_path / "goals.json"
    os.mkfifo(pipe)  # a source that never comes
    # Tests that run in the background of a shell have the signal ignored, and children inherit it.
    running = subprocess.Popen(
        [*CONSOLE, "describe", str(pipe)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    try:
        handle = _opened(pipe)  # once it opens the source, it waits, and can be interrupted there
        err = _interrupted(running)
        os.close(handle)
    finally:
        running.kill()
        running.communicate()
    assert running.returncode == 130
    assert err.decode().strip() == "interrupted"


def _interrupted(running: subprocess.Popen[bytes]) -> bytes:
    """What it says when it is interrupted.

    A signal that comes between Python's last look and the wait is not noticed until the next one.
    """
    for _ in range(12):
        running.send_signal(signal.SIGINT)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return running.communicate(timeout=5)[1]
    raise AssertionError("it goes on although it is interrupted")


def _opened(pipe) -> int:
    """The pipe's other end, once somebody reads from it."""
    for _ in range(600):
        with contextlib.suppress(OSError):
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        time.sleep(0.1)
    raise AssertionError("the source was never opened")


@pytest.mark.parametrize(
    ("words", "offered", "not_offered"),
    [
        ("graphtool ", {"query", "queries", "describe"}, set()),
        ("graphtool query orph", {"orphaned-goals", "orphaned-measures"}, {"owners"}),
        ("graphtool query owners --inh", {"--inherit"}, set()),
        ("graphtool query owners --inherit ", {"none", "focus-area", "plan"}, set()),
        ("graphtool query owners --lang ", {"nb", "nn", "en"}, set()),
    ],
)
def test_the_shell_completes_names(console, words, offered, not_offered):
    place = str(len(words.split()) - (not words.endswith(" ")))
    said = console(
        env={"_GRAPHTOOL_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": place}
    )
    found = {line.partition(",")[2] for line in said.stdout.decode().splitlines()}
    assert offered <= found
    assert not (not_offered & found)


# Terminals


def on_terminal(width: int, *words: object, **environment: str) -> list[str]:
    """The lines that a terminal of this width shows."""
    fcntl = pytest.importorskip("fcntl")
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    running = subprocess.Popen(
        [*CONSOLE, *map(str, words)],
        stdout=theirs,
        stderr=theirs,
        stdin=theirs,
        env={**kept, "TERM": "xterm", **environment},
    )
    os.close(theirs)
    out = b""
    with contextlib.suppress(OSError):  # so Linux says that the other end has closed
        while chunk := os.read(ours, 65536):
            out += chunk
    running.wait(timeout=60)
    os.close(ours)
    text = out.decode().replace("\x1b[1m", "").replace("\x1b[0m", "").replace("\r\n", "\n")
    lines = text.removesuffix("\n").split("\n")
    gone = [one for line in lines for one in line.split(CLEAR)[:-1]]
    assert all(len(one) < width for one in gone)  # or some of it stays
    return [line.rpartition(CLEAR)[2] for line in lines]


@pytest.mark.parametrize("width", [120, 80])
def test_a_table_fits_the_terminal_and_loses_nothing(kongsberg, width):
    lines = on_terminal(width, "query", "centrality", kongsberg)
    notes = next(at for at, line in enumerate(lines) if line.startswith("9 parter"))
    assert max(map(len, lines[:notes])) <= width
    rows = "\n".join(lines[:notes])
    for name in ("Flesberg", "Nore og Uvdal", "Sekretariatet"):
        assert name in rows
    # The council beside its seven members, by four measures; short where columns then have room.
    assert rows.count({120: "1 =8", 80: "1 (delt av 8)"}[width]) == 32
    assert "0,875" in rows


def test_a_table_that_fits_has_one_line_a_row_and_a_narrow_one_a_block_each(small):
    wide = on_terminal(120, "query", "goals-without-measures", small)
    assert any("Ærlig samarbeid" in line and "Strategiplan" in line for line in wide)
    narrow = on_terminal(40, "query", "goals-without-measures", small)
    at = narrow.index("Ærlig samarbeid")
    assert narrow[at + 1 : at + 4] == [
        "  del av    Strategiplan",
        "  dokument  plan:1",
        "  sitat     Ærlig samarbeid",
    ]


def test_no_colour_is_asked_for_and_none_is_given(small):
    lines = on_terminal(120, "query", "owners", small, NO_COLOR="1")
    assert not any("\x1b[3" in line or "\x1b[9" in line for line in lines)


def test_a_pipe_gets_no_escape_codes(console, small):
    assert b"\x1b" not in console("query", "owners", small).stdout
