"""A value that an article gives, with what decides whether another one tells of the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from recoupe.language.word_keys import find_key
from recoupe.records import Evidence, Figure, Form, Modifier, Sentence, Statement
from recoupe.rooms.compare.age_bearers import Bearer
from recoupe.rooms.compare.counted_words import find_head_lemma, is_told_before
from recoupe.rooms.compare.fact_words import Words
from recoupe.rooms.compare.material import Pages
from recoupe.rooms.compare.predicates import find_predicate, tells_state
from recoupe.rooms.compare.words import is_telling


@dataclass(frozen=True)
class Fact:
    """A figure with what decides whether another one tells of the same.

    Attributes:
        pages: Its article.
        sentence: Its sentence.
        figure: The figure, its bounds in the smallest unit of its dimension.
        dimension: « money:EUR », « percent », « seconds », « count », …
        head: What is counted, one key for synonyms; None where the words give none.
        words: The words around it.
        stage: At which stage; None where the words give none.
        part: Words that make it a part of a larger count.
        people: Countries whose people are counted.
        times: The times that its sentence names, apart from when somebody spoke.
        earlier: Whether its sentence tells of an earlier event.
        growing: Whether such a count moves from hour to hour.
        bearer: Whose age it is; None for other dimensions.
        holder: The statement that holds it.
        known: Keys of all words of its article.
        spoken: When it was given: the day beside the cue, else the time of publication.
    """

    pages: Pages
    sentence: Sentence
    figure: Figure
    dimension: str
    head: str | None
    words: Words
    stage: str | None
    part: frozenset[str]
    people: frozenset[str]
    times: tuple[tuple[str, str], ...]
    earlier: bool
    growing: bool
    bearer: Bearer | None
    holder: Statement | None
    known: frozenset[str]
    spoken: str | None

    @property
    def language(self) -> str:
        """The article's language."""
        return self.pages.article.language or "fr"

    @cached_property
    def head_word(self) -> str | None:
        """Key of the noun that is counted, as it stands among the words."""
        lemma = find_head_lemma(self.sentence, self.figure)
        return find_key(lemma, self.language) if lemma else None

    @property
    def evidence(self) -> Evidence:
        """The figure's passage."""
        return Evidence(self.pages.article.id, self.figure.span, self.figure.statement)

    @property
    def speaker(self) -> str | None:
        """Id of who says it; None in the article's own voice."""
        return self.holder.speaker.id if self.holder and self.holder.speaker else None

    @cached_property
    def value(self) -> tuple[float | None, float | None, float | None, Modifier | None]:
        """Number, bounds and modifier: two facts with equal ones say the same."""
        return self.figure.value, self.figure.low, self.figure.high, self.figure.modifier

    @cached_property
    def verb(self) -> int | None:
        """Index of the nearest predicate above the figure, or None."""
        return find_predicate(self.sentence, self.figure.span)

    @cached_property
    def is_state(self) -> bool:
        """Whether it is told as it stands, not as it came to be."""
        return tells_state(self.sentence, self.verb)

    @property
    def on(self) -> str:
        """When it held: the time named beside a state, else the publication."""
        published = self.pages.article.published or ""
        return self.times[0][0] if self.is_state and self.times else published

    @property
    def is_told_before(self) -> bool:
        """Whether « les », « ces » or « ses » stands before the number: « les deux usines »."""
        return is_told_before(self.sentence, self.figure)

    @cached_property
    def day(self) -> date | None:
        """Day on which its article was published, or None."""
        published = self.pages.article.published
        return date.fromisoformat(published[:10]) if published else None

    @cached_property
    def digits(self) -> list[str]:
        """The digits of its number in order of size, without zeros at its ends: « 4 200 », « 0,24 »."""
        digits = f"{self.figure.value or 0:.2f}".rstrip("0").rstrip(".").replace(".", "")
        return sorted(digits.rstrip("0"))

    @cached_property
    def looks_back(self) -> bool:
        """Whether the article's own voice uses the pluperfect: « avait obtenu », an earlier time.

        In indirect speech the pluperfect is the past of « a déclaré que », and says nothing.
        """
        if self.holder is not None and self.holder.form is not Form.DIRECT:
            return False
        return self.verb is not None and any(
            t.head == self.verb and t.dep == "aux:tense" and "Tense=Imp" in t.morph
            for t in self.sentence.tokens
        )

    @cached_property
    def complements(self) -> dict[str, frozenset[str]]:
        """The nouns that hang on each near noun, by key."""
        tokens = self.sentence.tokens
        found: dict[str, set[str]] = {}
        for token in tokens:
            head = tokens[token.head]
            nouns = token.dep == "nmod" and token.pos == head.pos == "NOUN"
            if nouns and is_telling(token, self.language):
                key = find_key(head.lemma, self.language)
                if key in self.words.near:
                    found.setdefault(key, set()).add(find_key(token.lemma, self.language))
        return {noun: frozenset(keys) for noun, keys in found.items()}

    @cached_property
    def ordinals(self) -> dict[str, frozenset[str]]:
        """The ordinals of each noun of its sentence: « premier tour »."""
        tokens = self.sentence.tokens
        found: dict[str, set[str]] = {}
        for token in tokens:
            if "NumType=Ord" in token.morph and tokens[token.head].pos == "NOUN":
                noun = tokens[token.head].lemma.lower()
                found.setdefault(noun, set()).add(token.lemma.lower())
        return {noun: frozenset(ordinals) for noun, ordinals in found.items()}
