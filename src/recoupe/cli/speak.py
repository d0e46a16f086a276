"""What the command line says, in the language of its user."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextvars import ContextVar

from recoupe.language.labels import LANGUAGES, read_labels

_CHOSEN: ContextVar[str | None] = ContextVar("chosen_language", default=None)


def choose_language(language: str | None) -> None:
    """Speak this language from here on; None follows the environment."""
    _CHOSEN.set(language)


def find_language() -> str:
    """The chosen language, else that of the environment, else French."""
    chosen = _CHOSEN.get()
    if chosen:
        return chosen
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "")[:2].lower()
        if code in LANGUAGES:
            return code
    return LANGUAGES[0]


def speak(key: str, **parts: object) -> str:
    """A label of the command line with its parts filled in.

    Example:
        >>> choose_language("en")
        >>> speak("talk.no_article")
        'no article read'
        >>> choose_language(None)
    """
    return read_labels(find_language(), "recoupe.cli").say(key, **parts)


def find_words(section: str) -> Mapping[str, object]:
    """The labels of one section of the catalogue, by name."""
    words: Mapping[str, object] = read_labels(find_language(), "recoupe.cli").tables[section]
    return words
