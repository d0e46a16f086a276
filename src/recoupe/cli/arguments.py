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


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Articles (.txt, .html, .jsonl, .csv, .xlsx), archives (.zip, .warc, .wacz), folders "
        "of them, or - for stdin.",
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="File to write; stdout where none is given.")
]
Published = Annotated[
    str | None,
    typer.Option(help="Publication date (ISO 8601) of articles for which nothing better is known."),
]
Processes = Annotated[
    int,
    typer.Option(
        min=1,
        help="How many processes work side by side; the result is the same. "
        "It pays from some hundred articles on.",
    ),
]
Language = Annotated[Labels, typer.Option("--lang", help="Language of the labels.")]
