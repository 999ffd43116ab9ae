"""The row of `shareholdings`, and how its parts and intervals are said."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from graphtool.language import Text
from graphtool.queries.fields import Column, Document, Line, Quote, col, node_id
from graphtool.queries.owner_columns import Modality
from graphtool.queries.phrases import figure

SURE, MAYBE = "majority", "possible"
CONTROL = {SURE: Text("ja", "ja", "yes"), MAYBE: Text("kanskje", "kanskje", "perhaps")}
TO = "–"


def percent(part: str) -> Text:
    """A part or an interval of parts, from 0 to 1, as people say it.

    >>> percent("0.4").en, percent("0.125–1").nb
    ('40%', '12,5–100 %')
    """
    ends = [f"{100 * float(end):.4g}" for end in part.split(TO)]
    return Text("{part} %", "{part} %", "{part}%").format(part=figure(TO.join(ends)))


def _end(nb: str, nn: str, en: str, end: str, end_en: str) -> Column:
    """The column of an interval's one end; people read both ends in one."""
    return col(
        (f"{nb}, {end}", f"{nb}, på det {end}e, fra 0 til 1"),
        (f"{nn}, {end}", f"{nn}, på det {end}e, frå 0 til 1"),
        (f"{en}, {end_en}", f"{en}, at the {end_en}, from 0 to 1"),
        in_tables=False,
    )


class Shareholding(NamedTuple):
    """An owner, and what it has of one company or resource."""

    owned: Annotated[
        str,
        node_id(
            ("eid-id", "id-en til det som eies"),
            ("eigd-id", "id-en til det som er eigd"),
            ("owned", "id of what is owned"),
        ),
    ]
    name: Annotated[
        str,
        col(
            ("hva", "navnet på det som eies"),
            ("kva", "namnet på det som er eigd"),
            ("what", "the name of what is owned"),
        ),
    ]
    owner: Annotated[
        str,
        node_id(
            ("eier-id", "eierens id"),
            ("eigar-id", "id-en til eigaren"),
            ("owner", "id of the owner"),
        ),
    ]
    owner_name: Annotated[
        str,
        col(
            ("eier", "eierens navn"),
            ("eigar", "namnet på eigaren"),
            ("owner name", "the owner's name"),
        ),
    ]
    direct: Annotated[
        str | None,
        col(
            (
                "direkte",
                "dens egen andel, eller fra hva til hva den kan være; tomt der den ikke har noen"
                " selv",
            ),
            (
                "direkte",
                "den eigne delen, eller frå kva til kva han kan vere; tomt der han ikkje har"
                " nokon sjølv",
            ),
            (
                "direct",
                "its own share, or from what to what it can be; empty where it holds none itself",
            ),
            said=percent,
        ),
    ]
    integrated: Annotated[
        str | None,
        col(
            (
                "i alt",
                "det den har direkte og gjennom andre, eller fra hva til hva det kan være; tomt"
                " der eieren ligger i en lukket ring",
            ),
            (
                "i alt",
                "det han har direkte og gjennom andre, eller frå kva til kva det kan vere; tomt"
                " der eigaren ligg i ein lukka ring",
            ),
            (
                "in all",
                "what it has directly and through others, or from what to what that can be; empty"
                " where the owner lies in a closed ring",
            ),
            said=percent,
        ),
    ]
    control: Annotated[
        str | None,
        col(
            (
                "flertall",
                "om den har mer enn halvparten sammen med dem den bestemmer over: sikkert, eller"
                " kanskje",
            ),
            (
                "fleirtal",
                "om han har meir enn halvparten saman med dei han bestemmer over: sikkert, eller"
                " kanskje",
            ),
            (
                "majority",
                "whether it has more than half together with those it controls: surely, or perhaps",
            ),
            CONTROL,
        ),
    ]
    through: Annotated[
        str | None,
        col(
            ("gjennom", "navnene på eierne den har noe gjennom"),
            ("gjennom", "namna på eigarane han har noko gjennom"),
            ("through", "names of the owners through which it has something"),
        ),
    ]
    steps: Annotated[
        int,
        col(
            ("ledd", "hvor mange eierandeler som fører dit, langs den korteste veien"),
            ("ledd", "kor mange eigardelar som fører dit, langs den kortaste vegen"),
            ("steps", "how many holdings lead there, by the shortest way"),
        ),
    ]
    direct_least: Annotated[float, _end("direkte", "direkte", "directly", "minst", "least")]
    direct_most: Annotated[float, _end("direkte", "direkte", "directly", "mest", "most")]
    integrated_least: Annotated[float | None, _end("i alt", "i alt", "in all", "minst", "least")]
    integrated_most: Annotated[float | None, _end("i alt", "i alt", "in all", "mest", "most")]
    modality: Modality
    document: Document
    line: Line
    quote: Quote
