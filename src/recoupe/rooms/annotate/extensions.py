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


def text_of(doc: Doc) -> str:
    """The text of a document, kept with it: spaCy joins it from its tokens each time it is asked."""
    text: str | None = doc.user_data.get("recoupe_text")
    if text is None:
        text = doc.user_data["recoupe_text"] = doc.text
    return text


def paragraphs_of(doc: Doc) -> tuple[tuple[int, int], ...]:
    """The char offsets of the paragraphs that are article text, in text order."""
    given = doc._.recoupe_paragraphs
    if given is not None:
        return tuple(given)
    spans: list[tuple[int, int]] = []
    at = 0
    for line in text_of(doc).splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped)
            spans.append((start, start + len(stripped)))
        at += len(line)
    return tuple(spans)
