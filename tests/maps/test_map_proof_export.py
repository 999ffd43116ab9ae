"""PNG, SVG and print of every view: whole, sharp, and in a form that other programs read."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from typing import Any

import pypdf
import pytest

from tests.maps import pages
from tests.maps.pages import REGIONS, STATE, VIEWS

SAFE = {
    "svg": {"width", "height", "viewBox"},
    "title": set(),
    "rect": {"width", "height", "fill"},
    "path": {"d", "fill", "stroke", "stroke-width", "stroke-linejoin", "stroke-dasharray", "id"},
    "text": {
        "x",
        "y",
        "font-family",
        "font-size",
        "font-weight",
        "text-anchor",
        "fill",
        "stroke",
        "stroke-width",
        "stroke-linejoin",
        "transform",
    },
}
"""Elements and attributes that PowerPoint, Word and Inkscape read alike."""
HOW = ("single", "gathered", "waiting", "placed", "inside")
"""How edges are shown: each by itself, in a strand, when asked for, by one box in another, or
within what is folded."""


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("region", REGIONS)
def test_the_svg_of_every_view_is_whole_and_in_the_safe_subset(turned, written, region, view):
    page = turned(region, view)
    sheet = pages.sheets_of(written(region))[view]
    lines = {f"edge-{k}": row[5].get("stands", [1])[0] for k, row in enumerate(sheet["edges"])}
    state = page.evaluate(STATE)
    root = ET.fromstring(page.evaluate("graphtool.svg()").encode())
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert sum(one.startswith("node-") for one in ids) == state["symbols"]
    drawn = state["drawn"]
    assert sum(lines[one] for one in ids if one.startswith("edge-")) == drawn["single"]
    assert sum(drawn[how] for how in HOW) == state["visibleEdges"]
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        assert set(element.attrib) <= SAFE[name], name
    assert all("NaN" not in value for element in root.iter() for value in element.attrib.values())


@pytest.mark.parametrize("view", VIEWS)
def test_the_svg_follows_what_is_switched_off(turned, view):
    page = turned("kristiansandsregionen", view, "hide=Goal,Actor")
    root = ET.fromstring(page.evaluate("graphtool.svg()").encode())
    nodes = [e for e in root.iter() if e.get("id", "").startswith("node-")]
    assert len(nodes) == page.evaluate(STATE)["symbols"]


@pytest.mark.combined
@pytest.mark.parametrize("view", VIEWS)
def test_the_png_of_every_view_is_4k_and_not_blank(turned, view):
    width, height, rows = pages.rows_of(pages.png(turned("kristiansandsregionen", view)))
    assert (width, height) == (3840, 2160)
    assert len(rows) > 400


def pdf_of(page: Any) -> pypdf.PdfReader:
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    made = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="null")
    return pypdf.PdfReader(io.BytesIO(made))


@pytest.mark.combined
@pytest.mark.parametrize("view", VIEWS)
def test_the_print_is_one_page_of_text_and_lines_without_a_raster(turned, graph_of, written, view):
    page = turned("kristiansandsregionen", view)
    page.wait_for_timeout(100)
    pdf = pdf_of(page)
    (printed,) = pdf.pages
    assert len(printed.images) == 0
    said = "".join(printed.extract_text().split())
    title = graph_of("kristiansandsregionen").title.nb
    assert "".join(title.split()) in said
    assert "Viser" in said
    sheet = pages.sheets_of(written("kristiansandsregionen"))[view]
    words = [word for node in sheet["nodes"] for word in node["label"].split()]
    # The longest names are cut in the print as on the screen.
    assert sum(word in said for word in words) > 0.85 * len(words)
