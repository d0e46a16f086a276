"""The command that adds articles by their addresses."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from recoupe.cli import visiting
from recoupe.cli.arguments import Published
from recoupe.cli.exit_codes import Exit
from recoupe.cli.open_desk import open_desk


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("fetch")(fetch)


def fetch(
    context: typer.Context,
    addresses: Annotated[list[str], typer.Argument()],
    published: Published = None,
    has_right: visiting.HasRight = False,
    trusted: visiting.TrustedHosts = None,
    unverified: visiting.UnverifiedHosts = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Fetch articles and add them to the store; a changed one becomes a new version."""
    from recoupe.cli.talk import say_dropped, show_progress, tell, write_data

    visitor = visiting.make_visitor(
        has_right=has_right, trusted_hosts=trusted, unverified_hosts=unverified
    )
    from recoupe.feeds.add_addresses import add_addresses

    with open_desk(context) as store, show_progress() as progress:
        grown = add_addresses(store, visitor, addresses, published=published, progress=progress)
    say_dropped(grown.dropped)
    if as_json:
        for article in grown.added:
            write_data(json.dumps({"article": article}) + "\n")
    added, known, stories = len(grown.added), grown.known, len(grown.stories)
    tell("talk.added", added=added, known=known, stories=stories)
    if grown.dropped:
        raise typer.Exit(Exit.PARTIAL if added or known else Exit.NOTHING)
