"""A real LibreOffice: opens a file and saves it again, as somebody does who edits it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
LONGEST = 180
"""Seconds that a conversion may take on a busy machine."""


def saved_again(path: Path, suffix: str = "xlsx") -> Path:
    """The file as LibreOffice saves it, in a folder beside it; skips where there is none."""
    if PROGRAM is None:
        reason = "no LibreOffice: apt-get install --no-install-recommends libreoffice-calc"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = path.parent / f"saved-{suffix}"
    # A profile of its own: two that share one wait for each other.
    profile = f"-env:UserInstallation=file://{path.parent / 'profile'}"
    command = [PROGRAM, profile, "--headless", "--convert-to", suffix, "--outdir", folder, path]
    subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
    return folder / f"{path.stem}.{suffix}"
