"""Finds moments in a parsed document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.records import Moment

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_moments(doc: Doc, language: str) -> tuple[Moment, ...]:  # noqa: ARG001
    """The moments of a document, in text order."""
    return ()
