"""Whether every quote stands in its line of its document."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphtool.errors import Problem, SourceNotFound
from graphtool.graph.checker import FILE, ROW
from graphtool.language import Said, Text, number, together

if TYPE_CHECKING:
    import pandas as pd

    from graphtool.graph import PlanGraph

READABLE = (".txt", ".md", ".csv", ".tsv", ".html", ".htm", ".xml", ".json")
"""Documents that are read as text, line by line."""
_NONE_OF_THEM = Text(
    "ingen av dokumentene i documents.csv ligger her",
    "ingen av dokumenta i documents.csv ligg her",
    "holds none of the documents that documents.csv lists",
)
_NO_FOLDER = Text(
    "det finnes ingen slik mappe med dokumenter",
    "det finst inga slik mappe med dokument",
    "there is no such folder of documents",
)
_NOT_THERE = Text(
    "«{quote}» står ikke i {where}{hint}",
    "«{quote}» står ikkje i {where}{hint}",
    "«{quote}» does not stand in {where}{hint}",
)
_LINES = (
    Text(" (dokumentet har 1 linje)", " (dokumentet har 1 linje)", " (the document has 1 line)"),
    Text(
        " (dokumentet har {n} linjer)",
        " (dokumentet har {n} linjer)",
        " (the document has {n} lines)",
    ),
)
_ELSEWHERE = Text(
    "; det står i linje {line}", "; det står i linje {line}", "; it stands in line {line}"
)
_NOWHERE = Text(
    "; det står ingen steder i det", "; det står ingen stader i det", "; it stands nowhere in it"
)


class Checked(NamedTuple):
    """What came of comparing quotes with documents."""

    problems: list[Problem]
    quotes: int
    """How many quotes were compared."""
    elsewhere: dict[str, int]
    """Documents that could not be read here, and how many quotes rest on each."""


def cited(graph: PlanGraph) -> pd.DataFrame:
    """Every quote of a graph that was not read from files, placed by what it is about."""
    import pandas as pd

    nodes, edges, ids = graph.nodes, graph.edges, graph.nodes["id"]
    ends = [ids.take(edges[end].to_numpy()).to_numpy(dtype=object) for end in ("source", "target")]
    about = ends[0] + (" " + edges["relation"].astype(object) + " ").to_numpy() + ends[1]
    facts = [
        (f"{node} {fact.property}", fact.document, fact.line, fact.quote)
        for node, several in zip(ids, nodes["facts"], strict=True)
        for fact in several
    ]
    columns = ["document", "line", "quote"]
    return pd.concat(
        [
            nodes[columns].astype(object).assign(**{FILE: ids}),
            edges[columns].astype(object).assign(**{FILE: about}),
            pd.DataFrame(facts, columns=[FILE, *columns]),
        ],
        ignore_index=True,
    ).assign(**{ROW: 0})


def check(
    cited: pd.DataFrame, documents: pd.DataFrame, directories: Sequence[str | Path]
) -> Checked:
    """Every quote that does not stand in its line of its file.

    `cited` has the columns document, line, quote and where each was read (`checker.FILE`,
    `checker.ROW`); `documents` id and file. The files are sought in the directories and below.
    Both sides are compared in composed letters (NFC).

    Raises `SourceNotFound` where a directory is missing or holds none of the documents.
    """
    found = _find([name for name in documents["file"] if name], directories)
    texts: dict[str, list[str]] = {}
    for document, name in zip(documents["id"], documents["file"], strict=True):
        if name in found and found[name].suffix.lower() in READABLE:
            texts[document] = _lines(found[name])
    if not texts:
        places = ", ".join(str(directory) for directory in directories)
        raise SourceNotFound.at(places, Said(_NONE_OF_THEM))
    quoted = cited[(cited["quote"] != "") & (cited["document"] != "")].drop_duplicates()
    here = quoted["document"].isin(list(texts))
    problems = []
    columns = (FILE, ROW, "document", "line", "quote")
    for file, row, document, line, quote in quoted[here][[*columns]].itertuples(index=False):
        message = _complaint(texts[document], document, int(line or 0), quote)
        if message:
            problems.append(Problem("error", "quote", message, file, int(row), "quote"))
    counts = quoted[~here].groupby("document").size()
    elsewhere = {str(document): int(count) for document, count in counts.items()}
    return Checked(problems, int(here.sum()), elsewhere)


def _find(names: Iterable[str], directories: Sequence[str | Path]) -> dict[str, Path]:
    wanted = set(names)
    found: dict[str, Path] = {}
    for directory in map(Path, directories):
        if not directory.is_dir():
            raise SourceNotFound.at(directory, Said(_NO_FOLDER))
        for path in sorted(directory.rglob("*")):
            name = _composed(path.name)  # macOS may store å as two characters
            if name in wanted and path.is_file():
                found.setdefault(name, path)
    return found


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_bytes().decode("cp1252", "replace")
    # Not splitlines(): a form feed is no line to the person who counts.
    lines = _composed(text).replace("\r\n", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]  # what follows the last line's end is no line


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _complaint(lines: list[str], document: str, line: int, quote: str) -> Said | None:
    """What is wrong with a quote; None where it stands where it is said to."""
    said = _composed(quote)
    if line and line <= len(lines) and said in lines[line - 1]:
        return None
    standing = [at for at, text in enumerate(lines, start=1) if said in text]
    if not line and standing:
        return None
    where = together([f"{document}:{line}" if line else document])
    if line > len(lines):
        where += Said(number(len(lines), *_LINES))
    shown = said if len(said) <= 60 else said[:57] + "..."
    hint = Said(_ELSEWHERE, line=standing[0]) if standing else Said(_NOWHERE)
    return Said(_NOT_THERE, quote=shown, where=where, hint=hint)
