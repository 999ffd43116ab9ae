"""A matrix: parties down, meetings or measures across (or the other way), marks in the cells."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from graphtool import schema
from graphtool.errors import Problem
from graphtool.language import Said, Text, listed, plain, same, together
from graphtool.recognition import (
    headers,
    heading_words,
    marks,
    meanings,
    name_forms,
    names,
    persons,
    reasons,
    role_words,
    wording,
    words,
)
from graphtool.recognition.beside_others import FALLBACK
from graphtool.recognition.book import Book
from graphtool.recognition.details import heading, located, tell
from graphtool.recognition.found import Cell
from graphtool.recognition.grid import Row
from graphtool.recognition.kept import as_kept
from graphtool.recognition.moments import moment
from graphtool.recognition.reasons import Left
from graphtool.recognition.shapes import plan
from graphtool.recognition.table import Column, Table, cell

NAME = "matrix"
GOALS = ("Goal", "FocusArea")
"""Kinds that measures are marked under which serve them."""
ENOUGH = 0.8
"""Share of a column's cells that must be marks."""
OF_TOWN = 0.5
"""The same under a municipality's name and beside such columns: other signs are told of."""
LETTERS = 2
"""So many letters at most may stand for a role."""
STRANGE = 0.2
"""Share of letters without a meaning from which none of them is read as a role."""
DOES, ANSWERS = "R", "A"
"""Letters of RACI: who does the work, and who answers for it."""
YES = ("ja", "yes", "j", "y", "true", "sann", "sant", "☑", "☒")
NO = ("nei", "no", "n", "false", "usann", "usant", "☐")
ANSWER = frozenset([*YES, *NO])
"""Marks that say something of who or what is named above them, if that is a party or a forum."""
SURE = ("x", "✓", "✔", "●", "•")
"""Marks of which one at least must be there: ones and noughts alone may be figures."""
_GUESSED = Text(
    "bokstavene er lest som {meant}; skriv en forklaring på arket, som «{meant}», eller si det med"
    ' check --mark "{letter}={role}"',
    "bokstavane er lesne som {meant}; skriv ei forklaring på arket, som «{meant}», eller sei det"
    ' med check --mark "{letter}={role}"',
    'the letters are read as {meant}; write a legend on the sheet, as "{meant}", or say so with'
    ' check --mark "{letter}={role}"',
)
_UNREAD = Text(
    "bokstavene under {headings} er ikke forstått, og kobler ingen til noe; skriv en forklaring på"
    " arket av hver av dem, som «{letter} = ansvarlig», eller si det med check --mark"
    ' "{letter}=ansvarlig"',
    "bokstavane under {headings} er ikkje forstått, og koplar ingen til noko; skriv ei forklaring"
    " på arket av kvar av dei, som «{letter} = ansvarleg», eller sei det med check --mark"
    ' "{letter}=ansvarleg"',
    "the letters under {headings} are not understood, and tie nobody to anything; write a legend"
    ' on the sheet of each of them, as "{letter} = responsible", or say so with check --mark'
    ' "{letter}=responsible"',
)
_EMPTY = Text(
    "ingenting står under {columns}; farge i celler leses ikke: skriv en x, eller hva de er, der"
    " noen er med",
    "ingenting står under {columns}; farge i celler blir ikkje lesen: skriv ein x, eller kva dei"
    " er, der nokon er med",
    "nothing stands under {columns}; the colour of cells is not read: write an x, or what they are,"
    " where somebody takes part",
)
_MEANT = same("{letter} = {role}")


def fits(table: Table) -> bool:
    """Whether the first column names parties or things and two others at least hold marks."""
    return _first(table) is not None and len(_marked(table)) >= 2


def _first(table: Table) -> Column | None:
    """The column that says what the rows are: of things the last in a plan's order."""
    things = plan.chain(table)
    first = things[-1][0] if things else next(iter(table.columns), None)
    meant = first.meaning if first else None
    names_rows = meant and (meant.group in ("party", "thing", "role") or meant.word == "name")
    return first if names_rows else None


def _marked(table: Table) -> list[Column]:
    """The columns whose cells are marks: two at least surely, others beside these mostly."""
    if table.roles:
        return [column for column in table.columns if column.at in table.roles]
    may_be = [column for column in table.columns[1:] if _may_be_marked(table, column)]
    shares = {column.at: _share(table, column) for column in may_be}
    found = [
        column
        for column in may_be
        if shares[column.at] >= (OF_TOWN if names.is_official(column.heading) else ENOUGH)
    ]
    if len(found) < 2 or not any(_is_sure(table, column) for column in found):
        return []
    if _is_other_code(table, found):
        return []
    marked = [column for column in may_be if shares[column.at] >= OF_TOWN]
    return [column for column in marked if not _answers_of_itself(table, column)]


def _answers_of_itself(table: Table, column: Column) -> bool:
    """Whether ja and nei in a column may say something of the row's thing, and no party's part.

    «Politisk behandla» is nobody who takes part; «NHO» and «Telemark Vekst AS» are.
    """
    heading = column.heading
    if not plan.chain(table) or _answers(table, heading) or name_forms.may_be_body(heading):
        return False
    filled = [text for row in table.rows if (text := wording.plain(cell(row, column)))]
    return bool(filled) and all(text.casefold() in ANSWER for text in filled)


def _is_other_code(table: Table, columns: Sequence[Column]) -> bool:
    """Whether letters that no legend explains are none of roles, as the priorities A, B and C."""
    if table.legend.letters:
        return False
    filled = (wording.plain(cell(row, column)) for column in columns for row in table.rows)
    alone = [text for text in filled if len(text) == 1 and text.isalpha()]
    strange = sum(marks.roles(text, table.letters) is None for text in alone)
    return strange > STRANGE * len(alone)


def _may_be_marked(table: Table, column: Column) -> bool:
    """Whether a column may stand for a party or a thing that rows are marked under."""
    if not column.heading or column.at in table.totals:
        return False
    # When a thing is done, and not by whom.
    if plan.chain(table) and column.at in table.periods:
        return False
    meant = column.meaning
    if meant is not None and meant.group in ("thing", "role", "detail", "relation"):
        return False
    above, colon, _ = column.heading.partition(":")
    over = heading_words.meaning(above) if colon else None
    if over is not None and over.group == "detail":  # «Status» over «Pågår»
        return False
    return not (plan.chain(table) and words.is_one("states", column.heading))


def _share(table: Table, column: Column) -> float:
    """How many of a column's cells are marks, from 0 to 1; 0 where it is empty."""
    cells = [text for row in table.rows if (text := cell(row, column))]
    found = sum(marks.roles(text, table.letters) is not None for text in cells)
    return found / len(cells) if cells else 0


def _is_sure(table: Table, column: Column) -> bool:
    """Whether a column holds a mark that is no figure, and no letter that is only guessed at."""
    said = {*table.legend.letters, *table.said, *marks.RACI}
    may_answer = _answers(table, column.heading) or _is_of_taking_part(table)
    return any(
        text.casefold() in SURE
        or (may_answer and text.casefold() in ANSWER)
        or not said.isdisjoint(marks.letters(text))
        or role_words.part(text, is_whole=True)
        for row in table.rows
        if (text := wording.plain(cell(row, column)))
    )


def _answers(table: Table, heading: str) -> bool:
    """Whether ja and nei below a heading say who takes part: below a party, or else a forum's.

    «Ungdomsråd» below which municipalities say ja is what each of them has.
    """
    if plan.chain(table):
        return names.is_official(heading) or name_forms.is_board(heading)
    return name_forms.is_forum(heading)


def _is_of_taking_part(table: Table) -> bool:
    """Whether the corner, the title or what stands above says that it is of who takes part."""
    said = (word.strip(" .,:()?") for text in table.about for word in text.split())
    return any(words.is_one("taking_part", word) for word in said)


def taken(table: Table) -> dict[int, str]:
    """The columns that hold marks, by their places."""
    return {column.at: table.roles.get(column.at, "marks") for column in _marked(table)}


def read_as(table: Table) -> dict[str, str]:
    """The letters in the cells and the role that each is taken for, empty for none."""
    marked = _marked(table)
    used = _used(table, marked)
    known = ((letter, table.letters.get(letter)) for letter in sorted(used))
    found = {letter: role or meanings.UNREAD.word for letter, role in known if role is not None}
    return {**found, DOES: _does(table, marked)} if _has_doers(table, used) else found


def _used(table: Table, marked: Sequence[Column]) -> set[str]:
    """The letters in the cells of these columns."""
    cells = (cell(row, column) for column in marked for row in table.rows)
    return {letter for text in cells for letter in marks.letters(text)}


def _has_doers(table: Table, used: set[str]) -> bool:
    """Whether R and A both say in the table who answers, as in RACI, and no person says what R is.

    Who answers is then A, where a row has one, and R does the work.
    """
    letters, is_said = table.letters, bool(table.legend.letters)
    if DOES in table.said or not letters.get(DOES) == letters.get(ANSWERS) == "responsible":
        return False
    return {DOES, ANSWERS} <= used if is_said else marks.is_raci(used & {*letters})


def _in_row(table: Table, row: Row, marked: Sequence[Column]) -> Mapping[str, str | None]:
    """What letters mean in a row of a table that has doers."""
    said = {letter for column in marked for letter in marks.letters(cell(row, column))}
    return {**table.letters, DOES: "participants"} if ANSWERS in said else table.letters


def _does(table: Table, marked: Sequence[Column]) -> str:
    """What who does the work is kept as: one who takes part, but in rows where no other answers."""
    rows = [
        _in_row(table, row, marked)[DOES]
        for row in table.rows
        if any(DOES in marks.letters(cell(row, column)) for column in marked)
    ]
    return ", ".join(sorted({role for role in rows if role}, reverse=True))


def unread(table: Table, taken: Container[int]) -> list[Problem]:
    """A question of letters below municipalities and boards in a table that is read otherwise.

    `taken` are the places of the columns that it is read by.
    """
    found: list[str] = []
    letters: list[str] = []
    if empty := _without_marks(table, taken):
        said = Said(_EMPTY, columns=listed(plain(empty)))
        return [Problem("warning", "empty-columns", said, table.grid.sheet, table.header)]
    for column in table.columns:
        is_party = names.is_official(column.heading) or name_forms.is_board(column.heading)
        if column.meaning is not None or column.at in taken or not is_party:
            continue
        filled = [text for row in table.rows if (text := wording.plain(cell(row, column)))]
        short = [text.upper() for text in filled if len(text) <= LETTERS and text.isalpha()]
        short = [text for text in short if text.casefold() not in ANSWER]
        if 2 * len(short) > len(filled):
            found.append(column.heading)
            letters += short
    if len(found) < 2 or _are_ratings(letters):
        return []
    said = Said(_UNREAD, headings=listed(plain(found)), letter=letters[0])
    return [Problem("warning", "unread-marks", said, table.grid.sheet, table.header)]


def _without_marks(table: Table, taken: Container[int]) -> list[str]:
    """The headings that name parties, where nothing at all stands below any; [] else."""
    columns = [
        one
        for one in table.columns
        if one.meaning is None and one.at not in taken and names.is_official(one.heading)
    ]
    if len(columns) < 2 or any(cell(row, one) for row in table.rows for one in columns):
        return []
    return [one.heading for one in columns]


def _are_ratings(letters: Sequence[str]) -> bool:
    """Whether letters say how much: H, M and L. H and M alone may be who is responsible."""
    is_scale = all(words.is_one("ratings", letter) for letter in letters)
    return is_scale and not {*letters} <= {"H", "M"}


def problems(table: Table, book: Book) -> list[Problem]:
    """A question of the letters that neither a person, a legend nor a custom says to mean."""
    read_so = read_as(table)
    kept = as_kept(table, book)
    role = {
        letter: meanings.label(kept(said))
        for letter, said in read_so.items()
        if letter not in table.said
    }
    if table.legend.letters or not role or marks.is_raci(read_so):
        return []
    meant = together([Said(_MEANT, letter=one, role=role[one]) for one in role], ", ")
    first = next(iter(role))
    said = Said(_GUESSED, meant=meant, letter=first, role=role[first])
    return [Problem("warning", "guessed-marks", said, table.grid.sheet, table.header)]


def read(table: Table, book: Book) -> list[Left]:
    """A node a row and a column, and an edge a mark; marks that say nothing are given back."""
    first = _first(table)
    assert first is not None
    marked = _marked(table)
    things = plan.chain(table)
    used = (first, *marked, *(column for column, _ in things))
    rest = [c for c in table.columns if c not in used and c.at not in table.totals]
    above = plan.Above()
    has_doers = _has_doers(table, _used(table, marked))
    left = []
    for row in table.rows:
        meant = _in_row(table, row, marked) if has_doers else table.letters
        text = wording.plain(cell(row, first))
        node: str | None = None
        if things:
            node = plan.thing(table, row, things, above, book)
        elif text and not words.names_nobody(text):
            where = located(table, row, first, book)
            subkind = first.meaning.subkind if first.meaning else ""
            node = book.party(text, where, subkind=subkind, group=words.names_everybody(text))
        if node is None:
            left.append((row[0], text, reasons.NOBODY))
            continue
        tell(table, row, node, book, rest)
        for column in marked:
            left += _mark(table, row, node, column, book, meant=meant, is_things=bool(things))
    return left


def _mark(
    table: Table,
    row: Row,
    node: str,
    column: Column,
    book: Book,
    *,
    meant: Mapping[str, str | None],
    is_things: bool,
) -> Iterator[Left]:
    text = cell(row, column)
    if not text:
        return
    is_both = {DOES, ANSWERS} <= {*marks.letters(text)}  # who does the work answers for it too
    roles = marks.roles(text, table.letters if is_both else meant)
    if roles is None:
        yield row[0], text, reasons.no_mark(column.heading)
        return
    if not roles:
        return
    where = located(table, row, column, book)
    head = heading(table, column, where)
    # Municipalities across networks and agreements are those that are in them.
    is_forum = book.nodes[node].subkind in schema.FORUMS and book.knows(column.heading)
    if is_things and words.is_one("present", text) and (goal := _goal(column, head, book)):
        book.edge(node, "CONTRIBUTES_TO", goal, where)
        return
    is_things = is_things or is_forum
    other = _across(table, column, head, book, is_things=is_things)
    party, thing = (other, node) if is_things else (node, other)
    is_plain_party = book.nodes[other].kind in schema.PARTIES
    if not is_things and is_plain_party and book.nodes[other].subkind not in schema.FORUMS:
        relation = _between(table, node, book)
        if not relation or not book.edge(node, relation, other, where):
            yield row[0], text, reasons.NO_RELATION
        return
    own = table.roles.get(column.at) or _of_corner(table, text)
    for role in [own] if own else roles:
        asked = schema.ROLES[role]
        for relation in (asked, FALLBACK, "MEMBER_OF"):
            if book.edge(party, relation, thing, where):
                book.kept_as(asked, relation, where)
                break


def _goal(column: Column, head: Cell, book: Book) -> str | None:
    """The goal or focus area that a column of a matrix of measures stands for; None for another.

    Its heading says so, or it is listed elsewhere.
    """
    known = book.find(column.heading, GOALS, head)
    meant = headers.section(column.heading) if known is None else None
    if meant is None or meant.word not in GOALS:
        return known
    return book.node(meant.word, column.heading, head, subkind=meant.subkind)


def _of_corner(table: Table, text: str) -> str:
    """The role that «Eier» over the names of the rows gives an x; empty for none."""
    corner = table.columns[0].meaning
    is_role = corner is not None and corner.group == "role" and words.is_one("present", text)
    return corner.word if corner and is_role else ""


def _between(table: Table, node: str, book: Book) -> str:
    """What a mark between two parties says that the row's is to the column's; empty for nothing.

    A person is of whom he or she is marked under.
    """
    said = book.relation(table.grid.sheet, table.grid.title) or table.relation
    one = book.nodes[node]
    is_person = one.subkind == schema.PERSON or (not one.subkind and persons.is_persons(one.name))
    return said or ("AFFILIATED_WITH" if is_person else "")


def _across(table: Table, column: Column, head: Cell, book: Book, *, is_things: bool) -> str:
    """The node that a column stands for: a party of a matrix of measures, else an activity."""
    if is_things:
        return book.party(column.heading, head, group=words.names_everybody(column.heading))
    known = book.find(column.heading, ("Measure", "Project", "Goal", "Plan", "Programme"), head)
    if known:
        return known
    if unclear := book.unclear(column.heading, head):
        book.warn("unclear-id", unclear, head)
    name = column.heading
    if book.knows(name):
        return book.party(name, head)
    subkind = name_forms.forum(name) or ("company" if name_forms.is_company(name) else "")
    others_are_parties = any(names.is_official(one.heading) for one in table.columns)
    if subkind or (others_are_parties and name_forms.may_be_body(name)):
        return book.party(name, head, subkind=subkind)
    first = name.split()[0].strip(".").casefold()
    if first[:1].isdigit() or first in words.months():  # a date alone is no name
        name = f"{table.grid.title} {moment(name) or name}"
    return book.node("Project", name, head)
