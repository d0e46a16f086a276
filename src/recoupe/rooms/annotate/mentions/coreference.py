"""Whom a pronoun means: the last speaker or subject that agrees with it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe.records import FoundBy, Span
from recoupe.rooms.annotate.mentions.noun_subjects import LAST_RANK
from recoupe.rooms.annotate.mentions.referents import Place, Referent

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc

# A pronoun looks back so many sentences; in the sample articles the farthest antecedent outside
# quotations stands 5 sentences before (a long quotation cut into sentences lies between).
SENTENCES_BACK = 12
# « Il » in the first words of an article is named within so many sentences; set on own examples.
SENTENCES_AHEAD = 3
# Somebody told of by a speaker who does not agree is taken up in the next sentence.
TOLD_BACK = 1
# An object whose sex nothing tells yields to a subject that agrees so many sentences back.
DOUBT_BACK = 3


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a pronoun asks of its antecedent; the fields as in `Memory.find_antecedent`."""

    start: int
    gender: str | None
    number: str | None
    loose: bool
    people_only: bool
    human: bool
    beyond: frozenset[int]

    def fits(self, place: Place) -> bool:
        """Whether a place can be meant."""
        return (
            place.start < self.start
            and place.referent.agrees(self.gender, self.number)
            and (self.loose or place.rank < LAST_RANK)
            and (not self.people_only or _can_be_taken_up(place.referent))
            and (not self.human or place.referent.is_person)
            and place.token not in self.beyond
        )


class Memory:
    """What has been named so far, asked for the antecedent of a pronoun.

    Speakers are remembered as they are resolved; content of statements is looked at only where
    nobody outside it agrees, so that « Rutte dit que Poutine … Il ajoute » is Rutte.
    """

    def __init__(self, doc: Doc, places: Sequence[Place], contents: Sequence[Span]) -> None:
        sents = [sent for sent in doc.sents if not sent.text.isspace()]
        self._starts = [sent.start for sent in sents]
        self._headings = [_is_heading(doc, sent.start, sent.end) for sent in sents]
        self._paragraphs = _number_paragraphs(doc, self._starts)
        self._by_sentence: dict[int, list[Place]] = {}
        self._spoken: dict[int, list[Place]] = {}
        self._told: dict[int, list[Place]] = {}
        inside = sorted(contents)
        starts = [span.start for span in inside]
        for place in places:
            at = bisect_left(starts, place.start + 1) - 1
            told = any(s.start <= place.start < s.end for s in inside[max(0, at - 3) : at + 1])
            shelf = self._told if told else self._by_sentence
            shelf.setdefault(self.sentence_of(place.token), []).append(place)

    def is_in_heading(self, token: int) -> bool:
        """Whether a token stands in a heading."""
        return self._headings[self.sentence_of(token)] if self._headings else False

    def sentence_of(self, token: int) -> int:
        """Number of the sentence that holds a token."""
        return max(0, bisect_left(self._starts, token + 1) - 1)

    def remember(self, token: int, start: int, referent: Referent, rank: int = 0) -> None:
        """Keep a speaker found at a token."""
        place = Place(token, referent, rank, start)
        self._spoken.setdefault(self.sentence_of(token), []).append(place)

    def take_up(self, token: int, start: int, referent: Referent) -> None:
        """Keep what a subject that says nothing takes up: « La romancière assume … Elle dit … »."""
        place = Place(token, referent, 0, start)
        self._by_sentence.setdefault(self.sentence_of(token), []).append(place)

    def find_antecedent(
        self,
        token: int,
        start: int,
        gender: str | None,
        number: str | None,
        *,
        loose: bool = False,
        people_only: bool = False,
        human: bool = False,
        beyond: frozenset[int] = frozenset(),
    ) -> Referent | None:
        """Whom a personal pronoun at this token means, or None.

        Sentence by sentence backwards: the speaker or subject that agrees, then a person inside the
        subject (« l'intervention de Rutte »), then another person. Headings are asked last. « Il »
        after a plural body alone in its paragraph is that body: machine translation does so.

        Args:
            token: The pronoun.
            start: Its first character; what is named behind it does not count.
            gender: "f", "m" or None.
            number: "s", "p" or None.
            loose: Whether plural nouns that no table knows count too.
            people_only: Whether only named people count (« la chercheuse »).
            human: Whether only human beings count: a quotation that says « je ».
            beyond: Tokens of nouns that cannot be meant.
        """
        here = self.sentence_of(token)
        back = range(here, max(-1, here - SENTENCES_BACK), -1)
        wanted = _Wanted(start, gender, number, loose, people_only, human, beyond)
        doubtful: Referent | None = None
        for number_of in (n for n in back if not self._headings[n] or n == here):
            found = self._pick(number_of, wanted)
            if found is not None and found.is_doubtful(gender):
                doubtful = doubtful or found.referent
            elif found is not None and (doubtful is None or found.rank == 0):
                return found.referent
            if doubtful is not None:
                if here - number_of >= DOUBT_BACK:
                    return doubtful
                continue
            if not people_only and here - TOLD_BACK <= number_of < here:
                told = self._pick_told(number_of, gender, number)
                if told is not None:
                    return told
            if (gender, number) == ("m", "s") and not people_only and number_of == here - 1:
                body = self._last_body(number_of, start)
                if body is not None and self._paragraphs[number_of] == self._paragraphs[here]:
                    return body
        headings = (self._pick(n, wanted) for n in back if self._headings[n])
        return doubtful or next((found.referent for found in headings if found is not None), None)

    def find_following(
        self, token: int, start: int, gender: str | None, number: str | None
    ) -> Referent | None:
        """Whom a pronoun that opens an article means: the subject of the next sentences that agrees.

        Nobody far into an article; asked only where nobody who agrees was named before.
        """
        here = self.sentence_of(token)
        if here > SENTENCES_BACK:
            return None
        follows = [n for n in range(here, len(self._starts)) if not self._headings[n]]
        for number_of in follows[: SENTENCES_AHEAD + 1]:
            named = [
                place
                for place in self._by_sentence.get(number_of, ())
                if place.start > start
                and place.rank < LAST_RANK - 1
                and place.referent.is_person
                and place.referent.agrees(gender, number)
            ]
            if named:
                return min(named, key=lambda p: (p.rank, p.start)).referent
        return None

    def find_last(
        self, token: int, start: int, gender: str | None, number: str | None
    ) -> Referent | None:
        """Whom « ce dernier » or « celle-ci » means: the last one named that agrees, person first."""
        here = self.sentence_of(token)
        for number_of in range(here, max(-1, here - 4), -1):
            named = [
                place
                for place in self._known(number_of)
                if place.start < start
                and place.rank < LAST_RANK
                and place.referent.agrees(gender, number)
            ]
            people = [p for p in named if p.referent.is_person]
            if people or named:
                return max(people or named, key=lambda p: p.start).referent
        return None

    def _known(self, sentence: int) -> list[Place]:
        return [*self._by_sentence.get(sentence, ()), *self._spoken.get(sentence, ())]

    def _pick(self, sentence: int, wanted: _Wanted) -> Place | None:
        """The place of a sentence that a pronoun means, speakers and subjects first."""
        named = [p for p in self._known(sentence) if wanted.fits(p)]
        spoken = [p for p in self._spoken.get(sentence, ()) if p in named]
        subjects = [p for p in named if p.rank == 0]
        for group in (spoken, subjects, [p for p in named if p.rank == 1 and p.referent.is_person]):
            people = [p for p in group if p.referent.is_person]
            if people or group:
                return max(people or group, key=lambda p: p.start)
        others = [p for p in named if p.referent.is_person or p.rank == LAST_RANK]
        return min(others, key=lambda p: p.start) if others else None

    def _pick_told(self, sentence: int, gender: str | None, number: str | None) -> Referent | None:
        """The person whom a speaker of the other sex has told of: « Un suspect est arrêté, dit-elle. Il … »."""
        named = [
            p
            for p in self._told.get(sentence, ())
            if p.rank == 0
            and p.referent.is_person
            and p.referent.gender is not None
            and p.referent.agrees(gender, number)
        ]
        return max(named, key=lambda p: p.start).referent if named else None

    def _last_body(self, sentence: int, start: int) -> Referent | None:
        bodies = [
            p
            for p in self._spoken.get(sentence, ())
            if p.start < start and p.referent.number == "p"
        ]
        return max(bodies, key=lambda p: p.start).referent if bodies else None


def _can_be_taken_up(referent: Referent) -> bool:
    """Whether « la chercheuse » can mean a referent: a human being who is no bare title itself."""
    return referent.is_person and referent.found_by is not FoundBy.TITLE


def _is_heading(doc: Doc, start: int, end: int) -> bool:
    """A line of one sentence without a full stop."""
    words = [token for token in doc[start:end] if not token.is_space]
    if not words:
        return True
    alone = (start == 0 or doc[start - 1].is_space) and (
        end >= len(doc) or doc[end - 1].is_space or doc[end].is_space
    )
    return alone and words[-1].is_alpha


def _number_paragraphs(doc: Doc, starts: Sequence[int]) -> list[int]:
    """For each sentence the number of its paragraph: a line end before it begins a new one."""
    numbers: list[int] = []
    current = 0
    for start in starts:
        if start > 0 and "\n" in doc[start - 1].text:
            current += 1
        numbers.append(current)
    return numbers
