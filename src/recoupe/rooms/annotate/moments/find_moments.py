"""Finds moments in a parsed document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from recoupe.language import might_match
from recoupe.records import Moment, MomentType, Span, strip_span
from recoupe.rooms.annotate.moments import (
    clock_phrases,
    dated_phrases,
    duration_phrases,
    named_periods,
    numeric_dates,
    relative_phrases,
    seasons_and_feasts,
    weekday_phrases,
)
from recoupe.rooms.annotate.moments.context import Context, Reading, read_hour, read_published
from recoupe.rooms.annotate.moments.vocabulary import compile_phrase, load_words, make_plain

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc

Reader = Callable[[re.Match[str], Context], Reading | None]
Rule = tuple[re.Pattern[str], Reader]
# By this name a paragraph keeps the rules that find something in it.
_RULES = "rules of time"


@cache
def _compile_rules(language: str) -> tuple[Rule, ...]:
    """All phrases of the grammar in order: of two of one length the earlier stands."""
    modules = (
        numeric_dates.RULES,
        dated_phrases.RULES,
        seasons_and_feasts.RULES,
        named_periods.RULES,
        weekday_phrases.RULES,
        relative_phrases.RULES,
        duration_phrases.RULES,
        clock_phrases.RULES,
    )
    rules: list[Rule] = [
        (compile_phrase(phrase, language), reader) for rules in modules for phrase, reader in rules
    ]
    vague = load_words(language, "vague_times")
    rules.append((re.compile(vague.pattern, re.IGNORECASE), _read_vague))
    return tuple(rules)


def _read_vague(match: re.Match[str], context: Context) -> Reading | None:  # noqa: ARG001
    return Reading("vague")


def find_moments(doc: Doc, language: str) -> tuple[Moment, ...]:
    """The moments of a document, in text order and disjoint.

    Days and longer times are resolved from the publication (``doc.published``) as
    half-open intervals; without it relative times are found with no bounds. A bare weekday is the
    latest up to the publication unless its verb looks ahead. « la veille » and « à 14h30 » stand
    on the day last spoken of. Times set by an event (« depuis le début de la guerre ») and repeated
    times (« chaque lundi ») are not found.

    Example:
        >>> import spacy
        >>> from recoupe.rooms.annotate.read_parse import read_doc
        >>> doc = read_doc(spacy.blank("fr")("Le maire a parlé le 3 mai 2024."))
        >>> [(m.since, m.until) for m in find_moments(doc, "fr")]
        [('2024-05-03', '2024-05-04')]
    """
    context = Context(doc, language, read_published(doc.published))
    context.published_hour = read_hour(doc.published)
    plain = make_plain(doc.text)
    places = list(zip(doc.paragraphs, doc.shared, strict=True))
    fresh = "\n".join(plain[start:end] for (start, end), shared in places if _RULES not in shared)
    rules = _choose_rules(fresh, language) if fresh else ()
    return tuple(
        moment
        for (start, end), shared in places
        for moment in _find_in_paragraph(plain, start, end, context, rules, shared)
    )


def _choose_rules(text: str, language: str) -> list[Rule]:
    """The rules of use to some paragraphs: most are of none, and are left out once for all of them."""
    folded, known = text.casefold(), dict[frozenset[str], bool]()
    return [rule for rule in _compile_rules(language) if might_match(rule[0], folded, known)]


def _find_in_paragraph(
    text: str,
    start: int,
    end: int,
    context: Context,
    rules: Sequence[Rule],
    shared: dict[str, Sequence[Rule]],
) -> Iterator[Moment]:
    """Of the phrases that overlap, the one that starts first, and of those the longest.

    The rules that find something are kept with the paragraph: its copies try no others.
    """
    tried = shared.get(_RULES)
    if tried is None:
        folded, known = text[start:end].casefold(), dict[frozenset[str], bool]()
        tried = [rule for rule in rules if might_match(rule[0], folded, known)]
    found = [
        (match.start(), -match.end(), order, match, reader)
        for order, (regex, reader) in enumerate(tried)
        for match in regex.finditer(text, start, end)
    ]
    shared[_RULES] = [tried[order] for order in sorted({each[2] for each in found})]
    found.sort(key=lambda candidate: candidate[:3])
    taken = start
    for at, _, _, match, reader in found:
        span = strip_span(text, at, match.end(), " ,")
        if span is None or span.start < taken:
            continue
        reading = reader(match, context)
        if reading is None:
            continue
        until = reading.end or span.end
        taken = until
        yield _make_moment(Span(span.start, until), reading, context)


def _make_moment(span: Span, reading: Reading, context: Context) -> Moment:
    kind = MomentType(reading.type)
    if reading.period is None:
        return Moment(span, kind, duration=reading.duration)
    if reading.period.is_day:
        context.note_day(reading.period.first)
    since, until = reading.period.write_bounds()
    return Moment(span, kind, since=since, until=until)
