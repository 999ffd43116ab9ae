"""Rules that a plan is to keep: each row of a query that breaks one, each field or tie it lacks.

A rule is a few lines of TOML (`rule` says which), judged on a plan graph (`judging`), told as a
table, as JSON, SARIF or JUnit (`telling`). What is known and accepted is an exception with its
reason, or stands in a baseline (`baseline`).
"""

from graphtool.rules.judging import Violation, judge
from graphtool.rules.rule import Rule, read, shipped

__all__ = ["Rule", "Violation", "judge", "read", "shipped"]
