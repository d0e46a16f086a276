"""What the words around a figure say: what is counted, at which stage, of which people and part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from recoupe.language import load_table
from recoupe.records import Figure, Sentence, Token
from recoupe.rooms.compare.material import Pages

_NEAR_TOKENS = 8
_PART_CHARS = 24
_PART_BREAK = re.compile(r"[,;:.(—–«»\n]| et | ou | dont ")


@cache
def load_counted(language: str) -> tuple[tuple[re.Pattern[str], str, str | None, bool], ...]:
    """Patterns of what is counted with family, stage and whether the count moves."""
    return tuple(
        (e.regex, e.data["family"], e.data.get("stage"), bool(e.data.get("growing")))
        for e in load_table(language, "counted")
    )


@cache
def load_peoples(language: str) -> Mapping[str, frozenset[str]]:
    """Adjectives of countries in lower case with the names of the countries."""
    found: dict[str, set[str]] = {}
    for entry in load_table(language, "places"):
        for adjective in entry.data.get("adjectives", ()):
            found.setdefault(adjective.lower(), set()).add(entry.data["name"])
    return {adjective: frozenset(countries) for adjective, countries in found.items()}


@cache
def _load_countries(language: str) -> frozenset[str]:
    return frozenset().union(*load_peoples(language).values())


@lru_cache(maxsize=65_536)
def classify_counted(words: str, language: str) -> tuple[str | None, str | None, bool]:
    """Family, stage and movement of what is counted, by the table; the leftmost word decides."""
    hits = [
        (match.start(), n, family, stage, growing)
        for n, (regex, family, stage, growing) in enumerate(load_counted(language))
        if (match := regex.search(words))
    ]
    if not hits:
        return None, None, False
    _, _, family, stage, growing = min(hits, key=lambda hit: hit[:2])
    return family, stage, growing


def find_head_lemma(sentence: Sentence, figure: Figure) -> str | None:
    """Lemma of the noun that the figure counts: the first noun of `counted` inside its span."""
    wanted = set(re.findall(r"\w+", figure.counted.lower()))
    for token in sentence.tokens:
        inside = figure.span.start <= token.start < figure.span.end
        if inside and token.pos in ("NOUN", "PROPN") and token.text.lower() in wanted:
            return token.lemma.lower()
    return None


def find_stage(sentence: Sentence, figure: Figure, language: str) -> tuple[str | None, bool]:
    """The stage that the words around the figure give, the nearest first, and whether it moves.

    Looks at the verb that governs the figure and at the words of its clause to the next comma.
    """
    tokens = sentence.tokens
    inside = [n for n, t in enumerate(tokens) if figure.span.start <= t.start < figure.span.end]
    if not inside:
        return None, False
    after = tokens[inside[-1] + 1 : inside[-1] + 1 + _NEAR_TOKENS]
    before = tokens[max(0, inside[0] - _NEAR_TOKENS) : inside[0]]
    for window in (_until_break(after), _until_break(before[::-1])):
        hits: list[tuple[int, str, bool]] = []
        for n, token in enumerate(window):
            found = _find_stage_of_word(token.text, language)
            if found is not None:
                hits.append((n, *found))
        if hits:
            names = list(dict.fromkeys(stage for _, stage, _ in hits))
            casualty = sorted({"killed", "wounded"} & set(names))
            if len(casualty) == 2 and any(t.text.lower() in ("ou", "or") for t in window):
                return "killed_or_wounded", True
            return names[0], hits[0][2]
    return None, False


@lru_cache(maxsize=65_536)
def _find_stage_of_word(word: str, language: str) -> tuple[str, bool] | None:
    """The stage that a word gives and whether such a count moves, by the first entry of the table."""
    for regex, _, stage, growing in load_counted(language):
        if stage and regex.search(word):
            return stage, growing
    return None


def _until_break(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens up to a mark that ends a clause."""
    for n, token in enumerate(tokens):
        if token.text in {",", ";", ":", ".", "«", "»", "(", ")"}:
            return tokens[:n]
    return tokens


def find_people(pages: Pages, sentence: Sentence, figure: Figure, language: str) -> frozenset[str]:
    """Countries whose people are counted: an adjective in the figure, else a country as subject."""
    behind = _PART_BREAK.split(pages.text[figure.span.end :][:_PART_CHARS], maxsplit=1)[0]
    words = f"{figure.span.cut(pages.text)} {' '.join(behind.split()[:1])} {figure.counted}".lower()
    peoples = load_peoples(language)
    named = [peoples[word] for word in re.findall(r"[\w-]+", words) if word in peoples]
    if named:
        return frozenset().union(*named)
    tokens = sentence.tokens
    first = next((n for n, t in enumerate(tokens) if t.start >= figure.span.start), None)
    if first is None:
        return frozenset()
    for token in reversed(tokens[:first]):
        if token.dep.startswith("nsubj") and token.pos == "PROPN":
            for mention in pages.article.mentions:
                if mention.span.start <= token.start < mention.span.end:
                    return frozenset({mention.name}) & _load_countries(language)
            return frozenset()
    return frozenset()


@cache
def _load_parts(language: str) -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    return tuple(
        (e.regex, e.data["part"], bool(e.data.get("before")))
        for e in load_table(language, "counted_parts")
    )


def find_part(pages: Pages, sentence: Sentence, figure: Figure, language: str) -> frozenset[str]:
    """Names of the parts that the words in and around the figure make of it.

    « six graves », « dont six enfants », « deux des victimes », « soldats d'élite ».
    """
    before = pages.text[
        max(sentence.span.start, figure.span.start - _PART_CHARS) : figure.span.start
    ]
    after = pages.text[figure.span.end : min(sentence.span.end, figure.span.end + _PART_CHARS)]
    after = _PART_BREAK.split(after, maxsplit=1)[0]
    lead = "dont " if before.rstrip().endswith("dont") else re.split(r"[,;:.(«»\n]", before)[-1]
    body = figure.span.cut(pages.text) + after
    return frozenset(
        name
        for regex, name, leads in _load_parts(language)
        if regex.search(lead if leads else body)
    )
