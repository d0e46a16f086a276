"""The article and its body."""

from __future__ import annotations

import hashlib

import pytest

from recoupe.records import Article, Furniture, FurnitureKind, Sentence, Span

TEXT = "Menu\nTitre\nLe pont a cédé.\nÀ lire aussi"


def make_article(*furniture: tuple[int, int, FurnitureKind]) -> Article:
    return Article(
        "a.txt", TEXT, furniture=tuple(Furniture(Span(s, e), kind) for s, e, kind in furniture)
    )


def test_the_id_is_made_from_the_text_alone() -> None:
    one, other = Article("a.txt", TEXT), Article("b.txt", TEXT, outlet="Le Phare")
    assert one.id == other.id == hashlib.sha256(TEXT.encode()).hexdigest()[:12]


def test_the_body_is_what_is_left_without_dropped_furniture() -> None:
    article = make_article(
        (0, 4, FurnitureKind.NAVIGATION),
        (5, 10, FurnitureKind.TITLE_REPEAT),
        (27, 39, FurnitureKind.RELATED),
    )
    assert [span.cut(TEXT) for span in article.body] == ["\nTitre\nLe pont a cédé.\n"]


def test_without_furniture_the_body_is_the_whole_text() -> None:
    assert make_article().body == (Span(0, len(TEXT)),)


def test_overlapping_furniture_does_not_double_the_body() -> None:
    article = make_article((0, 10, FurnitureKind.NAVIGATION), (5, 8, FurnitureKind.SHARE))
    assert article.body == (Span(10, len(TEXT)),)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 4, [0]), (3, 6, [0, 1]), (4, 5, []), (4, 6, [1]), (5, 14, [1, 2]), (14, 20, []), (2, 12, [0, 1, 2])],
)  # fmt: skip
def test_sentences_in_a_span_are_those_that_overlap_it(
    start: int, end: int, found: list[int]
) -> None:
    sentences = tuple(Sentence(Span(a, b), ()) for a, b in ((0, 4), (5, 9), (9, 14)))
    article = Article("a.txt", "Ici. Là. Partout.", sentences=sentences)
    assert article.sentences_in(Span(start, end)) == tuple(sentences[n] for n in found)
