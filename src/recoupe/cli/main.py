"""The `recoupe` command: what it can do, and how its errors end."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from recoupe.cli import (
    check_language,
    decisions,
    demo,
    desk,
    explain,
    export,
    feeds,
    fetch,
    look_up,
    outputs,
    rooms,
    upkeep,
)
from recoupe.cli.arguments import Labels
from recoupe.cli.exit_codes import Exit
from recoupe.cli.speak import choose_language
from recoupe.cli.write_help import HelpGroup, HelpTyper
from recoupe.errors import RecoupeError
from recoupe.own_process import start_no_threads
from recoupe.version import VERSION

app = HelpTyper(
    name="recoupe",
    cls=HelpGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"recoupe {VERSION}\n")
        raise typer.Exit


def _choose(lang: Labels | None) -> Labels | None:
    """Eager, so that the help that is asked for behind it speaks the language."""
    choose_language(lang.value if lang else None)
    return lang


@app.callback()
def _main(
    context: typer.Context,
    store: Annotated[str | None, typer.Option()] = None,
    lang: Annotated[Labels | None, typer.Option(callback=_choose, is_eager=True)] = None,  # noqa: ARG001
    version: Annotated[  # noqa: ARG001 (its callback has acted by then)
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    """Hold several press reports of one event against each other."""
    context.obj = store


outputs.register(app)
rooms.register(app)
demo.register(app)
desk.register(app)
fetch.register(app)
feeds.register(app)
look_up.register(app)
upkeep.register(app)
decisions.register(app)
explain.register(app)
export.register(app)
check_language.register(app)


def run() -> None:
    """Run the command; a known trouble ends with one line, its hint and exit code 1."""
    from recoupe.cli.talk import say, tell

    start_no_threads()
    try:
        app()
    except RecoupeError as error:
        say(f"recoupe: {error}")
        if error.hint:
            say(f"recoupe: {error.hint}")
        sys.exit(Exit.ERROR)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(Exit.ERROR)
    except KeyboardInterrupt:
        tell("talk.interrupted")
        sys.exit(130)
