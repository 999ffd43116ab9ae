"""Another program opens the decks: LibreOffice makes pages of them, with all their words."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from tests.slides.conftest import REGIONS, deck, slides_of

TRIED = (*REGIONS, "long names", "crowd", "across borders", "190 cities")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The words of each page of each deck; skipped where there is no LibreOffice, but not in CI."""
    program = shutil.which("soffice")
    folder = tmp_path_factory.mktemp("office")
    files = {name: folder / f"{name.replace(' ', '-')}.pptx" for name in TRIED}
    for name, path in files.items():
        path.write_bytes(deck(name))
    if program:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        subprocess.run([*command, *map(str, files.values())], check=True, capture_output=True)
    if not all(path.with_suffix(".pdf").exists() for path in files.values()):
        reason = "LibreOffice Impress, which opens the decks, is not installed"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return {name: _pages(path.with_suffix(".pdf")) for name, path in files.items()}


def _pages(path: Path) -> list[str]:
    return [_bare(page.extract_text()) for page in pypdf.PdfReader(path).pages]


def _bare(text: str) -> str:
    """The letters alone: a line may be broken anywhere in another program's hands."""
    return re.sub(r"[\s\xad-]+", "", text)


@pytest.mark.combined
@pytest.mark.parametrize("name", TRIED)
def test_every_slide_is_a_page_with_all_its_words(pages, name):
    slides = slides_of(name)
    assert len(pages[name]) == len(slides)
    for page, one in zip(pages[name], slides, strict=True):
        for shape in one.solid:
            if shape.has_text_frame and "‹#›" not in shape.text_frame.text:
                for said in shape.text_frame.paragraphs:
                    assert _bare(said.text) in page, said.text
            for row in shape.table.rows if shape.has_table else ():
                for cell in row.cells:
                    assert _bare(cell.text) in page, cell.text
