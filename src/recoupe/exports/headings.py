"""What columns, tables and headings are called."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.language.labels import read_labels


@dataclass(frozen=True, slots=True)
class Headings:
    """Names for people in one language, or the stable English keys for programs.

    Attributes:
        language: "fr", "en", or None for the keys.
    """

    language: str | None = None

    def column(self, key: str) -> str:
        """What a column is called."""
        return self._name("column", key)

    def table(self, key: str) -> str:
        """What a table or a part of a note is called."""
        return self._name("table", key)

    def _name(self, section: str, key: str) -> str:
        if self.language is None:
            return key
        return read_labels(self.language, "recoupe.exports").say(f"{section}.{key}")
