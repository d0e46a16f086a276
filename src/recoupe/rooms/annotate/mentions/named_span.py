"""A stretch of text that names somebody or something."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records import EntityKind


@dataclass(frozen=True, slots=True, order=True)
class NamedSpan:
    """Tokens that name something.

    Attributes:
        start: First token.
        end: One past the last token.
        kind: What is named.
        name: Canonical name from a table, else the words as printed.
        known: Whether a table gave the name.
    """

    start: int
    end: int
    kind: EntityKind
    name: str
    known: bool = False
