"""Who denied something and says or does it later, or the other way round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from rapidfuzz import fuzz

from recoupe.language import load_table
from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Evidence, Stance, Verdict, make_slug
from recoupe.rooms.compare.accusations import has_word
from recoupe.rooms.compare.clauses import Clause, list_clauses
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.fact_words import Rarity
from recoupe.rooms.compare.material import Material
from recoupe.rooms.compare.placed_events import find_event
from recoupe.rooms.compare.propositions import is_same_speaker, write_act, write_words
from recoupe.rooms.compare.rejoinders import Rejoinder, list_rejoinders
from recoupe.rooms.compare.sayings import Denied, Saying, find_cover, find_token_keys, list_sayings

# Weighted share of the denied words that are told later: by the same speaker, by one who confirms or
# announces, of him as having done it, and of the words that his denial answered. Judgement.
SAID_RATIO = 0.5
OWNED_RATIO = 0.3
DONE_RATIO = 0.4
ADMITTED_RATIO = 0.2
# Two prints of one quotation, apostrophes and cuts apart; of texts up to 100.
SAME_WORDS_RATIO = 90.0


_OWNING = frozenset({Stance.CONFIRMS, Stance.ANNOUNCES})


@dataclass(frozen=True)
class Turn:
    """A denial, and what is told of it on another day: by the same speaker, or that he did it."""

    denial: Saying
    value: str
    evidence: tuple[Evidence, ...]
    day: str


def find_turned_words(material: Material) -> Iterator[Difference]:
    """Updates between what a speaker denies and what he says, or is told to have done, on another day.

    « Il n'est pas question de le vendre », ten days later « nous l'avons vendu »; « la compagnie
    exclut de retirer son projet », then « la compagnie a retiré son projet ». One for each denial.
    """
    rarity = material.once(Rarity)
    sayings = material.once(list_sayings)
    told = [
        c
        for c in material.once(list_clauses)
        if c.holder is None and c.negator is None and c.tense == "real" and c.subject_tokens
    ]
    answered = _list_answered(material.once(list_rejoinders))
    for denial in sayings:
        if not denial.denied or denial.word.speaker is None or denial.day is None:
            continue
        turn = (
            _find_said(denial, sayings, rarity)
            or _find_owned(denial, sayings, material.language)
            or _find_admitted(denial, answered.get(denial.word.statement.id, ()), sayings, rarity)
            or _find_done(denial, told, rarity, material)
        )
        if turn is not None:
            yield _make(turn)


def _find_said(denial: Saying, sayings: tuple[Saying, ...], rarity: Rarity) -> Turn | None:
    """What the same speaker tells on another day and once denied, or denies later."""
    best: tuple[float, Saying] | None = None
    for denied, other in product(denial.denied, sayings):
        if other.day in (None, denial.day) or not is_same_speaker(denial.word, other.word):
            continue
        # « On ne vend pas une laiterie comme on vend un parking » turns on nothing.
        if denied.focus & denial.told or any(denied.focus & d.focus for d in other.denied):
            continue
        if _are_same_words(denial, other):
            continue
        cover = find_cover(denied, other.told, rarity)
        owns = other.word.statement.stance in _OWNING
        if cover >= (OWNED_RATIO if owns else SAID_RATIO) and (best is None or cover > best[0]):
            best = (cover, other)
    if best is None:
        return None
    other = best[1]
    return Turn(denial, write_act(other.word), tuple(other.word.evidence()), other.day or "")


def _are_same_words(one: Saying, other: Saying) -> bool:
    """Whether it is one sentence, quoted twice: its negation may be read in one place only."""
    likeness = fuzz.partial_ratio(write_words(one.word).lower(), write_words(other.word).lower())
    return likeness >= SAME_WORDS_RATIO


@cache
def _denies_again(lemma: str, language: str) -> bool:
    """Whether a verb of speech denies: « a démenti toute fraude » is no fraud."""
    return any(
        e.lemma == lemma and e.data.get("stance") == Stance.DENIES
        for e in load_table(language, "reporting_verbs")
    )


def _list_answered(rejoinders: Sequence[Rejoinder]) -> dict[str, list[Saying]]:
    """For each statement, those of others beside it that it denies or that deny it."""
    found: dict[str, list[Saying]] = defaultdict(list)
    for r in rejoinders:
        found[r.one.word.statement.id].append(r.other)
        found[r.other.word.statement.id].append(r.one)
    return found


def _find_admitted(
    denial: Saying, answered: Sequence[Saying], sayings: tuple[Saying, ...], rarity: Rarity
) -> Turn | None:
    """What the speaker later confirms of the words that the denial answered."""
    for before, other in product(answered, sayings):
        if other.word.statement.stance is not Stance.CONFIRMS or other.day is None:
            continue
        if other.day <= (denial.day or "") or not is_same_speaker(denial.word, other.word):
            continue
        if find_cover(Denied(before.told, before.told), other.told, rarity) >= ADMITTED_RATIO:
            evidence = tuple(other.word.evidence())
            return Turn(denial, write_act(other.word), evidence, other.day)
    return None


def _find_owned(denial: Saying, sayings: tuple[Saying, ...], language: str) -> Turn | None:
    """The deed that the speaker was not behind and later owns to: « revendique la frappe »."""
    if not has_word(write_words(denial.word), "disown", language):
        return None
    events = _find_events(denial, language)
    for other in sayings:
        if other.word.statement.stance is not Stance.CONFIRMS or other.day is None:
            continue
        if other.day <= (denial.day or "") or not is_same_speaker(denial.word, other.word):
            continue
        if events & _find_events(other, language):
            evidence = tuple(other.word.evidence())
            return Turn(denial, write_act(other.word), evidence, other.day)
    return None


def _find_events(saying: Saying, language: str) -> frozenset[str]:
    found = (find_event(token.lemma.lower(), language) for token in saying.word.tokens)
    return frozenset(event.name for event in found if event)


def _find_done(
    denial: Saying, told: list[Clause], rarity: Rarity, material: Material
) -> Turn | None:
    """What a later article tells the speaker to have done."""
    name = set(make_slug(denial.word.name).split("-"))
    for denied, clause in product(denial.denied, told):
        day = (clause.pages.article.published or "")[:10]
        if not day or day <= (denial.day or "") or not _names_as_subject(clause, name):
            continue
        if _denies_again(clause.tokens[clause.verb].lemma.lower(), clause.language):
            continue
        keys = find_token_keys(clause.pages, [clause.tokens[n] for n in clause.members])
        if find_cover(denied, keys, rarity) >= DONE_RATIO:
            words = material.cut(clause.pages.article.id, clause.span)
            return Turn(denial, words, (clause.evidence,), day)
    return None


def _names_as_subject(clause: Clause, name: set[str]) -> bool:
    """Whether the subject is the speaker, by last name or by the name of a body."""
    subject = [t.text for t in clause.subject_tokens if t.pos in ("PROPN", "NOUN")]
    return bool(subject) and set(make_slug(" ".join(subject)).split("-")) <= name


def _make(turn: Turn) -> Difference:
    denial = turn.denial
    said = write_act(denial.word)
    sides = [
        (said, tuple(denial.word.evidence()), denial.day),
        (turn.value, turn.evidence, turn.day),
    ]
    sides.sort(key=lambda side: side[2] or "")
    steps = tuple((value, day) for value, _, day in sides)
    return make_difference(
        DifferenceKind.STANCE,
        Verdict.UPDATE,
        write_words(denial.word),
        [make_side(value, evidence, denial.word.speaker, day) for value, evidence, day in sides],
        give_why("turned", name=denial.word.given_name, steps=steps),
    )
