"""Whose words a headline quotes: those of the person whom the text quotes with the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recoupe.rooms.annotate.draft import Draft

# A quotation of fewer words (« un scandale ») may be anybody's.
ECHO_WORDS = 3


def find_echo(text: str, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A headline's draft that names nobody, with the speaker of the words it repeats; else itself.

    « Incendie à Lomère : « On a tout perdu » » is the farmer's whom the text quotes, and nobody's
    where the text does not repeat the words.
    """
    words = _read_words(text, draft)
    if draft.subject is not None or len(words.split()) < ECHO_WORDS:
        return draft
    for other in drafts:
        if other.subject is None or other.content[0].start <= draft.content[-1].end:
            continue
        if f" {words} " in f" {_read_words(text, other)} ":
            return replace(
                draft, subject=other.subject, subject_head=other.subject_head, continues=False
            )
    return draft


def _read_words(text: str, draft: Draft) -> str:
    """The words of what is said, without marks and case."""
    said = " ".join(piece.cut(text) for piece in draft.content).casefold()
    return " ".join("".join(ch if ch.isalnum() else " " for ch in said).split())
