"""What a passage says is not so: the words under its negations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from recoupe.language import load_table
from recoupe.records import Token
from recoupe.rooms.align.words import is_negative_word

# What is denied with a verb: « n'a pas pu financer », « n'a pas de courant ».
WITH_VERB = frozenset({"xcomp"})
WITH_HAVING = frozenset({"xcomp", "obj"})
# What is denied with a word that denies by itself: « incapable de financer », « absence de fuite ».
WITH_WORD = frozenset({"xcomp", "nmod", "obl:arg"})


@cache
def _load_roles(language: str) -> dict[str, re.Pattern[str]]:
    """Patterns of « ne », of its second halves, of « sans », of verbs and nouns of lacking."""
    return {entry.data["role"]: entry.regex for entry in load_table(language, "negation_words")}


def find_negated(tokens: Sequence[Token], inside: Iterable[int], language: str) -> frozenset[int]:
    """The words that the passage denies, by index; none where it denies nothing.

    « n'a pas été ouverte » denies « ouverte », « aucun train ne circule » « train » and
    « circule », « sans risque » « risque ». « ne … que » denies nothing, nor does « ou non ».

    What it does not catch: « ne » alone after « avant que » and in comparisons, which denies
    nothing and is taken for a negation.
    """
    passage, roles = list(inside), _load_roles(language)
    denied: set[int] = set()
    for n in passage:
        token, head = tokens[n], tokens[n].head
        if roles["first"].match(token.text) and token.dep != "conj":
            if not _is_only(tokens, passage, n, roles["second"]):
                having = tokens[head].lemma == "avoir" and tokens[head].pos == "VERB"
                relations = WITH_HAVING if having else WITH_VERB
                denied |= {head} | _find_children(tokens, head, relations)
        elif roles["without"].match(token.text) or (
            token.pos == "DET" and roles["second"].match(token.text)
        ):
            denied.add(head)
        elif token.pos != "DET" and is_negative_word(token.lemma, language):
            denied |= {n} | _find_children(tokens, n, WITH_WORD)
    return frozenset(denied)


def is_lacking(lemma: str, language: str) -> bool:
    """Whether a word says by itself that something is not so (« priver », « interruption »)."""
    return _load_roles(language)["lacking"].match(lemma) is not None


def is_telling(lemma: str, language: str) -> bool:
    """Whether a verb tells of something that stays open where it is denied (« n'a pas confirmé »)."""
    return _load_roles(language)["telling"].match(lemma) is not None


def _is_only(
    tokens: Sequence[Token], passage: Sequence[int], first_at: int, second: re.Pattern[str]
) -> bool:
    """Whether « ne » is that of « ne … que »: no second half, and « que » after the verb."""
    after = [tokens[n] for n in passage if n > first_at]
    if any(second.match(token.text) for token in after) or any(
        second.match(tokens[n].text) for n in passage if n < first_at
    ):
        return False
    return any(token.lemma == "que" for token in after if token.start > tokens[first_at].end)


def _find_children(tokens: Sequence[Token], head: int, relations: frozenset[str]) -> set[int]:
    return {n for n, token in enumerate(tokens) if token.head == head and token.dep in relations}
