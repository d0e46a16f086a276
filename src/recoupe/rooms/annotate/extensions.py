"""The attributes that Recoupe's components read from and write to a spaCy document.

A component works in anyone's pipeline: where nothing has been set, the whole text is one article
of unknown date.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

# Read: publication date (ISO), title, and the paragraphs that are article text (char offsets).
# Written: tuples of records whose spans are char offsets into doc.text.
DEFAULTS: dict[str, Any] = {
    "recoupe_published": None,
    "recoupe_title": None,
    "recoupe_paragraphs": None,
    "recoupe_mentions": (),
    "recoupe_statements": (),
    "recoupe_figures": (),
    "recoupe_moments": (),
}


def register_extensions() -> None:
    """Register the attributes once; calling it again changes nothing."""
    for name, default in DEFAULTS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
