"""How well the words of a passage stand alone: clause, bound clause, fragment."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from recoupe.records import Sentence, Token

# Clauses that lean on another: « qui … », « tant que … ».
BOUND = frozenset({"acl:relcl", "acl", "advcl"})


class Wording(IntEnum):
    """From the least to the best wording of a claim."""

    FRAGMENT = 0
    BOUND_CLAUSE = 1
    PRONOUN_CLAUSE = 2
    CLAUSE = 3


def rank_wording(sentence: Sentence, indices: Sequence[int]) -> Wording:
    """How well some words of a sentence stand alone.

    Returns:
        CLAUSE for a main clause with a finite verb, PRONOUN_CLAUSE where its subject is a pronoun
        (« elle l'a ouverte »), BOUND_CLAUSE for a relative or adverbial clause, FRAGMENT without
        a finite verb (« toute fuite », « interrogée lundi »).
    """
    tokens = sentence.tokens
    inside = frozenset(indices)
    best = Wording.FRAGMENT
    for n in indices:
        if (tokens[n].head not in inside or tokens[n].head == n) and is_finite(tokens, n, inside):
            best = max(best, _rank_clause(tokens, n, inside))
    return best


def is_finite(tokens: Sequence[Token], n: int, inside: frozenset[int]) -> bool:
    """Whether a word is a finite verb or has a finite auxiliary or copula among the given words."""
    return "VerbForm=Fin" in tokens[n].morph or any(
        token.head == n
        and token.dep.startswith(("aux", "cop"))
        and "VerbForm=Fin" in token.morph
        and number in inside
        for number, token in enumerate(tokens)
    )


def _rank_clause(tokens: Sequence[Token], top: int, inside: frozenset[int]) -> Wording:
    children = [n for n in sorted(inside) if tokens[n].head == top and n != top]
    if tokens[top].dep in BOUND or any(
        tokens[n].dep == "mark" and tokens[n].lemma not in {"que", "qu'"} for n in children
    ):
        return Wording.BOUND_CLAUSE
    subjects = [n for n in children if tokens[n].dep.startswith(("nsubj", "expl:subj"))]
    if any(tokens[n].dep == "expl:subj" for n in subjects):  # « il y a une fuite »
        return Wording.CLAUSE
    if any(tokens[n].pos == "PRON" for n in subjects):
        return Wording.PRONOUN_CLAUSE
    return Wording.CLAUSE if subjects else Wording.BOUND_CLAUSE
