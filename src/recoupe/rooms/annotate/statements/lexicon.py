"""The verbs of speech of a language, by every form in which they are printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.language import Entry, load_table
from recoupe.language.conjugate import conjugate
from recoupe.records import Stance


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb or phrase of speech.

    Attributes:
        lemma: As in the table (« se dire », « faire savoir »).
        head: The infinitive that is conjugated (« dire », « faire »).
        tail: Words that must follow (« savoir »), lower case.
        reflexive: Whether it needs « se ».
        stance: What it says of the speaker's commitment.
        strength: strong, weak or quote.
        frames: The complements it takes.
        weak_frames: Those that make a cue only with quoted words.
        preps: Prepositions of its noun complement.
        negated: Its stance under negation; None where a negation makes it no act of speech.
        clitic: The clitic it needs before it (« y voir »); None where it needs none.
    """

    lemma: str
    head: str
    tail: tuple[str, ...]
    reflexive: bool
    stance: Stance
    strength: str
    frames: frozenset[str]
    weak_frames: frozenset[str]
    preps: frozenset[str]
    negated: Stance | None
    clitic: str | None = None


@cache
def load_verbs(language: str) -> Mapping[str, tuple[tuple[Verb, str], ...]]:
    """Form in lower case → the verbs and tenses it may be; phrases and reflexives first."""
    forms: dict[str, list[tuple[Verb, str]]] = {}
    for entry in load_table(language, "reporting_verbs"):
        data = entry.data
        lemma = str(entry.lemma)
        bare = lemma.removeprefix("se ").removeprefix("s'")
        clitic = "y" if bare.startswith("y ") else None
        head, *tail = bare.removeprefix("y ").replace("'", "' ").split()
        verb = Verb(
            lemma=lemma,
            head=head,
            tail=tuple(tail),
            reflexive=bare != lemma,
            clitic=clitic,
            stance=Stance(data["stance"]),
            strength=data.get("strength", "strong"),
            frames=frozenset(data.get("frames", ())),
            weak_frames=frozenset(data.get("weak_frames", ())),
            preps=frozenset(data.get("preps", ())),
            negated=Stance(data["negated"]) if "negated" in data else None,
        )
        for form, tense in conjugate(head, language):
            forms.setdefault(form, []).append((verb, tense))
    return {
        form: tuple(
            sorted(found, key=lambda p: (-len(p[0].tail), not p[0].reflexive, p[1] == "past"))
        )
        for form, found in forms.items()
    }


@lru_cache(maxsize=65_536)
def find_reporting_noun(word: str, language: str) -> Entry | None:
    """The noun of speech that a word in lower case is (« accusations »), or None."""
    nouns = load_table(language, "reporting_nouns")
    return next((entry for entry in nouns if entry.regex.search(word)), None)
