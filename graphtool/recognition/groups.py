"""Who is meant by «alle kommunene»: the members of the region, where the sheets name them."""

from __future__ import annotations

from graphtool import schema
from graphtool.recognition import words
from graphtool.recognition.book import Book
from graphtool.recognition.found import Cell

Members = dict[str, Cell]
"""Municipalities, each with the cell that says that it is one of them."""


def tell_members(book: Book) -> None:
    """Makes the region's municipalities members of a group that names nobody; derived, as said.

    The region is the one that is named; else the only one that has municipalities, counties not
    counted; else what the only sheet of that title lists. Of others the group names nobody.
    """
    groups = [
        (node, where)
        for node in book.nodes.values()
        if node.subkind == schema.COLLECTIVE
        and (where := words.everybody_in(node.name)) is not None
    ]
    regions = _regions(book) if groups else {}
    for group, where in groups:
        named = book.find(where, ("Region",)) if where else _only(book, regions)
        members, of = regions.get(named or "", {}), f"part of {_name(book, named)}"
        if not members and not where and len(book.listed) == 1:
            ((sheet, members),) = book.listed.items()
            of = f"listed in {sheet}"
        if len(members) < 2:
            continue
        for member, cell in members.items():
            edge = member, "MEMBER_OF", group.id
            if edge not in book.edges and book.edge(*edge, cell):
                book.derived[edge] = ("derived", f"one of «{group.name}» as it is {of}")


def _regions(book: Book) -> dict[str, Members]:
    """By region, the municipalities that are part of it."""
    found: dict[str, Members] = {}
    for (part, relation, whole), cell in book.edges.items():
        is_town = book.nodes[part].kind == "Municipality"
        if relation == "PART_OF" and is_town and book.nodes[whole].kind == "Region":
            found.setdefault(whole, {})[part] = cell
    return found


def _only(book: Book, regions: dict[str, Members]) -> str | None:
    """The only region with members that is no county; None for none or several."""
    agreed = [region for region in regions if book.nodes[region].subkind != "county"]
    return agreed[0] if len(agreed) == 1 else None


def _name(book: Book, node: str | None) -> str:
    return book.nodes[node].name if node else ""
