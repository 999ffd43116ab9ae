"""A writer a suffix: each module here has `WRITER`, and is found by its presence."""
