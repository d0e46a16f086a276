"""Who says what, how many, when: the annotate room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from recoupe.errors import ModelError
from recoupe.language import known_languages, load_model, load_settings
from recoupe.language.reasons import leave_out
from recoupe.records import Article, Dropped, Figure, Statement
from recoupe.records.reason import Reason, give_reason
from recoupe.rooms.annotate.documents import find_sentences, parse_articles
from recoupe.rooms.annotate.figures import find_figures
from recoupe.rooms.annotate.mentions import find_mentions
from recoupe.rooms.annotate.moments import find_moments
from recoupe.rooms.annotate.statements import find_statements


def annotate(articles: Iterable[Article]) -> Iterator[Article | Dropped]:
    """Find mentions, statements, figures and moments in each article.

    An article in a language without a pack or whose model is not installed, or of unknown
    language, is left out with the reason: the rules of one language are not tried on another.

    Args:
        articles: As `clean` gives them; those of one language in a row are parsed in batches.

    Yields:
        The annotated articles and what was left out, in the order given.
    """
    for language, run in groupby(articles, key=lambda article: article.language):
        reason = _find_obstacle(language)
        if reason is not None:
            yield from (leave_out(article.source, "annotate", reason) for article in run)
        elif language is not None:
            yield from _annotate_run(run, language)


def _find_obstacle(language: str | None) -> Reason | None:
    """Why articles in a language cannot be annotated, or None."""
    if language is None:
        return Reason("language_unknown")
    if language not in known_languages():
        return give_reason("language_without_rules", language=language)
    try:
        load_model(language)
    except ModelError:
        model = str(load_settings(language)["model"])
        return give_reason("language_without_model", language=language, model=model)
    return None


def _annotate_run(articles: Iterable[Article], language: str) -> Iterator[Article]:
    for article, doc in parse_articles(articles, language):
        doc.mentions = find_mentions(doc, language)
        doc.moments = find_moments(doc, language)
        doc.figures = find_figures(doc, language)
        doc.statements = find_statements(doc, language)
        yield replace(
            article,
            sentences=find_sentences(doc),
            mentions=doc.mentions,
            statements=doc.statements,
            figures=_attach_statements(doc.figures, doc.statements),
            moments=doc.moments,
        )


def _attach_statements(
    figures: tuple[Figure, ...], statements: tuple[Statement, ...]
) -> tuple[Figure, ...]:
    """Give each figure the innermost statement whose content holds it."""
    attached: list[Figure] = []
    for figure in figures:
        holders = [
            (statement.whole.length_chars, statement.id)
            for statement in statements
            if any(piece.contains(figure.span) for piece in statement.content)
        ]
        attached.append(replace(figure, statement=min(holders)[1]) if holders else figure)
    return tuple(attached)
