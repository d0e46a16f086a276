"""One event, two days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from recoupe.language import load_table
from recoupe.language.why import give_why
from recoupe.records import (
    Claim,
    Difference,
    DifferenceKind,
    Evidence,
    Moment,
    MomentType,
    Sentence,
    Verdict,
)
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material, Pages, fold_lemma
from recoupe.rooms.compare.moved_days import is_moved

# An interval up to this long is a day or a night as a witness gives it.
DAY_LIMIT_DAYS = 2
COMPATIBLE_LIMIT = 5
_LINE_ROLES = frozenset({"published", "updated"})
# The time of an entry is the first thing in its line, behind a mark at most.
_HEAD_CHARS = 4
Dated = tuple[str, Moment, frozenset[str]]


def find_date_differences(material: Material) -> Iterator[Difference]:
    """Claims whose passages give days: contradictions where they exclude each other, updates where one was moved.

    Compares only moments that hang on the same verb in passages of one claim from different
    articles; the day of the speech is never held against the day of the event. Of days that
    contain one another (« vendredi », « la semaine dernière ») a few are kept as compatible.
    """
    compatible = 0
    told: set[frozenset[tuple[str, str]]] = set()
    for claim in material.claims:
        groups: dict[frozenset[str], tuple[Verdict, list[tuple[Dated, Dated]]]] = {}
        for one, other in combinations(_find_dated(material, claim), 2):
            if one[0] == other[0] or not one[2] & other[2]:
                continue
            verdict = _compare_moments(one[1], other[1])
            told_in = [(material.pages[side[0]], side[1]) for side in (one, other)]
            if verdict is Verdict.CONTRADICTION and is_moved(told_in[0], told_in[1]):
                verdict = Verdict.UPDATE
            words = [material.cut(side[0], side[1].span).lower() for side in (one, other)]
            key = frozenset(((one[0], words[0]), (other[0], words[1])))
            if verdict is None or key in told or words[0] == words[1]:
                continue
            told.add(key)
            days = frozenset((one[1].since or "", other[1].since or ""))
            groups.setdefault(days, (verdict, []))[1].append((one, other))
        for verdict, pairs in groups.values():
            compatible += verdict is Verdict.COMPATIBLE
            if verdict is not Verdict.COMPATIBLE or compatible <= COMPATIBLE_LIMIT:
                yield _make(material, claim, pairs, verdict)


def _find_dated(material: Material, claim: Claim) -> list[Dated]:
    """Moments in the evidence of a claim with the lemmas of the verbs they hang on."""
    found: list[Dated] = []
    lines = [
        e for e in load_table(material.language, "date_lines") if e.data.get("role") in _LINE_ROLES
    ]
    for piece in claim.evidence:
        pages = material.pages[piece.article]
        if any(furniture.span.overlaps(piece.span) for furniture in pages.article.furniture):
            continue
        if any(e.regex.match(piece.span.cut(pages.text)) for e in lines):
            continue
        for moment in pages.article.moments:
            if moment.type is MomentType.VAGUE or not piece.span.contains(moment.span):
                continue
            if is_end(pages, moment, material.language):
                continue
            sentence = pages.find_sentence(moment.span.start)
            verbs = find_governors(sentence, moment, material.language) if sentence else frozenset()
            if verbs and not is_of_speech(pages, moment):
                found.append((piece.article, moment, verbs))
    return found


def is_of_speech(pages: Pages, moment: Moment) -> bool:
    """Whether the moment tells when words were said or printed, not when something happened.

    It stands beside a cue of its sentence, outside the content, or opens an entry of a live page.
    """
    sentence = pages.find_sentence(moment.span.start)
    if any(
        e.span.start <= moment.span.start < e.span.start + _HEAD_CHARS
        for e in pages.article.entries
    ):
        return True
    return any(
        s.cue is not None
        and (sentence is None or sentence.span.overlaps(s.cue))
        and abs(moment.span.start - s.cue.end) < 40
        and not any(piece.overlaps(moment.span) for piece in s.content)
        for s in pages.article.statements
    )


def is_end(pages: Pages, moment: Moment, language: str) -> bool:
    """Whether a time is the end of something, not when it happened: « jusqu'au 2 juillet »."""
    words = moment.span.cut(pages.text)
    return any(e.regex.match(words) for e in load_table(language, "end_times"))


def is_start(pages: Pages, moment: Moment) -> bool:
    """Whether a time is the start of what goes on after it: « depuis lundi »."""
    words = moment.span.cut(pages.text)
    language = pages.article.language or "fr"
    return any(e.regex.match(words) for e in load_table(language, "start_times"))


def find_governors(sentence: Sentence, moment: Moment, language: str) -> frozenset[str]:
    """Lemma of the verb, or else noun, that the moment hangs on."""
    tokens = sentence.tokens
    start = next((n for n, t in enumerate(tokens) if t.start >= moment.span.start), None)
    if start is None:
        return frozenset()
    at, steps = start, 0
    while tokens[at].head != at and steps < len(tokens):
        at = tokens[at].head
        steps += 1
        outside = not moment.span.start <= tokens[at].start < moment.span.end
        if outside and tokens[at].pos in ("VERB", "NOUN"):
            return frozenset({fold_lemma(tokens[at].lemma, language)})
    return frozenset()


def _compare_moments(one: Moment, other: Moment) -> Verdict | None:
    """Contradiction for days that exclude each other, compatible for nested ones, else None."""
    if one.type is MomentType.DURATION or other.type is MomentType.DURATION:
        return None
    first, second = _days(one), _days(other)
    if first is None or second is None or first == second:
        return None
    if max(first[0], second[0]) < min(first[1], second[1]):
        return Verdict.COMPATIBLE
    short = all(end - start <= timedelta(days=DAY_LIMIT_DAYS) for start, end in (first, second))
    return Verdict.CONTRADICTION if short else None


def _days(moment: Moment) -> tuple[date, date] | None:
    if not moment.since:
        return None
    since = date.fromisoformat(moment.since[:10])
    until = date.fromisoformat(moment.until[:10]) if moment.until else since + timedelta(days=1)
    return since, max(until, since + timedelta(days=1))


def _make(
    material: Material, claim: Claim, pairs: list[tuple[Dated, Dated]], verdict: Verdict
) -> Difference:
    """One difference for two days, whatever the number of articles that give each."""
    first = pairs[0]
    words = [material.cut(article, moment.span) for article, moment, _ in first]
    sides = [
        make_side(
            value,
            [Evidence(a, m.span) for pair in pairs for a, m, _ in pair if m.since == moment.since],
            None,
            moment.since,
        )
        for value, (_, moment, _) in zip(words, first, strict=True)
    ]
    pair = {"one": words[0], "other": words[1]}
    if verdict is Verdict.CONTRADICTION:
        days = [(moment.since or "")[:10] for _, moment, _ in first]
        why = give_why("days_exclude", **pair, one_day=days[0], other_day=days[1])
    elif verdict is Verdict.UPDATE:
        why = give_why("day_changed", **pair)
    else:
        why = give_why("day_maybe_same", **pair)
    return make_difference(DifferenceKind.DATE, verdict, claim.text, sides, why)
