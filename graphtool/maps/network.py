"""pyvis as the carrier of the map: its data model and its vis-network, with a page of our own.

Of `pyvis.network.Network` everything that writes is replaced: its own pages fetch from the
network, run text as script, and let a browser compute positions for minutes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from pyvis.network import Network

from graphtool import atomic
from graphtool.maps import modules, style, wire
from graphtool.maps.scene import Map
from graphtool.maps.texts import TEXTS

PAGE = Path(__file__).with_name("page")
BUNDLE = "lib/vis-9.1.2/vis-network.min.js"


class MapNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis network that holds the page's data and writes it as one file that fetches nothing."""

    def __init__(self, made: Map) -> None:
        """Of a map; all its scenes but the first are read when they are opened."""
        super().__init__(directed=True, cdn_resources="in_line")
        self.templateEnv: jinja2.Environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(PAGE),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            keep_trailing_newline=True,
        )
        self.made = made
        self.data, self.others = wire.page(made)
        drawn: Any = self.data
        for node in drawn["nodes"]:
            self.add_node(**node)
        for edge in drawn["edges"]:
            self.add_edge(*edge)

    def add_node(self, id: str, label: str, **fields: Any) -> None:  # noqa: A002
        """Keep a node as it is; pyvis' own search through all nodes is quadratic."""
        self.node_map[id] = node = {"id": id, "label": label, **fields}
        self.nodes.append(node)
        self.node_ids.append(id)

    def add_edge(self, source: str, to: str, *fields: Any) -> None:
        """Keep an edge as it is, beside others between the same nodes."""
        self.edges.append([source, to, *fields])

    def generate_html(self, *_ignored: object, **_pyvis: object) -> str:
        """The whole page; pyvis' own arguments change nothing."""
        data = escaped_json({**self.data, "nodes": self.nodes, "edges": self.edges})
        sheet = (PAGE / "page.css").read_text(encoding="utf-8")
        css = style.css(sheet) + sheet
        script = modules.script(PAGE)
        bundle = vis_network()
        policy = (
            f"default-src 'none'; script-src {digest(bundle)} {digest(script)}; "
            f"style-src {digest(css)}; base-uri 'none'; form-action 'none'"
        )
        page = self.templateEnv.get_template("template.html")
        return str(
            page.render(
                lang=self.made.lang,
                title=self.made.title.in_(self.made.lang),
                theme=self.made.theme,
                no_script=" ".join(TEXTS["no_script"]),
                policy=policy,
                style=css,
                bundle=bundle,
                script=script,
                data=data,
                sheets=[(sheet["view"], escaped_json(sheet)) for sheet in self.others],
            )
        )

    def write_html(self, name: str, *_ignored: object, **_pyvis: object) -> None:
        """Write the page whole or not at all; what was there stays if that fails."""
        atomic.write(Path(name), self.generate_html())


@cache
def vis_network() -> str:
    """The bundle of vis-network 9.1.2 that pyvis brings, in ASCII."""
    pyvis = Network().templateEnv
    text = pyvis.loader.get_source(pyvis, BUNDLE)[0]
    # Outside strings and comments the bundle is ASCII, and in both an escape reads the same.
    return re.sub(r"[^\x00-\x7f]", lambda found: json.dumps(found[0])[1:-1], text)


def digest(text: str) -> str:
    """The hash by which a Content-Security-Policy allows an inline script or style.

    >>> digest("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    hashed = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(hashed).decode()}'"


def escaped_json(value: Any) -> str:
    r"""JSON in ASCII that no HTML parser can read as anything else, whatever the strings hold.

    >>> escaped_json("</script>å")
    '"\\u003c/script\\u003e\\u00e5"'
    """
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
