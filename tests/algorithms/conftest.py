"""What the tests of algorithms share."""

from __future__ import annotations

import pytest

from graphtool.algorithms import compiled


@pytest.fixture
def uncompiled(monkeypatch):
    """No kernel answers, whatever has run before in this process."""
    monkeypatch.setattr(compiled, "kernel", lambda name, seconds: None)
