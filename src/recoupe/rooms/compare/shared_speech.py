"""The same words given to two people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Evidence, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material
from recoupe.rooms.compare.quotations import Quotation, list_quotations
from recoupe.rooms.compare.speaker_identity import Speakers

# Two people do say « Justice est rendue »; they do not say the same sentence of this many words,
# two of them telling, letter for letter. On the seven conflicts of
# quality/differences/pairs_speakers.toml: 3 to 6 find all, 7 four, 8 three; the most careful of the
# equals stands.
SHARED_WORDS = 6
SHARED_CONTENT_WORDS = 2
# Nor do they say one that has this share of its content words and numbers in common, and so many of
# them, in another wording: of the pairs of the seven sets read by hand, one at 1.0 is one quotation
# told twice, the next below (0.75, three words) says the opposite.
LIKE_RATIO = 0.8
LIKE_WORDS = 4


def find_shared_speech(material: Material) -> Iterator[Difference]:
    """Contradictions in which articles give one quotation to two people, one for each quotation.

    Only words in quotation marks, whole or a part of the other's. An office and who holds it, a
    body and its voice are one speaker; a speaker known by a pronoun counts only where the other
    one is not named nearby. Nothing is said of words that somebody repeats, reads or shouts.
    """
    speakers = material.once(Speakers)
    for group in _join_same_words(material.once(list_quotations)):
        sides = _split_by_speaker([q for q in group if _is_own_word(q)], speakers)
        sides = [side for side in sides if _is_sure(side, sides)]
        if len(sides) > 1:
            yield _make(sides)


def _join_same_words(quotations: Sequence[Quotation]) -> list[list[Quotation]]:
    """Groups of quotations of two articles or more that are the same words, in text order."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for n, quotation in enumerate(quotations):
        for word in sorted(set(quotation.words), key=lambda w: (-len(w), w))[:4]:
            by_word[word].append(n)
    first = list(range(len(quotations)))

    def find_first(n: int) -> int:
        while first[n] != n:
            n = first[n]
        return n

    for word in sorted(by_word):
        for a, b in combinations(by_word[word], 2):
            if _are_same_words(quotations[a], quotations[b]):
                one, other = sorted((find_first(a), find_first(b)))
                first[other] = one
    groups: dict[int, list[Quotation]] = defaultdict(list)
    for n, quotation in enumerate(quotations):
        groups[find_first(n)].append(quotation)
    return [g for g in groups.values() if len({q.pages.article.id for q in g}) > 1]


def _are_same_words(one: Quotation, other: Quotation) -> bool:
    shorter, longer = sorted((one, other), key=lambda q: len(q.words))
    telling = len(shorter.words) >= SHARED_WORDS and len(shorter.lemmas) >= SHARED_CONTENT_WORDS
    if telling and f" {' '.join(shorter.words)} " in f" {' '.join(longer.words)} ":
        return True
    shared = one.gist & other.gist
    return len(shared) >= LIKE_WORDS and len(shared) >= LIKE_RATIO * len(one.gist | other.gist)


def _is_own_word(quotation: Quotation) -> bool:
    return not quotation.opens_another and not quotation.is_told_by_another


def _split_by_speaker(group: Sequence[Quotation], speakers: Speakers) -> list[list[Quotation]]:
    """The quotations by people; who may be one of two people is left out."""
    sides: list[list[Quotation]] = []
    for quotation in sorted(group, key=lambda q: not speakers.is_person(q.speaker)):
        fitting = [
            side
            for side in sides
            if not all(speakers.are_two(quotation.speaker, q.speaker) for q in side)
        ]
        if len(fitting) == 1:
            fitting[0].append(quotation)
        elif not fitting:
            sides.append([quotation])
    return sides


def _is_sure(side: Sequence[Quotation], sides: Sequence[Sequence[Quotation]]) -> bool:
    """Whether one quotation of a side gives it to its speaker beyond a wrong reading of « il »."""
    others = {q.speaker.id for other in sides if other is not side for q in other}
    for quotation in side:
        leaning = not quotation.is_seen_said
        if any(quotation.names_near(key, leaning=leaning) for key in sorted(others)):
            continue
        if quotation.is_seen_said or quotation.names_near(quotation.speaker.id, leaning=True):
            return True
    return False


def _make(groups: Sequence[Sequence[Quotation]]) -> Difference:
    sides, names = [], []
    for group in groups:
        one = group[0]
        names.append(one.speaker.name)
        time = one.pages.find_time(one.statement.content[0], one.statement)
        evidence = [
            Evidence(q.pages.article.id, piece, q.statement.id)
            for q in group
            for piece in q.statement.content
        ]
        sides.append(make_side(one.speaker.name, evidence, one.speaker.id, time))
    return make_difference(
        DifferenceKind.SPEAKER,
        Verdict.CONTRADICTION,
        groups[0][0].text,
        sides,
        give_why("same_quotation", names=tuple(names)),
    )
