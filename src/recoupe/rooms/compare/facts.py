"""Values that articles give, each with what it is about, at which stage and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from recoupe.language import load_table
from recoupe.language.word_keys import find_key
from recoupe.records import Figure, MomentType, Sentence, Span
from recoupe.rooms.compare.age_bearers import find_bearer, is_age
from recoupe.rooms.compare.bare_heads import find_bare_head
from recoupe.rooms.compare.correction_notices import find_notices
from recoupe.rooms.compare.count_stages import find_near_stage, find_stage
from recoupe.rooms.compare.counted_words import (
    classify_counted,
    find_head_lemma,
    find_part,
    find_people,
    name_people,
)
from recoupe.rooms.compare.fact import Fact
from recoupe.rooms.compare.fact_words import Rarity, find_silent_spans, find_words
from recoupe.rooms.compare.joined_units import join_units, scale_figure
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.measures import is_of_another_time, name_stage
from recoupe.rooms.compare.part_links import is_base, map_wholes
from recoupe.rooms.compare.polarity import count_negations

_SKIPPED_UNITS = ("date", "ordinal")
_COUNTS = ("person", "count")
# Words after a noun that may belong to its name: « gardes à vue », « personnes atteintes ».
_NAME_WORDS = 2
# Units of one dimension as multiples of its smallest: « une heure et demie », « 90 minutes ».
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
_MONTHS = {"month": 1, "year": 12}


def find_facts(material: Material, rarity: Rarity) -> tuple[Fact, ...]:
    """The facts of a story in the order of its articles and texts.

    Dates and ordinals are left out, quantities without a number, what a notice takes back, and
    figures of headings that repeat the article's own words, and « un » where it is denied.
    """
    return join_units(
        [
            fact
            for pages in material.pages.values()
            for fact in _read_article(pages, material.language, rarity)
        ]
    )


def _read_article(pages: Pages, language: str, rarity: Rarity) -> Iterator[Fact]:
    taken_back = pages.once(find_notices, language)
    known = frozenset(
        find_key(t.lemma, language) for s in pages.article.sentences for t in s.tokens
    )
    for figure in pages.article.figures:
        if figure.unit.startswith(_SKIPPED_UNITS) or not _has_number(figure):
            continue
        if any(notice.span.contains(figure.span) for notice in taken_back):
            continue
        sentence = pages.find_sentence(figure.span.start)
        if sentence is None or is_base(pages, sentence, figure, language):
            continue
        if not _is_none(sentence, figure, language):
            yield replace(_read_fact(pages, sentence, figure, language, rarity), known=known)


def _is_none(sentence: Sentence, figure: Figure, language: str) -> bool:
    """Whether « un » is the least there could be: « aucun concurrent n'a mis un euro »."""
    return figure.value == 1 and count_negations(list(sentence.tokens), language) > 0


def _has_number(figure: Figure) -> bool:
    return figure.value is not None or (figure.low is not None and figure.high is not None)


def _read_fact(
    pages: Pages, sentence: Sentence, figure: Figure, language: str, rarity: Rarity
) -> Fact:
    if is_age(pages, sentence, figure, language):
        figure = replace(figure, unit="age:year")
    dimension, scaled = _scale(figure)
    context_stage, context_grows = find_stage(pages, sentence, figure, language)
    head, stage, growing = _find_head(pages, sentence, figure, language, context_stage)
    silent = find_silent_spans(pages, sentence)
    words = find_words(pages, sentence, figure.span, rarity, silent)
    return Fact(
        pages=pages,
        sentence=sentence,
        figure=scaled,
        dimension=dimension,
        head=name_people(head, figure.stage or stage or context_stage, language),
        words=words,
        stage=name_stage(
            figure.stage
            or stage
            or context_stage
            or find_near_stage(pages, sentence, figure, words.near, language)
        ),
        part=find_part(pages, sentence, figure, language),
        people=find_people(pages, sentence, figure, language),
        times=_find_times(pages, sentence, figure.span),
        earlier=is_of_another_time(
            pages, sentence, figure.span.start if dimension == "age" else None
        ),
        growing=growing or context_grows,
        bearer=find_bearer(pages, sentence, figure, language) if dimension == "age" else None,
        holder=pages.find_holder(figure.span),
        known=frozenset(),
        spoken=pages.find_speech_time(figure.span, pages.find_holder(figure.span)),
    )


def _scale(figure: Figure) -> tuple[str, Figure]:
    """The dimension of a figure, and the figure in that dimension's smallest unit."""
    kind, _, unit = figure.unit.partition(":")
    if kind in _COUNTS:
        return "count", figure
    if kind == "age":
        return "age", figure
    if kind == "duration":
        for name, factors in (("seconds", _SECONDS), ("months", _MONTHS)):
            if unit in factors:
                return name, scale_figure(figure, factors[unit])
    return figure.unit, figure


def _find_head(
    pages: Pages, sentence: Sentence, figure: Figure, language: str, context: str | None
) -> tuple[str | None, str | None, bool]:
    """Key of what is counted, the stage that the noun gives, and whether such a count moves.

    A number without a noun counts what the number that it is a part of counts (« six d'entre eux »,
    « sept des neuf suspects »), else what the number before it counts (« 38 voix contre 31 »).
    Some nouns count the same only at a stage, `context`: clients and homes without power.
    """
    counted = " ".join(figure.counted.split())
    if not counted and figure.unit == "count":
        whole = pages.once(map_wholes, language).get(figure.span)
        if whole is not None:
            found = pages.find_sentence(whole.span.start)
            return _find_head_beside(pages, found or sentence, whole, language)
        before = [
            f
            for f in pages.article.figures
            if sentence.span.contains(f.span) and f.span.end <= figure.span.start and f.counted
        ]
        if before and before[-1].unit.startswith(_COUNTS):
            return _find_head_beside(pages, sentence, before[-1], language)
        others = _find_first_ones(pages, sentence, figure, language)
        if others is not None:
            return _find_head_beside(pages, *others, language)
        return find_bare_head(pages, sentence, figure, language)
    following = " ".join(pages.text[figure.span.end : sentence.span.end].split()[:_NAME_WORDS])
    family, stage, growing = classify_counted(counted, language, context, following)
    if family is None:
        lemma = find_head_lemma(sentence, figure)
        family = find_key(lemma, language) if lemma else None
    return family, stage, growing


def _find_head_beside(
    pages: Pages, sentence: Sentence, figure: Figure, language: str
) -> tuple[str | None, str | None, bool]:
    """What another figure counts, which a number without a noun counts too."""
    context, _ = find_stage(pages, sentence, figure, language)
    return _find_head(pages, sentence, figure, language, context)


def _find_first_ones(
    pages: Pages, sentence: Sentence, figure: Figure, language: str
) -> tuple[Sentence, Figure] | None:
    """The count of the sentence before that « neuf autres » come on top of, with its sentence."""
    number = pages.sentence_numbers[sentence.span]
    before = pages.article.sentences[number - 1] if number else None
    after = pages.text[figure.span.end : sentence.span.end]
    others = [e for e in load_table(language, "part_links") if e.data["role"] == "others"]
    if before is None or before.is_heading or not any(e.regex.search(after) for e in others):
        return None
    counts = [
        f
        for f in pages.article.figures
        if before.span.contains(f.span) and f.counted.strip() and f.unit.startswith(_COUNTS)
    ]
    return (before, counts[-1]) if counts else None


def _find_times(pages: Pages, sentence: Sentence, span: Span) -> tuple[tuple[str, str], ...]:
    """Days and intervals named in the sentence, apart from those beside a cue of speech."""
    cues = [s.cue for s in pages.article.statements if s.cue and sentence.span.overlaps(s.cue)]
    return tuple(
        (m.since, m.until)
        for m in pages.article.moments
        if m.type in (MomentType.DATE, MomentType.INTERVAL)
        and m.since
        and m.until
        and sentence.span.contains(m.span)
        and not span.contains(m.span)
        and not any(0 <= m.span.start - c.end < 2 or 0 <= c.start - m.span.end < 2 for c in cues)
    )
