"""Slides on somebody's own master: found by its placeholders, whatever it is called and however."""

from __future__ import annotations

import io
import zipfile
from itertools import combinations
from pathlib import Path

import pptx
import pytest
from pptx.oxml.ns import qn

from graphtool import slides
from graphtool.maps.settings import Settings
from graphtool.slides.build import build
from graphtool.slides.writing.file import written
from tests.drawing import drawn
from tests.slides import graphs
from tests.slides.reading import opened, place, read


def saved(made, path: Path) -> Path:
    made.save(str(path))
    return path


def company(path: Path) -> Path:
    """4:3, named layouts in another order, a slide of its own, Verdana."""
    made = pptx.Presentation()
    theme = made.slide_master.part.part_related_by(pptx.opc.constants.RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', b'typeface="Verdana"')
    made.slides.add_slide(made.slide_layouts[1]).shapes.title.text = "Our old slide"
    made.slide_layouts[5].name = "Bare overskrift"
    return saved(made, path)


def bare(path: Path) -> Path:
    """One layout without any placeholder."""
    made = pptx.Presentation()
    for layout in list(made.slide_layouts)[:6] + list(made.slide_layouts)[7:]:
        made.slide_layouts.remove(layout)
    for shape in list(made.slide_layouts[0].placeholders):
        shape._element.getparent().remove(shape._element)
    return saved(made, path)


def template(path: Path) -> Path:
    """A .potx, as PowerPoint saves a template."""
    ordinary = company(path.with_suffix(".pptx"))
    with zipfile.ZipFile(ordinary) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(b"presentation.main+xml", b"template.main+xml")
            new.writestr(name, part)
    return path


@pytest.mark.parametrize(
    ("make", "name"), [(company, "mal.pptx"), (bare, "bar.pptx"), (template, "mal.potx")]
)
def test_every_slide_has_a_title_and_nothing_overlaps(tmp_path, make, name):
    deck = build(graphs.answered())
    made = opened(written(deck, make(tmp_path / name)))
    assert [slide.shapes.title.text for slide in made.slides] == [s.title for s in deck.slides]
    for one in map(read, made.slides):
        assert all(shape.text_frame.text for shape in one.solid if shape.is_placeholder)
        for shape in one.solid:
            assert shape.top >= 0
            assert shape.top + shape.height <= made.slide_height
            assert shape.left + shape.width <= made.slide_width
        for first, other in combinations(one.solid, 2):
            assert not place(first).overlaps(place(other)), (first.name, other.name)


def test_the_layout_with_a_title_and_nothing_else_is_used_and_old_slides_are_gone(tmp_path):
    made = opened(written(build(graphs.one_goal()), company(tmp_path / "mal.pptx")))
    names = [slide.slide_layout.name for slide in made.slides]
    assert names[0] == "Title Slide"
    assert set(names[1:]) == {"Bare overskrift"}
    with zipfile.ZipFile(
        io.BytesIO(written(build(graphs.one_goal()), tmp_path / "mal.pptx"))
    ) as all_:
        assert not any(b"Our old slide" in all_.read(name) for name in all_.namelist())


def test_a_matrix_that_is_wider_than_the_slides_goes_on_on_the_next(tmp_path):
    goals = [f"Vekst {n}" for n in range(29)]
    graph = drawn(
        "Municipality v name=Vennesla\n"
        + "\n".join(f'Goal g{n} name="{name}"\nv OWNS g{n}' for n, name in enumerate(goals))
    )
    path = tmp_path / "m.pptx"
    settings = Settings(views=("matrix",))
    told = slides.write_map(graph, path, settings, template=company(tmp_path / "mal.pptx"))
    made = opened(path.read_bytes())
    assert (len(told.deck.slides), len(made.slides)) == (1, 2)
    assert [title[-9:] for title in told.titles] == [" (1 av 2)", " (2 av 2)"]
    tables = [shape for slide in made.slides for shape in slide.shapes if shape.has_table]
    assert all(table.left + table.width <= made.slide_width for table in tables)
    heads = [cell.text for table in tables for cell in list(table.table.rows[0].cells)[1:]]
    assert sorted(name.replace("\n", " ") for name in heads) == sorted(goals)


def test_a_wide_font_is_given_more_room(tmp_path):
    narrow, wide = (
        [
            box.height / int(next(box._element.iter(qn("a:rPr"))).get("sz"))
            for one in map(read, opened(data).slides)
            for box in one.boxes
            if box.text_frame.text == "Flere i arbeid"
        ]
        for data in (
            written(build(graphs.answered())),
            written(build(graphs.answered()), company(tmp_path / "mal.pptx")),
        )
    )
    assert min(wide) > max(narrow)
