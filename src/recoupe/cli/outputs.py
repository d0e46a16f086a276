"""`recoupe report` and `recoupe dossier`: from articles to what a reader sees, in one command."""

from __future__ import annotations

import typer

from recoupe.cli.arguments import Labels, Language, Output, Paths, Processes, Published

FORMS = {".html": "html", ".htm": "html", ".md": "markdown", ".json": "json"}


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("report")(write_report)
    app.command("dossier")(write_dossier)


def write_report(
    paths: Paths,
    output: Output = None,
    published: Published = None,
    lang: Language = Labels.FR,
    processes: Processes = 1,
) -> None:
    """Make a report to open (.html), to paste (.md) or to compute with (.json)."""
    form = "markdown" if output is None else FORMS.get(output.suffix.lower())
    if form is None:
        raise typer.BadParameter(
            f"{output} ends neither with .html nor with .md nor with .json.", param_hint="--output"
        )
    _write(paths, output, published, processes, form, lang)


def write_dossier(
    paths: Paths, output: Output = None, published: Published = None, processes: Processes = 1
) -> None:
    """Make the dossier as JSON."""
    _write(paths, output, published, processes, "json", Labels.FR)


def _write(
    paths: Paths, output: Output, published: Published, processes: int, form: str, lang: Labels
) -> None:
    from recoupe.cli.files import write_whole
    from recoupe.cli.making import end_with, make_dossier
    from recoupe.cli.talk import say, write_data
    from recoupe.rooms.report import report

    made = make_dossier(paths, published, processes)
    text = report(made, form, language=lang.value)
    if output is None:
        write_data(text)
    else:
        write_whole(output, text)
        say(f"recoupe: {output}")
    end_with(made)
