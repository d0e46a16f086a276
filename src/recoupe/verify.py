"""Whether what a store holds is still what was read: every text by its hash, every span by its text."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, select

from recoupe.errors import EvidenceError
from recoupe.records import Article, Dossier
from recoupe.rooms.report.verify_spans import verify_spans
from recoupe.store import tables
from recoupe.store.load import load_articles, load_light_articles, load_stories
from recoupe.store.show_rows import cut_text

UNREADABLE = (msgspec.DecodeError, ValueError)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something that is not as it was read.

    Attributes:
        kind: "article", "statement", "figure", "story" or "claim".
        id: Its id.
        why: What is wrong, as a key for a catalogue.
        detail: Which other thing is concerned, or what the check itself says; may be empty.
    """

    kind: str
    id: str
    why: str
    detail: str = ""


def verify(connection: Connection) -> tuple[int, tuple[Fault, ...]]:
    """How many articles and stories were looked at, and what is wrong with them, sorted."""
    hashes = connection.execute(select(tables.articles.c.id, tables.articles.c.text_sha256)).all()
    faults = [fault for row in hashes for fault in _verify_article(connection, *row)]
    stories = connection.execute(select(tables.stories.c.id)).scalars().all()
    for story_id in stories:
        faults.extend(_verify_story(connection, story_id))
    return len(hashes) + len(stories), tuple(sorted(faults))


def _verify_article(connection: Connection, id_: str, text_sha256: str) -> Iterator[Fault]:
    try:
        articles = load_light_articles(connection, [id_])
        parses = load_articles(connection, [id_])
    except (*UNREADABLE, zlib.error) as error:
        yield Fault("article", id_, "unreadable", str(error))
        return
    if not articles or articles[0].text_sha256 != text_sha256 or articles[0].id != id_:
        yield Fault("article", id_, "other_text")
        return
    if not parses or parses[0].text != articles[0].text:
        yield Fault("article", id_, "other_parse")
    for article in (*articles, *parses):
        try:
            verify_spans(Dossier((article,), ()))
        except EvidenceError as error:
            yield Fault("article", id_, "other_span", str(error))
            return
    yield from _verify_rows(connection, articles[0])


def _verify_rows(connection: Connection, article: Article) -> Iterator[Fault]:
    """What lists and search say of an article against its text."""
    wanted: dict[str, dict[str, str]] = {
        "statement": {s.id: cut_text(article, s.content) for s in article.statements},
        "figure": {f.id: cut_text(article, [f.span]) for f in article.figures},
    }
    for kind, table in (("statement", tables.statements), ("figure", tables.figures)):
        query = select(table.c.id, table.c.text).where(table.c.article_id == article.id)
        rows = {row.id: row.text for row in connection.execute(query)}
        for id_ in sorted(rows.keys() | wanted[kind].keys()):
            if rows.get(id_) != wanted[kind].get(id_):
                yield Fault(kind, id_, "other_row", article.id)


def _verify_story(connection: Connection, story_id: str) -> Iterator[Fault]:
    try:
        (story,) = load_stories(connection, [story_id])
        articles = load_light_articles(connection, story.articles)
    except UNREADABLE as error:
        yield Fault("story", story_id, "unreadable", str(error))
        return
    texts = {article.id: article.text for article in articles}
    if missing := sorted(set(story.articles) - texts.keys()):
        yield Fault("story", story_id, "no_articles", ", ".join(missing))
        return
    try:
        verify_spans(Dossier(tuple(articles), (story,)))
    except EvidenceError as error:
        yield Fault("story", story_id, "other_span", str(error))
        return
    for claim in story.claims:
        if claim.text not in {e.span.cut(texts[e.article]) for e in claim.evidence}:
            yield Fault("claim", claim.id, "other_wording")
