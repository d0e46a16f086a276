"""Whether the entries of a pack find their examples and leave their counter-examples alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.errors import PackError
from recoupe.language.conjugate import conjugate
from recoupe.language.model import load_model
from recoupe.language.pack import Entry, load_settings, load_table, table_names


@dataclass(frozen=True, slots=True)
class Fault:
    """A promise that an entry breaks.

    Attributes:
        table: Its table.
        key: Its pattern or lemma.
        text: The example that it does not find, or the counter-example that it finds.
        is_found: Whether it finds the text.
    """

    table: str
    key: str
    text: str
    is_found: bool


def check_language(language: str) -> tuple[Fault, ...]:
    """The broken promises of a pack, in the order of its tables and entries.

    Entries with a pattern are searched for as they are; entries with a lemma, which are verbs, by
    all their forms, nouns that look alike left out (« la note »).

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


def _check_entry(entry: Entry, language: str) -> list[Fault]:
    promised = [(text, True) for text in entry.examples]
    promised += [(text, False) for text in entry.counter_examples]
    return [
        Fault(entry.table, entry.key, text, is_found=not wanted)
        for text, wanted in promised
        if _finds(entry, text, language) is not wanted
    ]


def _finds(entry: Entry, text: str, language: str) -> bool:
    if entry.pattern is not None:
        return entry.regex.search(text) is not None
    if entry.lemma is None:
        raise PackError(f"Entry of {entry.table} has no key.", hint="Give it a pattern or a lemma.")
    match = _make_verb_pattern(entry.lemma, language).search(text)
    if match is None:
        return False
    words = load_model(language)(text).char_span(*match.span(), alignment_mode="expand")
    if words is None or words.start == 0:
        return True
    return not (words[0].pos_ == "NOUN" and words[0].nbor(-1).pos_ == "DET")


@cache
def _make_verb_pattern(lemma: str, language: str) -> re.Pattern[str]:
    """The forms of a verb, its pronoun before it and its further words after it.

    « s'inquiéter » is found in « s'est inquiétée », « mettre l'accent » in « a mis l'accent ».
    """
    found = re.fullmatch(r"(?:se |s['’]|y )?(?P<verb>\S+)(?P<rest>.*)", lemma)
    verb, rest = (found["verb"], found["rest"]) if found else (lemma, "")
    forms = sorted({form for form, _ in conjugate(verb, language)}, key=lambda f: (-len(f), f))
    reflexive = verb + rest != lemma and not lemma.startswith("y ")
    pronoun = r"\bs(?:e |['’])(?:\w+ ){0,2}" if reflexive else ""
    pronoun = r"\by (?:\w+ )?" if lemma.startswith("y ") else pronoun
    words = f"{pronoun}\\b(?:{'|'.join(map(re.escape, forms))})\\b{re.escape(rest)}"
    return re.compile(words, re.IGNORECASE)
