"""What was left out, and why."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records.reason import NO_REASON, Reason


@dataclass(frozen=True, slots=True, order=True)
class Dropped:
    """One item that a room could not use.

    Attributes:
        source: Path, address or id of the item, with its position in a collection
            ("press.jsonl:12").
        stage: The room that left it out ("read", "clean", ...).
        why: A plain sentence for a reader, starting with a short reason
            ("not an article: 403 page"); in French, whatever the interface speaks.
        reason: The same for programs and for other languages.
    """

    source: str
    stage: str
    why: str
    reason: Reason = NO_REASON
