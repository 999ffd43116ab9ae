"""Places where they lie."""
