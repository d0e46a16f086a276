"""Make a dossier for a command, with progress and with what was left out said aloud."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import typer

from recoupe.cli.exit_codes import Exit
from recoupe.cli.talk import say_dropped, show_progress, tell
from recoupe.records import Dossier


def make_dossier(paths: Sequence[str], published: str | None, processes: int = 1) -> Dossier:
    """The dossier of the paths; progress and losses go to stderr.

    Raises:
        typer.BadParameter: The publication date is not ISO 8601.
    """
    if published is not None:
        try:
            date.fromisoformat(published[:10])
        except ValueError as error:
            raise typer.BadParameter(
                f"{published!r} is not an ISO 8601 date.", param_hint="--published"
            ) from error
    from recoupe.flow import dossier

    with show_progress() as progress:
        made = dossier(paths, published=published, processes=processes, progress=progress)
    say_dropped(made.dropped)
    return made


def end_with(made: Dossier) -> None:
    """End the command as the dossier says: nothing found, partial, or well.

    Raises:
        typer.Exit: Unless all is well.
    """
    if not made.articles:
        tell("talk.no_article")
        raise typer.Exit(Exit.NOTHING)
    if made.dropped:
        raise typer.Exit(Exit.PARTIAL)
