"""Whom a pronoun means: the last speaker or subject that agrees with it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.records import FoundBy, Span
from recoupe.rooms.annotate.mentions.noun_subjects import LAST_RANK
from recoupe.rooms.annotate.mentions.referents import Place, Referent

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A pronoun looks back so many sentences; in the sample articles the farthest antecedent outside
# quotations stands 5 sentences before (a long quotation cut into sentences lies between).
SENTENCES_BACK = 12
# « Il » in the first words of an article is named within so many sentences; set on own examples.
SENTENCES_AHEAD = 3


class Memory:
    """What has been named so far, asked for the antecedent of a pronoun.

    Speakers are remembered as they are resolved; content of statements is no place to look, so
    that « Rutte dit que Poutine … Il ajoute » is Rutte.
    """

    def __init__(self, doc: Doc, places: Sequence[Place], contents: Sequence[Span]) -> None:
        sents = [sent for sent in doc.sents if not sent.text.isspace()]
        self._starts = [sent.start for sent in sents]
        self._headings = [_is_heading(doc, sent.start, sent.end) for sent in sents]
        self._paragraphs = _number_paragraphs(doc, self._starts)
        self._by_sentence: dict[int, list[Place]] = {}
        self._spoken: dict[int, list[Place]] = {}
        inside = sorted(contents)
        starts = [span.start for span in inside]
        for place in places:
            at = bisect_left(starts, place.start + 1) - 1
            if not any(s.start <= place.start < s.end for s in inside[max(0, at - 3) : at + 1]):
                self._by_sentence.setdefault(self.sentence_of(place.token), []).append(place)

    def is_in_heading(self, token: int) -> bool:
        """Whether a token stands in a heading."""
        return self._headings[self.sentence_of(token)] if self._headings else False

    def sentence_of(self, token: int) -> int:
        """Number of the sentence that holds a token."""
        return max(0, bisect_left(self._starts, token + 1) - 1)

    def remember(self, token: int, start: int, referent: Referent) -> None:
        """Keep a speaker found at a token."""
        place = Place(token, referent, 0, start)
        self._spoken.setdefault(self.sentence_of(token), []).append(place)

    def find_antecedent(
        self,
        token: int,
        start: int,
        gender: str | None,
        number: str | None,
        *,
        loose: bool = False,
        people_only: bool = False,
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
            people_only: Whether only human beings count (« la chercheuse »).
        """
        here = self.sentence_of(token)
        back = range(here, max(-1, here - SENTENCES_BACK), -1)
        for number_of in (n for n in back if not self._headings[n] or n == here):
            found = self._pick(
                number_of, start, gender, number, loose=loose, people_only=people_only
            )
            if found is not None:
                return found
            if (
                number == "s"
                and not people_only
                and number_of == here - 1
                and self._paragraphs[number_of] == self._paragraphs[here]
            ):
                body = self._last_body(number_of, start)
                if body is not None:
                    return body
        for number_of in (n for n in back if self._headings[n]):
            found = self._pick(
                number_of, start, gender, number, loose=loose, people_only=people_only
            )
            if found is not None:
                return found
        return None

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

    def _pick(
        self,
        sentence: int,
        start: int,
        gender: str | None,
        number: str | None,
        *,
        loose: bool,
        people_only: bool,
    ) -> Referent | None:
        named = [
            p
            for p in self._known(sentence)
            if p.start < start
            and p.referent.agrees(gender, number)
            and (loose or p.rank < LAST_RANK)
            and (not people_only or _can_be_taken_up(p.referent))
        ]
        spoken = [p for p in self._spoken.get(sentence, ()) if p in named]
        subjects = [p for p in named if p.rank == 0]
        for group in (spoken, subjects, [p for p in named if p.rank == 1 and p.referent.is_person]):
            people = [p for p in group if p.referent.is_person]
            if people or group:
                return max(people or group, key=lambda p: p.start).referent
        others = [p for p in named if p.referent.is_person or p.rank == LAST_RANK]
        return min(others, key=lambda p: p.start).referent if others else None

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
