"""A report: what its index says, where it leads, and what it leaves alone."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import openpyxl
import pytest
from pptx import Presentation

from graphtool import PlanGraph, queries, report
from graphtool.comparison import Since
from graphtool.errors import GraphtoolError, Problem
from graphtool.maps.settings import Settings
from graphtool.queries.dated import is_dating
from graphtool.report import build, pages
from tests.drawing import drawn


def region() -> PlanGraph:
    """Tinn owns one goal of two, and a person of Tinn leads the network that both belong to."""
    return drawn("""
        Municipality tinn
        Municipality hjartdal
        Actor kari subkind=person
        Actor nettverk subkind=network
        Goal vekst
        Goal bolyst
        Measure bredband
        tinn OWNS vekst
        tinn MEMBER_OF nettverk
        hjartdal MEMBER_OF nettverk
        kari LEADS nettverk
        bredband PART_OF vekst
    """)


class Page(HTMLParser):
    """What a page shows and where it leads."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.text = ""
        self.hidden = 0
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        given = dict(attrs)
        self.hidden += tag in ("style", "script")
        if "id" in given:
            self.ids.add(given["id"])
        if tag == "a":
            self.links.append(given["href"])

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text += data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of `region`, which nobody may change."""
    return made(tmp_path_factory.mktemp("report"), region())


def made(tmp_path: Path, graph: PlanGraph, **wishes: Any) -> Path:
    problems = wishes.pop("problems", ())
    report.write(graph, tmp_path / "report", Settings(**wishes), problems=problems)
    return tmp_path / "report"


def test_the_index_says_who_answers_for_what_and_leads_to_the_table(folder: Path) -> None:
    page = Page(folder / "index.html")
    assert "Ett av 2 mål står uten noen som svarer for det" in page.text
    assert "tables/orphaned-goals.html" in page.links
    assert any(link.startswith("map.html#finding=orphaned-goals-none") for link in page.links)
    assert "bolyst" in Page(folder / "tables" / "orphaned-goals.html").text


def test_what_has_no_findings_says_a_thing_once_and_names_options_as_they_are_typed() -> None:
    goals = drawn("Goal vekst valid_from=2010")
    found = build.asked(goals, as_of="1800")
    told = build.build(goals, found, told=[], shown=[], as_of="1800")
    said = [sentence.text.nb for sentence in told.chapters[0].sentences]
    assert said.count("Ingen mål er i kraft per 1800.") == 1
    notes = build.asked(region())["centralities"].notes
    assert any("(--isolates tar dem med)" in note.nb for note in notes)


def test_how_much_is_undated_is_told_with_the_rows_and_not_by_itself() -> None:
    # In 1800 the parties are there, who are tied without a date, and the plan is not.
    graph = drawn("""
        Goal vekst valid_from=2010
        Municipality rollag
        Actor raad subkind=council
        rollag MEMBER_OF raad
        rollag OWNS raad
    """)
    found = build.asked(graph, as_of="1800")
    assert any(is_dating(answer.notes[0]) for answer in found.values() if answer.notes)
    told = build.build(graph, found, told=[], shown=[], as_of="1800")
    said = [sentence.text for chapter in told.chapters for sentence in chapter.sentences]
    assert said
    assert not any(map(is_dating, said))


def test_every_query_has_its_table(folder: Path) -> None:
    asked = {name for name, query in queries.QUERIES.items() if not query.needs}
    assert {path.stem for path in (folder / "tables").iterdir()} == asked
    links = Page(folder / "index.html").links
    assert {f"tables/{name}.html" for name in asked} <= set(links)


def test_every_link_leads_somewhere(folder: Path) -> None:
    for path in sorted(folder.rglob("*.html")):
        if path.name == "map.html":
            continue
        for link in Page(path).links:
            found = urlsplit(link)
            assert not found.scheme
            target = (path.parent / unquote(found.path)).resolve() if found.path else path
            assert target.is_file(), link
            if found.fragment and target.name != "map.html":
                assert found.fragment in Page(target).ids, link


def test_what_nobody_answers_for_is_to_be_settled_and_so_are_the_problems(tmp_path: Path) -> None:
    wrong = [
        Problem("warning", "guessed-name", "'A og B' is kept as one name", "plan.xlsx", 7, "B")
    ]
    folder = made(tmp_path, region(), problems=wrong)
    text = " ".join(Page(folder / "index.html").text.split())
    assert "Avklar hvem som svarer for disse målene «bolyst» (nå: ingen)" in text
    assert "B: 'A og B' is kept as one name plan.xlsx:7" in text
    assert "«vekst» (nå" not in text


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_no_word_of_the_pages_is_in_another_language(tmp_path: Path, lang: Any) -> None:
    words = {"nb": "Hvem svarer for hva", "nn": "Kven svarer for kva", "en": "Who answers for what"}
    folder = made(tmp_path, region(), lang=lang)
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert f'<html lang="{lang}">' in page
    assert [word for word in words.values() if word in page] == [words[lang]]
    table = (folder / "tables" / "unconnected.html").read_text(encoding="utf-8")
    definition = queries.find("unconnected").definition
    assert [said for said in definition if said in table] == [definition.in_(lang)]


def test_people_are_named_nowhere_where_they_are_not_to_be(tmp_path: Path) -> None:
    folder = made(tmp_path, region(), hide_persons=True)
    for path in folder.rglob("*.*"):
        content = path.read_bytes()
        if path.suffix in (".xlsx", ".pptx"):
            book = zipfile.ZipFile(io.BytesIO(content))
            content = b"".join(book.read(name) for name in book.namelist())
        assert b"kari" not in content.lower(), path


def test_a_name_that_is_markup_stays_a_name(tmp_path: Path) -> None:
    name = '<script>alert(1)</script>=HYPERLINK("x")'
    graph = PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": name}])
    folder = made(tmp_path, graph)
    for path in (folder / "index.html", folder / "tables" / "orphaned-goals.html"):
        assert "<script" not in path.read_text(encoding="utf-8")
        assert name.split("=", maxsplit=1)[0] in Page(path).text
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    cells = [cell for row in book["orphaned-goals"].iter_rows() for cell in row]
    assert name in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "n"}


def test_the_workbook_has_each_table_with_exact_numbers(folder: Path) -> None:
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    asked = {name[:31] for name, query in queries.QUERIES.items() if not query.needs}
    assert asked <= set(book.sheetnames)
    sheet = book["centrality"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    headings = [cell.value for cell in sheet[1]]
    values = dict(zip(headings, (cell.value for cell in sheet[2]), strict=False))
    assert (values["part"], values["nærhet"]) == ("hjartdal", 1)
    link = book["Innhold"]["A1"].hyperlink
    assert link.location == "'orphaned-goals'!A1"


def test_an_earlier_report_is_replaced_and_nothing_else(tmp_path: Path) -> None:
    folder = made(tmp_path, region())
    smaller = PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": "Eneste"}])
    report.write(smaller, folder)
    assert "Eneste" in Page(folder / "index.html").text
    assert sorted(path.name for path in folder.iterdir()) == [
        "index.html",
        "map.html",
        "slides.pptx",
        "tables",
        "tables.xlsx",
    ]


def test_a_folder_that_holds_anything_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(GraphtoolError, match="holds other files; name an empty folder"):
        report.write(region(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    (tmp_path / "beside").mkdir()
    folder = made(tmp_path / "beside", region())
    for mine in (folder / "mine.txt", folder / "tables" / "mine.txt"):
        mine.write_text("mine")
        with pytest.raises(GraphtoolError, match="holds other files"):
            report.write(region(), folder)
        assert mine.read_text() == "mine"
        mine.unlink()
    with pytest.raises(GraphtoolError, match="is a file"):
        report.write(region(), tmp_path / "mine.txt")


def test_without_a_map_the_report_says_so_and_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    found = report.write(PlanGraph.from_tables([], []), folder)
    page = Page(folder / "index.html")
    assert set(found.missing) == {"map.html", "slides.pptx"}
    assert "map.html kunne ikke lages" in page.text
    assert not any("map.html" in link for link in page.links)
    assert not (folder / "map.html").exists()


def test_the_same_graph_gives_the_same_pages(tmp_path: Path, folder: Path) -> None:
    again = made(tmp_path, region())
    for path in folder.rglob("*.html"):
        assert path.read_bytes() == (again / path.relative_to(folder)).read_bytes()


@pytest.mark.parametrize("page", ["index.html", "tables/owners.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_fetched(
    browser: Any, folder: Path, page: str, scheme: Any
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = browser.new_page(viewport={"width": 390, "height": 800}, color_scheme=scheme)
    requests: list[str] = []
    opened.on("request", lambda request: requests.append(request.url))
    opened.goto((folder / page).as_uri())
    assert requests == [(folder / page).as_uri()]
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
    assert "sans-serif" in opened.evaluate("getComputedStyle(document.body).fontFamily")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(opened, options={"runOnly": tags, "resultTypes": ["violations"]})
    assert [one["id"] for one in found.response["violations"]] == []
    opened.close()


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of `region` in one file, with what changed since Tinn owned both goals."""
    path = tmp_path_factory.mktemp("single") / "møte.html"
    report.write_file(region(), path, since=since())
    return path


def since() -> Since:
    before = "Municipality tinn\nGoal vekst\nGoal bolyst\ntinn OWNS vekst\ntinn OWNS bolyst"
    return Since(drawn(before, name="i fjor"))


def test_what_changed_is_told_first_and_leads_to_its_rows_and_its_map(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    report.write(region(), folder, since=since())
    page = Page(folder / "index.html")
    assert "Hvem som svarer, er endret for: «bolyst» (før: tinn, nå: ingen)." in page.text
    assert page.text.index("Hva som er endret") < page.text.index("Hvem svarer for hva")
    assert {"tables/compare.html", "changes.html", "changes.html#finding=compare-owner"} <= set(
        page.links
    )
    assert "bolyst" in Page(folder / "tables" / "compare.html").text
    titles = [slide.shapes.title.text for slide in Presentation(folder / "slides.pptx").slides]
    assert "Hvem som svarer, er endret for: «bolyst» (før: tinn, nå: ingen)" in titles
    assert [
        "i fjor" in (folder / name).read_text(encoding="utf-8")
        for name in ("map.html", "changes.html")
    ] == [False, True]
    assert "compare" in openpyxl.load_workbook(folder / "tables.xlsx").sheetnames
    report.write(region(), folder)
    assert not (folder / "changes.html").exists()
    assert not (folder / "tables" / "compare.html").exists()


def test_only_a_map_is_as_high_as_the_window() -> None:
    style = (pages.PAGE / "report.css").read_text(encoding="utf-8")
    rules = re.findall(r"([^{};]+)\{([^{}]*)\}", style)
    assert [of.strip() for of, rule in rules if "vh" in rule] == [".map iframe"]


def test_people_of_before_are_named_nowhere_either(tmp_path: Path) -> None:
    before = drawn("Municipality tinn\nActor ola subkind=person\nGoal vekst\nola OWNS vekst")
    path = tmp_path / "r.html"
    report.write_file(region(), path, Settings(hide_persons=True), since=Since(before))
    text = path.read_text(encoding="utf-8")
    assert "Hvem som svarer, er endret for" in text
    assert not re.search(r"\b(ola|kari)\b", text, re.IGNORECASE)


def test_one_file_holds_all_and_every_link_leads_somewhere_in_it(single: Path) -> None:
    page = Page(single)
    assert {"table-owners", "table-compare", "map.html", "changes.html"} <= page.ids
    saved = [link for link in page.links if link.startswith("data:")]
    assert len(saved) == 2
    for link in saved:
        assert zipfile.is_zipfile(io.BytesIO(base64.b64decode(link.partition(",")[2])))
    for link in set(page.links) - set(saved):
        assert link.startswith("#"), link
        assert link[1:] in page.ids, link


def test_one_file_without_a_map_says_so_and_is_made(tmp_path: Path) -> None:
    found = report.write_file(PlanGraph.from_tables([], []), tmp_path / "r.html")
    assert set(found.missing) == {"map.html", "slides.pptx"}
    page = Page(tmp_path / "r.html")
    assert "map.html kunne ikke lages" in page.text
    assert "#map.html" not in page.links


def test_a_name_that_is_markup_stays_one_in_one_file(tmp_path: Path) -> None:
    name = "</script><script>alert(1)</script>"
    report.write_file(
        PlanGraph.from_tables([{"id": "g", "kind": "Goal", "name": name}]), tmp_path / "r.html"
    )
    assert "<script>alert" not in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_one_file_shows_its_map_where_a_sentence_leads_and_fetches_nothing(
    browser: Any, single: Path
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    opened = browser.new_page(viewport={"width": 390, "height": 800})
    requests: list[str] = []
    wrong: list[str] = []
    opened.on("request", lambda request: requests.append(request.url))
    opened.on("console", lambda said: wrong.append(said.text))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.goto(single.as_uri())
    for at, (link, words) in enumerate(
        (
            ("finding=orphaned-goals-none", "Ett av 2 mål"),
            ("finding=compare-owner", "Hvem som svarer, er endret"),
        )
    ):
        # By key: the map that has just come scrolls the page, and a click may land beside the link.
        opened.locator(f'a[data-at^="{link}"]').first.press("Enter")
        frame = opened.frame_locator(f"section.map >> nth={at} >> iframe")
        frame.locator("#say", has_text=words).wait_for(state="attached", timeout=120_000)
    assert {url.partition(":")[0] for url in requests} == {"file", "blob"}
    assert [url for url in requests if url.startswith("file")] == [single.as_uri()]
    assert wrong == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = Axe().run(opened, options={"runOnly": tags, "resultTypes": ["violations"]})
    assert [one["id"] for one in found.response["violations"]] == []
    opened.close()
