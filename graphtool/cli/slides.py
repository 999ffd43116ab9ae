"""`graphtool slides SOURCE -o deck.pptx`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphtool import slides
from graphtool.cli import comparing, drawing
from graphtool.cli.counting import counted
from graphtool.cli.helping import option
from graphtool.cli.options import (
    as_of_option,
    hide_persons_option,
    language_option,
    municipality_option,
    source_argument,
)
from graphtool.cli.parameters import Input, Output, ViewName
from graphtool.cli.parameters import command as make
from graphtool.cli.sources import read, talk
from graphtool.errors import GraphtoolError
from graphtool.language import Said, Text, together
from graphtool.maps import views as map_views

if TYPE_CHECKING:
    from graphtool.language import Language

_ONE_OF = Text(
    "--query, --view og --story gir hver sin fil; velg én av dem",
    "--query, --view og --story gir kvar si fil; vel éin av dei",
    "--query, --view and --story are for a deck each; choose one of them",
)
_WHOLE = Text(
    "--compare er for hele presentasjonen; utelat --query, --view, --story og --municipality",
    "--compare er for heile presentasjonen; utelat --query, --view, --story og --municipality",
    "--compare is for the whole deck; leave --query, --view, --story and --municipality out",
)
_OWN_LAYOUTS = Text(
    "--append bruker oppsettene i presentasjonen selv; utelat --template",
    "--append bruker oppsetta i presentasjonen sjølv; utelat --template",
    "--append uses the layouts of the deck itself; leave --template out",
)


MORE = Text(
    "Former, tabeller og limte linjer som PowerPoint selv har og kan redigere; setningene som "
    "de bygger på, står i notatene. Det som det ikke er noe å si om, er utelatt.",
    "Former, tabellar og limte linjer som PowerPoint sjølv har og kan redigere; setningane som "
    "dei byggjer på, står i notata. Det som det ikkje er noko å seie om, er utelate.",
    "Native shapes, tables and glued lines that can be edited; the sentences that they rest on "
    "are in the notes. What has nothing to say is left out.",
)


@make("graphtool slides data/kongsbergregionen -o deck.pptx", MORE, tells=True)
@source_argument
@option(
    "-o",
    "--output",
    type=Output(slides.SUFFIXES),
    help=Text(
        "Skriv lysbildene til denne filen; ellers til slides.pptx, eller til presentasjonen i"
        " --append.",
        "Skriv lysbileta til denne fila; elles til slides.pptx, eller til presentasjonen i"
        " --append.",
        "Write the slides to this file; slides.pptx, or the deck of --append, by default.",
    ),
)
@option(
    "--append",
    type=Output(slides.SUFFIXES),
    metavar="DECK",
    help=Text(
        "Føy lysbildene til etter dem i denne .pptx-filen, på dens egne oppsett.",
        "Føy lysbileta til etter dei i denne .pptx-fila, på oppsetta som ho har.",
        "Add the slides after those of this .pptx, on its own layouts.",
    ),
)
@option(
    "--template",
    type=Input(),
    metavar="FILE",
    help=Text(
        "En .pptx eller .potx som gir mal, skrifter og farger til lysbildene.",
        "Ei .pptx eller .potx som gir mal, skrifter og fargar til lysbileta.",
        "A .pptx or .potx whose master, fonts and colours the slides are made on.",
    ),
)
@option(
    "--query",
    "queries",
    metavar="NAME",
    multiple=True,
    help=Text(
        "Bare et lysbilde av svaret på dette spørsmålet; gjenta for flere.",
        "Berre eit lysbilete av svaret på dette spørsmålet; gjenta for fleire.",
        "Only a slide of this query's answer; again for several.",
    ),
)
@option(
    "--view",
    "views",
    type=ViewName(map_views.names()),
    multiple=True,
    help=Text(
        "Bare et lysbilde av denne visningen av kartet, som overview eller oversikt; gjenta for"
        " flere.",
        "Berre eit lysbilete av denne visinga av kartet, som overview eller oversyn; gjenta for"
        " fleire.",
        "Only a slide of this view of the map; again for several.",
    ),
)
@option(
    "--compare",
    metavar="OLD",
    help=Text(
        "Også hva som er endret siden GAMMEL: et annet datasett, eller en dag før --as-of.",
        "Også kva som er endra sidan GAMMAL: eit anna datasett, eller ein dag før --as-of.",
        "Also what changed since OLD: another dataset, or a day before --as-of.",
    ),
)
@option(
    "--story",
    type=Input(),
    metavar="FILE",
    help=Text(
        "Bare et lysbilde for hvert steg i denne fortellingen.",
        "Berre eit lysbilete for kvart steg i denne forteljinga.",
        "Only a slide a step of this story.",
    ),
)
@municipality_option
@hide_persons_option
@as_of_option
@language_option
def command(
    *,
    source: str,
    output: str | None,
    append: str | None,
    template: str | None,
    queries: tuple[str, ...],
    views: tuple[str, ...],
    compare: str | None,
    story: str | None,
    municipalities: tuple[str, ...],
    hide_persons: bool,
    as_of: str | None,
    lang: Language,
) -> None:
    """Writes a deck, and says what its slides are titled."""
    from pathlib import Path

    from graphtool.maps import Settings
    from graphtool.maps.story.read import read as read_story
    from graphtool.queries import find as known

    for name in queries:
        known(name)  # an unknown name is answered before anything is read
    if sum(map(bool, (queries, views, story))) > 1:
        raise GraphtoolError(Said(_ONE_OF))
    if compare is not None and (queries or views or story or municipalities):
        raise GraphtoolError(Said(_WHOLE))
    if append and template:
        raise GraphtoolError(Said(_OWN_LAYOUTS))
    output = output or append or "slides.pptx"
    graph = read(source)
    master = Path(template) if template else None
    onto = Path(append) if append else None
    if views or story:
        told = read_story(Path(story), graph, as_of=as_of) if story else None
        settings = Settings(
            views=views,
            story=told,
            lang=lang,
            as_of=as_of,
            hide_persons=hide_persons,
            municipalities=municipalities,
        )
        made = slides.write_map(graph, Path(output), settings, template=master, onto=onto)
    else:
        before = comparing.since(graph, compare, as_of)
        made = slides.write(
            graph,
            Path(output),
            language=lang,
            as_of=as_of,
            hide_persons=hide_persons,
            template=master,
            queries=queries,
            compared=before.until(graph, as_of) if before else None,
            onto=onto,
            municipalities=municipalities,
        )
    titles = [f"  {title}" for title in made.titles]
    narrowed = drawing.narrowed(graph, as_of, municipalities)
    talk([together([f"{output}: ", counted(len(titles), "slide")]), *titles, *narrowed])
