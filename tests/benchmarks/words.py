"""Made-up Norwegian names and sentences, as many as are asked for."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from graphtool.graph.tables import TEXT

_FIRST = [
    "Nord",
    "Sør",
    "Øst",
    "Vest",
    "Ytre ",
    "Indre ",
    "Ås",
    "Lyng",
    "Bjørk",
    "Hegg",
    "Stor",
    "Gråsten",
    "Selje",
    "Kvæn",
    "Deat",
    "Čáhce",
]
_LAST = [
    "dal",
    "fjord",
    "vik",
    "ås",
    "øya",
    "nes",
    "heim",
    "bygd",
    "våg",
    "mo",
    "lia",
    "sund",
    "tun",
    "høgda",
    "elv",
    "nuorri",
]
_OPENINGS = [
    "Innen 2030 skal",
    "I samarbeid med næringslivet skal",
    "Gjennom felles innsats skal",
    "Etter vedtak i fylkestinget skal",
    "Som ledd i handlingsplanen skal",
    "For å nå målene i strategien skal",
]
_WHO = [
    "kommunene",
    "fylkeskommunen",
    "regionrådet",
    "partene",
    "de videregående skolene",
    "universitetet",
    "helseforetaket",
    "næringsforeningen",
]
_WHAT = [
    "utrede et felles",
    "bygge ut et bærekraftig",
    "styrke arbeidet med et åpent",
    "finansiere og følge opp et",
    "legge fram sak om et",
    "utvikle et tverrfaglig",
]
_THING = [
    "kollektivtilbud",
    "kompetansesenter",
    "klimaregnskap",
    "bredbåndsnett",
    "innkjøpssamarbeid",
    "reisemål",
    "barnehagetilbud",
    "vannforsyningsanlegg",
]


def names(random: np.random.Generator, size: int, ending: str) -> pd.Series:
    """Names of places with what is there: `Øst våg kommune`; the same one may come twice."""
    return _joined(random, size, _FIRST, _LAST).add(f" {ending}")


def sentences(random: np.random.Generator, size: int) -> pd.Series:
    """Sentences of 60 to 120 letters, numbered so that most are unlike each other."""
    numbers = pa.array(random.integers(1, 100_000, size)).cast(pa.large_string())
    said = _joined(random, size, _OPENINGS, _WHO, _WHAT, _THING, sep=" ")
    return said.add(" (sak ").add(pd.Series(numbers.to_pandas(), dtype=TEXT)).add(").")


def _joined(
    random: np.random.Generator, size: int, *choices: list[str], sep: str = ""
) -> pd.Series:
    drawn = [
        pa.array(words, pa.large_string()).take(pa.array(random.integers(0, len(words), size)))
        for words in choices
    ]
    joined = pc.binary_join_element_wise(*drawn, pa.scalar(sep, pa.large_string()))
    return pd.Series(pd.array(joined, dtype=TEXT))
