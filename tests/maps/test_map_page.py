"""The map as a file: what it holds, that it is safe and whole, and the same every time."""

from __future__ import annotations

import hashlib
import html as html_
import re
from itertools import combinations

import pytest

from graphtool import maps, schema
from graphtool.algorithms.contrast import contrast
from graphtool.errors import GraphtoolError
from graphtool.graph import PlanGraph
from graphtool.hyphenation import ways
from graphtool.language import Text
from graphtool.maps import Settings, filters, network, places, style
from graphtool.maps.edges import EdgeList
from graphtool.maps.texts import FACTS, TEXTS
from tests.maps import graphs as map_graphs
from tests.maps.pages import data_of

SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in network.PAGE.glob("*.js")}


@pytest.fixture(scope="module")
def coast() -> str:
    return maps.html(map_graphs.coast())


def test_the_data_block_holds_nodes_and_edges(coast):
    data = data_of(coast)
    sogne = next(node for node in data["nodes"] if node["id"] == "sogne")
    assert (sogne["label"], sogne["kind"], sogne["find"]) == (
        "Søgne",
        "Municipality",
        "sogne sogne kommune",
    )
    assert ["nett", "snp", "OWNS", "planned"] in [edge[:4] for edge in data["edges"]]
    assert len(data["edges"]) == map_graphs.coast().edge_count


def test_several_assertions_are_one_edge_with_all_of_them(coast):
    (owns,) = [edge for edge in data_of(coast)["edges"] if edge[2] == "OWNS"]
    assert [found["quote"] for found in owns[4]] == [
        "ønskjer å eige",
        "skal eie og koordinere strategien",
    ]


def test_the_page_is_ascii_where_a_parser_could_be_misled(coast):
    block = re.search(r'id="gt-data">(.*?)</script>', coast)[1]
    assert block.isascii()
    assert not re.search(r"[<>&]", block)
    assert network.vis_network().isascii()


def test_the_policy_allows_only_the_scripts_and_style_that_are_there(coast):
    policy = html_.unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', coast)[1])
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert not re.search("unsafe|http", policy)
    inline = re.findall(r"<script>(.*?)</script>", coast, re.DOTALL) + re.findall(
        r"<style>(.*?)</style>", coast, re.DOTALL
    )
    assert len(inline) == 3  # vis-network, the page's own script, its style
    assert all(network.digest(text) in policy for text in inline)


def test_vis_network_is_the_one_that_was_looked_at():
    digest = hashlib.sha256(network.vis_network().encode()).hexdigest()
    assert digest == "6faef159ad15f7172b85e78fbcd80bc9652bec9544edd48a9130904747dbb97b"


@pytest.mark.parametrize("key", [*TEXTS, *FACTS])
def test_texts_are_complete_in_three_languages(key):
    text = (TEXTS | FACTS)[key]
    assert all(words.strip() for words in text)
    fields = [set(re.findall(r"\{(\w+)\}", words)) for words in text]
    assert fields[0] == fields[1] == fields[2]


def test_every_text_is_used_and_every_used_text_is_there():
    code = "\n".join(SCRIPTS.values())
    said = re.findall(r'words\(\s*"(\w+)"(\s*\+)?', code)
    whole = {key for key, more in said if not more}
    begun = {key for key, more in said if more}  # words("field_" + field)
    named = whole | set(re.findall(r'"(\w+)"', code))
    begun_with = {key for key in TEXTS for start in begun if key.startswith(start)}
    python = {"others", "no_script", "smaller_groups", "rest_of_group", "other_groups"}
    python |= {"answered", "unanswered", "fold_more", "fold_group"}
    numbers = {f"{key}_1" for key in named | python}  # counted(n, "n_added")
    by_name = set(style.THEMES) | {"nb", "nn", "en"}
    assert set(TEXTS) - named - numbers - begun_with - python - by_name == set()
    assert whole <= set(TEXTS)
    assert all(any(key.startswith(start) for key in TEXTS) for start in begun)


def test_the_scripts_never_read_text_as_markup_or_code():
    for name, code in SCRIPTS.items():
        found = re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
            r"|setTimeout\(\s*[\"']",
            code,
        )
        assert not found, (name, found)


def test_every_shape_relation_and_modality_has_a_look():
    assert {kind.shape for kind in schema.KINDS.values()} <= set(style.SHAPES)
    assert list(style.MARKS) == list(schema.MODALITIES)
    assert len(set(style.MARKS.values())) == len(style.MARKS)
    lines = [relation.line for relation in schema.RELATIONS.values()]
    assert {line.arrow for line in lines} <= set(style.ARROWS)
    assert {line.family for line in lines} <= set(style.COLOURS["light"])


def test_no_two_relations_look_alike_without_colour():
    for one, other in combinations(schema.RELATIONS.values(), 2):
        a, b = one.line, other.line
        assert a.dash != b.dash or a.arrow != b.arrow, (one.name, other.name)


def test_the_style_sheet_has_no_colour_of_its_own():
    rules = re.findall(r"{([^{}]*)}", (network.PAGE / "page.css").read_text(encoding="utf-8"))
    assert len(rules) > 80
    own = r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|color|color-mix)a?\(|: ?(?:white|black|red)\b"
    assert [found for rule in rules for found in re.findall(own, rule, re.IGNORECASE)] == []


def test_every_colour_is_used():
    asked = set(re.findall(r"var\(--(\w+)\)", (network.PAGE / "page.css").read_text("utf-8")))
    code = "\n".join(SCRIPTS.values())
    asked |= set(re.findall(r"\b(?:palette\(\)|colours)\.(\w+)", code))
    asked |= {
        name
        for names in re.findall(r"{ ([^{}]*) } = palette\(\)", code)
        for name in re.findall(r"(\w+)(?::|,|$)", names)
    }
    asked |= {relation.line.family for relation in schema.RELATIONS.values()}
    asked |= {colour for _, colour in style.BADGES.values()}
    asked |= {str(look["colour"]) for look in style.CHANGES.values()}
    assert set(style.COLOURS["light"] | style.CONTROLS["light"]) - asked == set()
    assert style.CONTROLS["light"].keys() == style.CONTROLS["dark"].keys()
    assert style.CONTROLS["light"].keys() == style.CONTROLS["bw"].keys()


@pytest.mark.parametrize("theme", style.THEMES)
def test_lines_words_and_symbols_stand_out_in_every_theme(theme):
    colours = style.COLOURS[theme]
    assert colours.keys() == style.COLOURS["light"].keys()
    for ground in ("page", "hull", "panel"):
        for family in {each.line.family for each in schema.RELATIONS.values()} | {
            "bundle",
            "outline",
        }:
            assert contrast(colours[family], colours[ground]) >= 3, (family, ground)
        for words in ("ink", "soft", "accent"):
            assert contrast(colours[words], colours[ground]) >= 4.5, (words, ground)


def test_an_empty_graph_is_refused_with_its_name():
    with pytest.raises(GraphtoolError, match="'tom' has no nodes to show"):
        maps.html(PlanGraph.from_tables([], name="tom"))


def test_a_day_gives_the_map_of_that_day():
    page = maps.html(map_graphs.coast(), Settings(as_of="2024"))
    data = data_of(page)
    assert "sogne" not in [node["id"] for node in data["nodes"]]
    assert data["meta"]["asOf"] == "2024"


def test_title_notes_language_and_theme_are_taken_over():
    notes = [Text("en merknad", "ein merknad", "a note")]
    asked = Settings(title="Mitt <kart>", lang="nn", theme="dark", notes=notes)
    page = maps.html(map_graphs.coast(), asked)
    assert '<html lang="nn" data-theme="dark">' in page
    assert "<title>Mitt &lt;kart&gt;</title>" in page
    assert data_of(page)["meta"]["notes"] == [["en merknad", "ein merknad", "a note"]]


def test_writing_leaves_what_was_there_when_it_fails(tmp_path, monkeypatch):
    path = tmp_path / "kart.html"
    path.write_text("the old map", encoding="utf-8")
    monkeypatch.setattr(network, "escaped_json", lambda value: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        maps.write(map_graphs.coast(), path)
    assert [p.name for p in tmp_path.iterdir()] == ["kart.html"]
    assert path.read_text(encoding="utf-8") == "the old map"


def test_writing_gives_the_same_as_the_text_and_a_summary(tmp_path, coast):
    summary = maps.write(map_graphs.coast(), tmp_path / "kart.html")
    assert (tmp_path / "kart.html").read_bytes() == coast.encode()
    assert summary[:4] == (9, 8, 9, 8)
    assert summary.view == "overview"
    assert not summary.is_cut
    assert [p.name for p in tmp_path.iterdir()] == ["kart.html"]


def test_over_the_limit_the_most_connected_are_kept():
    graph = map_graphs.region(60)
    content = EdgeList.of(graph).content()
    kept = filters.most_connected(content, 10)
    assert len(kept.nodes) == 10
    degree = dict(graph.to_networkx().degree())
    least = min(degree[node] for node in kept.nodes)
    assert all(degree[node] <= least for node in set(content.nodes) - set(kept.nodes))
    assert {end for source, target, _ in kept.edges for end in (source, target)} <= set(kept.nodes)
    assert filters.most_connected(content, 60) is content


def test_the_callers_graph_is_left_alone():
    graph, same = map_graphs.coast(), map_graphs.coast()
    maps.html(graph)
    assert graph == same


def test_a_municipality_concerns_its_ties_and_their_parts():
    graph = map_graphs.coast()
    ids = graph.nodes["id"].tolist()
    found = places.places(graph)
    assert {ids[n] for n in found[ids.index("sogne")]} == {"sogne", "nett", "r"}
    assert {ids[n] for n in found[ids.index("r")]} == {"r", "sogne", "kristiansand", "nett"}


def test_a_filter_by_municipality_keeps_who_answers_for_what_is_shown(opened):
    """Without them all goals would look as if nobody answered: three have a named party."""
    page = opened("kristiansandsregionen", "#view=ownership&mun=vennesla", width=1280, height=720)
    names = {label["id"] for label in page.evaluate("graphtool.labels()")}
    assert {
        "naeringsnettverket",
        "group-prosjektpartnerne",
        "business-region-kristiansand",
    } <= names
    assert "smartskog-as" not in names  # leads what concerns Birkenes only
    assert "det som henger på. Utelatt:" in page.text_content("#left")
    assert page.text_content("#shown").endswith("bare det som angår Vennesla")
    assert "bare det som angår Vennesla" in page.evaluate("graphtool.svg()")


def test_a_map_of_a_municipality_is_titled_so_and_says_what_is_left_out(tmp_path, opened):
    graph = map_graphs.coast()
    path = tmp_path / "kart.html"
    maps.write(graph, path, Settings(municipalities=("sogne",), views=("overview",)))
    page = opened(path)
    assert page.text_content("#title") == "Kysten – Søgne"
    assert page.text_content("#shown").endswith("bare det som angår Søgne: 6 av 9 noder er utelatt")
    maps.write(graph, path, Settings(municipalities=("sogne",), title="Mitt", views=("overview",)))
    page = opened(path)
    assert page.text_content("#title") == "Mitt"  # as it was asked for


@pytest.mark.parametrize("view", ["chain", "goals", "ownership", "overview", "dependencies"])
def test_a_long_word_is_whole_or_broken_at_a_joint_but_not_cut(opened, view):
    """Kongsbergregionsamarbeidet, of 26 letters, on a projector."""
    page = opened("kongsbergregionen", f"#view={view}", width=1280, height=720)
    words = re.findall(r">([^<]*Kongsbergreg[^<]*)</text>", page.evaluate("graphtool.svg()"))
    broken = [word for word in words if word.endswith(("…", "-"))]
    assert words
    assert set(broken) <= {"Kongsbergregion-"}


def test_a_part_too_long_for_its_line_is_broken_between_syllables(opened):
    """Not as "modernisering-sdepartementet", though "moderniserings-" has no room in its column."""
    page = opened("kristiansandsregionen", "#view=chain", width=1280, height=720)
    texts = re.findall(r">([^<]*)</text>", page.evaluate("graphtool.svg()"))
    names = page.evaluate("JSON.parse(document.getElementById('gt-data').textContent).breaks")
    begun = {f"{word[:at]}-" for word in names for way in ways(word) for at in way}
    begun |= {  # and what follows a first break
        f"{word[start:at]}-" for word in names for way in ways(word) for start in way for at in way
    }
    broken = {text.split(" ")[-1] for text in texts if re.search(r"\w-$", text)}
    assert broken
    assert broken <= begun
