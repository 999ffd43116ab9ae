"""Nodes that a person has said are one: `aliases.toml` counts for a dataset's own rows too."""

from __future__ import annotations

import pandas as pd

from graphtool import schema, spellings
from graphtool.formats.assembly.names import Names
from graphtool.recognition.aliases import Aliases


def merged(nodes: pd.DataFrame, aliases: Aliases) -> tuple[pd.DataFrame, Aliases]:
    """The nodes without those that a person has said are others, and where their ids lead now.

    Whoever stays takes over what it lacks from the one that goes, and its names.
    """
    into = _into(nodes, aliases)
    if not into:
        return nodes, aliases
    is_gone = nodes["id"].isin([*into])
    kept = nodes[~is_gone].astype(object).set_index("id", drop=False)
    for row in nodes[is_gone].astype(object).to_dict("records"):
        stays = into[row["id"]]
        mine = kept.loc[stays]
        filled = {name: mine[name] if mine[name] != "" else row[name] for name in kept}
        filled["aliases"] = _names(mine["name"], mine["aliases"], row["aliases"], row["name"])
        kept.loc[stays] = pd.Series(filled)
    more = {spellings.key(gone): stays for gone, stays in into.items()}
    out = kept.astype(nodes.dtypes.to_dict()).reset_index(drop=True)
    return out, Aliases({**aliases.meant, **more})


def _into(nodes: pd.DataFrame, aliases: Aliases) -> dict[str, str]:
    """By the id of each node that is another, the id of that one, which is none of these."""
    if not aliases.meant:
        return {}
    names = Names(nodes)
    doubled = set(nodes["id"][nodes["id"].duplicated()])  # left as they are, to be refused
    found: dict[str, str] = {}
    for spelling, name in aliases.meant.items():
        gone, stays = (names.find(word, schema.PARTIES) for word in (spelling, name))
        are_parties = all(names.kind_of[node] in schema.PARTIES for node in (*gone, *stays))
        is_clear = len(gone) == len(stays) == 1 and doubled.isdisjoint(stays)
        if is_clear and gone != stays and are_parties:
            found[gone[0]] = stays[0]
    for gone_id in [*found]:
        way = [gone_id]
        while way[-1] in found and found[way[-1]] not in way:
            way.append(found[way[-1]])
        found[gone_id] = way[-1]
    return {gone_id: last for gone_id, last in found.items() if last not in found}


def _names(own: str, *others: str) -> str:
    """Other names than its own, each once."""
    called = {spellings.key(name): name.strip() for cell in others for name in cell.split(";")}
    return "; ".join(name for key, name in called.items() if key not in ("", spellings.key(own)))
