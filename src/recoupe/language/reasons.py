"""Reasons why something was left out, in the words of a language."""

from __future__ import annotations

from recoupe.language.labels import LANGUAGES, read_labels
from recoupe.records.dropped import Dropped
from recoupe.records.reason import Reason


def word_reason(reason: Reason, language: str = LANGUAGES[0]) -> str:
    """The sentence of a reason.

    Raises:
        KeyError: The catalogue has no such reason, or a detail is missing.
        ValueError: The interface does not speak the language.

    Example:
        >>> word_reason(Reason("no_words"), "en")
        'empty: no text'
    """
    labels = read_labels(language, "recoupe.language")
    return labels.say(f"reason.{reason.code}", **dict(reason.details))


def word_why(why: str, reason: Reason, language: str) -> str:
    """A reason as it was kept, in a language; the sentence as it stands where no code was kept."""
    if not reason.code or language == LANGUAGES[0]:
        return why
    return word_reason(reason, language)


def leave_out(source: str, stage: str, reason: Reason) -> Dropped:
    """One item that a room could not use, with its reason in French and as a code.

    Args:
        source: Path, address or id of the item, with its position in a collection.
        stage: The room that leaves it out.
        reason: Why.
    """
    return Dropped(source, stage, word_reason(reason), reason)
