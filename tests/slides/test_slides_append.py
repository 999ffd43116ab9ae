"""Slides after those of somebody's own deck, which is as it was, or is left alone."""

from __future__ import annotations

import copy
from pathlib import Path

import pptx
import pytest

from graphtool import slides
from graphtool.errors import GraphtoolError
from graphtool.maps import Settings
from graphtool.slides.writing import appending
from graphtool.slides.writing.file import Ground
from tests.slides import graphs
from tests.slides.reading import opened

SECTIONS = (
    '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    '<p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst'
    ' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section'
    ' name="Vårt" id="{{11111111-1111-1111-1111-111111111111}}"><p14:sldIdLst>'
    '<p14:sldId id="{0}"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """4:3, Verdana, two slides of which one is taken out again, and a section."""
    made = pptx.Presentation()
    theme = made.slide_master.part.part_related_by(pptx.opc.constants.RELATIONSHIP_TYPE.THEME)
    theme._blob = theme.blob.replace(b'typeface="Calibri"', b'typeface="Verdana"')
    for title in ("Den første", "Den andre"):
        made.slides.add_slide(made.slide_layouts[1]).shapes.title.text = title
    ids = made.slides._sldIdLst
    made.part.drop_rel(ids[0].rId)
    ids.remove(ids[0])
    made.part._element.append(pptx.oxml.parse_xml(SECTIONS.format(ids[0].get("id"))))
    made.core_properties.title = "Vårt styre"
    path = tmp_path / "styre.pptx"
    made.save(str(path))
    return path


def titles(path: Path) -> list[str]:
    return [slide.shapes.title.text for slide in opened(path.read_bytes()).slides]


def test_slides_come_after_those_that_are_there_on_the_deck_s_own_layouts(ours):
    before = opened(ours.read_bytes())
    own = copy.deepcopy(before.slides[0]._element)
    made = slides.write(graphs.one_goal(), ours, onto=ours)
    after = opened(ours.read_bytes())
    assert titles(ours) == ["Den andre", *made.titles]
    assert (after.slide_width, after.slide_height) == (before.slide_width, before.slide_height)
    assert after.core_properties.title == "Vårt styre"
    shown = pptx.oxml.xmlchemy.serialize_for_reading
    assert shown(own) == shown(after.slides[0]._element)
    masters = {slide.slide_layout.slide_master.part.partname for slide in after.slides}
    assert len(masters) == 1


def test_new_slides_are_in_the_last_section(ours):
    slides.write_map(graphs.one_goal(), ours, Settings(views=("overview",), told=()), onto=ours)
    made = opened(ours.read_bytes())
    root = made.part._element
    listed = [e.get("id") for e in root.iter(f"{{{appending._SECTIONS}}}sldId")]
    assert listed == [each.get("id") for each in made.slides._sldIdLst]
    assert len(listed) == 2


def test_twice_adds_twice_and_the_same_gives_the_same_bytes(ours, tmp_path):
    other = tmp_path / "annen.pptx"
    for path in (tmp_path / "en.pptx", other):
        slides.write(graphs.one_goal(), path, onto=ours)
    assert other.read_bytes() == (tmp_path / "en.pptx").read_bytes()
    once = len(titles(other))
    slides.write(graphs.one_goal(), other, onto=other)
    assert len(titles(other)) == 2 * once - 1
    assert titles(ours) == ["Den andre"]


@pytest.mark.parametrize("lock", ["~$styre.pptx", ".~lock.styre.pptx#"])
def test_a_deck_that_is_open_elsewhere_is_left_alone(ours, lock, english):
    ours.with_name(lock).write_bytes(b"Kari")
    before = ours.read_bytes()
    with pytest.raises(GraphtoolError, match="open in another program"):
        slides.write(graphs.one_goal(), ours, onto=ours)
    assert ours.read_bytes() == before


def test_a_deck_that_changes_meanwhile_is_left_alone(ours, monkeypatch, english):
    first = ours.read_bytes()
    real = Ground.of

    def saved_by_another(template, onto):
        found = real(template, onto)
        ours.write_bytes(first + b"\0")
        return found

    monkeypatch.setattr(Ground, "of", saved_by_another)
    with pytest.raises(GraphtoolError, match="changed while the slides were made"):
        slides.write(graphs.one_goal(), ours, onto=ours)
    assert ours.read_bytes() == first + b"\0"


def test_what_is_no_deck_is_refused(tmp_path, english):
    path = tmp_path / "styre.pptx"
    path.write_text("Vårt styre", encoding="utf-8")
    with pytest.raises(GraphtoolError, match="no PowerPoint presentation"):
        slides.write(graphs.one_goal(), path, onto=path)
    with pytest.raises(GraphtoolError, match="cannot be read"):
        slides.write(graphs.one_goal(), path, onto=tmp_path / "borte.pptx")
    assert path.read_text(encoding="utf-8") == "Vårt styre"
