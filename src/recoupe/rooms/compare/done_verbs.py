"""By what deed a count came to be: « ont été déviés », « sont tombés malades »."""

from __future__ import annotations

from recoupe.language.word_keys import find_key
from recoupe.records import Sentence, Span

_HELPERS = ("aux:tense", "aux:pass")


def find_done_verb(sentence: Sentence, span: Span, language: str) -> str | None:
    """Key of the verb of which a number is the subject or object, where it tells of something done.

    A verb with an auxiliary of the past or the passive. None for a state (« compte cinq usines »).
    """
    tokens = sentence.tokens
    at = next((n for n, t in enumerate(tokens) if span.start <= t.start < span.end), -1)
    for _ in tokens if at >= 0 else ():
        if tokens[at].pos == "VERB":
            done = any(t.head == at and t.dep in _HELPERS for t in tokens)
            return find_key(tokens[at].lemma, language) if done else None
        if tokens[at].head == at:
            return None
        at = tokens[at].head
    return None
