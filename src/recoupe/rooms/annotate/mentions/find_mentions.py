"""Finds mentions in a parsed document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.records import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_mentions(doc: Doc, language: str) -> tuple[Mention, ...]:  # noqa: ARG001
    """The mentions of a document, in text order."""
    return ()
