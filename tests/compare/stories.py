"""Small stories of invented articles, annotated and aligned, for the tests of the compare room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from recoupe.records import Article, Difference, PublishedFrom, Story, Verdict
from recoupe.rooms.align import align
from recoupe.rooms.annotate import annotate
from recoupe.rooms.compare import compare

CONFLICTS = frozenset({Verdict.CONTRADICTION, Verdict.DISPUTE, Verdict.GARBLED})


@cache
def find_differences(
    texts: tuple[str, ...], published: tuple[str, ...] = ()
) -> tuple[Difference, ...]:
    """The differences of a story with these texts, published on these days or on one day."""
    days = published or ("2025-03-04",) * len(texts)
    articles = [
        Article(
            source=f"{n}.txt",
            text=text,
            outlet=f"journal-{n}.fr",
            published=day,
            published_from=PublishedFrom.GIVEN,
            language="fr",
        )
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    annotated = [done for done in annotate(articles) if isinstance(done, Article)]
    story = Story("story", "histoire", tuple(article.id for article in annotated))
    aligned, joined = align(story, annotated)
    return compare(aligned, joined).differences


def find_verdicts(texts: Sequence[str], published: Sequence[str] = ()) -> list[str]:
    """« kind verdict » of each difference, conflicts first."""
    return [f"{d.kind} {d.verdict}" for d in find_differences(tuple(texts), tuple(published))]


def find_conflicts(texts: Sequence[str], published: Sequence[str] = ()) -> list[str]:
    """« kind verdict » of the conflicts alone."""
    found = find_differences(tuple(texts), tuple(published))
    return [f"{d.kind} {d.verdict}" for d in found if d.verdict in CONFLICTS]
