"""Language packs: TOML tables of words, each entry with examples, counter-examples and a source."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from recoupe.errors import PackError

RESERVED = frozenset({"pattern", "lemma", "examples", "counter_examples", "source"})


@dataclass(frozen=True)
class Entry:
    """One line of a table.

    Attributes:
        table: Name of its table, for messages.
        pattern: Regular expression that finds the entry in a text, case ignored unless it says
            otherwise; None for entries that are found by lemma.
        lemma: Dictionary form that finds the entry in a parsed text, or None.
        examples: Texts it must be found in.
        counter_examples: Texts it must not be found in.
        source: Dictionary, grammar or corpus it rests on.
        data: What else the entry says (stance, kind, month, ...).
    """

    table: str
    pattern: str | None
    lemma: str | None
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    source: str
    data: Mapping[str, Any]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern.

        Raises:
            PackError: The entry has none, or it is not a regular expression.
        """
        if self.pattern is None:
            raise PackError(
                f"Entry {self.lemma!r} of {self.table} has no pattern.",
                hint="Give the entry a `pattern`.",
            )
        try:
            return re.compile(self.pattern, re.IGNORECASE)
        except re.error as error:
            raise PackError(
                f"Pattern {self.pattern!r} of {self.table}: {error}.",
                hint="Mend the regular expression.",
            ) from error

    @property
    def key(self) -> str:
        """What names the entry: its lemma or its pattern."""
        return self.lemma if self.lemma is not None else str(self.pattern)


def packs_folder() -> Traversable:
    """Where the packs that ship with Recoupe lie."""
    return files("recoupe.language") / "packs"


@cache
def known_languages() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages with a pack, sorted."""
    return tuple(sorted(p.name for p in packs_folder().iterdir() if (p / "pack.toml").is_file()))


@cache
def load_settings(language: str) -> Mapping[str, Any]:
    """What `pack.toml` says of a language: its name, its spaCy model, its marks.

    Raises:
        PackError: There is no pack for the language.
    """
    path = packs_folder() / language / "pack.toml"
    if not path.is_file():
        raise PackError(
            f"There is no language pack {language!r}.",
            hint=f"Known: {', '.join(known_languages())}. docs/add_a_language.md tells how to add one.",
        )
    return MappingProxyType(tomllib.loads(path.read_text(encoding="utf-8")))


def table_names(language: str) -> tuple[str, ...]:
    """The tables of a pack, sorted, `pack` itself left out."""
    folder = packs_folder() / language
    names = (p.name.removesuffix(".toml") for p in folder.iterdir() if p.name.endswith(".toml"))
    return tuple(sorted(name for name in names if name != "pack"))


@cache
def load_table(language: str, table: str) -> tuple[Entry, ...]:
    """The entries of one table in file order; none where the pack lacks the table.

    Raises:
        PackError: An entry has neither pattern nor lemma, or lacks examples or source.
    """
    path = packs_folder() / language / f"{table}.toml"
    if not path.is_file():
        return ()
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    source = content.get("source", "")
    return tuple(_read_entry(f"{language}/{table}", raw, source) for raw in content["entry"])


@cache
def load_role_patterns(table: str, role: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of all languages that play one role in a table, for texts not yet told apart."""
    return tuple(
        entry.regex
        for language in known_languages()
        for entry in load_table(language, table)
        if entry.data["role"] == role
    )


def _read_entry(table: str, raw: dict[str, Any], source: str) -> Entry:
    entry = Entry(
        table=table,
        pattern=raw.get("pattern"),
        lemma=raw.get("lemma"),
        examples=tuple(raw.get("examples", ())),
        counter_examples=tuple(raw.get("counter_examples", ())),
        source=raw.get("source", source),
        data=MappingProxyType({k: v for k, v in raw.items() if k not in RESERVED}),
    )
    if (entry.pattern is None) == (entry.lemma is None):
        raise PackError(
            f"An entry of {table} has neither or both of pattern and lemma: {raw}.",
            hint="Give each entry exactly one of the two.",
        )
    if not entry.examples or not entry.counter_examples or not entry.source:
        raise PackError(
            f"Entry {entry.key!r} of {table} lacks examples, counter_examples or source.",
            hint="Each entry needs a text it must find, one it must not, and where it is from.",
        )
    return entry
