"""The same words given to two people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from recoupe.language.names import same_last_name
from recoupe.records import (
    Difference,
    DifferenceKind,
    EntityKind,
    Evidence,
    Form,
    FoundBy,
    Statement,
    Verdict,
)
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material, find_lemmas

# Two people do say « C'est notre affaire »; they do not say the same sentence of this many content
# words almost letter for letter. Judgement: the gold stories hold no such pair.
SHARED_CONTENT_WORDS = 5
SHARED_RATIO = 88.0
_NAMED = frozenset({FoundBy.NAME, FoundBy.TITLE})
_QUOTED = frozenset({Form.DIRECT, Form.MIXED})
Words = tuple[str, Statement, str, frozenset[str]]


def find_shared_speech(material: Material) -> Iterator[Difference]:
    """Contradictions in which two articles give one quotation to two named people.

    Only words in quotation marks, and speakers named by name or title in that very sentence: a
    pronoun may have been resolved wrongly. A body and its voice (« la préfecture », « la
    préfète ») are no two people.
    """
    people = {
        mention.entity
        for article in material.articles
        for mention in article.mentions
        if mention.kind is EntityKind.PERSON
    }
    index: dict[str, list[Words]] = defaultdict(list)
    told: set[tuple[str, str]] = set()
    quotes: list[Words] = []
    for pages in material.pages.values():
        for s in pages.article.statements:
            if s.form not in _QUOTED or s.speaker is None or s.speaker.found_by not in _NAMED:
                continue
            if s.other_speakers or s.speaker.id not in people:
                continue
            lemmas = frozenset(w for piece in s.content for w in find_lemmas(pages, piece))
            if len(lemmas) >= SHARED_CONTENT_WORDS:
                words = " ".join(piece.cut(pages.text) for piece in s.content)
                quotes.append((pages.article.id, s, words, lemmas))
    for quote in quotes:
        for lemma in sorted(quote[3], key=lambda w: (-len(w), w))[:4]:
            index[lemma].append(quote)
    for lemma in sorted(index):
        for one, other in combinations(index[lemma], 2):
            if _same_words_other_person(one, other):
                key = (one[1].speaker.id, other[1].speaker.id)  # type: ignore[union-attr]
                if key not in told:
                    told.update((key, key[::-1]))
                    yield _make(material, one, other)


def _same_words_other_person(one: Words, other: Words) -> bool:
    first, second = one[1].speaker, other[1].speaker
    if one[0] == other[0] or first is None or second is None or first.id == second.id:
        return False
    if same_last_name(first.name, second.name):
        return False
    return fuzz.ratio(one[2].lower(), other[2].lower()) >= SHARED_RATIO


def _make(material: Material, one: Words, other: Words) -> Difference:
    sides, names = [], []
    for article, statement, words, _ in (one, other):
        speaker = statement.speaker
        assert speaker is not None
        names.append(speaker.name)
        time = material.pages[article].find_time(statement.content[0], statement)
        evidence = [Evidence(article, piece, statement.id) for piece in statement.content]
        sides.append(make_side(f"{speaker.name} : {words}", evidence, speaker.id, time))
    return make_difference(
        DifferenceKind.SPEAKER,
        Verdict.CONTRADICTION,
        one[2][:60],
        sides,
        f"La même citation est donnée à {names[0]} et à {names[1]}.",
        f"The same quotation is given to {names[0]} and to {names[1]}.",
    )
