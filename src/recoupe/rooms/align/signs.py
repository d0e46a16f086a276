"""What of a passage is held against another: words, places, figures, subject, negation."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recoupe.language import load_table
from recoupe.language.word_keys import find_families, find_keys, fold_word
from recoupe.records import Figure, FoundBy, Stance, Token
from recoupe.rooms.align.clauses import is_content
from recoupe.rooms.align.keys import KeysAt, is_family, list_labels, name_family
from recoupe.rooms.align.negation import find_negated, is_lacking, is_telling
from recoupe.rooms.align.soft_match import NEAR_FAMILY, Words, read_words
from recoupe.rooms.align.units import Unit

GRAM_CHARS = 4
# Units of figures that say when or how often, not how many.
NOT_COUNTED = frozenset({"date", "ordinal"})
# Part of the table of parts that makes a number some of a larger one named beside it (« trois des
# morts »); « dont six graves » is six badly hurt, as others say it.
PARTS = frozenset({"parmi"})
BY_NAME = frozenset({FoundBy.NAME, FoundBy.PRONOUN, FoundBy.INCISE_CHAIN})
DENYING = frozenset({Stance.DENIES, Stance.CANNOT_CONFIRM})


@dataclass(frozen=True, slots=True)
class Signs:
    """What is compared of one passage.

    Attributes:
        keys: Keys of its words and of the subject that it shares with its head clause.
        grams: Character groups of its folded text.
        subject: Places in its subject.
        others: Places that are not in its subject.
        heads: Keys of its main verb or noun.
        populations: (key of a noun, country) of « soldats russes » and the like.
        figures: Numbers that count something.
        parts: Ids of those that count a part of a larger number (« trois des morts »).
        families: Families of its main words, for opposites.
        labels: Its keys and the families of near words that it holds.
        negated: Labels of what it denies by « ne … pas » or by a word (« sans », « incapable »).
        lacks: Labels of its words that can stand for a negation (« privés de courant »).
        takes_back: Whether its speaker denies or does not confirm what it says.
        refutes: Whether its speaker denies it (« a démenti toute fuite »).
        speaker: Id of the person who says it; None where a body, an office or nobody is named.
        position: Where in its article it stands, from 0 (first) to 1 (last).
        words: Its words with their vectors.
    """

    keys: frozenset[str]
    grams: frozenset[str]
    subject: frozenset[str]
    others: frozenset[str]
    heads: frozenset[str]
    populations: frozenset[tuple[str, str]]
    figures: tuple[Figure, ...]
    parts: frozenset[str]
    families: frozenset[str]
    labels: frozenset[str]
    negated: frozenset[str]
    lacks: frozenset[str]
    takes_back: bool
    refutes: bool
    speaker: str | None
    position: float
    words: Words


def read_signs(unit: Unit, language: str, *, near_words: bool = True) -> Signs:
    """What a passage is compared by.

    Args:
        unit: The passage.
        language: Whose words are known.
        near_words: Whether its words are in families of near words.
    """
    tokens = unit.sentence.tokens
    inside = frozenset(unit.tokens)
    figures = tuple(
        figure
        for figure in unit.article.figures
        if figure.span.overlaps(unit.span) and figure.unit not in NOT_COUNTED
    )
    keys_at = KeysAt(unit, figures, language)
    places_at = keys_at.places
    words = [n for n in unit.tokens if is_content(tokens[n]) and n not in keys_at.repeated]
    subject = _find_subject(tokens, inside)
    # « …, et alimente la guerre » has no subject of its own and shares that of the clause before.
    shared = [n for n in sorted(subject - inside) if is_content(tokens[n])]
    keys = frozenset(key for n in (*words, *shared) for key in keys_at(n)) | {
        f"={figure.stage}" for figure in figures if figure.stage is not None
    }
    heads = [n for n in unit.tokens if tokens[n].head not in inside or tokens[n].head == n]
    heads += [n for n in words if tokens[n].dep == "xcomp" and tokens[n].head in heads]
    head_words = [n for n in heads if is_content(tokens[n])]
    compared = read_words(
        [tokens[n].lemma.lower() for n in words],
        [keys_at(n) for n in words],
        [keys_at.list_near(n) if near_words else () for n in words],
        [n in places_at or n in keys_at.values or tokens[n].pos == "NUM" for n in words],
        language,
    )
    return Signs(
        keys=keys,
        grams=cut_grams(unit.text),
        subject=frozenset(
            places_at[n] for n in subject if n in places_at and is_content(tokens[n])
        ),
        others=frozenset(places_at[n] for n in unit.tokens if n in places_at and n not in subject),
        heads=frozenset(k for n in head_words for k in find_keys(tokens[n].lemma, language)),
        populations=_find_populations(tokens, words, places_at, language),
        figures=figures,
        parts=frozenset(f.id for f in figures if _is_part(f, unit, language)),
        families=frozenset(f for n in words for f in find_families(tokens[n].lemma, language)),
        labels=keys | frozenset(map(name_family, compared.near)),
        negated=_list_negated(unit, keys_at, language),
        lacks=list_labels((n for n in words if is_lacking(tokens[n].lemma, language)), keys_at),
        takes_back=unit.statement is not None and unit.statement.stance in DENYING,
        refutes=unit.statement is not None and unit.statement.stance is Stance.DENIES,
        speaker=_name_speaker(unit),
        position=_find_position(unit),
        words=compared,
    )


def _list_negated(unit: Unit, keys_at: KeysAt, language: str) -> frozenset[str]:
    """The labels of what the passage says is not so.

    « ne peut pas confirmer le déploiement » denies nothing of the deployment, whatever the stance.
    """
    if unit.statement is not None and unit.statement.stance is Stance.CANNOT_CONFIRM:
        return frozenset()
    denied = find_negated(unit.sentence.tokens, unit.tokens, language)
    told = (n for n in denied if not is_telling(unit.sentence.tokens[n].lemma, language))
    return list_labels(told, keys_at)


def _name_speaker(unit: Unit) -> str | None:
    """The id of a person who speaks; a body or an office may speak through many mouths."""
    speaker = unit.statement.speaker if unit.statement is not None else None
    return speaker.id if speaker is not None and speaker.found_by in BY_NAME else None


def _find_position(unit: Unit) -> float:
    """Where in its article a passage stands, from 0 (first sentence) to 1 (end of the last)."""
    sentences = unit.article.sentences
    first, last = sentences[0].span.start, sentences[-1].span.end
    return (unit.span.start - first) / max(1, last - first)


def _is_part(figure: Figure, unit: Unit, language: str) -> bool:
    """Whether a number counts some of a larger one: « trois des morts »."""
    text = unit.article.text
    before = text[unit.sentence.span.start : figure.span.start].split()[-1:]
    return any(
        entry.regex.search("".join(before) if entry.data.get("before") else figure.span.cut(text))
        for entry in load_table(language, "counted_parts")
        if entry.data["part"] in PARTS
    )


def _find_subject(tokens: Sequence[Token], inside: frozenset[int]) -> frozenset[int]:
    """The words of the agent or subject of a passage, that of its head clause where it has none.

    The subject of a passive is what is acted on; its agent counts as subject where it is named.
    """
    tops = [n for n in sorted(inside) if tokens[n].head not in inside or tokens[n].head == n]
    agents = [n for n in sorted(inside) if tokens[n].dep == "obl:agent" and tokens[n].head in tops]
    if agents:
        return _subtree(tokens, agents[0])
    for top in tops:
        subjects = [n for n, t in enumerate(tokens) if t.head == top and t.dep.startswith("nsubj")]
        if not subjects and tokens[top].dep == "conj":
            above = tokens[top].head
            subjects = [
                n for n, t in enumerate(tokens) if t.head == above and t.dep.startswith("nsubj")
            ]
        if subjects:
            return _subtree(tokens, subjects[0])
    return frozenset()


def _subtree(tokens: Sequence[Token], top: int) -> frozenset[int]:
    inside = {top}
    grew = True
    while grew:
        new = {n for n, token in enumerate(tokens) if token.head in inside} - inside
        inside |= new
        grew = bool(new)
    return frozenset(inside)


def _find_populations(
    tokens: Sequence[Token], words: Sequence[int], places_at: Mapping[int, str], language: str
) -> frozenset[tuple[str, str]]:
    """Nouns with the country of their adjective (« soldats russes »).

    Complements are left out: « l'invasion russe » is « l'invasion de l'Ukraine ».
    """
    return frozenset(
        (key, places_at[n])
        for n in words
        if n in places_at and tokens[n].dep == "amod"
        for key in find_keys(tokens[tokens[n].head].lemma, language)
        if tokens[tokens[n].head].pos == "NOUN"
    )


def cut_grams(text: str) -> frozenset[str]:
    """Groups of four characters of the folded words, blanks and marks as one blank.

    Example:
        >>> sorted(cut_grams("Été !"))
        [' ete', 'ete ']
    """
    plain = "".join(ch if ch.isalnum() else " " for ch in fold_word(text))
    spaced = f" {' '.join(plain.split())} "
    return frozenset(spaced[n : n + GRAM_CHARS] for n in range(len(spaced) - GRAM_CHARS + 1))


def weigh_keys(signs: Iterable[Signs]) -> dict[str, float]:
    """How much each label tells in this story: 1 for one of one passage, less the more have it.

    A family of near words weighs less than a key that as many passages have.
    """
    counts: Counter[str] = Counter()
    total = 0
    for each in signs:
        counts.update(each.labels)
        total += 1
    whole = math.log(1 + total)
    return {
        label: (NEAR_FAMILY if is_family(label) else 1.0) * math.log(1 + total / count) / whole
        for label, count in counts.items()
    }
