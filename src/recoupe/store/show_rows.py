"""The rows that lists and search read: stories and articles as people see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from recoupe.records import (
    CONFLICTS,
    Article,
    Claim,
    Span,
    Stance,
    Status,
    Story,
    Verdict,
)
from recoupe.store import tables
from recoupe.store.clean_text import clean_text
from recoupe.store.keep_speakers import count_speakers, find_speakers
from recoupe.store.search_index import index_article, index_story


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """What lists say of a story beyond its record.

    Attributes:
        texts: Distinct texts: copies of one another count once.
        outlets: Known outlets.
        unknown_outlets: Articles whose outlet is not known.
        first_day: Publication day of its first article, ISO, or None.
        last_day: The same of its last.
    """

    texts: int
    outlets: int
    unknown_outlets: int
    first_day: str | None
    last_day: str | None


def show_story(
    connection: Connection, story: Story, articles: Sequence[Article], counts: StoryCounts
) -> None:
    """Write what lists and search say of a story.

    Args:
        connection: A writing transaction; the story is kept.
        story: The story as people see it.
        articles: Its articles, in its order.
        counts: What lists say of it beyond its record.
    """
    connection.execute(
        update(tables.stories)
        .where(tables.stories.c.id == story.id)
        .values(
            first_day=counts.first_day,
            last_day=counts.last_day,
            article_count=len(story.articles),
            text_count=counts.texts,
            outlet_count=counts.outlets,
            unknown_outlet_count=counts.unknown_outlets,
            origin_count=len(story.counted_origins),
            claim_count=len(story.claims),
            conflict_count=sum(d.verdict in CONFLICTS for d in story.differences),
            update_count=sum(d.verdict is Verdict.UPDATE for d in story.differences),
            unconfirmed_count=count_unconfirmed(story, articles),
            single_origin_count=sum(c.origin_count == 1 for c in story.claims),
        )
    )
    _write_claims(connection, story)
    _write_differences(connection, story)
    index_story(connection, story, articles)


def show_articles(connection: Connection, articles: Iterable[Article], story_id: str) -> None:
    """Write what lists and search say of articles.

    Args:
        connection: A writing transaction; the articles are kept.
        articles: As people see them, with their parse where they come from `align`.
        story_id: The story that holds them.
    """
    speakers: set[str] = set()
    for article in articles:
        speakers |= _write_statements(connection, article)
        _write_figures(connection, article)
        index_article(connection, article, story_id)
    count_speakers(connection, speakers)


def show_speakers(connection: Connection, articles: Iterable[Article], story_id: str) -> None:
    """Write who says what in articles, where it is somebody else than before.

    Args:
        connection: A writing transaction; the articles have their rows.
        articles: As people see them.
        story_id: The story that holds them.
    """
    table = tables.statements
    speakers: set[str] = set()
    for article in articles:
        rows = connection.execute(
            select(table.c.id, table.c.speaker_id, table.c.speaker_name).where(
                table.c.article_id == article.id
            )
        )
        before = {row.id: (row.speaker_id, row.speaker_name) for row in rows}
        changed = {
            s.id
            for s in article.statements
            if before.get(s.id)
            != ((s.speaker.id, clean_text(s.speaker.name)) if s.speaker else (None, None))
        }
        if changed:
            speakers |= _write_statements(connection, article)
            inside = {f.id for f in article.figures if f.statement in changed}
            index_article(connection, article, story_id, only=changed | inside)
    count_speakers(connection, speakers)


def count_unconfirmed(story: Story, articles: Sequence[Article]) -> int:
    """How many claims were last reported as hearsay or as not confirmed.

    Most of what is said is merely asserted; it counts only where an article itself keeps its
    distance: « aurait », « il n'est pas confirmé ».
    """
    by_id = {article.id: article for article in articles}
    return sum(_is_unconfirmed(claim, by_id) for claim in story.claims)


def _is_unconfirmed(claim: Claim, articles: dict[str, Article]) -> bool:
    if not claim.status:
        return False
    last = claim.status[-1]
    if last.status is not Status.ALLEGED:
        return last.status is Status.NOT_CONFIRMED
    evidence = claim.evidence[last.evidence]
    statement = articles[evidence.article].find_statement(evidence.statement or "")
    return statement is not None and (statement.reserved or statement.stance is Stance.ALLEGES)


def _write_claims(connection: Connection, story: Story) -> None:
    connection.execute(delete(tables.claims).where(tables.claims.c.story_id == story.id))
    rows = [
        {
            "story_id": story.id,
            "position": n,
            "id": c.id,
            "text": clean_text(" ".join(c.text.split())),
            "article_count": c.article_count,
            "origin_count": c.origin_count,
            "status": c.status[-1].status if c.status else None,
        }
        for n, c in enumerate(story.claims)
    ]
    if rows:
        connection.execute(insert(tables.claims), rows)


def _write_differences(connection: Connection, story: Story) -> None:
    table = tables.differences
    connection.execute(delete(table).where(table.c.story_id == story.id))
    rows = [
        {
            "story_id": story.id,
            "position": n,
            "id": d.id,
            "kind": d.kind,
            "verdict": d.verdict,
            "is_conflict": int(d.is_conflict),
            "matter": clean_text(d.matter),
        }
        for n, d in enumerate(story.differences)
    ]
    if rows:
        connection.execute(insert(table), rows)


def _write_statements(connection: Connection, article: Article) -> set[str]:
    """Ids of all speakers whose statements changed by it."""
    table = tables.statements
    before = find_speakers(connection, article.id)
    connection.execute(delete(table).where(table.c.article_id == article.id))
    rows = [
        {
            "article_id": article.id,
            "position": n,
            "id": s.id,
            "start_char": s.whole.start,
            "end_char": s.whole.end,
            "form": s.form,
            "stance": s.stance,
            "speaker_id": s.speaker.id if s.speaker else None,
            "speaker_name": clean_text(s.speaker.name) if s.speaker else None,
            "text": cut_text(article, s.content),
        }
        for n, s in enumerate(article.statements)
    ]
    if rows:
        connection.execute(insert(table), rows)
    return before | {s.speaker.id for s in article.statements if s.speaker}


def _write_figures(connection: Connection, article: Article) -> None:
    table = tables.figures
    connection.execute(delete(table).where(table.c.article_id == article.id))
    rows = [
        {
            "article_id": article.id,
            "position": n,
            "id": f.id,
            "start_char": f.span.start,
            "end_char": f.span.end,
            "value": f.value,
            "low": f.low,
            "high": f.high,
            "modifier": f.modifier,
            "unit": f.unit,
            "counted": clean_text(f.counted),
            "stage": f.stage,
            "text": cut_text(article, [f.span]),
        }
        for n, f in enumerate(article.figures)
    ]
    if rows:
        connection.execute(insert(table), rows)


def cut_text(article: Article, spans: Sequence[Span]) -> str:
    """The words of spans as rows have them: on one line, with what stands between left out."""
    return " […] ".join(clean_text(" ".join(span.cut(article.text).split())) for span in spans)
