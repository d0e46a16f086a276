"""What a clause says there was none of: « aucun incident », « ni courrier ni appel »."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.language import load_table
from recoupe.rooms.compare.clause_negation import has_role
from recoupe.rooms.compare.clauses import Clause

# « aucun blessé grave » denies less than « aucun blessé ».
_NARROWING = ("amod", "nmod", "acl")


@dataclass(frozen=True)
class SeenAs:
    """How a thing that one denies is told by another.

    Attributes:
        pattern: Finds the lemmas that tell of it.
        only_answers: Whether they are too common to meet outside of an answer to somebody.
    """

    pattern: re.Pattern[str]
    only_answers: bool


@cache
def _existence_nouns(language: str) -> tuple[tuple[re.Pattern[str], SeenAs], ...]:
    return tuple(
        (e.regex, SeenAs(re.compile(e.data["seen_as"]), bool(e.data.get("answer"))))
        for e in load_table(language, "existence_nouns")
    )


def find_denied_noun(denied: Clause) -> SeenAs | None:
    """How the noun that « aucun » or « ni » denies is told elsewhere; only where nothing narrows it."""
    if denied.negator is None:
        return None
    negator = denied.tokens[denied.negator]
    noun = denied.tokens[negator.head]
    if not has_role(negator.text, "none", denied.language) or noun.pos != "NOUN":
        return None
    if any(t.head == negator.head and t.dep.startswith(_NARROWING) for t in denied.tokens):
        return None
    for pattern, seen_as in _existence_nouns(denied.language):
        if pattern.match(noun.lemma.lower()):
            return seen_as
    return None
