"""What a strategist does with the map, in a real browser."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

import networkx as nx
import pytest

from graphtool import language, maps
from graphtool.maps.aggregate import partition
from tests.maps import graphs as map_graphs
from tests.maps import pages
from tests.maps.pages import STATE, legend

GOALS = "#legend input[data-name=Goal]"


def test_opens_from_a_file_with_one_request_and_no_complaint(opened):
    page = opened("coast")
    assert page.requests == [page.url]
    assert page.complaints == []
    assert page.evaluate(STATE)["visibleNodes"] == 9
    assert page.text_content("h1") == "Kysten"


def test_legend_counts_equal_the_data(opened):
    graph = map_graphs.coast()
    page = opened("coast")
    edges = graph.edges.drop_duplicates(["source", "target", "relation"])
    expected = {str(k): str(n) for k, n in graph.nodes["kind"].value_counts().items() if n}
    expected |= {str(r): str(n) for r, n in edges["relation"].value_counts().items() if n}
    assert legend(page) == expected
    assert "Viser 9 av 9 noder og 8 av 8 sammenhenger" in page.text_content("#shown")


def test_the_legend_switches_kinds_and_relations(opened):
    page = opened("coast")
    page.uncheck(GOALS)
    state = page.evaluate(STATE)
    assert (state["visibleNodes"], state["visibleEdges"]) == (7, 7)
    assert "hide=Goal" in page.evaluate("location.href")
    page.uncheck("#legend input[data-name=MEMBER_OF]")
    assert page.evaluate(STATE)["visibleEdges"] == 5
    page.check(GOALS)
    assert page.evaluate(STATE)["visibleNodes"] == 9


def test_nothing_left_says_so_and_offers_the_way_back(opened):
    page = opened("coast")
    page.click("#legend .kinds .switch button:last-child")
    assert page.evaluate(STATE)["visibleNodes"] == 0
    assert page.is_visible("#empty")
    page.click("#empty button")
    assert page.evaluate(STATE)["visibleNodes"] == 9


@pytest.mark.parametrize("name", ["coast", "region 500"])
def test_a_click_on_the_canvas_selects_the_node_there(opened, name):
    page = opened(name, moving=False)
    for node in ("sogne", "vekst") if name == "coast" else ("m3", "m20"):
        spot = page.evaluate(f"graphtool.dom('{node}')")
        page.mouse.click(spot["x"], spot["y"])
        assert page.evaluate(STATE)["selected"] == node
        assert page.evaluate("graphtool.network.getSelectedNodes()") == [node]
        page.keyboard.press("Escape")
        assert page.evaluate(STATE)["selected"] is None
        page.get_by_text("Vis alt").click()  # what was chosen has been gone nearer to


def test_a_click_on_words_selects_their_node(opened):
    page = opened("coast")
    box = next(b for b in page.evaluate("graphtool.labels()") if b["id"] == "vekst")
    frame = page.locator("#map").bounding_box()
    page.mouse.click(frame["x"] + box["x"] + box["w"] / 2, frame["y"] + box["y"] + box["h"] / 2)
    assert page.evaluate(STATE)["selected"] == "vekst"


@pytest.mark.parametrize("typed", ["sogne", "soegne", "SØGNE", "Søgne", "  søgne  "])
def test_search_finds_sogne_however_it_is_typed(opened, typed):
    assert opened("coast").evaluate("text => graphtool.search(text)", typed) == ["sogne"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("aalesund", ["alesund"]),
        ("karasjohka", ["karasjok"]),
        ("business network", ["nett"]),
        ("kommune", ["sogne"]),
        ("finnes ikke", []),
    ],
)
def test_search_folds_letters_and_knows_every_name(opened, typed, found):
    assert opened("coast").evaluate("text => graphtool.search(text)", typed) == found


def test_search_by_keyboard_selects_the_hit(opened):
    page = opened("coast")
    page.keyboard.press("/")
    page.keyboard.type("soegne")
    page.keyboard.press("Enter")
    assert page.evaluate(STATE)["selected"] == "sogne"
    assert "node=sogne" in page.evaluate("location.href")


def test_the_panel_shows_what_is_known_of_a_node(opened):
    page = opened("coast")
    page.evaluate("graphtool.select('sogne')")
    text = page.inner_text("#panel")
    for words in (
        "Søgne kommune",
        "til 2019-12-31",
        "«Søgne»",
        "linje 12",
        "11259",
        "er medlem av (1)",
        "Næringsnettverket",
        "utledet",
    ):
        assert words in text
    page.click("#panel .neighbour[data-node=nett]")
    assert page.evaluate(STATE)["selected"] == "nett"
    assert "har medlem (2)" in page.inner_text("#panel")


def test_the_panel_shows_every_assertion_behind_an_edge(opened):
    page = opened("coast")
    page.evaluate("graphtool.select('nett')")
    page.click("#panel .relation:has-text('eier') .source")
    assert page.evaluate(STATE)["selectedEdge"] == ["nett", "snp", "OWNS"]
    text = page.inner_text("#panel")
    for words in (
        "skal eie og koordinere strategien",
        "ønskjer å eige",
        "planlagt",
        "ønsket",
        "et utkast",
        "næringsplan (2015-04)",
        "linje 3",
    ):
        assert words in text
    links = page.eval_on_selector_all("#panel a", "found => found.map(a => a.href)")
    assert links == ["https://example.org/plan"]


def test_paths_are_as_short_as_networkx_finds_them(opened, tmp_path):
    graph = nx.Graph(map_graphs.region(120).to_networkx())
    whole = maps.Settings(size_by="edges")  # of which nothing is folded
    maps.write(map_graphs.region(120), tmp_path / "kart.html", whole)
    page = opened(tmp_path / "kart.html")
    for start, end in (("m0", "s1"), ("a1", "t9"), ("t3", "t20"), ("r", "g4")):
        way = page.evaluate(f"graphtool.path('{start}', '{end}')")
        assert len(way) - 1 == nx.shortest_path_length(graph, start, end)
        assert nx.is_path(graph, way)
        assert page.evaluate(STATE)["path"] == way
        assert f"{len(way) - 1} ledd" in page.inner_text("#way")


def test_without_a_path_the_map_says_so(opened):
    page = opened("coast")
    assert page.evaluate("graphtool.path('sogne', 'alene')") is None
    assert "ingen vei" in page.inner_text("#way")


def test_hidden_relations_are_no_path(opened):
    page = opened("coast", "#hideRel=MEMBER_OF")
    assert page.evaluate("graphtool.path('sogne', 'nett')") is None


def test_one_municipality_shows_what_concerns_it(opened):
    page = opened("coast")
    page.check("#legend input[data-place=sogne]")
    assert page.evaluate(STATE)["visibleNodes"] == 3  # Søgne, its region, and the network it is in
    assert "mun=sogne" in page.evaluate("location.href")


def test_a_link_opens_the_same_picture(opened):
    page = opened("coast", "#node=nett&hide=Goal&lang=en&theme=dark")
    state = page.evaluate(STATE)
    assert (state["selected"], state["lang"], state["theme"]) == ("nett", "en", "dark")
    assert state["visibleNodes"] == 7
    assert page.inner_text("#panel h2") == "Business network"
    page = opened("coast", "#from=sogne&to=vekst")
    assert page.evaluate(STATE)["path"] == ["sogne", "nett", "snp", "vekst"]


def test_a_broken_link_opens_the_whole_map(opened):
    page = opened("coast", "#node=nobody&hide=Nothing,%E0%A4%A&lang=xx&theme=constructor&mun=%25E0")
    state = page.evaluate(STATE)
    assert (state["visibleNodes"], state["selected"], state["lang"], state["theme"]) == (
        9,
        None,
        "nb",
        "light",
    )
    assert page.complaints == []


@pytest.mark.parametrize(
    ("lang", "words"), [("nn", "Samanhengar"), ("en", "Relations"), ("nb", "Sammenhenger")]
)
def test_the_language_is_switched_in_place(opened, lang, words):
    page = opened("coast")
    page.select_option("#language", lang)
    assert page.get_attribute("html", "lang") == lang
    assert words in page.inner_text("#legend")
    assert page.evaluate(STATE)["lang"] == lang


def test_arrow_keys_go_from_node_to_node(opened):
    page = opened("coast")
    page.evaluate("graphtool.select('snp')")
    page.focus("#map")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(STATE)["selected"] not in (None, "snp")
    page.keyboard.press("Escape")
    assert page.evaluate(STATE)["selected"] is None


def test_tables_hold_every_visible_node_and_relation(opened):
    page = opened("coast")
    page.wait_for_selector("#node-table tbody tr", state="attached")
    assert page.locator("#node-table tbody tr").count() == 9
    assert page.locator("#relation-table tbody tr").count() == 8
    assert "skal eie og koordinere strategien" in page.inner_text("#relation-table")


@pytest.mark.parametrize("theme", ["light", "dark", "bw"])
def test_the_png_is_4k_and_not_blank(opened, theme):
    data = pages.png(opened("coast", f"#theme={theme}"))
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, rows = pages.rows_of(data)
    assert (width, height) == (3840, 2160)
    assert len(rows) > 400


def test_the_svg_holds_every_visible_node_and_edge_in_the_safe_subset(opened):
    page = opened("region 120", "#view=overview")
    page.uncheck(GOALS)
    state = page.evaluate(STATE)
    root = ET.fromstring(page.evaluate("graphtool.svg()").encode())
    ids = [e.get("id", "") for e in root.iter()]
    assert sum(i.startswith("node-") for i in ids) == state["symbols"]
    assert 0 < sum(i.startswith("edge-") for i in ids) <= state["drawn"]["single"]
    told = ("single", "gathered", "waiting", "placed", "inside")
    assert sum(state["drawn"][how] for how in told) == state["visibleEdges"]
    tags = {e.tag.rpartition("}")[2] for e in root.iter()}
    assert tags == {"svg", "title", "rect", "path", "text"}
    assert not any(
        k in ("style", "class", "paint-order") or k.startswith("marker")
        for e in root.iter()
        for k in e.attrib
    )
    words = [e.text for e in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "Samspill i Midt-Trøndelag" in words
    assert "kommuner" in words


def test_the_png_button_downloads_a_file_with_the_map_s_name(opened):
    page = opened("coast")
    with page.expect_download() as download:
        page.click("#png")
    name = download.value.suggested_filename
    assert re.fullmatch(r"kysten-oversikt-\d{4}-\d\d-\d\d\.png", name)


@pytest.mark.parametrize("name", ["coast", "region 120"])
def test_no_words_lie_on_others_or_are_cut_by_the_border(opened, name):
    page = opened(name)
    boxes = page.evaluate("graphtool.labels()")
    frame = page.locator("#map").bounding_box()
    assert len(boxes) > 5
    for n, a in enumerate(boxes):
        assert 0 <= a["x"] <= frame["width"] - a["w"]
        assert 0 <= a["y"] <= frame["height"] - a["h"]
        for b in boxes[n + 1 :]:
            apart = (
                a["x"] + a["w"] <= b["x"]
                or b["x"] + b["w"] <= a["x"]
                or a["y"] + a["h"] <= b["y"] + 2
                or b["y"] + b["h"] <= a["y"] + 2
            )
            assert apart, (a, b)


def test_at_first_sight_every_node_of_a_small_map_is_named(opened):
    page = opened("coast")
    assert {box["id"] for box in page.evaluate("graphtool.labels()")} == set(
        map_graphs.coast().nodes["id"]
    )


def test_hostile_text_is_shown_and_does_nothing(opened):
    page = opened("hostile")
    page.wait_for_selector("#relation-table tbody tr", state="attached")
    for text in map_graphs.HOSTILE:
        found = page.evaluate("text => graphtool.search(text)", text)
        for node in found[:4]:
            page.evaluate("id => graphtool.select(id)", node)
        page.evaluate("id => graphtool.select(id)", " ".join(text.replace(";", "").split()))
        if page.locator("#panel .source").count():
            page.locator("#panel .source").first.click()
    page.fill("#search", map_graphs.HOSTILE[1])
    page.select_option("#language", "nn")
    ET.fromstring(page.evaluate("graphtool.svg()").encode())
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate("window.owned") is None
    assert page.evaluate("Object.prototype.label") is None
    assert page.locator("img, iframe, object, embed, form").count() == 0
    assert page.locator("script:not([type='application/json'])").count() == 2
    links = page.eval_on_selector_all("a[href]", "found => found.map(a => a.protocol)")
    assert set(links) <= {"https:"}
    handlers = """[...document.querySelectorAll('*')].flatMap(element => [...element.attributes])
                    .filter(attribute => attribute.name.startsWith('on')).length"""
    assert page.evaluate(handlers) == 0
    assert page.requests == [page.requests[0]]
    assert page.complaints == []


@pytest.mark.parametrize("name", ["region 500", "region 2300"])
def test_large_maps_draw_what_they_say_they_show(opened, name):
    state = opened(name).evaluate(STATE)
    assert state["firstDraw"] > 0
    if name == "region 500":
        assert state["visibleNodes"] == 500
    else:  # by groups
        assert 2 < state["visibleNodes"] <= partition.MOST


def test_over_the_limit_the_page_says_how_much_it_shows(opened):
    page = opened("region 2300")
    text = page.inner_text("#shown")
    assert "grupper med 2 300 av 2 300 noder".replace(" ", "\u00a0") in text.replace(" ", "\u00a0")


def test_only_a_neighbourhood_can_be_shown(opened):
    page = opened("coast")
    page.evaluate("graphtool.select('snp')")
    page.click("#panel button:has-text('Vis bare dette')")
    assert page.evaluate(STATE)["visibleNodes"] == 3
    assert "Viser 3 av 9 noder" in page.inner_text("#shown")
    page.click("#panel button:has-text('Vis alt igjen')")
    assert page.evaluate(STATE)["visibleNodes"] == 9


@pytest.mark.parametrize("region", ["kristiansandsregionen", "kongsbergregionen"])
def test_the_regions_are_drawn_whole_with_every_node_named(opened, graph_of, region, tmp_path):
    graph = graph_of(region)
    summary = maps.write(graph, tmp_path / "kart.html", maps.Settings(views=("overview",)))
    page = opened(tmp_path / "kart.html")
    state = page.evaluate(STATE)
    assert (state["visibleNodes"], state["visibleEdges"]) == (len(graph.nodes), graph.edge_count)
    assert summary[:2] == (len(graph.nodes), graph.edge_count)
    named = {box["id"] for box in page.evaluate("graphtool.labels()")}
    assert len(named) >= 0.97 * state["symbols"]
    assert page.requests == [page.url]
    assert page.complaints == []


def dragged(page: Any, node: str) -> float:
    """How many pixels a node went to the right when the mouse took it 70 along, as a hand does."""
    before = page.evaluate(f"graphtool.dom('{node}')")
    page.mouse.move(before["x"], before["y"])
    page.mouse.down()
    for step in range(1, 11):
        page.mouse.move(before["x"] + 7 * step, before["y"] + 3 * step)
        page.wait_for_timeout(20)
    page.mouse.up()
    return float(page.evaluate(f"graphtool.dom('{node}')")["x"] - before["x"])


def test_a_node_can_be_dragged_and_takes_its_name_along(opened):
    for _ in range(3):  # on a busy machine a gesture can reach the page as a click; one drags again
        page = opened("coast")
        moved = dragged(page, "vekst")
        if page.evaluate(STATE)["selected"] is None:
            break
    assert 40 < moved < 75  # the first pixels tell a drag from a click
    at = page.evaluate("graphtool.dom('vekst')")
    box = next(b for b in page.evaluate("graphtool.labels()") if b["id"] == "vekst")
    frame = page.locator("#map").bounding_box()
    assert abs(frame["x"] + box["x"] - at["x"]) < 40


def test_letters_fold_on_the_page_as_they_do_in_python(opened):
    letters = [c for c in map(chr, (*range(32, 0x250), *range(0x1E00, 0x1F00))) if c.isalpha()]
    texts = ["Søgne", "Aaland", "Kårstø  Øst", "ÁÁNE", "Straße", "Ŧuŋŋel", *letters]
    page = opened("coast")
    found = page.evaluate("texts => texts.map(graphtool.fold)", texts)
    differ = [t for t, f in zip(texts, found, strict=True) if f != language.searchable(t)]
    assert differ == []


def test_print_shows_the_sheet_on_one_page(opened):
    page = opened("coast")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#paper svg path[id^=node-]").count() == 9
    page.emulate_media(media="print")
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") == 1
    assert page.complaints == []
