"""`recoupe check-language`: whether a language pack keeps the promises of its own examples."""

from __future__ import annotations

from typing import Annotated

import typer

from recoupe.cli.exit_codes import Exit


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check-language")(check)


def check(
    language: Annotated[str, typer.Argument()],
) -> None:
    """Check every entry of a language pack against its examples and counter-examples."""
    from recoupe.cli.speak import speak
    from recoupe.cli.talk import tell, write_data
    from recoupe.language.check import check_language, count_entries

    problems = check_language(language)
    for fault in problems:
        says = "talk.finds" if fault.is_found else "talk.does_not_find"
        line = speak(says, table=fault.table, entry=repr(fault.key), text=repr(fault.text))
        write_data(f"{line}\n")
    entries, faults = count_entries(language), len(problems)
    tell("talk.language_checked", language=language, entries=entries, faults=faults)
    if problems:
        raise typer.Exit(Exit.ERROR)
