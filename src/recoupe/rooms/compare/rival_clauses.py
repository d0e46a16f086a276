"""One subject, two predicates that exclude each other, or one predicate in two places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

from recoupe.language import load_table
from recoupe.language.why import give_why
from recoupe.language.word_keys import find_key
from recoupe.records import Difference, DifferenceKind, EntityKind, Stance, Verdict
from recoupe.rooms.compare.clauses import Clause, list_clauses
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material

_DOUBTS = frozenset({Stance.DENIES, Stance.CANNOT_CONFIRM, Stance.ASKS, Stance.DEMANDS})
# Share of the fewer words, subject and verb apart, that the other clause must have.
COVERED_RATIO = 0.5
# A day named in the news is seldom further back. Judgement.
NEWS_DAYS = 7


@cache
def _opposites(language: str) -> frozenset[tuple[str, str]]:
    pairs = [
        (str(e.data["family"]), str(e.data["opposite"]))
        for e in load_table(language, "synonyms")
        if e.data.get("opposite")
    ]
    return frozenset(pairs + [(other, one) for one, other in pairs])


def find_rival_clauses(material: Material) -> Iterator[Difference]:
    """Contradictions between clauses of two articles that share their subject; on two days, updates.

    « L'accusé a été condamné », « l'accusé a été acquitté »; « les débris sont tombés en mer »,
    « … sur une plage ». Not where the subject is counted or indefinite (« deux prévenus »: others
    may fare otherwise), where the tense or the time differs, or a speaker doubts it.
    """
    clauses = [
        clause
        for clause in material.once(list_clauses)
        if clause.negator is None
        and clause.subject
        and clause.tense == "real"
        and not clause.is_hypothetical
        and (clause.holder is None or clause.holder.stance not in _DOUBTS)
        and not _is_one_of_many(clause)
    ]
    told: set[tuple[object, ...]] = set()
    for one, other in _pair_by_subject(clauses):
        key = (one.predicates, other.predicates, one.pages.article.id, other.pages.article.id)
        if key in told or not _may_meet(one, other):
            continue
        kind = _find_rivalry(one, other, material.language)
        # Of two places told on two days, somebody may have moved.
        if kind is not None and (kind is DifferenceKind.WORDING or not _are_days_apart(one, other)):
            told.add(key)
            yield _make(material, one, other, kind)


def _pair_by_subject(clauses: Sequence[Clause]) -> Iterator[tuple[Clause, Clause]]:
    """Pairs of clauses whose subjects have a word in common, in text order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, clause in enumerate(clauses):
        for key in clause.subject:
            holders[key].append(number)
    for number, clause in enumerate(clauses):
        for partner in sorted({n for key in clause.subject for n in holders[key] if n > number}):
            yield clause, clauses[partner]


def _is_one_of_many(clause: Clause) -> bool:
    """Whether the subject is a number of, or some: « deux prévenus », « des débris » is all."""
    heads = {
        n
        for n in clause.members
        if clause.tokens[n].head == clause.verb and clause.tokens[n].dep.startswith("nsubj")
    }
    return any(
        t.head in heads
        and (
            t.dep == "nummod"
            or "NumType" in t.morph
            or ("Definite=Ind" in t.morph and "Number=Plur" not in t.morph)
        )
        for t in clause.tokens
    )


def _may_meet(one: Clause, other: Clause) -> bool:
    if one.pages is other.pages:
        return False
    # « fermée depuis samedi », two days later « a rouvert lundi »: news, and no look back.
    news = _are_days_apart(one, other) and _is_news(one) and _is_news(other)
    if one.times and other.times and not news and not _meet(one.times, other.times):
        return False
    if not one.subject_head & other.subject_head:
        return False
    return one.subject <= other.subject or other.subject <= one.subject


def _is_news(clause: Clause) -> bool:
    """Whether the days that a clause names lie close before its publication, or after."""
    published = clause.pages.article.published
    if published is None or clause.looks_back:
        return False
    first = date.fromisoformat(published[:10]) - timedelta(days=NEWS_DAYS)
    return all(since[:10] >= first.isoformat() for since, _ in clause.times)


def _are_days_apart(one: Clause, other: Clause) -> bool:
    days = [(c.pages.article.published or "")[:10] for c in (one, other)]
    return "" not in days and days[0] != days[1]


def _meet(one: Sequence[tuple[str, str]], other: Sequence[tuple[str, str]]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in one for b in other)


def _find_rivalry(one: Clause, other: Clause, language: str) -> DifferenceKind | None:
    opposite = any((a, b) in _opposites(language) for a in one.predicates for b in other.predicates)
    if opposite and not one.predicates & other.predicates and _cover(one.words, other.words):
        return DifferenceKind.WORDING
    if _have_opposite_words(one, other, language):
        return DifferenceKind.WORDING
    if one.predicates & other.predicates and _have_two_places(one, other):
        return DifferenceKind.PLACE
    return None


def _have_opposite_words(one: Clause, other: Clause, language: str) -> bool:
    """Whether like clauses part by one word: « d'origine accidentelle », « d'origine criminelle »."""
    if not one.predicates & other.predicates:
        return False
    first, second = one.words - other.words, other.words - one.words
    pairs = ((a, b) for a in sorted(first) for b in sorted(second))
    return any(
        (a, b) in _opposites(language) and _cover(one.words - {a}, other.words - {b})
        for a, b in pairs
    )


def _cover(one: frozenset[str], other: frozenset[str]) -> bool:
    fewer = min(len(one), len(other))
    return not fewer or len(one & other) >= COVERED_RATIO * fewer


@cache
def _place_prepositions(language: str) -> re.Pattern[str]:
    patterns = [str(e.pattern) for e in load_table(language, "place_prepositions")]
    return re.compile("|".join(patterns) if patterns else r"(?!)")


def _have_two_places(one: Clause, other: Clause) -> bool:
    """Whether each clause has one complement of place, of one kind, and they are two."""
    first, second = _find_places(one), _find_places(other)
    if len(first) != 1 or len(second) != 1:
        return False
    (a, a_named), (b, b_named) = first[0], second[0]
    if a == b or a_named != b_named:
        return False
    return a not in other.all_words and b not in one.all_words


def _find_places(clause: Clause) -> list[tuple[str, bool]]:
    """Key of each complement of place of the verb, and whether it is a named place."""
    tokens = clause.tokens
    found: list[tuple[str, bool]] = []
    for n in clause.members:
        token = tokens[n]
        if token.head != clause.verb or not token.dep.startswith("obl"):
            continue
        if any(t.head == n and t.dep == "nummod" for t in tokens):
            continue
        cases = [t.text.lower() for t in tokens if t.head == n and t.dep == "case"]
        if not any(_place_prepositions(clause.language).fullmatch(case) for case in cases):
            continue
        mentions = [
            m
            for m in clause.pages.article.mentions
            if m.span.start <= token.start < m.span.end and m.kind is EntityKind.PLACE
        ]
        if mentions or token.pos == "NOUN":
            name = mentions[0].entity if mentions else find_key(token.lemma, clause.language)
            found.append((name, bool(mentions)))
    return found


def _make(material: Material, one: Clause, other: Clause, kind: DifferenceKind) -> Difference:
    pair = (one, other)
    words = [material.cut(c.pages.article.id, c.span) for c in pair]
    speakers = [c.speaker for c in pair]
    named = None not in speakers and speakers[0] != speakers[1]
    verdict = Verdict.DISPUTE if named else Verdict.CONTRADICTION
    if _are_days_apart(one, other):
        verdict = Verdict.UPDATE
    code = "two_places" if kind is DifferenceKind.PLACE else "two_outcomes"
    return make_difference(
        kind,
        verdict,
        words[0],
        [
            make_side(w, [c.evidence], c.speaker, c.pages.article.published)
            for w, c in zip(words, pair, strict=True)
        ],
        give_why(code, one=words[0], other=words[1]),
    )
