"""What a number counts that no noun follows: « le nombre de déplacés atteint 260 000 »."""

from __future__ import annotations

import re

from recoupe.language import load_table
from recoupe.language.word_keys import find_key
from recoupe.records import Figure, Sentence
from recoupe.rooms.compare.counted_words import classify_counted
from recoupe.rooms.compare.material import Pages

# « Ils sont une quarantaine » counts people, whoever they are.
PEOPLE = "personne"
_WORD = re.compile(r"\w+")


def find_bare_head(
    pages: Pages, sentence: Sentence, figure: Figure, language: str
) -> tuple[str | None, str | None, bool]:
    """Key of what a bare number counts, the stage its noun gives, and whether such a count moves.

    « Le nombre de déplacés atteint 260 000 »: the noun after « nombre de ». « Ils sont une
    quarantaine à camper »: people. None for other numbers, as in « en compte cinq ».
    """
    before = pages.text[sentence.span.start : figure.span.start]
    for entry in load_table(language, "number_nouns"):
        matches = list(entry.regex.finditer(before))
        if matches:
            noun = matches[-1]["noun"]
            family, stage, growing = classify_counted(noun, language)
            at = sentence.span.start + matches[-1].start("noun")
            lemma = next((t.lemma for t in sentence.tokens if t.start == at), noun)
            return family or find_key(lemma, language), stage, growing
    return (PEOPLE if _has_they_as_subject(sentence, figure) else None), None, False


def _has_they_as_subject(sentence: Sentence, figure: Figure) -> bool:
    """Whether the number is said of « ils » or « elles »: « Ils étaient 48 »."""
    inside = {
        n for n, t in enumerate(sentence.tokens) if figure.span.start <= t.start < figure.span.end
    }
    tops = inside | {sentence.tokens[n].head for n in inside}
    return any(
        token.pos == "PRON"
        and token.dep.startswith("nsubj")
        and token.head in tops
        and "Number=Plur" in token.morph
        and "Person=3" in token.morph
        for token in sentence.tokens
    )
