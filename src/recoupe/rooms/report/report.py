"""What a reader sees: the report room."""

from __future__ import annotations

from recoupe.records import Dossier
from recoupe.rooms.report.dossier_json import render_json
from recoupe.rooms.report.load_labels import load_labels

FORMS = ("json", "markdown", "html")


def report(dossier: Dossier, form: str = "json", *, language: str = "fr") -> str:
    """The dossier as text.

    Args:
        dossier: What was found.
        form: "json" (version 1 of the dossier format, never localised), "markdown" (the short
            form, to paste into a note) or "html" (one file with everything; it can be switched to the
            other language).
        language: Language of the labels, "fr" or "en"; the words of the articles stay as they are.

    Returns:
        The text with a newline at its end, the same for the same dossier and version; spans count
        Unicode code points.

    Raises:
        ValueError: The form or the language is not known.
        EvidenceError: A span does not lie in its text.

    Example:
        >>> print(report(Dossier((), ()), "json").splitlines()[1])
         "format": "recoupe-dossier",
    """
    load_labels(language)
    if form == "json":
        return render_json(dossier)
    if form == "html":
        # Jinja and the views are loaded only by those who want them.
        from recoupe.rooms.report.render_html import render_html

        return render_html(dossier, language)
    if form == "markdown":
        from recoupe.rooms.report.render_markdown import render_markdown

        return render_markdown(dossier, language)
    message = f"Unknown form {form!r}; there are {', '.join(FORMS)}."
    raise ValueError(message)
