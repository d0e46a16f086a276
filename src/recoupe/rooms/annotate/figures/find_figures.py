"""Finds figures in a parsed document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.records import Figure

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_figures(doc: Doc, language: str) -> tuple[Figure, ...]:  # noqa: ARG001
    """The figures of a document, in text order."""
    return ()
