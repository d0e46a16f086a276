"""Finds statements in a parsed document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoupe.records import Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_statements(doc: Doc, language: str) -> tuple[Statement, ...]:  # noqa: ARG001
    """The statements of a document, in text order."""
    return ()
