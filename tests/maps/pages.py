"""What a map's page holds and shows, read from the file and from a browser."""

from __future__ import annotations

import base64
import json
import re
import struct
import zlib
from pathlib import Path
from typing import Any

from graphtool.maps.views import views

STATE = "graphtool.state()"
VIEWS = tuple(views())
REGIONS = ("kristiansandsregionen", "kongsbergregionen")
BLOCK = re.compile(r'<script type="application/json" id="gt-(data|sheet-[a-z]+)">(.*?)</script>')
PNG = """async () => {
  const data = new Uint8Array(await (await graphtool.png()).arrayBuffer());
  let text = "";
  for (let i = 0; i < data.length; i += 8192)
    text += String.fromCharCode(...data.subarray(i, i + 8192));
  return btoa(text);
}"""


def data_of(page: str) -> dict[str, Any]:
    """The page's data: what all views share, and the view that is opened first."""
    return next(json.loads(text) for name, text in BLOCK.findall(page) if name == "data")


def sheets_of(path: Path) -> dict[str, dict[str, Any]]:
    """The sheets of a map's file by view."""
    found = [json.loads(text) for _, text in BLOCK.findall(path.read_text(encoding="utf-8"))]
    return {sheet["view"]: sheet for sheet in found}


def legend(page: Any) -> dict[str, str]:
    """The counts of the legend by kind and relation, as they are written."""
    rows = page.eval_on_selector_all(
        "#legend label:has(input[data-name])",
        """rows => rows.map(row => [row.querySelector('input').dataset.name,
                                    row.querySelector('.count').textContent])""",
    )
    return dict(rows)


def shown(page: Any) -> tuple[int, ...]:
    """The four numbers of "Viser 3 av 9 noder og 2 av 8 sammenhenger"."""
    text = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d)", "", page.text_content("#shown"))
    return tuple(map(int, re.findall(r"\d+", text)[:4]))


def folded(page: Any) -> int:
    """How many nodes the header says are folded."""
    found = re.search(r"(\d+) er foldet sammen", page.text_content("#shown"))
    return int(found.group(1)) if found else 0


def png(page: Any) -> bytes:
    """The picture that the PNG button saves."""
    return base64.b64decode(page.evaluate(PNG))


def rows_of(data: bytes) -> tuple[int, int, set[bytes]]:
    """Width, height and the distinct rows of pixels of a PNG, as filtered; a blank has few."""
    width, height = struct.unpack(">II", data[16:24])
    at, parts = 8, b""
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        parts += data[at + 8 : at + 8 + length] if name == b"IDAT" else b""
        at += 12 + length
    raw = zlib.decompress(parts)
    stride = len(raw) // height
    return width, height, {raw[i : i + stride] for i in range(0, len(raw), stride)}
