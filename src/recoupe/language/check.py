"""Whether the entries of a pack find their examples and leave their counter-examples alone."""

from __future__ import annotations

from recoupe.errors import PackError
from recoupe.language.model import load_model
from recoupe.language.pack import Entry, load_settings, load_table, table_names


def check_language(language: str) -> tuple[str, ...]:
    """The broken promises of a pack, one line each: table, entry, what went wrong.

    Entries with a pattern are searched in the bare text; entries with a lemma are looked for
    among the lemmas of the parsed text.

    Raises:
        ModelError: An entry needs the language's model and it is not installed.
        PackError: There is no such pack, or an entry cannot be read.
    """
    load_settings(language)
    entries = [entry for name in table_names(language) for entry in load_table(language, name)]
    return tuple(problem for entry in entries for problem in _check_entry(entry, language))


def count_entries(language: str) -> int:
    """How many entries all tables of a pack have."""
    return sum(len(load_table(language, name)) for name in table_names(language))


def _check_entry(entry: Entry, language: str) -> list[str]:
    found = [
        f"{entry.table}: {entry.key!r} does not find {text!r}"
        for text in entry.examples
        if not _finds(entry, text, language)
    ]
    wrong = [
        f"{entry.table}: {entry.key!r} finds {text!r}"
        for text in entry.counter_examples
        if _finds(entry, text, language)
    ]
    return found + wrong


def _finds(entry: Entry, text: str, language: str) -> bool:
    if entry.pattern is not None:
        return entry.regex.search(text) is not None
    if entry.lemma is None:
        raise PackError(f"Entry of {entry.table} has no key.", hint="Give it a pattern or a lemma.")
    wanted = entry.lemma.lower().split()
    lemmas = [token.lemma_.lower() for token in load_model(language)(text)]
    return any(lemmas[n : n + len(wanted)] == wanted for n in range(len(lemmas) - len(wanted) + 1))
