"""Screenshots of every view on both regions, to be looked at: `python -m tests.maps.pictures`.

Into build/pictures: 1440 x 900 in the light theme, and of the first region one in the dark, one in
black and white, and one with the evidence open. `--readme` writes the picture of the README.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from graphtool import formats, maps
from tests.conftest import FLAGS
from tests.maps.pages import REGIONS, VIEWS

ROOT = Path(__file__).parents[2]
README = ROOT / "data" / "map-kristiansandsregionen.png"
MORE = {
    "overview-dark": "#theme=dark",
    "overview-bw": "#theme=bw",
    "ownership-dark": "#view=ownership&theme=dark",
    "goals-bw": "#view=goals&theme=bw",
    "overview-panel": "#node=songdalen",
    "collaboration-panel": "#view=collaboration&node=vennesla",
}
"""Further pictures of the first region, by the end of their names."""


def picture(browser: Any, path: Path, address: str, target: Path) -> None:
    """One screenshot, when the map stands still."""
    size = {"width": 1440, "height": 900}
    page = browser.new_page(viewport=size, reduced_motion="reduce")
    page.goto(path.as_uri() + address)
    page.wait_for_function("() => window.graphtool && window.graphtool.ready", timeout=60_000)
    page.wait_for_timeout(300)
    page.screenshot(path=target)
    page.close()


def readme(browser: Any, path: Path) -> None:
    """The README's picture: the overview."""
    picture(browser, path, "#view=overview", README)


def every(browser: Any, files: dict[str, Path], folder: Path) -> None:
    """All pictures, in a folder that is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for region, path in files.items():
        for view in VIEWS:
            picture(browser, path, f"#view={view}", folder / f"{region}-{view}.png")
    region, path = next(iter(files.items()))
    for name, address in MORE.items():
        picture(browser, path, address, folder / f"{region}-{name}.png")


def main() -> None:
    """Draw both regions and photograph them."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--folder", type=Path, default=ROOT / "build" / "pictures")
    asked.add_argument("--readme", action="store_true", help=f"only {README.name}")
    given = asked.parse_args()
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        sys.exit("no chromium: apt-get install chromium")
    with tempfile.TemporaryDirectory() as made, sync_playwright() as driver:
        files = {region: Path(made) / f"{region}.html" for region in REGIONS}
        for region in REGIONS[:1] if given.readme else REGIONS:
            maps.write(formats.read(ROOT / "data" / region).graph, files[region])
        browser = driver.chromium.launch(executable_path=found, args=[*FLAGS])
        if given.readme:
            readme(browser, files[REGIONS[0]])
        else:
            every(browser, files, given.folder)
            print(f"{len(list(given.folder.glob('*.png')))} pictures in {given.folder}")
        browser.close()


if __name__ == "__main__":
    main()
