"""What a reader sees: the report room."""

from __future__ import annotations

from recoupe.records import Dossier
from recoupe.rooms.report.dossier_json import render_json


def report(dossier: Dossier, form: str = "json", *, language: str = "fr") -> str:  # noqa: ARG001
    """The dossier as text.

    Args:
        dossier: What was found.
        form: "json".
        language: Language of the labels, "fr" or "en".

    Raises:
        ValueError: The form is not known.
    """
    if form == "json":
        return render_json(dossier)
    raise ValueError(f"Unknown form {form!r}.")
