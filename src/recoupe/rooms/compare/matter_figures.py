"""Sums, shares and earlier tolls held together by what they are about, not by a counted noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from recoupe.language import load_table
from recoupe.records import (
    Difference,
    DifferenceKind,
    Evidence,
    Figure,
    Modifier,
    MomentType,
    Sentence,
    Statement,
    Verdict,
)
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.figure_bounds import can_both_hold
from recoupe.rooms.compare.material import Material, Pages, find_bare_lemmas, fold_lemma
from recoupe.rooms.compare.measures import (
    classify_counted,
    find_part,
    find_stage,
    is_of_another_time,
)

# Shared words beside the word of the matter; fewer name a subject, not one transaction. Judgement,
# with the next one the only values tried: no false alarm on the two gold stories.
SHARED_WORDS = 2
# A share is said of many things in the same verbs (« le risque augmente de »): one word more.
SHARED_WORDS_OF_SHARE = 3
SHARED_RATIO = 0.3
# Two numbers this close are one number, rounded; wider than what « environ » is given.
CLOSE_RATIO = 0.05
# A sum that is reported later may have been revised.
REVISION_DAYS = 3
_EXACT = frozenset({Modifier.EXACT, Modifier.ABOUT})


@dataclass(frozen=True)
class Fact:
    """A figure with the words that tell what it is about."""

    pages: Pages
    figure: Figure
    words: frozenset[str]
    matters: frozenset[str]
    stage: str | None
    times: frozenset[tuple[str, str]]
    earlier: bool
    holder: Statement | None

    @property
    def speaker(self) -> str | None:
        """Id of who says it."""
        return self.holder.speaker.id if self.holder and self.holder.speaker else None


def find_matter_conflicts(material: Material) -> Iterator[Difference]:
    """Contradictions of two articles on one sum, one share or the toll of one earlier event.

    Needs a shared word of the matter (« rachat », « amende », « risque »; for a toll the stage and
    the time) and `SHARED_WORDS` more. Silent where an article knows both numbers, where a sentence
    has several figures of the unit, and where another time, stage or rounding explains the two.
    """
    facts = [fact for pages in material.pages.values() for fact in _read_facts(pages, material)]
    values = {
        (pages.article.id, f.unit, f.value)
        for pages in material.pages.values()
        for f in pages.article.figures
    }
    told: set[tuple[str, frozenset[float | None]]] = set()
    for one, other in combinations(facts, 2):
        key = (one.figure.unit, frozenset({one.figure.value, other.figure.value}))
        if key in told or not _excludes(one, other):
            continue
        swapped = ((one, other), (other, one))
        if any((a.pages.article.id, a.figure.unit, b.figure.value) in values for a, b in swapped):
            continue
        if _is_one_matter(one, other):
            told.add(key)
            yield _make(material, one, other)


def _read_facts(pages: Pages, material: Material) -> Iterator[Fact]:
    for figure in pages.article.figures:
        sentence = pages.find_sentence(figure.span.start)
        if sentence is None or figure.modifier not in _EXACT or not figure.value:
            continue
        earlier = is_of_another_time(pages, sentence)
        if not earlier and not figure.unit.startswith(("money", "percent")):
            continue
        rivals = [
            f
            for f in pages.article.figures
            if f.unit == figure.unit and sentence.span.contains(f.span) and f.id != figure.id
        ]
        if rivals or find_part(pages, sentence, figure, material.language):
            continue
        yield _read_fact(pages, sentence, figure, earlier, material.language)


def _read_fact(
    pages: Pages, sentence: Sentence, figure: Figure, earlier: bool, language: str
) -> Fact:
    inside = set(find_bare_lemmas(pages, figure.span)) if figure.unit != "percent" else {"%"}
    words = frozenset(
        fold_lemma(w, language)
        for w in find_bare_lemmas(pages, sentence.span)
        if w not in inside
        and w != "%"
        and any(ch.isalpha() for ch in w)
        and not _find_matter(w, language)
    )
    matters = find_matters(sentence, language)
    clause = pages.text[figure.span.start : sentence.span.end].split(",")[0]
    stage = figure.stage or find_stage(sentence, figure, language)[0]
    times = frozenset(
        (m.since, m.until)
        for m in pages.article.moments
        if m.since
        and m.until
        and m.type in (MomentType.DATE, MomentType.INTERVAL)
        and sentence.span.contains(m.span)
    )
    return Fact(
        pages,
        figure,
        words,
        matters,
        stage or classify_counted(clause, language)[1],
        times,
        earlier,
        pages.find_holder(figure.span),
    )


def find_matters(sentence: Sentence, language: str) -> frozenset[str]:
    """The matters that the words of a sentence name."""
    return frozenset(
        matter for t in sentence.tokens for matter in _find_matter(t.lemma.lower(), language)
    )


def _find_matter(lemma: str, language: str) -> tuple[str, ...]:
    return tuple(
        e.data["matter"] for e in load_table(language, "figure_matters") if e.regex.search(lemma)
    )


def _excludes(one: Fact, other: Fact) -> bool:
    if one.pages is other.pages or one.figure.unit != other.figure.unit:
        return False
    a, b = one.figure.value or 0.0, other.figure.value or 0.0
    if abs(a - b) <= CLOSE_RATIO * max(abs(a), abs(b)):
        return False
    return not can_both_hold(one.figure, other.figure)


def _is_one_matter(one: Fact, other: Fact) -> bool:
    shared = one.words & other.words
    shorter = min(len(one.words), len(other.words))
    least = SHARED_WORDS_OF_SHARE if one.figure.unit == "percent" else SHARED_WORDS
    if len(shared) < least or len(shared) < SHARED_RATIO * shorter:
        return False
    if one.earlier != other.earlier:
        return False
    if not one.figure.unit.startswith(("money", "percent")):
        same_time = bool(one.times & other.times)
        return same_time and one.stage is not None and one.stage == other.stage
    if one.matters != other.matters or not one.matters:
        return False
    if one.stage and other.stage and one.stage != other.stage:
        return False
    if one.times and other.times and one.times.isdisjoint(other.times):
        return False
    return _are_close_days(one.pages.article.published, other.pages.article.published)


def _are_close_days(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    days = abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)
    return days <= REVISION_DAYS


def _make(material: Material, one: Fact, other: Fact) -> Difference:
    speakers = {one.speaker, other.speaker}
    verdict = (
        Verdict.DISPUTE if None not in speakers and len(speakers) == 2 else Verdict.CONTRADICTION
    )
    words = [material.cut(f.pages.article.id, f.figure.span) for f in (one, other)]
    sides = [
        make_side(
            text,
            [Evidence(f.pages.article.id, f.figure.span, f.figure.statement)],
            f.speaker,
            f.pages.article.published,
        )
        for f, text in zip((one, other), words, strict=True)
    ]
    shared = ", ".join(sorted(one.words & other.words)[:5])
    return make_difference(
        DifferenceKind.FIGURE,
        verdict,
        ", ".join(sorted(one.matters)) or one.figure.counted,
        sides,
        f"« {words[0]} » ou « {words[1]} » pour un même objet ({shared}) ; aucun arrondi ne les accorde.",
        f"« {words[0]} » or « {words[1]} » for one matter ({shared}); no rounding reconciles them.",
    )
