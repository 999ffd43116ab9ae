"""A few spoilt files in every run; `python -m tests.fuzz` spoils many more."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.fuzz import spoilt
from tests.fuzz.__main__ import tried


@pytest.mark.parametrize("number", range(12))
def test_a_spoilt_file_is_read_or_refused_in_words(tmp_path: Path, number: int) -> None:
    assert tried(number, tmp_path) == ""


def test_the_same_number_makes_the_same_file_at_another_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made() -> list[bytes]:
        spoilt._workbook.cache_clear()
        return [spoilt.spoilt(number, tmp_path).read_bytes() for number in range(12)]

    before = made()
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda _: time.gmtime(2_000_000_000))
    assert made() == before
