"""Terms as the database is asked for them, and as they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from recoupe.records import Span
from recoupe.store import tables
from recoupe.store.fold_words import fold_words
from recoupe.store.read_query import Term, Words

# Accents that stand on their own and signs that are not seen belong to the word around them.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff])*")

# Endings of gender and number in French; English plurals are among them.
_AGREEMENT = ("es", "e", "s", "x", "")
# Shorter words are other words with an ending more: « port », « porte ».
SHORTEST_STEM_CHARS = 5


def add_lemmas(connection: Connection, terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms with the dictionary forms that their words can have in this store.

    A form that no text of the store has is looked for by its agreement in gender and number:
    « évacuées » by « évacué » where that was read. Other forms of verbs that were never read stay
    unknown.
    """
    words = sorted({term.sequences[0][0] for term in terms if not term.is_exact})
    lemmas = _look_up(connection, words)
    agreeing = {word: vary_agreement(word) for word in words if word not in lemmas}
    others = _look_up(connection, sorted({each for some in agreeing.values() for each in some}))
    for word, variants in agreeing.items():
        lemmas[word] = [*variants, *(lemma for each in variants for lemma in others.get(each, ()))]
    return tuple(
        term
        if term.is_exact
        else Term(
            tuple(dict.fromkeys([*term.sequences, *((le,) for le in lemmas[term.sequences[0][0]])]))
        )
        for term in terms
    )


def vary_agreement(word: str) -> list[str]:
    """The other forms that a word has by regular agreement, sorted; none for a short word.

    Example:
        >>> vary_agreement("evacuees")
        ['evacue', 'evacuee', 'evacues', 'evacuex']
        >>> vary_agreement("mars")
        []
    """
    stem = next(word[: len(word) - len(e)] for e in _AGREEMENT if word.endswith(e))
    if len(stem) < SHORTEST_STEM_CHARS:
        return []
    return sorted({stem + ending for ending in _AGREEMENT} - {word})


def _look_up(connection: Connection, words: Sequence[str]) -> dict[str, list[str]]:
    forms = tables.word_forms.c
    found: dict[str, list[str]] = {}
    for form, lemma in connection.execute(
        select(forms.form, forms.lemma).where(forms.form.in_(words)).order_by(forms.lemma)
    ):
        found.setdefault(form, []).append(lemma)
    return found


def add_forms(connection: Connection, terms: Sequence[Term]) -> tuple[Term, ...]:
    """Terms with lemmas, with all the forms of these lemmas: what is marked in a text."""
    lemmas = sorted({s[0] for term in terms if not term.is_exact for s in term.sequences})
    forms = tables.word_forms.c
    found: dict[str, list[Words]] = {}
    for form, lemma in connection.execute(
        select(forms.form, forms.lemma).where(forms.lemma.in_(lemmas)).order_by(forms.form)
    ):
        found.setdefault(lemma, []).append((form,))
    return tuple(
        term
        if term.is_exact
        else Term(
            tuple(dict.fromkeys(each for s in term.sequences for each in (s, *found.get(s[0], ()))))
        )
        for term in terms
    )


def write_fts5(terms: Iterable[Term]) -> str:
    """Terms as SQLite's FTS5 is asked for them; the words are folded, so nothing is obeyed.

    Example:
        >>> write_fts5([Term((("etat",),)), Term((("a", "charbon"),), is_exact=True)])
        '("etat") AND (words : "a charbon")'
    """
    return " AND ".join(
        "("
        + " OR ".join(
            ("words : " if term.is_exact else "") + '"' + " ".join(sequence) + '"'
            for sequence in term.sequences
        )
        + ")"
        for term in terms
    )


def write_tsquery(terms: Iterable[Term]) -> str:
    """Terms as PostgreSQL's `tsquery` is asked for them.

    Example:
        >>> write_tsquery([Term((("etat",),)), Term((("a", "charbon"),), is_exact=True)])
        "('etat') & ('a':A<->'charbon':A)"
    """
    return " & ".join(
        "("
        + " | ".join(
            "<->".join(f"'{word}'" + (":A" if term.is_exact else "") for word in sequence)
            for sequence in term.sequences
        )
        + ")"
        for term in terms
    )


def find_matches(
    text: str, terms: Sequence[Term], within: Span | None = None
) -> list[tuple[Span, int]]:
    """Where terms stand in a text, with the number of the term, in text order.

    Args:
        text: Any text, letter for letter as it was read.
        terms: As `add_forms` gives them.
        within: Only in this part of the text.

    Example:
        >>> find_matches("L’ÉTAT promet.", [Term((("etat",),))])
        [(Span(start=2, end=6), 0)]
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    # Most sentences hold none of the words: one folding of the whole tells.
    folded = f" {fold_words(text[start:end])} "
    if not any(f" {s[0]} " in folded for term in terms for s in term.sequences):
        return []
    words: list[tuple[str, int, int]] = [
        (word, match.start(), match.end())
        for match in _WORD.finditer(text, start, end)
        for word in fold_words(match.group()).split()
    ]
    by_first: dict[str, list[tuple[Words, int]]] = {}
    for number, term in enumerate(terms):
        for sequence in term.sequences:
            by_first.setdefault(sequence[0], []).append((sequence, number))
    found: list[tuple[Span, int]] = []
    for at, (word, first, _) in enumerate(words):
        for sequence, number in by_first.get(word, ()):
            here = words[at : at + len(sequence)]
            if tuple(each[0] for each in here) == sequence:
                found.append((Span(first, here[-1][2]), number))
                break
    return found
