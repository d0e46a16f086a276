"""The help of every command is in the catalogue, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from recoupe.cli.speak import choose_language
from recoupe.cli.write_help import GROUPS
from recoupe.language.labels import LANGUAGES, read_labels
from recoupe.start import app

WHOLE: Any = typer.main.get_command(app)


def walk(command: Any, *path: str) -> Iterator[tuple[str, ...]]:
    yield path
    for name, each in getattr(command, "commands", {}).items():
        yield from walk(each, *path, name)


def flatten(text: str) -> str:
    """One line without hyphens, at which lines are cut too."""
    return "".join(text.split()).replace("-", "")


COMMANDS = list(walk(WHOLE))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_has_its_help(path: tuple[str, ...], language: str) -> None:
    told = CliRunner().invoke(app, ["--lang", language, *path, "--help"], env={"COLUMNS": "300"})
    choose_language(None)
    assert told.exit_code == 0, told.output
    tables = read_labels(language, "recoupe.cli").tables
    name = "_".join(path).replace("-", "_") or "recoupe"
    assert flatten(tables["commands"][name]) in flatten(told.output)
    assert flatten(tables["parameters"]["help"]) in flatten(told.output)


def test_every_command_stands_in_one_group() -> None:
    grouped = [name for names in GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(WHOLE.commands)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["--help"], "Emploi\u00a0: recoupe [OPTIONS] COMMANDE …"),
        (["--lang", "en", "--help"], "Usage: recoupe [OPTIONS] COMMAND …"),
        (["export", "--help"], "[OPTIONS] FORMAT [CHEMIN…]"),
        (["demo", "--help"], "[sans rien\u00a0: recoupe-demo.html]"),
        (["show"], "recoupe show [OPTIONS] ID"),
    ],
)
def test_help_speaks_the_language(asked: list[str], words: str) -> None:
    environment = {"LANG": "fr_FR.UTF-8", "LC_ALL": "", "LC_MESSAGES": ""}
    told = CliRunner().invoke(app, asked, prog_name="recoupe", env=environment)
    choose_language(None)
    assert flatten(words) in flatten(told.output)
