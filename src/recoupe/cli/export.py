"""`recoupe export`: a dossier in formats that other programs read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from recoupe.cli.arguments import Labels, Output, Published
from recoupe.cli.exit_codes import Exit
from recoupe.cli.open_desk import open_desk

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from recoupe.records import Dossier

Story = Annotated[str | None, typer.Option()]
Headers = Annotated[Labels | None, typer.Option()]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export_dossier)


def export_dossier(
    context: typer.Context,
    format_name: Annotated[str, typer.Argument()],
    paths: Annotated[list[str] | None, typer.Argument()] = None,
    story: Story = None,
    output: Output = None,
    headers: Headers = None,
    published: Published = None,
) -> None:
    """Write the store, one of its stories, or articles from files in another format."""
    from recoupe.cli.files import write_whole
    from recoupe.cli.making import end_with, make_dossier
    from recoupe.cli.talk import tell, write_data
    from recoupe.exports import FORMATS, export

    form = FORMATS.get(format_name)
    if form is None:
        raise typer.BadParameter(f"one of {', '.join(FORMATS)}.", param_hint="FORMAT")
    if paths and story:
        raise typer.BadParameter("goes with the store, not with paths.", param_hint="--story")
    if output is None and not form.is_text and sys.stdout.isatty():
        raise typer.BadParameter("is needed: this is no text.", param_hint="--output")
    made = make_dossier(paths, published) if paths else _load(context, story)
    if not made.articles:
        tell("export.nothing")
        raise typer.Exit(Exit.NOTHING)
    content = export(made, format_name, headers=headers.value if headers else None)
    if output is None:
        write_data(content)
    else:
        write_whole(output, content)
        counts = {"articles": len(made.articles), "stories": len(made.stories)}
        tell("export.written", path=str(output), **counts)
    end_with(made)


def _load(context: typer.Context, story_id: str | None) -> Dossier:
    """A story of the store, or all of them, as people see them."""
    from recoupe.cli.talk import tell
    from recoupe.decisions import show_story
    from recoupe.records import Dossier

    with open_desk(context) as store, store.read() as connection:
        if story_id is None:
            return _load_all(connection)
        found = show_story(connection, story_id)
    if found is None:
        tell("export.no_story", id=story_id)
        raise typer.Exit(Exit.NOTHING)
    return Dossier(found.shown.articles, (found.shown.story,))


def _load_all(connection: Connection) -> Dossier:
    from recoupe.decisions import show_story
    from recoupe.records import Dossier
    from recoupe.store.load import list_ids, load_light_articles

    shown = [
        found.shown
        for id_ in _walk_stories(connection)
        if (found := show_story(connection, id_)) is not None
    ]
    articles = {article.id: article for each in shown for article in each.articles}
    alone = [id_ for _, id_ in list_ids(connection) if id_ not in articles]
    articles.update((article.id, article) for article in load_light_articles(connection, alone))
    stories = (each.story for each in shown)
    return Dossier(
        tuple(sorted(articles.values(), key=lambda each: (each.published or "", each.id))),
        tuple(sorted(stories, key=lambda story: (-len(story.articles), story.id))),
    )


def _walk_stories(connection: Connection) -> Iterator[str]:
    from recoupe.store.list_stories import Sort, list_stories, place_of

    after = None
    while rows := list_stories(connection, sort=Sort.DAY, after=after):
        yield from (row.id for row in rows)
        after = place_of(rows[-1], Sort.DAY)
