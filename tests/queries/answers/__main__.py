"""Writes the answers anew that `test_answers.py` compares with.

    python -m tests.queries.answers            all of them
    python -m tests.queries.answers owners     those of some queries

Look at `git diff` afterwards: each line that has changed is an answer that somebody gets.
"""

from __future__ import annotations

import sys

from graphtool import queries
from tests.queries.answers import kept


def main(names: list[str]) -> None:
    """Writes the answers of these queries, or of all; what belongs to no query any more goes."""
    for name, make in kept.GRAPHS.items():
        graph = make()
        for query in map(queries.find, names or queries.QUERIES):
            kept.path(name, query.name).parent.mkdir(exist_ok=True)
            text = kept.told(name, graph, query)
            kept.path(name, query.name).write_text(text, encoding="utf-8", newline="\n")
    known = {kept.path(*pair) for pair in kept.every()}
    for path in set(kept.HERE.glob("*/*.txt")) - known:
        path.unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
