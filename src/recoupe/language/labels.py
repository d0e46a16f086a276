"""The words of an interface in one language, read from `labels/<language>.toml` of a package."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup, escape

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Labels:
    """What the interface says in one language.

    Attributes:
        language: "fr" or "en".
        tables: The labels, by section and key.
    """

    language: str
    tables: dict[str, Any]

    def say(self, key: str, **parts: object) -> str:
        r"""The label with its parts filled in; a `Markup` part makes the whole a `Markup`.

        Args:
            key: Section and name, "chain.articles".
            **parts: What stands for the names in braces; `n` chooses singular or plural.

        Raises:
            KeyError: There is no such label, or a part is missing.

        Example:
            >>> read_labels("fr", "recoupe.rooms.report").say("count.articles", n=2)
            '2\xa0articles'
        """
        section, name = key.split(".", 1)
        label = self.tables[section][name]
        if isinstance(label, dict):
            label = label["one" if self._is_singular(parts["n"]) else "many"]
        if not parts:
            return str(label)
        shown = {
            name: self.number(part) if isinstance(part, int | float) else part
            for name, part in parts.items()
        }
        if any(isinstance(part, Markup) for part in shown.values()):
            return escape(label).format(**shown)
        return str(label).format(**shown)

    def __call__(self, key: str, **parts: object) -> str:
        """The same as `say`, for templates."""
        return self.say(key, **parts)

    def _is_singular(self, number: object) -> bool:
        """French counts 0, 1 and 1,5 as singular, English only 1."""
        assert isinstance(number, int | float)
        return abs(number) < 2 if self.language == "fr" else number == 1

    def number(self, value: float) -> str:
        r"""A number in the typography of the language, with two decimals at most.

        Example:
            >>> read_labels("fr", "recoupe.rooms.report").number(1200.5)
            '1\u202f200,5'
            >>> read_labels("en", "recoupe.rooms.report").number(1200.5)
            '1,200.5'
        """
        whole = f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")
        marks = self.tables["number"]
        return whole.translate({ord(","): marks["thousands"], ord("."): marks["decimal"]})


@cache
def read_labels(language: str, *packages: str) -> Labels:
    """The labels that packages have in a language; a section of a later package replaces one.

    Args:
        language: "fr" or "en".
        *packages: Packages with a folder `labels`.

    Raises:
        ValueError: The interface does not speak the language.
    """
    if language not in LANGUAGES:
        message = f"No labels for {language!r}; there are {', '.join(LANGUAGES)}."
        raise ValueError(message)
    tables: dict[str, Any] = {}
    for package in packages:
        path = files(package).joinpath("labels", f"{language}.toml")
        tables.update(tomllib.loads(path.read_text("utf-8")))
    return Labels(language, tables)
