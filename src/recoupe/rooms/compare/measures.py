"""What a figure measures: what is counted, of which people, at which stage, where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from recoupe.language import load_table
from recoupe.records import Evidence, Figure, MomentType, Sentence, Statement, Token
from recoupe.rooms.compare.correction_notices import find_notices
from recoupe.rooms.compare.material import Material, Pages

_COUNTED_UNITS = ("person", "count")
_NEAR_TOKENS = 8
# A time further back than this is another event's, or another year's count.
EARLIER_EVENT_DAYS = 60
_PART_CHARS = 24
_PART_BREAK = re.compile(r"[,;:.(—–«»\n]| et | ou | dont ")
# Stages that one report words one way and another the other: who was sent has been deployed.
_ONE_STAGE = {
    "sent": "present",
    "arrived": "present",
    "deployed": "present",
    "training": "present",
    "promised": "planned",
    "invited": "planned",
}
# People of a count that its stage already names: « trois personnes tuées » are « trois morts ».
_ANYBODY = frozenset({"personne", "habitant"})
_CASUALTIES = frozenset(
    {"killed", "wounded", "missing", "killed_or_wounded", "hospitalised", "rescued"}
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure with what decides whether another one measures the same.

    Attributes:
        article: Id of its article.
        figure: The figure.
        family: What is counted, one name for synonyms ("soldat" for troops and soldiers).
        people: Country ids whose people are counted; empty where the words give none.
        stage: At which stage ("killed", "planned"); None where the words give none.
        part: Words that make it a part of a larger count ("grave", "premier groupe").
        holder: The statement that holds it.
        speaker: Id of who says it; None in the article's own voice.
        time: ISO day or instant it holds for, as far as known.
        own_time: Whether that time stands in its sentence, rather than in the article's date.
        growing: Whether such a count grows or falls from hour to hour.
    """

    article: str
    figure: Figure
    family: str
    people: frozenset[str]
    stage: str | None
    part: frozenset[str]
    holder: Statement | None
    speaker: str | None
    time: str | None
    own_time: bool
    growing: bool

    @property
    def evidence(self) -> Evidence:
        """The figure's passage."""
        return Evidence(self.article, self.figure.span, self.figure.statement)


@cache
def load_counted(language: str) -> tuple[tuple[re.Pattern[str], str, str | None, bool], ...]:
    """Patterns of what is counted with family, stage and whether the count moves."""
    return tuple(
        (e.regex, e.data["family"], e.data.get("stage"), bool(e.data.get("growing")))
        for e in load_table(language, "counted")
    )


@cache
def load_peoples(language: str) -> tuple[tuple[str, str], ...]:
    """Adjectives of countries in lower case with the country's name."""
    return tuple(
        (adjective.lower(), entry.data["name"])
        for entry in load_table(language, "places")
        for adjective in entry.data.get("adjectives", ())
    )


def find_measures(material: Material) -> tuple[Measure, ...]:
    """The measures of a story in the order of its articles and texts.

    Counts of people and things; sums, shares and the like are read as facts.
    """
    found: list[Measure] = []
    for pages in material.pages.values():
        taken_back = find_notices(pages, material.language)
        for figure in pages.article.figures:
            if any(notice.span.contains(figure.span) for notice in taken_back):
                continue
            if figure.value is None or not figure.unit.startswith(_COUNTED_UNITS):
                continue
            measure = _read_measure(pages, figure, material.language)
            if measure is not None:
                found.append(measure)
    return tuple(found)


def _read_measure(pages: Pages, figure: Figure, language: str) -> Measure | None:
    sentence = pages.find_sentence(figure.span.start)
    if sentence is None or is_of_another_time(pages, sentence):
        return None
    counted = " ".join(figure.counted.split())
    family, stage, growing = classify_counted(counted, language)
    if family is None:
        family = find_head_lemma(sentence, figure) or figure.unit
    context_stage, context_grows = find_stage(sentence, figure, language)
    stage = figure.stage or stage or context_stage
    stage = name_stage(stage)
    if stage in _CASUALTIES:
        growing = True
        family = "victime" if family in _ANYBODY else family
    elif stage is not None and family in _ANYBODY:
        family = "personne"
    people = find_people(pages, sentence, figure, language)
    holder = pages.find_holder(figure.span)
    own = pages.find_time(figure.span, holder)
    moving = growing or context_grows
    time = (pages.find_speech_time(figure.span, holder) if moving else own) or own
    part = find_part(pages, sentence, figure, language)
    return Measure(
        article=pages.article.id,
        figure=figure,
        family=family,
        people=people,
        stage=stage,
        part=part,
        holder=holder,
        speaker=holder.speaker.id if holder and holder.speaker else None,
        time=time,
        own_time=time is not None and time != pages.article.published,
        growing=moving,
    )


def name_stage(stage: str | None) -> str | None:
    """One name for the stages that reports of one movement use for each other."""
    return _ONE_STAGE.get(stage or "", stage)


def is_of_another_time(pages: Pages, sentence: Sentence, before: int | None = None) -> bool:
    """Whether a sentence tells of an earlier event: « En 2016, un incendie avait fait deux morts ».

    Args:
        pages: The article.
        sentence: The sentence.
        before: Only times that start before this offset count; None for all of the sentence.
    """
    published = pages.article.published
    if published is None:
        return False
    newest = date.fromisoformat(published[:10]) - timedelta(days=EARLIER_EVENT_DAYS)
    return any(
        moment.until is not None
        and date.fromisoformat(moment.until[:10]) < newest
        and moment.type in (MomentType.DATE, MomentType.INTERVAL)
        and sentence.span.overlaps(moment.span)
        and (before is None or moment.span.start < before)
        for moment in pages.article.moments
    )


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
        hits: list[tuple[int, str | None, bool]] = []
        for n, token in enumerate(window):
            for regex, _, stage, growing in load_counted(language):
                if stage and regex.search(token.text):
                    hits.append((n, stage, growing))
                    break
        if hits:
            names = list(dict.fromkeys(stage for _, stage, _ in hits if stage))
            casualty = sorted({"killed", "wounded"} & set(names))
            if len(casualty) == 2 and any(t.text.lower() in ("ou", "or") for t in window):
                return "killed_or_wounded", True
            return names[0], hits[0][2]
    return None, False


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
    present = set(re.findall(r"[\w-]+", words))
    named = {country for adjective, country in load_peoples(language) if adjective in present}
    if named:
        return frozenset(named)
    tokens = sentence.tokens
    first = next((n for n, t in enumerate(tokens) if t.start >= figure.span.start), None)
    if first is None:
        return frozenset()
    for token in reversed(tokens[:first]):
        if token.dep.startswith("nsubj") and token.pos == "PROPN":
            for mention in pages.article.mentions:
                if mention.span.start <= token.start < mention.span.end:
                    is_country = any(
                        country == mention.name for _, country in load_peoples(language)
                    )
                    return frozenset({mention.name}) if is_country else frozenset()
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
