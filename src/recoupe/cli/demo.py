"""`recoupe demo`: the report of the sample story that ships with Recoupe."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from recoupe.cli.arguments import Labels, Language

DEMO_FILE = Path("recoupe-demo.html")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(write_demo)


def write_demo(
    output: Annotated[Path, typer.Option("--output", "-o")] = DEMO_FILE,
    lang: Language = Labels.FR,
) -> None:
    """Make the report of the sample story: ten invented articles about two invented events."""
    from recoupe.cli.outputs import write_report

    with as_file(files("recoupe") / "sample") as folder:
        write_report([str(folder)], output, None, lang)
