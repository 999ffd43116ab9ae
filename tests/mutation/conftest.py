"""What needs cosmic-ray is there where it is: `make mutants` installs it, `make test` does not."""

from __future__ import annotations

import importlib.util

collect_ignore = (
    [] if importlib.util.find_spec("cosmic_ray") else ["operators.py", "test_operators.py"]
)
