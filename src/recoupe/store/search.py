"""Search over articles, statements, claims and figures: what was found, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row

from recoupe.records import Article, Span
from recoupe.store.ask_index import Place, count_facets, fetch_page
from recoupe.store.cut_snippets import cut_snippet
from recoupe.store.load import load_light_articles
from recoupe.store.match_words import add_forms, add_lemmas, find_matches
from recoupe.store.read_query import Term, read_terms
from recoupe.store.search_page import (
    MOST_COUNTED,
    FacetCount,
    Hit,
    ItemKind,
    SearchPage,
    SearchQuery,
)

__all__ = [
    "MOST_COUNTED",
    "FacetCount",
    "Hit",
    "ItemKind",
    "SearchPage",
    "SearchQuery",
    "search",
]


def search(connection: Connection, query: SearchQuery, *, is_counted: bool = True) -> SearchPage:
    """A page of what a query finds, with counts for every facet.

    Each term must stand in the item itself, or a form of the same lemma (« attaqué » finds
    « attaquait » where both were parsed to one lemma). Whatever is typed finds something or
    nothing and is never an error. Without words and without narrowing nothing is found.

    Args:
        connection: A connection of the store.
        query: What is searched for.
        is_counted: Whether hits are counted, in all and for each facet; else counts are 0.
    """
    terms = add_lemmas(connection, read_terms(query.words))
    if not terms and (query.words.strip() or not query.is_narrowed):
        return SearchPage()
    rows = fetch_page(connection, query, terms)
    page, more = rows[: query.limit], len(rows) > query.limit
    found = SearchPage(
        hits=_show_hits(connection, page, add_forms(connection, terms)),
        after=Place.of(page[-1]).write() if more and page else None,
    )
    if not is_counted:
        return found
    counts = count_facets(connection, query, terms)
    return replace(
        found,
        total=counts.total,
        kinds=counts.kinds,
        outlets=counts.outlets,
        speakers=counts.speakers,
        stories=counts.stories,
        is_cut=counts.is_cut,
    )


def _show_hits(
    connection: Connection, rows: Sequence[Row[Any]], terms: Sequence[Term]
) -> tuple[Hit, ...]:
    ids = sorted({row.article_id for row in rows})
    articles = {article.id: article for article in load_light_articles(connection, ids)}
    return tuple(_show_hit(row, articles[row.article_id], terms) for row in rows)


def _show_hit(row: Row[Any], article: Article, terms: Sequence[Term]) -> Hit:
    span = Span(row.start_char, row.end_char)
    kind = ItemKind(row.kind)
    title = article.title
    speaker = None
    if row.speaker_id:
        names = (
            s.speaker.name
            for s in article.statements
            if s.speaker and s.speaker.id == row.speaker_id
        )
        speaker = next(names, None)
    return Hit(
        kind=kind,
        id=row.ref,
        article=article.id,
        span=span,
        story=row.story_id,
        title=title,
        title_matches=tuple(s for s, _ in find_matches(title, terms)) if title else (),
        outlet=article.outlet,
        published=article.published,
        speaker_id=row.speaker_id,
        speaker=speaker,
        snippet=cut_snippet(article, _list_places(article, kind, span), terms),
    )


def _list_places(article: Article, kind: ItemKind, span: Span) -> Sequence[Span]:
    """The sentences of an article, that of a figure, the words of a statement or a claim."""
    if kind in {ItemKind.STATEMENT, ItemKind.CLAIM}:
        return [span]
    around = [sentence.span for sentence in article.sentences_in(span)]
    return around or [span]
