"""`recoupe check-language`: whether a language pack keeps the promises of its own examples."""

from __future__ import annotations

from typing import Annotated

import typer

from recoupe.cli.exit_codes import Exit


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check-language")(check)


def check(
    language: Annotated[str, typer.Argument(help="Code of the language, for example fr.")],
) -> None:
    """Check every entry of a language pack against its examples and counter-examples."""
    from recoupe.cli.talk import tell, write_data
    from recoupe.language.check import check_language, count_entries

    problems = check_language(language)
    for problem in problems:
        write_data(f"{problem}\n")
    entries, faults = count_entries(language), len(problems)
    tell("talk.language_checked", language=language, entries=entries, faults=faults)
    if problems:
        raise typer.Exit(Exit.ERROR)
