"""Columns from left to right: trees, chains and dependencies, with lanes for their lines."""
