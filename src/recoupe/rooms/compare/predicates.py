"""What is said of a count: its predicate, and whether that tells how things stand."""

from __future__ import annotations

from recoupe.records import Sentence, Span


def find_predicate(sentence: Sentence, span: Span) -> int | None:
    """Index of the nearest predicate above a passage, or None.

    A verb, or what a copula or an auxiliary leans on (« étaient privés »); where the parse has
    none above, the finite verb right behind the passage.
    """
    tokens = sentence.tokens
    leaning = {t.head for t in tokens if t.dep.startswith(("aux", "cop"))}
    inside = [n for n, t in enumerate(tokens) if span.start <= t.start < span.end]
    if not inside:
        return None
    at = inside[0]
    for _ in tokens:
        if tokens[at].pos == "VERB" or at in leaning:
            return at
        if tokens[at].head == at:
            break
        at = tokens[at].head
    behind = inside[-1] + 1
    finite = behind < len(tokens) and "VerbForm=Fin" in tokens[behind].morph
    return behind if finite else None


def tells_state(sentence: Sentence, predicate: int | None) -> bool:
    """Whether a predicate tells how things stand: « s'entassent », « est coupé », « étaient privés ».

    In the present or imperfect, without an auxiliary of the past; a heading without a predicate
    tells how things stand too (« 120 000 foyers privés de courant »).
    """
    if predicate is None:
        return sentence.is_heading
    tokens = sentence.tokens
    helpers = [t for t in tokens if t.head == predicate and t.dep.startswith(("aux", "cop"))]
    if any(t.dep == "aux:tense" for t in helpers):
        return False
    forms = helpers or [tokens[predicate]]
    return any("Tense=Pres" in t.morph or "Tense=Imp" in t.morph for t in forms)
