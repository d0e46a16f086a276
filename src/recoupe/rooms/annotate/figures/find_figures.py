"""Finds figures in a parsed document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from recoupe.records import Figure, Modifier, Moment, MomentType, Span, hash_text, make_id
from recoupe.rooms.annotate.figures.clock_lengths import read_clock_lengths
from recoupe.rooms.annotate.figures.counted_things import (
    Counted,
    find_counted,
    find_unit,
    is_people,
)
from recoupe.rooms.annotate.figures.not_counts import (
    find_scores,
    find_telephones,
    names_race,
    names_something,
)
from recoupe.rooms.annotate.figures.shares import is_third_party, read_fraction, read_share
from recoupe.rooms.annotate.figures.stages_of_counts import find_stage, find_stage_of_word
from recoupe.rooms.annotate.figures.standing_alone import leaves_out_noun, stands_alone
from recoupe.rooms.annotate.figures.wordings import (
    Wording,
    bound_value,
    find_modifier_after,
    read_range,
    read_wording,
    shares_noun,
)
from recoupe.rooms.annotate.moments.vocabulary import make_plain
from recoupe.rooms.annotate.numbers import Number, find_numbers
from recoupe.rooms.annotate.numbers.ages import stands_for_age

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc


# By this name a paragraph keeps its numbers, counted from its start.
_NUMBERS = "numbers"
_NEXT_WORD = re.compile(r" (\w+)")
_BELOW_ZERO = re.compile(r"(?:^|\s)(?:[-−–] ?|moins )$", re.IGNORECASE)


def find_figures(doc: Doc, language: str) -> tuple[Figure, ...]:
    """The figures of a document, in text order.

    A figure is a number in digits or words with its modifier and what it counts. Dates and times
    of day (``doc.moments``), years, codes, scores, addresses, telephone numbers and
    numbers inside names are none; a length of time is one. « un » is one only with a unit
    (« un kilomètre »), a modifier, or casualties (« un mort »). « des milliers de soldats » has no
    value. Does not find ordinals, nor « plusieurs » and « quelques » with a plain noun.
    """
    text = make_plain(doc.text)
    starts = [token.idx for token in doc]
    closed = _find_closed(doc, text, language)
    clocks = sorted((m.span.start, m.span.end) for m in doc.moments if "T" in (m.since or "T"))
    lengths = tuple(read_clock_lengths(text, doc.moments, language))
    closed = sorted(closed + [(figure.span.start, figure.span.end) for figure in lengths])
    found = list(lengths)
    for (start, end), shared in zip(doc.paragraphs, doc.shared, strict=True):
        if _NUMBERS not in shared:
            shared[_NUMBERS] = find_numbers(text[start:end], language)
        numbers = [
            number
            for number in (number.move(start) for number in shared[_NUMBERS])
            if not _is_inside(closed, number)
            or _opens_count(text, number, _is_inside(clocks, number), language)
        ]
        found.extend(_read_paragraph(doc, text, starts, numbers, language))
    article = hash_text(doc.text)  # once: the text hashed for each figure would be quadratic
    return tuple(
        replace(figure, id=make_id("figure", article, figure.span.start, figure.span.end))
        for figure in sorted(found, key=lambda figure: figure.span.start)
    )


def _find_closed(doc: Doc, text: str, language: str) -> list[tuple[int, int]]:
    """Where no number is a figure: dates, telephone numbers, scores and names, sorted."""
    moments: Sequence[Moment] = doc.moments
    closed = [
        (m.span.start, m.span.end)
        for m in moments
        if m.type in {MomentType.DATE, MomentType.INTERVAL}
    ]
    closed += find_telephones(text)
    closed += find_scores(text, language)
    closed += [(m.span.start, m.span.end) for m in doc.mentions if not text[m.span.start].isdigit()]
    return sorted(closed)


def _is_inside(closed: list[tuple[int, int]], number: Number) -> bool:
    """Whether a number stands in one of the spans, and not before a length of time."""
    at = bisect_right(closed, (number.start, len(closed) + number.end))
    return any(start <= number.start < end for start, end in closed[max(0, at - 3) : at + 1])


def _opens_count(text: str, number: Number, in_clock: bool, language: str) -> bool:
    """Whether a number stays a figure inside a time or a name.

    So it does before a length of time (« il y a trois ans », but not « à 18 heures ») and before
    people (« Trois Morts »).
    """
    unit = find_unit(text, number.end, language)
    if unit is not None:
        return unit[0].startswith("duration:") and not in_clock
    word = _NEXT_WORD.match(text, number.end)
    return word is not None and is_people(word[1], language)


def _read_paragraph(
    doc: Doc, text: str, starts: list[int], numbers: list[Number], language: str
) -> Iterator[Figure]:
    at, taken = 0, 0
    while at < len(numbers):
        number = numbers[at]
        at += 1
        if number.start < taken:
            continue
        following = numbers[at] if at < len(numbers) else None
        figure = None
        if following is not None:
            after = bisect_left(starts, following.end)
            share = read_share(doc, text, number, following, after, language)
            ranged = None if share else read_range(text, number, following, language)
            if share is not None:
                figure = _make_figure(doc, text, starts, *share, language)
            elif ranged is not None:
                figure = _read_figure(doc, text, starts, ranged, language)
            at += (share or ranged) is not None
        if figure is None and (following is None or not (share or ranged)):
            wording = read_wording(text, number, language)
            figure = _read_figure(doc, text, starts, wording, language, following)
        if figure is not None:
            taken = figure.span.end
            yield figure


def _read_figure(
    doc: Doc,
    text: str,
    starts: list[int],
    wording: Wording,
    language: str,
    following: Number | None = None,
) -> Figure | None:
    """The figure of a wording, or None where the number counts nothing."""
    number = wording.number
    after = bisect_left(starts, wording.end)
    counted = find_counted(doc, text, wording.end, after, language)
    if leaves_out_noun(text, number, language):
        counted = Counted("", "count", wording.end)
    if counted.unit == "count" and following is not None and shares_noun(text, number, following):
        shared_after = bisect_left(starts, following.end)
        shared = find_counted(doc, text, following.end, shared_after, language)
        factor = shared.factor * (following.scale if number.scale == 1 else 1)
        counted = replace(shared, end=wording.end, factor=factor)
    if number.form == "fraction":
        if is_third_party(text, number, language):
            return None
        counted = read_fraction(counted)
    if number.form == "multiple":
        counted = replace(counted, unit="ratio")
    ranged = wording.modifier is Modifier.BETWEEN
    named = replace(number, start=max(wording.start, 0)) if ranged else number
    if names_something(text, named, language, counted.head is not None or counted.unit != "count"):
        return None
    if counted.unit.startswith("length") and names_race(text, wording.start, language):
        return None
    if not _is_counting(text, wording, counted, language):
        return None
    return _make_figure(doc, text, starts, wording, counted, language)


def _make_figure(
    doc: Doc, text: str, starts: list[int], wording: Wording, counted: Counted, language: str
) -> Figure:
    number = wording.number
    end = max(counted.end, wording.end)
    modifier, low, high, value = wording.modifier, wording.low, wording.high, wording.value
    if modifier is Modifier.EXACT and value is not None:
        later = find_modifier_after(text, end, language)
        if later:
            modifier, end = later
            low, high = bound_value(value, modifier)
    unit = counted.unit
    minus = _BELOW_ZERO.search(text[max(0, wording.start - 8) : wording.start])
    if unit.startswith("temperature") and minus and value is not None:
        value, low, high = -value, *(None if n is None else -n for n in (high, low))
    if unit in {"duration:year", "duration:month"} and stands_for_age(
        text, number.start, counted.unit_end or counted.end, language
    ):
        unit = unit.replace("duration", "age")
    first = bisect_right(starts, wording.start) - 1
    last = max(bisect_left(starts, counted.end), first + 1)
    measures_time = unit.startswith(("duration", "age"))
    stage = None if measures_time else find_stage(doc, counted.head, first, last, language)
    span = Span(wording.start, end)
    return Figure(
        id="",
        span=span,
        value=_scale(value, counted),
        low=_scale(low, counted),
        high=_scale(high, counted),
        modifier=modifier,
        unit=unit,
        counted=counted.words,
        stage=stage,
    )


def _scale(value: float | None, counted: Counted) -> float | None:
    return None if value is None else value * counted.factor + counted.add


def _is_counting(text: str, wording: Wording, counted: Counted, language: str) -> bool:
    """Whether the number is a count in its place and not an article or a pronoun."""
    number = wording.number
    has_modifier = wording.start < number.start
    if number.value is None:
        return counted.head is not None
    if number.is_one and wording.modifier is not Modifier.BETWEEN:
        if has_modifier and wording.modifier is not Modifier.EXACT:
            return True
        unit = find_unit(text, number.end, language)
        if unit:
            return not unit[0].endswith((":day", "percent", "ratio")) or counted.add > 0
        word = counted.words.split(" ")[0].lower() if counted.words else ""
        return is_people(word, language) and find_stage_of_word(word, language) in {
            "killed",
            "wounded",
            "missing",
        }
    if number.form == "half":
        return counted.unit_end is not None
    if counted.unit != "count":
        return True
    return stands_alone(
        text, number, has_modifier or wording.modifier is Modifier.BETWEEN, language
    )
