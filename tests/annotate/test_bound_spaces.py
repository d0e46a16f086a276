"""Spaces that bind words, as the press sets them, are read like any other."""

from __future__ import annotations

import pytest

from recoupe.records import Article
from recoupe.rooms.annotate import annotate

PLAIN = (
    "« La défiance est profonde », juge Mme Binoche-Le Goff, qui dirige 1 200 agents. "
    "M. Tréval a répondu que « 80 % des postes » étaient pourvus."
)


def read(text: str) -> Article:
    (article,) = annotate([Article(source="a", text=text, language="fr")])
    assert isinstance(article, Article)
    return article


def list_speakers(article: Article) -> list[str | None]:
    return [s.speaker.name if s.speaker else None for s in article.statements]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_a_bound_space_changes_nothing(space: str) -> None:
    bound = PLAIN
    for before, after in (("Mme ", "Mme"), ("M. ", "M."), ("« ", "«"), ("1 200", "1*200")):
        bound = bound.replace(before, after.replace("*", space) + ("" if "*" in after else space))
    assert bound != PLAIN
    one, other = read(bound), read(PLAIN)
    assert list_speakers(one) == list_speakers(other) == ["Binoche-Le Goff", "Tréval"]
    assert [s.content for s in one.statements] == [s.content for s in other.statements]
    assert [(f.value, f.span) for f in one.figures] == [(f.value, f.span) for f in other.figures]
