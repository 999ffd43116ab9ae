"""The sheets of a workbook: a dataset's own under their names, others as they are recognised."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from graphtool.errors import Problem, SourceNotFound
from graphtool.formats import foreign
from graphtool.formats.sheets import Sheets, merged, title_from
from graphtool.formats.sheets.rows import sheet
from graphtool.formats.syntax import books
from graphtool.formats.syntax.cells import texts
from graphtool.formats.syntax.looks import Looks
from graphtool.graph import dataset
from graphtool.language import LANGUAGES, Said, Text
from graphtool.recognition.grid import Hidden

_DOUBLED = Text(
    "et annet ark heter også {name}",
    "eit anna ark heiter også {name}",
    "another sheet is called {name} too",
)
_COMMENTS = Text(
    "kommentarene til cellene leses ikke",
    "kommentarane til cellene blir ikkje lesne",
    "the comments on its cells are not read",
)
_COLUMNS = Text(
    "skal ha kolonnene field og value; det blir ikke lest",
    "skal ha kolonnane field og value; det blir ikkje lese",
    "is to have the columns field and value; it is not read",
)
_ANSWERS = Text(
    "holder svar som er skrevet av graphtool, ikke det de er regnet ut av; oppgi kilden selv",
    "held svar som er skrivne av graphtool, ikkje det dei er rekna ut av; oppgi kjelda sjølv",
    "holds answers written by graphtool, not what they rest on; name the source itself",
)
ANSWERS = "only-answers"
"""The rule that a workbook of nothing else breaks; beside data they are passed over."""


class Held(NamedTuple):
    """What a workbook holds, before it is known what its strange sheets are."""

    by_name: dict[str, pd.DataFrame]
    problems: list[Problem]
    others: list[foreign.Strange]
    about: dict[str, str]
    """The dataset's name and title, as its own sheet says them."""


def read(path: Path) -> Sheets:
    """Every sheet of the workbook; raises `SourceNotFound` where nothing in it is understood."""
    one = held(path, path.name)
    if any(problem.rule == ANSWERS for problem in one.problems):
        raise SourceNotFound.at(path, Said(_ANSWERS))
    said = {word: one.about[f"title_{word}"] for word in LANGUAGES if f"title_{word}" in one.about}
    text, trouble = title_from({"title": said} if said else {}, dataset.METADATA)
    name = one.about.get("name", path.stem)
    found = Sheets(one.by_name, [*one.problems, *trouble], name, text)
    return foreign.joined(found, one.others, path)


def held(path: Path, file: str, within: Callable[[str], str] = str) -> Held:
    """What the sheets of a workbook hold; messages call it `file`, and each sheet by `within`.

    Raises `SourceNotFound` where it is no workbook that can be opened.
    """
    out = Held({}, [], [], {})
    book = books.opened(path)
    for one in book.sheets():
        if not _add(out, one, file, within(one.title)):
            return Held({}, [Problem("warning", ANSWERS, Said(_ANSWERS), file)], [], {})
    if book.has_comments():
        out.problems.append(Problem("warning", "comments", Said(_COMMENTS), file))
    return out


def _add(out: Held, one: books.Worksheet, file: str, called: str) -> bool:
    """Adds what a sheet holds; false where it says that none of its workbook's is data."""
    name = dataset.sheet_name(one.title)
    cells = texts(called, one.rows)
    drawn = list(dict.fromkeys(one.merged))
    if name == dataset.METADATA:
        about, trouble = _about(called, *cells.framed(), cells.problems)
        out.about.update(about)
    elif foreign.is_furniture(cells.header):
        return not foreign.has_only_answers(cells.header)
    elif not foreign.is_own(name, cells.header):
        every = [(1, cells.header), *cells.rows]
        looks = one.looks or Looks()
        hidden = Hidden(one.is_hidden, tuple(one.hidden), tuple(sorted(looks.columns)))
        strange = foreign.strange(
            called,
            file,
            every,
            drawn,
            title=one.title,
            hidden=hidden,
            percents=cells.percents,
            looks=looks,
        )
        out.others.append(strange)
        trouble = cells.problems
    elif name in out.by_name:
        trouble = [Problem("error", "doubled-sheet", Said(_DOUBLED, name=name), called)]
    else:
        header, table = cells.framed()
        table, more = merged.filled(called, header, table, drawn)
        out.by_name[name], wrong = sheet(name, called, header, table)
        trouble = [*cells.problems, *more, *wrong]
    out.problems.extend(trouble)
    return True


def _about(
    title: str, header: list[str], cells: pd.DataFrame, problems: list[Problem]
) -> tuple[dict[str, str], list[Problem]]:
    """The dataset's name and title: what stands in column `value` beside each `field`."""
    columns = [dataset.column_name(cell) for cell in header]
    if not {"field", "value"} <= set(columns):
        return {}, [*problems, Problem("warning", "unknown-file", Said(_COLUMNS), title, 1)]
    fields, values = (cells[columns.index(column)] for column in ("field", "value"))
    about = dict(zip(fields.map(dataset.column_name), values.str.strip(), strict=True))
    return {field: value for field, value in about.items() if value}, problems
