"""One party says it, the next one in the same article denies it, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Stance, Verdict
from recoupe.rooms.compare.clause_negation import has_role
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.fact_words import Rarity
from recoupe.rooms.compare.material import Material, day_of
from recoupe.rooms.compare.propositions import is_same_speaker, write_act
from recoupe.rooms.compare.sayings import Saying, is_told, list_sayings

# An answer begins this soon after what it answers, with at most one statement between.
ANSWER_CHARS = 350
BETWEEN = 1
# Weighted share of the denied words that the other party tells: of the next speaker, and of one
# after another's words. Judgement: 0.5 was tried too, and lost « Nous n'avons pas tiré un seul coup
# de feu » after « accuse son voisin d'avoir tiré ».
NEXT_RATIO = 0.15
LATER_RATIO = 0.25
# « Il dément tout appel » right after what another said denies it, whatever the words.
FLAT_CHARS = 150


@dataclass(frozen=True)
class Rejoinder:
    """Two statements of two speakers in one article, of which one denies what the other tells."""

    one: Saying
    other: Saying


def find_rejoinders(material: Material) -> Iterator[Difference]:
    """Disputes between two speakers who follow each other in one article.

    « Une offre a été reçue », « Nous n'avons fait aucune offre »: what one denies, by its verb or
    by the noun that there is none of, the other tells. Not where one speaks for the other, nor in
    answer to a question.
    """
    for rejoinder in material.once(list_rejoinders):
        yield _make(rejoinder.one, rejoinder.other)


def list_rejoinders(material: Material) -> tuple[Rejoinder, ...]:
    """The rejoinders of all articles, in the order of their texts."""
    rarity = material.once(Rarity)
    found = []
    for _, group in groupby(material.once(list_sayings), key=lambda s: s.word.pages.id):
        own = list(group)
        for n, one in enumerate(own):
            for gap, other in enumerate(own[n + 1 : n + 2 + BETWEEN]):
                ratio = LATER_RATIO if gap else NEXT_RATIO
                if _do_meet(one, other) and (
                    _do_oppose(one, other, rarity, ratio)
                    or (not gap and one.told and _is_flat_denial(one, other))
                ):
                    found.append(Rejoinder(one, other))
    return tuple(found)


def _is_flat_denial(one: Saying, other: Saying) -> bool:
    """Whether the second denies all of a kind, in one word, right after the first has spoken."""
    near = other.word.statement.start - one.word.statement.whole.end <= FLAT_CHARS
    language = other.word.pages.article.language or "fr"
    first = [t.text.lower() for t in other.word.tokens[:2]]
    flat = any(has_role(word, "any", language) for word in first)
    bare = sum(len(denied.words) for denied in other.denied) == 1
    return near and flat and bare and other.word.statement.stance is Stance.DENIES


def _do_meet(one: Saying, other: Saying) -> bool:
    start, end = one.word.statement.whole.end, other.word.statement.start
    # From the first words to the mark that closes the second.
    between = one.word.pages.text[one.word.statement.start : other.word.statement.whole.end + 2]
    near = start <= end and end - start <= ANSWER_CHARS
    named = None not in (one.word.speaker, other.word.speaker)
    return near and named and "?" not in between and not is_same_speaker(one.word, other.word)


def _do_oppose(one: Saying, other: Saying, rarity: Rarity, ratio: float) -> bool:
    return any(
        is_told(denied, b, rarity, ratio)
        for a, b in ((one, other), (other, one))
        for denied in a.denied
    )


def _make(one: Saying, other: Saying) -> Difference:
    words = [write_act(s.word) for s in (one, other)]
    return make_difference(
        DifferenceKind.STANCE,
        Verdict.DISPUTE,
        words[0],
        [
            make_side(w, s.word.evidence(), s.word.speaker, day_of(s.word.time))
            for w, s in zip(words, (one, other), strict=True)
        ],
        give_why(
            "two_sayings",
            one=one.word.given_name,
            first=words[0],
            other=other.word.given_name,
            second=words[1],
        ),
    )
