"""The pages of a report: an index that leads to a page for each table, all without a network."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from graphtool.language import Language, Text
from graphtool.report.contents import Report, Table
from graphtool.report.texts import TEXTS

PAGE = Path(__file__).with_name("page")


def index(report: Report, lang: Language, *, missing: Mapping[str, str]) -> str:
    """The page that tells the region and leads to the others.

    `missing` says why map or slides are not there; to what is there the pages lead.

    >>> empty = Report(Text("Sør", "Sør", "South"), "", (), (), (), (), ())
    >>> "Ingenting å avklare" in index(empty, "nb", missing={})
    True
    """
    shared = _shared(report, lang, missing)
    return _environment(lang).get_template("index.html").render(shared, to=Apart(missing))


def table(report: Report, table: Table, lang: Language, *, missing: Mapping[str, str]) -> str:
    """The page of one of a report's tables; `missing` as of `index`."""
    shared = _shared(report, lang, missing)
    page = _environment(lang).get_template("table.html")
    return page.render(shared, table=table, to=Apart(missing, "../"))


def single(
    report: Report,
    tables: Iterable[Table],
    lang: Language,
    *,
    missing: Mapping[str, str],
    files: Mapping[str, bytes],
) -> str:
    """All of a report as one page, the maps in frames of it and the other files as downloads.

    `files` are those that are there, by name.

    >>> empty = Report(Text("Sør", "Sør", "South"), "", (), (), (), (), ())
    >>> "Ingenting å avklare" in single(empty, [], "nb", missing={}, files={})
    True
    """
    from graphtool.maps.network import digest, escaped_json  # with it comes pyvis

    maps = {name: body.decode() for name, body in files.items() if name.endswith(".html")}
    script = (PAGE / "single.js").read_text(encoding="utf-8")
    allowed = [digest(script), *(one for text in maps.values() for one in _scripts(text))]
    return (
        _environment(lang)
        .get_template("single.html")
        .render(
            _shared(report, lang, missing),
            answers=tables,
            to=Within(missing, files),
            script=script,
            scripts=" ".join(dict.fromkeys(allowed)),
            maps={name: escaped_json(text) for name, text in maps.items()},
        )
    )


def _shared(report: Report, lang: Language, missing: Mapping[str, str]) -> dict[str, object]:
    """What every page is made from."""
    return {
        "report": report,
        "lang": lang,
        "missing": missing,
        "css": _style(),
        "tables": {table.query: table for table in report.tables},
    }


@cache
def _style() -> str:
    return (PAGE / "report.css").read_text(encoding="utf-8")


_POLICY = re.compile('<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def _scripts(page: str) -> list[str]:
    """The scripts that a page allows itself, by their hashes."""
    found = _POLICY.search(page)
    return (
        re.findall("'sha256-[^']+'", html.unescape(found[1]).partition("style-src")[0])
        if found
        else []
    )


class Apart:
    """Where links lead in a folder of pages."""

    def __init__(self, missing: Mapping[str, str], up: str = "") -> None:
        """`up` is the way from a page to the folder."""
        self._missing, self._up = missing, up

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        return name not in self._missing

    def file(self, name: str) -> Markup:
        """The attributes of a link to a file."""
        return Markup('href="{}{}"').format(self._up, name)

    def table(self, query: str) -> Markup:
        """The attributes of a link to a table."""
        return Markup('href="{}tables/{}.html"').format(self._up, query)

    def map(self, name: str, what: str, which: str) -> Markup:
        """The attributes of a link to a place on a map."""
        return Markup('href="{}{}#{}={}"').format(self._up, name, what, quote(which, safe="/"))


class Within(Apart):
    """Where links lead on one page that holds everything."""

    def __init__(self, missing: Mapping[str, str], files: Mapping[str, bytes]) -> None:
        super().__init__(missing)
        self._files = files

    def has(self, name: str) -> bool:
        """Whether the page holds such a file."""
        return name in self._files

    def file(self, name: str) -> Markup:
        """The attributes of a link to a map, or of one that saves a file."""
        if name.endswith(".html"):
            return Markup('href="#{}"').format(name)
        body = base64.b64encode(self._files[name]).decode()
        kind = KINDS[name.rpartition(".")[2]]
        return Markup('download="{}" href="data:{};base64,{}"').format(name, kind, body)

    def table(self, query: str) -> Markup:
        """The attributes of a link to a table."""
        return Markup('href="#table-{}"').format(query)

    def map(self, name: str, what: str, which: str) -> Markup:
        """The attributes of a link to a place on a map."""
        at = f"{what}={quote(which, safe='/')}"
        return Markup('href="#{}" data-at="{}"').format(name, at)


KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}


@cache
def _environment(lang: Language) -> jinja2.Environment:
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(PAGE),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
    )

    def word(key: str, **values: object) -> str:
        return TEXTS[key].format(**values).in_(lang) if values else TEXTS[key].in_(lang)

    def said(text: Text) -> str:
        return text.in_(lang)

    def counted(n: int) -> str:
        return word("row") if n == 1 else word("rows", n=n)

    made.filters |= {"word": word, "said": said, "counted": counted}
    return made
