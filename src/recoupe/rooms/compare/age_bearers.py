"""Whose age an age is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recoupe.language import load_table
from recoupe.records import EntityKind, Figure, Mention, Sentence
from recoupe.rooms.compare.material import Pages

# A person and the age that follows stand this close: « Luc Brévin, un homme âgé de 34 ans ».
LINK_CHARS = 40
OLDEST_YEARS = 115
_PERSON_OF = re.compile(
    r"(\b(?:une?|le|la) |l['’]|, )([^\W\d_]+)(?: [^\W\d_]+)? de $", re.IGNORECASE
)
_ROLE = re.compile(r"(?:^|[\s'’(,;:])(le |la |l['’])?([^\W\d_]+)$", re.IGNORECASE)


@dataclass(frozen=True)
class Bearer:
    """Whose age it is.

    Attributes:
        entity: Id of the person, where one is named.
        name: The name, or the words before the age.
        role: The noun that stands before the age (« notaire », « femme »); None where it is a name.
        alone: Whether that noun is one person the reader knows: it has the definite article, and
            the article never has it in the plural.
    """

    entity: str | None
    name: str
    role: str | None = None
    alone: bool = False


def is_age(pages: Pages, sentence: Sentence, figure: Figure, language: str) -> bool:
    """Whether years are somebody's age: « un plombier de 36 ans », « l'accusé de 43 ans ».

    Needs a word for a person before « de », or a named person before that word.
    """
    if figure.unit != "duration:year" or not 0 < (figure.value or 0) <= OLDEST_YEARS:
        return False
    match = _PERSON_OF.search(pages.text[sentence.span.start : figure.span.start])
    if match is None:
        return False
    noun = match[2]
    tables = ("person_words", "speaker_nouns", "titles", "age_roles")
    entries = [e for table in tables for e in load_table(language, table) if e.pattern]
    if any(e.regex.search(noun) for e in entries):
        return True
    at = sentence.span.start + match.start()
    return any(
        m.kind is EntityKind.PERSON and 0 <= at - m.span.end <= 2 for m in pages.article.mentions
    )


def find_bearer(pages: Pages, sentence: Sentence, figure: Figure, language: str) -> Bearer | None:
    """The person named just before an age, else the noun before it with the person it stands for.

    « Luc Brévin, 34 ans », « le notaire, âgé de 58 ans » (the only person named so far), « une
    femme de 78 ans ». None where something else stands between (« père d'un enfant de »).
    """
    links = [entry.regex for entry in load_table(language, "age_links")]
    start = max(sentence.span.start, figure.span.start - LINK_CHARS)
    people = [m for m in pages.article.mentions if m.kind is EntityKind.PERSON]
    for mention in people:
        if start <= mention.span.end <= figure.span.start:
            between = pages.text[mention.span.end : figure.span.start]
            if any(link.search(between) for link in links):
                return Bearer(mention.entity, mention.name)
    before = pages.text[sentence.span.start : figure.span.start]
    for at in range(max(0, len(before) - LINK_CHARS), len(before) + 1):
        if not any(link.search(before[at:]) for link in links):
            continue
        match = _ROLE.search(before[:at])
        if match is not None:
            alone = match[1] is not None and not _has_plural(pages, match[2])
            entity = _find_only_person(people, figure) if alone else None
            return Bearer(entity, match[0].strip(" ,(;:"), match[2].lower(), alone)
    return _find_subject(pages, sentence, figure, people)


def _has_plural(pages: Pages, noun: str) -> bool:
    """Whether the article has several of a role: « les accusés »."""
    plural = re.compile(rf"\b(?:co)?{re.escape(noun)}[sx]\b", re.IGNORECASE)
    return plural.search(pages.text) is not None


def _find_subject(
    pages: Pages, sentence: Sentence, figure: Figure, people: list[Mention]
) -> Bearer | None:
    """The subject of « avait 27 ans », with words between: « le bénévole tué samedi avait 27 ans »."""
    tokens = sentence.tokens
    inside = [t for t in tokens if figure.span.start <= t.start < figure.span.end]
    heads = {
        t.head for t in inside if not figure.span.start <= tokens[t.head].start < figure.span.end
    }
    for n, token in enumerate(tokens):
        if (
            token.head in heads
            and token.dep.startswith("nsubj")
            and token.start < figure.span.start
        ):
            mention = next((m for m in people if m.span.start <= token.start < m.span.end), None)
            if mention is not None:
                return Bearer(mention.entity, mention.name)
            if token.pos == "NOUN":
                article = tokens[n - 1] if n else None
                definite = article is not None and "Definite=Def" in article.morph
                alone = definite and not _has_plural(pages, token.text)
                entity = _find_only_person(people, figure) if alone else None
                return Bearer(entity, token.text, token.lemma.lower(), alone)
    return None


def _find_only_person(people: list[Mention], figure: Figure) -> str | None:
    """The person whom « le notaire » stands for: the only one with a full name so far."""
    named = {m.entity for m in people if m.span.end <= figure.span.start and " " in m.name}
    return next(iter(named)) if len(named) == 1 else None
