"""Which pairs of texts each method holds to be copies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.copies.make_copies import Case, list_context

from recoupe.records import Article, OriginKind
from recoupe.rooms.annotate import annotate
from recoupe.rooms.clean import clean
from recoupe.rooms.trace import trace


def judge_with_recoupe(cases: Sequence[Case]) -> list[bool]:
    """Whether `trace` ties the two texts of each case; a common event alone is no copy.

    Each case is judged in a set of its own: its two texts and the dispatches of all events.
    """
    context = list_context(cases)
    texts = sorted({text for case in cases for text in (case.one, case.other)} | set(context))
    articles = [
        Article(f"{n}.txt", text, title=text.split("\n")[0], language="fr")
        for n, text in enumerate(texts)
    ]
    cleaned = [item for item in clean(articles) if isinstance(item, Article)]
    annotated = {
        article.text: article for article in annotate(cleaned) if isinstance(article, Article)
    }
    return [_is_tied(case, context, annotated) for case in cases]


def _is_tied(case: Case, context: Sequence[str], annotated: dict[str, Article]) -> bool:
    days = dict.fromkeys(context, case.published[0])
    days |= {case.one: case.published[0], case.other: case.published[1]}
    articles = [replace(annotated[text], published=day) for text, day in days.items()]
    ends = {annotated[case.one].id, annotated[case.other].id}
    return any(
        {link.source, link.target} == ends and link.kind is not OriginKind.SAME_EVENT
        for origin in trace(articles)
        for link in origin.links
    )


def measure_words(cases: Sequence[Case]) -> list[float]:
    """The trivial baseline: the share of different words that two texts have in common."""
    return [_share_words(case.one, case.other) for case in cases]


def _share_words(one: str, other: str) -> float:
    ones, others = (set(re.findall(r"\w+", text.lower())) for text in (one, other))
    return len(ones & others) / len(ones | others)


def find_threshold(cases: Sequence[Case], likenesses: Sequence[float]) -> float:
    """The likeness from which on copies are told best (F1) on the tuned half."""
    return max(
        sorted({round(value, 3) for value in likenesses}),
        key=lambda threshold: _measure_f1(cases, likenesses, threshold),
    )


def _measure_f1(cases: Sequence[Case], likenesses: Sequence[float], threshold: float) -> float:
    tuned = [
        (case, value >= threshold)
        for case, value in zip(cases, likenesses, strict=True)
        if case.split == "tuned"
    ]
    right = sum(case.is_copy and found for case, found in tuned)
    total = sum(case.is_copy for case, _ in tuned) + sum(found for _, found in tuned)
    return 2 * right / total if total else 0.0
