"""What was left out, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Dropped:
    """One item that a room could not use.

    Attributes:
        source: Path, address or id of the item, with its position in a collection
            ("press.jsonl:12").
        stage: The room that left it out ("read", "clean", ...).
        why: A plain sentence for a reader, starting with a short reason
            ("not an article: 403 page").
    """

    source: str
    stage: str
    why: str
