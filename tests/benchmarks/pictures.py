"""How quickly decks are made, and maps are pictures; of 100 nodes beside matplotlib.

`python -m tests.benchmarks.pictures` prints a Markdown table. matplotlib is for this comparison
only: `pip install matplotlib` first. It draws the same nodes, lines and names at the places that
our layout found, with names over each other, and no legend.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from graphtool import formats
from graphtool.maps import Settings, excerpt
from graphtool.maps.build import build
from graphtool.maps.scene import Scene
from graphtool.pictures import paper
from graphtool.pictures.format import Shot
from graphtool.pictures.writing import pdf, png, svg
from graphtool.slides.build import build as deck
from graphtool.slides.writing import file as slides
from tests.benchmarks.measure import Line, as_markdown, medians, worked
from tests.maps.graphs import region

NODES, TURNS = 100, 3
HALF = 0.5
"""Of matplotlib's time, at most."""
DATA, REGIONS = Path(__file__).parents[2] / "data", ("kongsbergregionen", "kristiansandsregionen")
MANY = 2000
DECKS, LARGE = 2.0, 5.0
"""Processor seconds for the decks of both regions, and for a picture of so many nodes, at most."""


def matplotlib_png(scene: Scene) -> bytes:
    """The scene by networkx and matplotlib."""
    import matplotlib

    matplotlib.use("Agg")
    import networkx as nx
    from matplotlib import pyplot

    graph = nx.MultiDiGraph([(line.source, line.target) for line in scene.lines])
    graph.add_nodes_from(symbol.node.id for symbol in scene.symbols)
    places = {symbol.node.id: (symbol.x, -symbol.y) for symbol in scene.symbols}
    names = {symbol.node.id: symbol.words.nb for symbol in scene.symbols}
    figure = pyplot.figure(figsize=(3840 / 288, 2160 / 288), dpi=288)
    nx.draw_networkx(graph, places, labels=names, node_size=40, font_size=6)
    out = io.BytesIO()
    figure.savefig(out, format="png")
    pyplot.close(figure)
    return out.getvalue()


def decks() -> Iterator[Line]:
    """The decks of both regions, from their folders to their bytes."""
    read = [DATA / name for name in REGIONS]

    def made() -> None:
        for folder in read:
            slides.written(deck(formats.read(folder).graph))

    [taken] = medians(worked(made), runs=TURNS)
    told, target = f"{taken:.2f} s", f"at most {DECKS} s"
    yield Line("decks of both regions", "", told, target, taken <= DECKS)


def large() -> Line:
    """A map of many, of which most is folded, as it is asked for on the command line."""
    graph, settings = region(MANY), Settings(views=("overview",), is_single=True, told=())
    of_picture = replace(settings, is_openable=False)

    def made() -> None:
        found = build(graph, of_picture)
        png.written([Shot(found, excerpt.whole(found.scenes[0]), paper.SCREEN)])

    [taken] = medians(worked(made), runs=TURNS)
    what = f"{MANY} nodes, folded, as PNG of 3840 × 2160"
    return Line(what, "", f"{taken:.2f} s", f"at most {LARGE} s", taken <= LARGE)


def measured() -> Iterator[Line]:
    """Ours beside matplotlib's, in processor seconds."""
    yield from decks()
    yield large()
    made = build(region(NODES), Settings(views=("overview",), told=()))
    shot = Shot(made, excerpt.whole(made.scenes[0]), paper.SCREEN)
    what = f"{NODES} nodes as PNG of 3840 × 2160"
    if find_spec("matplotlib") is None:
        yield Line(what, "", "no matplotlib: pip install matplotlib")
        return
    matplotlib_png(made.scenes[0])  # its first figure looks for fonts
    ours, theirs = medians(
        worked(lambda: png.written([shot])),
        worked(lambda: matplotlib_png(made.scenes[0])),
        runs=TURNS,
    )
    share = ours / theirs
    told = f"{ours:.2f} s, {share:.0%} of {theirs:.2f} s"
    yield Line(what, "matplotlib", told, f"at most {HALF:.0%}", share <= HALF)
    for name, write in (("SVG", svg.written), ("PDF", pdf.written)):
        [taken] = medians(worked(partial(write, [shot])), runs=TURNS)
        yield Line(f"{NODES} nodes as {name}", "", f"{taken:.2f} s")


if __name__ == "__main__":
    sys.stdout.write(as_markdown(list(measured())) + "\n")
