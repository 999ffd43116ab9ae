"""The options of `graphtool map`: what is written, what of the graph is shown, how it is drawn."""

from __future__ import annotations

import click

from graphtool import pictures
from graphtool.cli.helping import option, option_group
from graphtool.cli.parameters import Input, Output, ViewName
from graphtool.language import Text
from graphtool.maps import options as map_choices
from graphtool.maps import style, views

written = option_group(
    option(
        "-o",
        "--output",
        type=Output(dir_okay=True),
        default="map.html",
        show_default=True,
        help=Text(
            "Skriv kartet til denne filen; endelsen sier som hva: .html det interaktive kartet,"
            " .svg .png .pdf .pptx et bilde av én visning. Eller til en mappe, med --format.",
            "Skriv kartet til denne fila; endinga seier som kva: .html det interaktive kartet, .svg"
            " .png .pdf .pptx eit bilete av éi vising. Eller til ei mappe, med --format.",
            "Write the map to this file, its suffix says as what: .html the interactive map,"
            " .svg .png .pdf .pptx a picture of one view. Or to a folder, with --format.",
        ),
    ),
    option(
        "--format",
        "suffix",
        type=click.Choice([each[1:] for each in pictures.SUFFIXES]),
        help=Text(
            "Bilder i mappen i -o: ett for hver visning, eller med --story ett for hvert steg. Der"
            " skrives ingen fil over som ikke er slik graphtool skrev den.",
            "Bilete i mappa i -o: eitt for kvar vising, eller med --story eitt for kvart steg. Der"
            " blir inga fil skriven over som ikkje er slik graphtool skreiv ho.",
            "Pictures in the folder of -o: one a view, or with --story one a step. No file there is"
            " written over that is not as graphtool wrote it.",
        ),
    ),
    option(
        "--size",
        metavar="16:9|A4|A3|WxH",
        help=Text(
            "Størrelsen på et bilde; BxH er i piksler, som 1600x900. [standard: 16:9]",
            "Storleiken på eit bilete; BxH er i pikslar, som 1600x900. [standard: 16:9]",
            "Of a picture; WxH is in pixels, as 1600x900. [default: 16:9]",
        ),
    ),
    option(
        "--dpi",
        type=click.IntRange(36, 1200),
        help=Text(
            "Punkter per tomme i en .png. [standard: 288, som gjør 16:9 til 3840 x 2160; for BxH"
            " 96]",
            "Punkt per tomme i ei .png. [standard: 288, som gjer 16:9 til 3840 x 2160; for BxH 96]",
            "Dots per inch of a .png. [default: 288, which makes 16:9 3840 x 2160; of WxH 96]",
        ),
    ),
)
shown = option_group(
    option(
        "--view",
        "views",
        type=ViewName(views.names()),
        multiple=True,
        help=Text(
            "Hva som skal vises; gjenta for en visning til i samme fil. Ellers en som kan leses, og"
            " hvorfor den er valgt; en side har de andre ved siden av. Også med navnet den har på"
            " kartet, som oversikt.",
            "Kva som skal visast; gjenta for ei vising til i same fil. Elles ei som kan lesast, og"
            " kvifor ho er vald; ei side har dei andre ved sida av. Også med namnet ho har på"
            " kartet, som oversyn.",
            "What to show; again for a further view in the same file. By default one that can be"
            " read, and says why; a page has the others beside it. Also by the name that it has on"
            " the map, in any of the languages.",
        ),
    ),
    option(
        "--focus",
        metavar="NODE",
        help=Text(
            "Bare det som ligger rundt denne noden (id eller navn).",
            "Berre det som ligg rundt denne noden (id eller namn).",
            "Only what lies around this node (id or name).",
        ),
    ),
    option(
        "--hops",
        type=click.IntRange(min=1),
        default=2,
        show_default=True,
        help=Text("Hvor mange steg rundt den.", "Kor mange steg rundt han.", "How far around it."),
    ),
    option(
        "--kinds",
        metavar="KIND,...",
        help=Text(
            "Bare disse typene noder, som Goal,Measure.",
            "Berre desse typane nodar, som Goal,Measure.",
            "Only these kinds of nodes, as Goal,Measure.",
        ),
    ),
    option(
        "--relations",
        metavar="RELATION,...",
        help=Text(
            "Bare disse sammenhengene, som OWNS,LEADS.",
            "Berre desse samanhengane, som OWNS,LEADS.",
            "Only these relations, as OWNS,LEADS.",
        ),
    ),
)
drawn = option_group(
    option(
        "--compare",
        type=Input(),
        metavar="SOURCE|DATE",
        help=Text(
            "Merk det som er kommet til, fjernet eller endret siden dette datasettet, eller siden"
            " denne dagen (med --as-of for den seneste).",
            "Merk det som er kome til, fjerna eller endra sidan dette datasettet, eller sidan denne"
            " dagen (med --as-of for den seinaste).",
            "Mark what was added, removed or changed since this dataset, or since this day (with"
            " --as-of for the later one).",
        ),
    ),
    option(
        "--size-by",
        type=click.Choice(map_choices.SIZES),
        default="none",
        help=Text(
            "Hva størrelsen på et symbol står for; ellers det som visningen sier.",
            "Kva storleiken på eit symbol står for; elles det som visinga seier.",
            "What a symbol's size stands for; by default what the view says.",
        ),
    ),
    option(
        "--colour-by",
        type=click.Choice(map_choices.COLOURINGS),
        default="kind",
        show_default=True,
        help=Text(
            "Hva fargen på et symbol står for.",
            "Kva fargen på eit symbol står for.",
            "What a symbol's colour stands for.",
        ),
    ),
    option(
        "--group-by",
        type=click.Choice(map_choices.GROUPINGS),
        default="plan",
        show_default=True,
        help=Text(
            "Hva som står sammen i oversikten.",
            "Kva som står saman i oversynet.",
            "What stands together in the overview.",
        ),
    ),
    option(
        "--borders",
        type=Input(),
        metavar="FILE",
        help=Text(
            "GeoJSON med kommunegrenser (WGS 84), i stedet for de offisielle.",
            "GeoJSON med kommunegrenser (WGS 84), i staden for dei offisielle.",
            "GeoJSON with the borders of municipalities (WGS 84), instead of the official ones.",
        ),
    ),
)
opened = option_group(
    option(
        "--positions",
        type=Input(),
        metavar="FILE",
        help=Text(
            "Et tidligere kart: det som står i begge, flytter seg så lite som mulig.",
            "Eit tidlegare kart: det som står i begge, flyttar seg så lite som råd.",
            "An earlier map: what is in both moves as little as can be.",
        ),
    ),
    option(
        "--title",
        help=Text(
            "Tittelen på kartet; ellers datasettets.",
            "Tittelen på kartet; elles den som datasettet har.",
            "Title of the map; by default the dataset's.",
        ),
    ),
    option(
        "--theme",
        type=click.Choice(style.THEMES),
        default="light",
        show_default=True,
        help=Text(
            "Hvordan det ser ut når det åpnes.",
            "Korleis det ser ut når det blir opna.",
            "How it looks when it is opened.",
        ),
    ),
)
