"""Arguments and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Labels(StrEnum):
    """Language of the labels."""

    FR = "fr"
    EN = "en"


Paths = Annotated[list[str], typer.Argument()]
Output = Annotated[Path | None, typer.Option("--output", "-o")]
Published = Annotated[str | None, typer.Option()]
Processes = Annotated[
    int,
    typer.Option(
        min=1,
    ),
]
Language = Annotated[Labels, typer.Option("--lang")]
