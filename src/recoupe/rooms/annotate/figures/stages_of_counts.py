"""The stage of what is counted: killed, sent, arrived, planned."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from recoupe.language import load_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recoupe.rooms.annotate.parse_view import Doc, Token

_MOST_WORDS_TO_VERB = 8
_MOST_HEADS = 4


@cache
def _load(language: str, table: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((entry.regex, str(entry.data["stage"])) for entry in load_table(language, table))


@cache
def find_stage_of_word(word: str, language: str) -> str | None:
    """The stage that a word tells (« tués »: killed), or None."""
    for regex, stage in _load(language, "stages"):
        if regex.search(word):
            return stage
    return None


@cache
def _plans(word: str, language: str) -> bool:
    return any(regex.search(word) for regex, _ in _load(language, "planning"))


def find_stage(doc: Doc, head: int | None, start: int, end: int, language: str) -> str | None:
    """The stage of a figure, or None where the words give none.

    First what is counted tells it (« 12 morts »), then the participle after it (« 12 personnes
    tuées »), then the verb that it is subject or object of. A noun that only says what people came
    for gives way to all of these (« 17 manifestants ont été arrêtés »). A verb that looks ahead (« se
    préparait à envoyer », « doit envoyer », « enverra ») makes it "planned". « tués ou blessés » is one
    stage.

    Args:
        doc: The parsed document.
        head: Index of the noun that is counted, or None.
        start: Index of the first token of the figure.
        end: Index one past its last token.
        language: The language of the text.
    """
    named = [s for token in doc[start:end] if (s := find_stage_of_word(token.lower_, language))]
    own = [stage for stage in named if stage not in _list_roles(language)]
    verbs = list(_governing_verbs(doc, head, start, end, language))
    planned = any(_looks_ahead(verb, language) for verb in verbs)
    if own:
        joined = _join_stages(own)
        return "planned" if planned and joined not in {"killed", "wounded", "missing"} else joined
    told = [
        s for verb in _with_coordinates(verbs) if (s := find_stage_of_word(verb.lower_, language))
    ]
    if planned and (not told or told[0] not in {"killed", "wounded", "killed_or_wounded"}):
        return "planned"
    return _join_stages(told or named)


@cache
def _list_roles(language: str) -> frozenset[str]:
    """The stages that nouns for what people came for give: « manifestants », « grévistes »."""
    return frozenset(e.data["stage"] for e in load_table(language, "stages") if e.data.get("role"))


def _join_stages(stages: list[str]) -> str | None:
    """One stage; « tués ou blessés » is both at once."""
    if {"killed", "wounded"} <= set(stages):
        return "killed_or_wounded"
    return stages[0] if stages else None


def _governing_verbs(
    doc: Doc, head: int | None, start: int, end: int, language: str
) -> Iterator[Token]:
    """The verb that what is counted is subject or object of, and those above it.

    Where the parse leads to none, the first verb or participle to the right in the sentence, up to
    another number.
    """
    seen = False
    if head is not None:
        token = doc[head]
        yield from _list_participles(doc, token, end, language)
        for _ in range(_MOST_HEADS):
            if token.head.i == token.i:
                break
            above = token.head
            # « père de deux enfants »: the verb above is not that of what is counted, whereas
            # « un groupe de 200 soldats » hands it down. « 30 blessés et 1 500 sans-abri » are two
            # counts: the first gives the second no stage.
            if (
                token.dep_ not in {"conj", "nsubj"}
                and above.pos_ in {"NOUN", "PROPN"}
                and not start - 3 <= above.i < end
            ):
                break
            beside = token.dep_ == "conj" and any(c.dep_ == "nummod" for c in above.children)
            if above.pos_ in {"VERB", "AUX"} or (
                not beside and find_stage_of_word(above.lower_, language)
            ):
                seen = True
                yield above
                yield from (child for child in above.children if child.dep_ == "xcomp")
                break
            token = above
    if seen:
        return
    for token in doc[end : end + _MOST_WORDS_TO_VERB]:
        if token.is_sent_start or token.is_punct or token.pos_ == "NUM":
            return
        if token.pos_ == "VERB":
            yield token
            return


def _list_participles(doc: Doc, noun: Token, end: int, language: str) -> Iterator[Token]:
    """What is said to be done to a noun: the participle right after the figure, relative clauses.

    « Trois personnes ont été blessées et cinq supporters interpellés » has no auxiliary of its own:
    whatever the parse makes of « interpellés », it stands right after and agrees.
    """
    if end < len(doc):
        word = doc[end]
        agrees = word.morph.get("Number", []) == noun.morph.get("Number", [])
        is_participle = "Part" in word.morph.get("VerbForm", []) and agrees
        if is_participle and find_stage_of_word(word.lower_, language) is not None:
            yield word
    yield from (child for child in noun.children if child.dep_ in {"acl", "acl:relcl"})


def _with_coordinates(verbs: list[Token]) -> Iterator[Token]:
    for verb in verbs:
        yield verb
        for child in verb.children:
            if child.dep_ == "conj" and any(
                c.lower_ == "ou" for c in child.children if c.dep_ == "cc"
            ):
                yield child


def _looks_ahead(verb: Token, language: str) -> bool:
    """Whether a verb, or the one that governs it, puts what is counted in the future."""
    forms = [verb, *(child for child in verb.children if child.dep_.startswith("aux"))]
    past = any(child.dep_ == "aux:tense" for child in verb.children)
    for form in forms:
        if "Fut" in form.morph.get("Tense", []) and not past:
            return True
        if "Cnd" in form.morph.get("Mood", []) and not past:
            return True
    has_infinitive = any(
        child.dep_ == "xcomp" and "Inf" in child.morph.get("VerbForm", [])
        for child in verb.children
    )
    if has_infinitive and _plans(verb.lower_, language):
        return True
    above = verb.head
    infinitive = "Inf" in verb.morph.get("VerbForm", [])
    if not infinitive:
        return False
    if above.i != verb.i and _plans(above.lower_, language):
        return True
    # Where the parse does not see the verb above (« compte supprimer »), the words just before.
    before = verb.doc[max(verb.i - 2, verb.sent.start) : verb.i]
    return any(_plans(token.lower_, language) for token in before)
