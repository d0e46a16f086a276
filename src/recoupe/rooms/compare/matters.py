"""What a difference is about, in words of an article: a noun phrase, else the sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.language import load_table
from recoupe.language.word_keys import find_key
from recoupe.records import Figure, Sentence
from recoupe.rooms.compare.bare_heads import PEOPLE
from recoupe.rooms.compare.counted_words import classify_counted
from recoupe.rooms.compare.material import Pages
from recoupe.rooms.compare.noun_phrases import climb_to_head, cut_noun_phrase, find_nouns_above
from recoupe.rooms.compare.words import is_telling

Given = tuple[Pages, Figure]
_COUNTED = ("person", "count")
_NOUNS = ("NOUN", "PROPN")
# What stands between the matters of two sides that have one each.
_OR = " / "


@dataclass(frozen=True)
class Name:
    """A noun that figures may be named for.

    Attributes:
        key: Its key, one for synonyms.
        phrase: The noun with its complements, as printed.
        rank: How far it is from the figure: 0 for what is counted.
        is_anybody: Whether it counts people, whoever they are.
    """

    key: str
    phrase: str
    rank: int
    is_anybody: bool


def name_counted(given: Sequence[Given]) -> str:
    """What figures of one matter count: the noun of most of them, with its complements.

    « personnes » gives way to a noun that says which; a sum or a share is named for what it is of
    (« action », « capital »). Where the words give no noun, the sentence of the first figure.

    Args:
        given: The figures, the one that the difference is told from first.
    """
    name = _choose(given)
    if name is not None:
        return name.phrase
    pages, figure = min(given, key=_is_in_heading)
    return name_sentence(pages, figure.span.start)


def name_apart(sides: Sequence[Sequence[Given]]) -> str:
    """What figures that measure two things count: « morts / blessés », or the noun of both."""
    names = [name for side in sides if (name := _choose(side)) is not None]
    if not names:
        return name_counted([given for side in sides for given in side])
    phrases: dict[str, str] = {}
    for name in [n for n in names if not n.is_anybody] or names:
        phrases[name.key] = max(name.phrase, phrases.get(name.key, ""), key=len)
    return _OR.join(list(phrases.values())[:2])


def name_event(
    first: tuple[Pages, Sentence], second: tuple[Pages, Sentence], keys: Sequence[str]
) -> str:
    """What happened: the noun of an event that is subject or object, else the shorter sentence.

    Args:
        first: Where one article tells of the event.
        second: Where another one does.
        keys: Keys of the words of both, those that say most first.
    """
    pages, sentence = first
    language = pages.article.language or "fr"
    tokens = sentence.tokens
    for key in keys:
        for n, token in enumerate(tokens):
            if token.pos != "NOUN" or find_key(token.lemma, language) != key:
                continue
            head = climb_to_head(sentence, n)
            has_article = any(t.head == head and t.pos == "DET" for t in tokens)
            if has_article and tokens[head].dep.startswith(("nsubj", "obj")):
                name = _make_name(pages, sentence, head, 0)
                if not name.is_anybody and token.text[0].islower():
                    return name.phrase
    sentences = (name_sentence(p, s.span.start) for p, s in (first, second))
    return min(sentences, key=len)


def name_sentence(pages: Pages, at: int) -> str:
    """The sentence of a passage, white space made single."""
    sentence = pages.find_sentence(at)
    return " ".join(sentence.span.cut(pages.text).split()) if sentence else ""


def _choose(given: Sequence[Given]) -> Name | None:
    """The noun that names figures best, or None where they have none."""
    names = [name for each in given for name in _list_names(each)]
    votes = Counter(name.key for name in names)
    return min(
        names,
        key=lambda n: (n.is_anybody, n.rank, -votes[n.key], n.key, -len(n.phrase)),
        default=None,
    )


def _list_names(given: Given) -> Iterator[Name]:
    """The nouns that a figure may be named for, the nearest first."""
    pages, figure = given
    sentence = pages.find_sentence(figure.span.start)
    if sentence is None:
        return
    language = pages.article.language or "fr"
    counted = [
        n
        for n, token in enumerate(sentence.tokens)
        if figure.span.start <= token.start < figure.span.end
        and token.pos in _NOUNS
        and token.text in figure.counted
    ]
    if not figure.unit.startswith(_COUNTED):
        counted = [n for n in counted if is_telling(sentence.tokens[n], language)]
    words = figure.span.cut(pages.text)
    earliest = figure.span.start + max(0, words.rfind(figure.counted))
    for n in counted[:1]:
        yield _make_name(pages, sentence, n, 0, earliest)
    if counted:
        return
    if figure.unit.startswith(_COUNTED):
        yield from _list_numbered(pages, sentence, figure)
        return
    for rank, n in find_nouns_above(sentence, figure.span, language):
        if is_telling(sentence.tokens[n], language):
            yield _make_name(pages, sentence, n, rank)


def _list_numbered(pages: Pages, sentence: Sentence, figure: Figure) -> Iterator[Name]:
    """« Le nombre de déplacés atteint 260 000 »: the noun after « nombre de »."""
    language = pages.article.language or "fr"
    before = pages.text[sentence.span.start : figure.span.start]
    for entry in load_table(language, "number_nouns"):
        for match in list(entry.regex.finditer(before))[-1:]:
            noun = match["noun"]
            yield Name(find_key(noun, language), noun, 1, _is_anybody(noun, language))


def _make_name(pages: Pages, sentence: Sentence, at: int, rank: int, earliest: int = 0) -> Name:
    language = pages.article.language or "fr"
    days = [m.span for m in pages.article.moments if sentence.span.overlaps(m.span)]
    span = cut_noun_phrase(sentence, at, language, days, earliest)
    lemma = sentence.tokens[at].lemma
    phrase = " ".join(span.cut(pages.text).split())
    return Name(find_key(lemma, language), phrase, rank, _is_anybody(lemma, language))


def _is_anybody(noun: str, language: str) -> bool:
    return classify_counted(noun.lower(), language)[0] == PEOPLE


def _is_in_heading(given: Given) -> bool:
    sentence = given[0].find_sentence(given[1].span.start)
    return sentence is not None and sentence.is_heading
