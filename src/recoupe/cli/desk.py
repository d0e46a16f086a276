"""Commands that work on the store: add articles, list stories."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from recoupe.cli.arguments import Paths, Processes, Published
from recoupe.cli.exit_codes import Exit
from recoupe.cli.open_desk import open_desk


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("add")(add_articles)
    app.command("import")(import_reports)
    app.command("stories")(list_all)


def add_articles(
    context: typer.Context, paths: Paths, published: Published = None, processes: Processes = 1
) -> None:
    """Add articles to the store; only the stories they touch are told anew."""
    from recoupe.cli.talk import say_dropped, show_progress, tell
    from recoupe.growth import add
    from recoupe.rooms.read import read

    with open_desk(context) as store, show_progress() as progress:
        items = read(paths, published=published)
        grown = add(store, items, processes=processes, progress=progress)
    say_dropped(grown.dropped)
    added, known, stories = len(grown.added), grown.known, len(grown.stories)
    tell("talk.added", added=added, known=known, stories=stories)
    if grown.dropped:
        raise typer.Exit(Exit.PARTIAL)


def import_reports(context: typer.Context, paths: Paths) -> None:
    """Add the articles of reports that somebody sent (.html); each text is checked by its hash."""
    add_articles(context, paths)


def list_all(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """List the stories of the store, the last changed first."""
    from recoupe.cli.speak import speak
    from recoupe.cli.talk import make_inert, tell, write_data
    from recoupe.store.list_stories import Sort, list_stories, place_of

    after = None
    found = False
    with open_desk(context) as store, store.read() as connection:
        while rows := list_stories(connection, after=after):
            found = True
            for row in rows:
                if as_json:
                    write_data(json.dumps(asdict(row), ensure_ascii=False) + "\n")
                else:
                    line = speak(
                        "talk.story_line",
                        id=row.id,
                        articles=f"{row.article_count:4}",
                        origins=f"{row.origin_count:3}",
                        title=row.title,
                    )
                    write_data(make_inert(line) + "\n")
            after = place_of(rows[-1], Sort.CHANGED)
    if not found:
        tell("talk.no_story")
        raise typer.Exit(Exit.NOTHING)
