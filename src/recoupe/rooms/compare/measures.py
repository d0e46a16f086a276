"""What a figure measures: what is counted, of which people, at which stage, where and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from recoupe.records import Evidence, Figure, MomentType, Sentence, Statement
from recoupe.rooms.compare.correction_notices import find_notices
from recoupe.rooms.compare.count_stages import find_stage
from recoupe.rooms.compare.counted_words import (
    classify_counted,
    find_head_lemma,
    find_part,
    find_people,
)
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.part_links import is_base
from recoupe.rooms.compare.predicates import find_predicate, tells_state

_COUNTED_UNITS = ("person", "count")
# A number of nothing: « divisées par deux », « trois postes sur trente-six ».
_BARE_UNIT = "count"
# A time further back than this is another event's, or another year's count.
EARLIER_EVENT_DAYS = 60
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


def find_measures(material: Material) -> tuple[Measure, ...]:
    """The measures of a story in the order of its articles and texts.

    Counts of people and things; sums, shares and the like are read as facts.
    """
    found: list[Measure] = []
    for pages in material.pages.values():
        taken_back = pages.once(find_notices, material.language)
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
    if is_base(pages, sentence, figure, language):
        return None
    counted = " ".join(figure.counted.split())
    context_stage, context_grows = find_stage(pages, sentence, figure, language)
    family, stage, growing = classify_counted(counted, language, context_stage)
    if family is None:
        family = find_head_lemma(sentence, figure) or figure.unit
    if family == _BARE_UNIT:
        return None
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
    told = moving and not tells_state(sentence, find_predicate(sentence, figure.span))
    time = (pages.find_speech_time(figure.span, holder) if told else own) or own
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
