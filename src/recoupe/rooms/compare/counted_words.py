"""What the words around a figure say: what is counted, of which people and part."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from recoupe.language import load_table
from recoupe.records import Figure, Sentence, Span
from recoupe.rooms.compare.material import Pages

# What the determiners of things already told of have.
_KNOWN = ("Definite=Def", "PronType=Dem", "Poss=Yes")
_PART_CHARS = 24
# Families that name no kind of people: anybody, anybody hurt, words that only give a stage.
ANYBODY = "personne"
_STEP = "étape"
_NO_KIND = frozenset({ANYBODY, "victime", _STEP})
_PART_BREAK = re.compile(r"[,;:.(—–«»\n]| et | ou | dont ")


@dataclass(frozen=True, slots=True)
class Kind:
    """An entry of the table of what is counted.

    Attributes:
        regex: Finds its words.
        family: One name for words that count the same.
        stage: The stage that its words give, or None.
        growing: Whether such a count moves from hour to hour.
        at: The stages at which its words count the same; empty for all: « clients », « foyers » and
            « logements » do where they are without power.
    """

    regex: re.Pattern[str]
    family: str
    stage: str | None
    growing: bool
    at: tuple[str, ...]


@cache
def load_kinds(language: str) -> tuple[Kind, ...]:
    """The entries of the table in file order."""
    return tuple(
        Kind(
            regex=e.regex,
            family=e.data["family"],
            stage=e.data.get("stage"),
            growing=bool(e.data.get("growing")),
            at=tuple(e.data.get("at", ())),
        )
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
def classify_counted(
    words: str, language: str, stage: str | None = None, following: str = ""
) -> tuple[str | None, str | None, bool]:
    """Family, stage and movement of what is counted, by the table; the leftmost word decides.

    A word that only gives a stage (« 3 400 demandes ») is no family.

    Args:
        words: The words that name what is counted.
        language: Of the words.
        stage: The stage that the words around the figure give: some nouns are one only there.
        following: The words after them, for what begins in them: « 12 gardes à vue ».
    """
    phrase = f"{words} {following}" if following else words
    hits = [
        (match.start(), n, kind)
        for n, kind in enumerate(load_kinds(language))
        if (not kind.at or stage in kind.at)
        and (match := kind.regex.search(phrase))
        and match.start() < len(words)
    ]
    if not hits:
        return None, None, False
    _, _, kind = min(hits, key=lambda hit: hit[:2])
    return kind.family if kind.family != _STEP else None, kind.stage, kind.growing


@cache
def _families_by_stage(language: str) -> dict[str, str]:
    """For each stage the family of the first noun that gives it: « interpellés » for arrested."""
    found: dict[str, str] = {}
    for kind in load_kinds(language):
        if kind.stage and not kind.at and kind.family not in _NO_KIND:
            found.setdefault(kind.stage, kind.family)
    return found


def name_people(family: str | None, stage: str | None, language: str) -> str | None:
    """The family of people at a stage: « 26 personnes interpellées » are « 26 interpellations ».

    Args:
        family: Of the noun that is counted.
        stage: At which the count is.
        language: Of the words.
    """
    if family != ANYBODY:
        return family
    return _families_by_stage(language).get(stage or "", ANYBODY)


def find_head_lemma(sentence: Sentence, figure: Figure) -> str | None:
    """Lemma of the noun that the figure counts: the first noun of `counted` inside its span.

    Where the parse sees none, its first adjective: « deux jeunes », « trois inconnus ».
    """
    wanted = set(re.findall(r"[\w-]+", figure.counted.lower()))
    inside = [
        token
        for token in sentence.tokens
        if figure.span.start <= token.start < figure.span.end and token.text.lower() in wanted
    ]
    for kinds in (("NOUN", "PROPN"), ("ADJ",)):
        for token in inside:
            if token.pos in kinds:
                return token.lemma.lower()
    return None


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


def is_told_before(sentence: Sentence, figure: Figure) -> bool:
    """Whether « les », « ces » or « ses » stands before a number: those told of, not how many.

    Not where a relative clause says which: « les trois caméras que la sonde emportait ».
    """
    before = [t for t in sentence.tokens if t.end <= figure.span.start]
    if not before or before[-1].pos not in ("DET", "PRON"):
        return False
    inside = {
        n for n, t in enumerate(sentence.tokens) if figure.span.contains(Span(t.start, t.end))
    }
    if any(t.dep == "acl:relcl" and t.head in inside for t in sentence.tokens):
        return False
    morph = before[-1].morph
    return "Number=Plur" in morph and any(feature in morph for feature in _KNOWN)
