"""The words of the report in one language."""

from __future__ import annotations

from recoupe.language.labels import LANGUAGES, Labels, read_labels

__all__ = ["LANGUAGES", "Labels", "load_labels"]


def load_labels(language: str) -> Labels:
    """The labels of a language.

    Raises:
        ValueError: The interface does not speak it.
    """
    return read_labels(language, "recoupe.rooms.report")
