"""What each tool gives: ids, words letter for letter, and where they stand."""

from __future__ import annotations

from sqlalchemy import Connection

from recoupe.mcp.answer import QUOTE_CHARS, Json, quote, take_page
from recoupe.mcp.find import FoundStory, find_story, refuse, widen
from recoupe.records import Article, Claim, Difference, Evidence, Origin, Side, Span, Verdict
from recoupe.store.list_stories import StoryRow, list_stories
from recoupe.store.search import Hit, SearchQuery, search


def give_hits(connection: Connection, query: SearchQuery) -> Json:
    """What a search finds, best first."""
    page = search(connection, query)
    return {
        "total": page.total,
        "total_is_least": page.is_cut,
        "hits": [_show_hit(hit) for hit in page.hits],
        "next": page.after,
    }


def _show_hit(hit: Hit) -> Json:
    span = hit.snippet.span
    return {
        "kind": hit.kind,
        "id": hit.id,
        "story": hit.story,
        "title": hit.title,
        "outlet": hit.outlet,
        "published": hit.published,
        "speaker": hit.speaker,
        "speaker_id": hit.speaker_id,
        "article": hit.article,
        "start": span.start,
        "end": span.end,
        "quote": hit.snippet.text,
    }


def give_stories(connection: Connection, limit: int) -> Json:
    """The stories that changed last."""
    return {"stories": [_show_row(row) for row in list_stories(connection, limit=limit)]}


def _show_row(row: StoryRow) -> Json:
    return {
        "id": row.id,
        "title": row.title,
        "first_day": row.first_day,
        "last_day": row.last_day,
        "articles": row.article_count,
        "origins": row.origin_count,
        "claims": row.claim_count,
        "conflicts": row.conflict_count,
        "changed_at": row.changed_at,
    }


def give_story(connection: Connection, id_: str, offset: int, limit: int) -> Json:
    """A story: its articles and origins, and a page of its claims."""
    found = find_story(connection, id_)
    story = found.story
    claims, further = take_page(
        story.claims, lambda claim: _show_claim(claim, found), offset=offset, limit=limit
    )
    first: Json = {}
    if offset == 0:
        articles, more = take_page(
            (found.articles[key] for key in story.articles), _show_article, offset=0, limit=100
        )
        origins = [_show_origin(origin) for origin in story.counted_origins[:100]]
        first = {"articles": articles, "more_articles": more is not None, "origins": origins}
    return {
        "id": story.id,
        "title": story.title,
        "article_count": len(story.articles),
        "origin_count": len(story.counted_origins),
        "claim_count": len(story.claims),
        "difference_count": len(story.differences),
        "conflict_count": sum(each.is_conflict for each in story.differences),
        **first,
        "claims": claims,
        "next_offset": further,
    }


def _show_article(article: Article) -> Json:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "source": article.source,
        "chars": len(article.text),
    }


def _show_origin(origin: Origin) -> Json:
    return {"id": origin.id, "kind": origin.kind, "articles": list(origin.articles)}


def _show_claim(claim: Claim, found: FoundStory) -> Json:
    matching = (
        e for e in claim.evidence if e.span.cut(found.articles[e.article].text) == claim.text
    )
    best = next(matching, claim.evidence[0])
    return {
        "id": claim.id,
        **quote(found.articles[best.article], best.span),
        "speakers": [{"id": key, "name": found.name(key)} for key in claim.speakers],
        "article_count": claim.article_count,
        "outlet_count": claim.outlet_count,
        "origin_count": claim.origin_count,
        "passage_count": len(claim.evidence),
        "last_status": claim.status[-1].status if claim.status else None,
        "last_status_on": claim.status[-1].on if claim.status else None,
        "decided_by_people": claim.id in found.marks,
    }


def give_claim(connection: Connection, id_: str, offset: int, limit: int) -> Json:
    """A claim: how its reported status moved, and a page of its passages."""
    found = find_story(connection, id_)
    claim = found.find_claim(id_)
    if claim is None:
        raise refuse(id_)
    passages, further = take_page(
        claim.evidence, lambda each: _show_evidence(each, found), offset=offset, limit=limit
    )
    return {
        "story": found.story.id,
        **_show_claim(claim, found),
        "status": [
            {
                "on": change.on,
                "status": change.status,
                "by": found.name(change.by),
                "by_id": change.by,
                **quote(
                    found.articles[claim.evidence[change.evidence].article],
                    claim.evidence[change.evidence].span,
                ),
            }
            for change in claim.status[-limit:]
        ],
        "evidence": passages,
        "next_offset": further,
    }


def _show_evidence(evidence: Evidence, found: FoundStory) -> Json:
    article = found.articles[evidence.article]
    statement = article.find_statement(evidence.statement) if evidence.statement else None
    speaker = statement.speaker if statement else None
    return {
        **quote(article, evidence.span),
        "statement": evidence.statement,
        "speaker": speaker.name if speaker else None,
        "speaker_id": speaker.id if speaker else None,
        "stance": statement.stance if statement else None,
        "outlet": article.outlet,
        "published": article.published,
    }


def give_evidence(
    connection: Connection, id_: str, context_chars: int, offset: int, limit: int
) -> Json:
    """The passages behind an id with the words around them."""
    found = find_story(connection, id_)
    passages, further = take_page(
        found.walk_passages(id_),
        lambda each: _show_in_context(each, found, context_chars),
        offset=offset,
        limit=limit,
    )
    if not passages and offset == 0:
        raise refuse(id_)
    return {"of": id_, "story": found.story.id, "evidence": passages, "next_offset": further}


def _show_in_context(evidence: Evidence, found: FoundStory, context_chars: int) -> Json:
    article = found.articles[evidence.article]
    before, after = widen(article, evidence.span, context_chars)
    return {**_show_evidence(evidence, found), "before": before, "after": after}


def give_text(connection: Connection, article_id: str, start: int, end: int | None) -> Json:
    """A stretch of an article's text."""
    article = find_story(connection, article_id).articles.get(article_id)
    if article is None or start >= len(article.text):
        raise refuse(article_id)
    last = len(article.text) if end is None else min(end, len(article.text))
    span = Span(start, max(start + 1, min(last, start + QUOTE_CHARS)))
    return {"article": _show_article(article), "evidence": [quote(article, span)]}


def give_differences(
    connection: Connection, id_: str, verdict: Verdict | None, offset: int, limit: int
) -> Json:
    """Where the articles of a story part, conflicts first, with the words of each side."""
    found = find_story(connection, id_)
    wanted = [each for each in found.story.differences if verdict in {None, each.verdict}]
    page, further = take_page(
        wanted, lambda each: _show_difference(each, found), offset=offset, limit=limit
    )
    return {
        "story": found.story.id,
        "total": len(wanted),
        "differences": page,
        "next_offset": further,
    }


def _show_difference(difference: Difference, found: FoundStory) -> Json:
    return {
        "id": difference.id,
        "kind": difference.kind,
        "verdict": difference.verdict,
        "is_conflict": difference.is_conflict,
        "matter": difference.matter,
        "why": difference.why,
        "why_en": difference.why_en,
        "sides": [_show_side(side, found) for side in difference.sides],
        "decided_by_people": difference.id in found.marks,
    }


def _show_side(side: Side, found: FoundStory) -> Json:
    evidence, more = take_page(
        side.evidence, lambda each: _show_evidence(each, found), offset=0, limit=5
    )
    return {
        "value": side.value,
        "said_by": found.name(side.said_by),
        "said_by_id": side.said_by,
        "on": side.on,
        "evidence": evidence,
        "more_evidence": more is not None,
    }
