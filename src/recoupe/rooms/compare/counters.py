"""« 2 800 selon la police », « la police en avait compté 2 300 »: one counter, one crowd, two numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations

from recoupe.language import load_table
from recoupe.language.pack import Entry
from recoupe.language.why import give_why
from recoupe.language.word_keys import find_key
from recoupe.records import (
    Difference,
    DifferenceKind,
    Evidence,
    Figure,
    MomentType,
    Sentence,
    Verdict,
)
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.figure_bounds import can_both_hold
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.matters import name_counted
from recoupe.rooms.compare.speaker_identity import find_known_id

# Articles of one march come out this far apart at most, where they name no day.
SAME_OCCASION_DAYS = 2
# A counter stands this near its number: « Selon les chiffres de la préfecture, ils étaient 900 ».
COUNTER_CHARS = 60
# Fewer people are no crowd that two count differently. Judgement.
LEAST_CROWD = 50


@dataclass(frozen=True)
class Count:
    """A crowd as one counter gives it.

    Attributes:
        pages: The article.
        figure: The number.
        counter: Name of the counter: « police ».
        words: The counter in the article's words.
        days: First days of the times that the passage names.
        near: Keys of the nouns and adjectives of the passage, apart from counters and words of crowds.
    """

    pages: Pages
    figure: Figure
    counter: str
    words: str
    days: frozenset[str]
    near: frozenset[str]


def find_counter_conflicts(material: Material) -> Iterator[Difference]:
    """Contradictions in which two articles give two numbers to one counter of one crowd.

    Counts of people, numbers without a noun and shares of strikers. Silent where the passages name
    other days, where one article gives the counter both numbers, and for shares of which the passages
    name no group in common (« dans le primaire »).
    """
    counts = [
        count
        for pages in material.pages.values()
        for sentence in pages.article.sentences
        if not sentence.is_heading
        for count in _read_sentence(pages, sentence, material.language)
    ]
    told: set[tuple[object, ...]] = set()
    for one, other in combinations(counts, 2):
        if not _are_one_crowd(one, other) or can_both_hold(one.figure, other.figure):
            continue
        if _has_both(counts, one, other) or _has_both(counts, other, one):
            continue
        if _is_share(one) and one.near.isdisjoint(other.near):
            continue
        key = (one.counter, *sorted((one.figure.value or 0.0, other.figure.value or 0.0)))
        if key not in told:
            told.add(key)
            groups = [[c for c in counts if _is_same(c, a)] for a in (one, other)]
            yield _make(material, groups[0], groups[1])


@cache
def _load(language: str, role: str) -> tuple[Entry, ...]:
    return tuple(e for e in load_table(language, "counting_words") if e.data["role"] == role)


def _read_sentence(pages: Pages, sentence: Sentence, language: str) -> Iterator[Count]:
    """The counts of a sentence that tells of a crowd, or stands after one that does."""
    number = pages.sentence_numbers[sentence.span]
    before = pages.article.sentences[number - 1] if number else sentence
    passage = pages.text[before.span.start : sentence.span.end]
    if not any(e.regex.search(passage) for e in _load(language, "occasion")):
        return
    figures = [
        f
        for f in pages.article.figures
        if sentence.span.contains(f.span)
        and f.value is not None
        and (f.unit in ("person", "count") or _is_percent(f))
        and (_is_percent(f) or f.value >= LEAST_CROWD)
    ]
    for figure in figures:
        found = _find_counter(pages, sentence, figure, figures, language)
        if found is not None:
            counter, words = found
            days = frozenset(
                m.since[:10]
                for m in pages.article.moments
                if m.type is MomentType.DATE
                and m.since
                and before.span.start <= m.span.start < sentence.span.end
            )
            near = _list_keys((before, sentence), language)
            yield Count(pages, figure, counter, words, days, near)


def _list_keys(sentences: Sequence[Sentence], language: str) -> frozenset[str]:
    """Keys of the words that can name a group."""
    silent = (*_load(language, "occasion"), *load_table(language, "counters"))
    return frozenset(
        find_key(t.lemma, language)
        for sentence in sentences
        if not sentence.is_heading
        for t in sentence.tokens
        if t.pos in ("NOUN", "ADJ") and t.text.isalpha()
        if not any(e.regex.search(t.text) for e in silent) and not _is_day(t.text, language)
    )


def _is_day(word: str, language: str) -> bool:
    return any(e.regex.match(word) for e in load_table(language, "weekdays"))


def _is_percent(figure: Figure) -> bool:
    return figure.unit == "percent"


def _is_share(count: Count) -> bool:
    return _is_percent(count.figure)


def _find_counter(
    pages: Pages, sentence: Sentence, figure: Figure, figures: Sequence[Figure], language: str
) -> tuple[str, str] | None:
    """Who gives a number, by the words after it, else by those before it up to the last number."""
    start = max([f.span.end for f in figures if f.span.end <= figure.span.start], default=0)
    end = min(
        [f.span.start for f in figures if f.span.start >= figure.span.end],
        default=sentence.span.end,
    )
    after = pages.text[figure.span.end : min(end, figure.span.end + 2 * COUNTER_CHARS)]
    before = pages.text[
        max(start, sentence.span.start, figure.span.start - 2 * COUNTER_CHARS) : figure.span.start
    ]
    for entry in load_table(language, "counters"):
        match = entry.regex.search(after)
        if match and _is_led(after[: match.start()], "after", language):
            return entry.data["counter"], match[0]
    for entry in load_table(language, "counters"):
        for match in entry.regex.finditer(before):
            rest = before[match.end() :]
            lists = start > 0 and not rest.strip() and before.lstrip().startswith(",")
            led = _is_led(before[: match.start()], "lead", language) and rest.count(",") < 2
            if lists or led or _is_led(rest, "before", language):
                return entry.data["counter"], match[0]
    return None


def _is_led(words: str, role: str, language: str) -> bool:
    return any(e.regex.search(words) for e in _load(language, role))


def _are_one_crowd(one: Count, other: Count) -> bool:
    if one.pages is other.pages or one.counter != other.counter:
        return False
    if _is_share(one) != _is_share(other):
        return False
    if one.days and other.days:
        return not one.days.isdisjoint(other.days)
    published = [c.pages.article.published for c in (one, other)]
    if published[0] is None or published[1] is None:
        return False
    gap = abs(date.fromisoformat(published[0][:10]) - date.fromisoformat(published[1][:10]))
    return gap <= timedelta(days=SAME_OCCASION_DAYS)


def _has_both(counts: Sequence[Count], one: Count, other: Count) -> bool:
    """Whether the article of one gives its counter the other's number too."""
    return any(
        c.pages is one.pages and c.counter == one.counter and can_both_hold(c.figure, other.figure)
        for c in counts
    )


def _is_same(count: Count, other: Count) -> bool:
    return (
        count.counter == other.counter
        and _is_share(count) == _is_share(other)
        and count.figure.value == other.figure.value
    )


def _make(material: Material, one: Sequence[Count], other: Sequence[Count]) -> Difference:
    words = [material.cut(g[0].pages.article.id, g[0].figure.span) for g in (one, other)]
    name = one[0].words
    sides = [
        make_side(
            f"{value} ({group[0].words})",
            [Evidence(c.pages.article.id, c.figure.span, c.figure.statement) for c in group],
            _find_speaker(material, group),
            group[0].pages.article.published,
        )
        for value, group in zip(words, (one, other), strict=True)
    ]
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.CONTRADICTION,
        name_counted([(c.pages, c.figure) for c in (*one, *other)]),
        sides,
        give_why("one_counter", name=name, one=words[0], other=words[1]),
    )


def _find_speaker(material: Material, group: Sequence[Count]) -> str | None:
    """Who gives the number: the speaker of the statements that hold it, else by the counter's name."""
    holders = [c.pages.find_holder(c.figure.span) for c in group]
    named = {h.speaker.id for h in holders if h is not None and h.speaker is not None}
    return named.pop() if len(named) == 1 else find_known_id(material, group[0].words)
