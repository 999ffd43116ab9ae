"""A plan graph as GraphML, for and from Gephi, yEd, NetworkX and the like.

Written are one edge an assertion, with scalar attributes. Edges have ids of their own, as some
programs merge edges without. `label`, which programs show, repeats the name or the relation. Facts
and documents, which GraphML has no place for, are JSON texts; characters that XML cannot hold are
written `_xHHHH_`.

Of what is read, a node's `kind` and an edge's `relation` say what is what; without a `relation` the
edge's label or id counts, without a `name` the node's label, without a `kind` its labels. An `id`
among a node's data is its own, as databases write it, and what edges call it by is only theirs.
Read in one pass, so that places are lines of the file, and entities, with which a small file can
blow up to gigabytes, are refused unread.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from graphtool import schema
from graphtool.errors import Problem, did_you_mean
from graphtool.formats.format import Format
from graphtool.formats.sheets import ANY_KIND, Place, Sheets, title_from
from graphtool.formats.sheets.rows import located
from graphtool.formats.syntax.elements import APPEARANCE, Element, Handler, parse
from graphtool.formats.syntax.json_walk import NOT_READ
from graphtool.graph import cleaning, dataset, interchange, unread
from graphtool.graph.dataset import known_fields
from graphtool.graph.markup import escaped
from graphtool.graph.tables import Record
from graphtool.language import Said, Text, spelled

if TYPE_CHECKING:
    from graphtool.graph import PlanGraph

EDGE_FIELDS = (*dataset.RELATION_SHEET, "id")
GRAPH_FIELDS = ("id", "name", "title", "documents", "unread", "mode", "defaultedgetype")
_NO_GRAPH = Text("elementet <graph> mangler", "elementet <graph> manglar", "there is no <graph>")
_WEIGHT = Text(
    "«weight» blir ikke lest (her {weight}); andel (share) og beløp (amount) blir det",
    "«weight» blir ikkje lese (her {weight}); del (share) og beløp (amount) blir det",
    "'weight' is not read (here {weight}); a share or an amount is",
)
_NO_LIST = Text(
    "«{text}» er ingen JSON-liste av objekter med tekster og tall",
    "«{text}» er inga JSON-liste av objekt med tekstar og tal",
    "{text!r} is no JSON list of objects that hold texts and numbers",
)


def read(path: Path) -> Sheets:
    """The file's rows; what is not as it should be is a problem with a line."""
    handler = Handler(path.name)
    problems = parse(path, handler)
    if problems:
        return Sheets({}, problems, path.stem)
    file, problems = path.name, handler.problems
    whole = next((e for e in handler.elements if e.tag == "graph"), None)
    if whole is None:
        problems.append(Problem("error", "missing-column", Said(_NO_GRAPH), file))
        return Sheets({}, problems, path.stem)
    nodes = [((file, e.line), _node(e.fields)) for e in handler.elements if e.tag == "node"]
    facts = [
        (place, {**fact, "node": node.get("id", "")})
        for place, node in nodes
        for fact in _rows(node.pop("facts", ""), place, "facts", problems)
    ]
    problems += _weights([e for e in handler.elements if e.tag == "edge"], file)
    own = handler.own_ids
    edges = [((file, e.line), _edge(e.fields, own)) for e in handler.elements if e.tag == "edge"]
    problems += _unread(edges, EDGE_FIELDS)
    place = (file, whole.line)
    documents = [
        (place, document)
        for document in _rows(whole.fields.get("documents", ""), place, "documents", problems)
    ]
    said = whole.fields.get("unread", "")
    left = [(place, row) for row in _rows(said, place, "unread", problems)]
    problems += _unread([(place, dict(whole.fields))], GRAPH_FIELDS)
    by_name = {
        ANY_KIND: nodes,
        "facts": facts,
        "relations": edges,
        "documents": documents,
        "unread": left,
    }
    title, trouble = title_from(_title(whole.fields), file)
    return Sheets(
        {name: located(rows) for name, rows in by_name.items()},
        problems + trouble,
        whole.fields.get("name") or path.stem,
        title,
    )


def _node(fields: dict[str, str]) -> dict[str, str]:
    label = fields.get("label") or fields.get("Label") or ""
    node = known_fields({n: value for n, value in fields.items() if n not in APPEARANCE})
    labels = (spelled(word, schema.KINDS) for word in fields.get("labels", "").split(":"))
    kind = node.get("kind") or next((word for word in labels if word in schema.KINDS), "")
    return {**node, "name": node.get("name") or label, **({"kind": kind} if kind else {})}


def _edge(fields: dict[str, str], own_ids: dict[str, str]) -> dict[str, str]:
    candidates = [fields.get(name, "") for name in ("label", "Edge Label", "Label", "id")]
    spellings = (spelled(name, schema.RELATIONS) for name in candidates)
    known = (name for name in spellings if name in schema.RELATIONS)
    edge = known_fields({n: value for n, value in fields.items() if n not in APPEARANCE})
    for end in ("source", "target"):
        if end in edge:
            edge[end] = own_ids.get(edge[end], edge[end])
    return {**edge, "relation": edge.get("relation") or next(known, "")}


def _weights(edges: list[Element], file: str) -> Iterator[Problem]:
    """A warning where edges have weights of their own; Gephi gives 1 to those that have none."""
    for edge in edges:
        weight = edge.fields.get("weight") or edge.fields.get("Weight") or "1"
        if weight not in ("1", "1.0"):
            message = Said(_WEIGHT, weight=weight)
            yield Problem("warning", "unknown-column", message, file, edge.line, "weight")
            return


def _unread(rows: list[tuple[Place, dict[str, str]]], known: tuple[str, ...]) -> Iterator[Problem]:
    """Takes the fields that are not known out of the rows; a warning for each, once."""
    warned = set()
    for (file, line), row in rows:
        for field in [name for name in row if name not in known]:
            del row[field]
            if field not in warned and not field.startswith("parse."):
                warned.add(field)
                message = Said(NOT_READ, name=field, hint=did_you_mean(field, known))
                yield Problem("warning", "unknown-column", message, file, line, field)


def _rows(text: str, place: Place, field: str, problems: list[Problem]) -> Iterator[dict[str, str]]:
    """The objects of a list that is written as JSON text."""
    try:
        found = json.loads(text or "[]", parse_int=str, parse_float=str)
    except (json.JSONDecodeError, RecursionError):
        found = None
    rows = found if isinstance(found, list) else [None]
    for row in rows:
        if isinstance(row, dict) and not any(isinstance(v, (list, dict)) for v in row.values()):
            yield {name: cleaning.as_text(value) for name, value in row.items()}
        else:
            message = Said(_NO_LIST, text=text[:60])
            problems.append(Problem("error", "bad-json", message, *place, field))
            return


def _title(fields: dict[str, str]) -> dict[str, object]:
    said = fields.get("title")
    if not said:
        return {}
    try:
        return {"title": json.loads(said)}
    except (json.JSONDecodeError, RecursionError):
        return {"title": said}  # one text for all languages


def write(graph: PlanGraph, draft: Path) -> None:
    """The file, in UTF-8, nodes and edges in the graph's own order."""
    import networkx as nx

    out: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        name=escaped(graph.name),
        title=_json(graph.title._asdict()),
        documents=_json(list(interchange.records(graph.documents))),
        **({"unread": _json(unread.as_rows(graph.unread))} if graph.unread else {}),
    )
    for node in interchange.records(graph.nodes):
        if "facts" in node:
            node["facts"] = json.dumps([f.as_dict() for f in node["facts"]], ensure_ascii=False)
        out.add_node(escaped(node.pop("id")), label=escaped(node["name"]), **_scalars(node))
    for at, edge in enumerate(interchange.named_ends(graph)):
        source, target = escaped(edge.pop("source")), escaped(edge.pop("target"))
        out.add_edge(source, target, f"e{at}", label=edge["relation"], **_scalars(edge))
    # Not `write_graphml`: that one writes other bytes where lxml happens to be installed.
    nx.write_graphml_xml(out, draft)


def _scalars(fields: Record) -> Record:
    return {
        name: escaped(value) if isinstance(value, str) else value for name, value in fields.items()
    }


def _json(value: object) -> str:
    return escaped(json.dumps(value, ensure_ascii=False))


FORMAT = Format(order=4, suffix=".graphml", read=read, write=write)
