"""Links between articles that report one speech, one press conference, one communiqué."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.records import Article, Link, OriginKind, Span, Statement
from recoupe.rooms.trace.candidates import ArticlePair
from recoupe.rooms.trace.resemblance import (
    Vector,
    Weights,
    compare_vectors,
    list_lemmas,
    make_vector,
)

Bags = list[tuple[Statement, Vector]]

# Two statements report the same words from this weighted cosine of their lemmas on ...
ALIKE_STATEMENTS = 0.45
# ... when both have at least so many content words.
STATEMENT_WORDS = 3
# So many different statements in common make one event; a single one may be a slogan.
COMMON_STATEMENTS = 2


def find_same_events(near: Sequence[ArticlePair], weights: Weights) -> tuple[Link, ...]:
    """Pairs of articles that carry at least two of the same statements, whatever the wording.

    Speakers are not compared: the wrong name in one article does not make it another event.

    Args:
        near: Pairs of articles worth comparing, from `find_near_pairs`.
        weights: Weight of each lemma.

    Cost:
        Quadratic in the articles published near each other, and in their statements.
    """
    articles = {article.id: article for pair in near for article in pair}
    bags = {key: _list_bags(article, weights) for key, article in articles.items()}
    links = (_link(one, other, bags[one.id], bags[other.id]) for one, other in near)
    return tuple(link for link in links if link is not None)


def _list_bags(article: Article, weights: Weights) -> Bags:
    bags = [
        (statement, list_lemmas(article.sentences_in(statement.whole), statement.content))
        for statement in article.statements
    ]
    return [
        (statement, make_vector(bag, weights))
        for statement, bag in bags
        if len(set(bag)) >= STATEMENT_WORDS
    ]


def _link(one: Article, other: Article, bags: Bags, others: Bags) -> Link | None:
    likenesses = sorted(
        (
            (-compare_vectors(bag, other_bag), a, b)
            for a, (_, bag) in enumerate(bags)
            for b, (_, other_bag) in enumerate(others)
        ),
    )
    taken: dict[int, int] = {}
    for likeness, a, b in likenesses:
        if -likeness >= ALIKE_STATEMENTS and a not in taken and b not in taken.values():
            taken[a] = b
    if len(taken) < COMMON_STATEMENTS:
        return None
    first, second = (
        (one, other)
        if (one.published or "9", one.id) <= (other.published or "9", other.id)
        else (other, one)
    )
    spans = sorted((_piece(bags[a][0]), _piece(others[b][0])) for a, b in taken.items())
    if first is other:
        spans = sorted((b, a) for a, b in spans)
    ratio = len(taken) / min(len(bags), len(others))
    return Link(
        source=first.id,
        target=second.id,
        kind=OriginKind.SAME_EVENT,
        ratio=round(ratio, 3),
        why=f"{len(taken)} paroles en commun, rapportées en d’autres mots",
        why_en=f"{len(taken)} statements in common, reported in other words",
        source_spans=tuple(a for a, _ in spans),
        target_spans=tuple(b for _, b in spans),
    )


def _piece(statement: Statement) -> Span:
    """The longest piece of a statement's content."""
    return max(statement.content, key=lambda piece: (piece.length_chars, -piece.start))
