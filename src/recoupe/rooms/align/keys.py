"""What each word of a passage is compared by: places, numbers, days, families, stems."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from recoupe.language.word_keys import find_keys
from recoupe.records import Figure, Sentence, Span, Token
from recoupe.rooms.align.clauses import is_content
from recoupe.rooms.align.units import Unit
from recoupe.rooms.align.words import find_near_families, find_places, place_of_adjective

# What the tagger calls a number: « 28 blessés », « ils étaient 2 800 », « 4 500 confinés ».
NUMERAL = frozenset({"NUM", "PRON", "DET"})

FAMILY = "near "
NUMBER = "#"
MOMENT = "~"
# Numbers from the least on are near to others that are a step larger or smaller.
LEAST_SIZED = 100
SIZE_STEP = 1.03
ISO_DAY_CHARS = 10


class KeysAt:
    """What each word of a passage's sentence is compared by.

    A place is compared by its name, a number by its value (« vingt-huit », « 28 ») and a date or
    time by the day or hour it stands for; other words by their families or stems.

    Attributes:
        repeated: The words of a moment after its first: « jeudi 19 mars » weighs as one word.
    """

    def __init__(self, unit: Unit, figures: Sequence[Figure], language: str) -> None:
        self.tokens = unit.sentence.tokens
        self.language = language
        self.places = _places_of_tokens(unit.sentence, unit.article.text, language)
        self.values: dict[int, str] = {}
        self.repeated: set[int] = set()
        for figure in figures:
            inside = _find_words(self.tokens, figure.span)
            numbers = [n for n in inside if self.tokens[n].pos in NUMERAL] or inside[:1]
            if figure.value is not None:
                self.values.update((n, f"{NUMBER}{figure.value:g}") for n in numbers)
        for moment in unit.article.moments:
            if moment.since is not None and moment.span.overlaps(unit.sentence.span):
                inside = _find_words(self.tokens, moment.span)
                self.values.update((n, f"{MOMENT}{moment.since}") for n in inside)
                self.repeated.update(inside[1:])

    def __call__(self, n: int) -> tuple[str, ...]:
        """The keys of one word."""
        if n in self.places:
            return (f"@{self.places[n]}",)
        if n in self.values:
            return (self.values[n],)
        return find_keys(self.tokens[n].lemma, self.language)

    def list_near(self, n: int) -> tuple[str, ...]:
        """The families of near words that a word is in; of a moment its day, of a number its size.

        « Vendredi soir » and « vendredi à 18 h 30 » are near, and so are 14 236 and 14 000; places
        have no near words.
        """
        value = self.values.get(n, "")
        if value.startswith(MOMENT):
            return (value[: len(MOMENT) + ISO_DAY_CHARS],)
        if value:
            return _name_sizes(float(value.removeprefix(NUMBER)))
        if n in self.places or self.tokens[n].pos == "NUM":
            return ()
        return find_near_families(self.tokens[n].lemma, self.language)


def _name_sizes(value: float) -> tuple[str, ...]:
    """Labels that a number has in common with another of nearly its size; none for a small one."""
    if value < LEAST_SIZED:
        return ()
    step = math.floor(math.log(value, SIZE_STEP))
    return (f"{NUMBER}size {step}", f"{NUMBER}size {step + 1}")


def list_labels(words: Iterable[int], keys_at: KeysAt) -> frozenset[str]:
    """The keys of some words of a sentence and the families of near words they are in."""
    return frozenset(
        label
        for n in words
        for label in (
            *keys_at(n),
            *map(name_family, keys_at.list_near(n)),
        )
    )


def name_family(family: str) -> str:
    """The label of a family of near words, unlike any key."""
    return f"{FAMILY}{family}"


def is_family(label: str) -> bool:
    """Whether a label is that of a family of near words."""
    return label.startswith(FAMILY)


def _places_of_tokens(sentence: Sentence, text: str, language: str) -> dict[int, str]:
    """The place each word names or is an adjective of, by its index."""
    found: dict[int, str] = {}
    offset = sentence.span.start
    for start, end, name in find_places(sentence.span.cut(text), language):
        for n, token in enumerate(sentence.tokens):
            if token.start < offset + end and offset + start < token.end:
                found[n] = name
    for n, token in enumerate(sentence.tokens):
        place = place_of_adjective(token.text, language) if n not in found else None
        if place is not None:
            found[n] = place
    return found


def _find_words(tokens: Sequence[Token], span: Span) -> list[int]:
    return [
        n
        for n, token in enumerate(tokens)
        if span.start < token.end and token.start < span.end and is_content(token)
    ]
