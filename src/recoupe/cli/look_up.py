"""`recoupe show` and `recoupe search`: find something in the store and look at it."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from recoupe.cli.exit_codes import Exit
from recoupe.cli.open_desk import open_desk

AsJson = Annotated[bool, typer.Option("--json")]
Values = Annotated[list[str] | None, typer.Option()]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("show")(show)
    app.command("search")(search_words)


def show(
    context: typer.Context,
    item: Annotated[str, typer.Argument()],
    as_json: AsJson = False,
) -> None:
    """Show a story, article, claim, difference, statement or figure of the store as people see it."""
    from recoupe.cli.explain import explain_item
    from recoupe.cli.talk import make_inert, tell, write_data
    from recoupe.decisions import show_story
    from recoupe.records import Dossier
    from recoupe.rooms.report.dossier_json import dossier_to_json, escape_surrogates
    from recoupe.store.find_item import find_story_with

    with open_desk(context) as store, store.read() as connection:
        story_id = find_story_with(connection, item)
        found = show_story(connection, story_id) if story_id else None
    if found is None:
        tell("talk.nothing_named", id=item)
        raise typer.Exit(Exit.NOTHING)
    story = found.shown.story
    dossier = Dossier(found.shown.articles, (story,), ())
    # An id from before the story grew leads to what it is now.
    if as_json:
        tree = dossier_to_json(dossier)
        picked = _pick(tree, item) or _pick(tree, story.id)
        write_data(escape_surrogates(json.dumps(picked, ensure_ascii=False, indent=2)) + "\n")
    else:
        lines = list(explain_item(dossier, item)) or list(explain_item(dossier, story.id))
        write_data(make_inert("\n".join(lines)) + "\n")


def search_words(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument()],
    kind: Annotated[list[str] | None, typer.Option()] = None,
    outlet: Values = None,
    speaker: Values = None,
    story: Values = None,
    since: Annotated[str | None, typer.Option()] = None,
    until: Annotated[str | None, typer.Option()] = None,
    limit: Annotated[int, typer.Option(min=1)] = 20,
    as_json: AsJson = False,
) -> None:
    """Search articles, statements, claims and figures; the words in any of their forms."""
    import msgspec

    from recoupe.cli.speak import speak
    from recoupe.cli.talk import make_inert, tell, write_data
    from recoupe.store.search import ItemKind, SearchQuery, search

    try:
        kinds = tuple(ItemKind(each) for each in kind or ())
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--kind") from error
    asked = " ".join(words)
    query = SearchQuery(
        words=asked,
        kinds=kinds,
        outlets=tuple(outlet or ()),
        speakers=tuple(speaker or ()),
        stories=tuple(story or ()),
        day_from=since,
        day_to=until,
        limit=limit,
    )
    with open_desk(context) as store, store.read() as connection:
        page = search(connection, query)
    for hit in page.hits:
        if as_json:
            write_data(msgspec.json.encode(hit).decode() + "\n")
            continue
        snippet = "".join(f"[{text}]" if marked else text for text, marked in hit.snippet.pieces())
        line = speak(
            "store.hit",
            kind=speak(f"thing.{hit.kind}"),
            id=hit.id,
            outlet=hit.outlet or "—",
            published=hit.published or "—",
        )
        write_data(make_inert(f"{line}\n    {' '.join(snippet.split())}") + "\n")
    if not page.hits:
        tell("store.no_hit", words=asked)
        raise typer.Exit(Exit.NOTHING)
    tell("store.found_least" if page.is_cut else "store.found", n=page.total)


def _pick(tree: Any, id_: str) -> Any:
    """The first object of a JSON tree with an id; None where there is none."""
    if isinstance(tree, dict):
        if tree.get("id") == id_:
            return tree
        tree = list(tree.values())
    if isinstance(tree, list):
        for branch in tree:
            if (found := _pick(branch, id_)) is not None:
                return found
    return None
