"""Two articles of one story side by side: what both say, and what one says alone."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from recoupe.records import Span, Story, merge_spans
from recoupe.rooms.report.view_article import ArticleView, view_article
from recoupe.store.load import find_story_of
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.render import choose_language, render_page
from recoupe.web.story_views import ShownView, find_shown_story

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A claim in one line.

    Attributes:
        text: Its wording.
        links: Where each of the two articles says it; None for one that does not.
    """

    text: str
    links: tuple[str | None, str | None]


@router.get("/comparer")
def show_two(request: Request, store: OpenStore, a: str = "", b: str = "") -> Response:
    """Two articles side by side; of different stories, only their texts."""
    language = choose_language(request)
    with store.read() as connection:
        stories = [find_story_of(connection, key) for key in (a, b)]
        found = [find_shown_story(connection, key, language) if key else None for key in stories]
    one, other = found
    if one is None or other is None or a == b:
        return answer_not_found(request)
    same = one.view.story.id == other.view.story.id
    lines = list_claims(one, a, b) if same else []
    return render_page(
        request,
        "two_articles.html.j2",
        views=[_view(one, a, b), _view(other, b, a)],
        story=one.view.story if same else None,
        both=[line for line in lines if all(line.links)],
        alone=[[line for line in lines if line.links[n] and not line.links[1 - n]] for n in (0, 1)],
        index=one.index,
    )


def list_claims(found: ShownView, a: str, b: str) -> list[SaidLine]:
    """The claims that either of two articles makes, in the order of the grid."""
    lines: list[SaidLine] = []
    for row in found.view.rows:
        first = {
            key: next(
                (e.span.start for e in row.claim.evidence if e.article == key),
                None,
            )
            for key in (a, b)
        }
        if first[a] is None and first[b] is None:
            continue
        at_a, at_b = (
            None if first[key] is None else found.index.link(key, first[key]) for key in (a, b)
        )
        lines.append(SaidLine(row.text, (at_a, at_b)))
    return lines


def find_shared(story: Story, article: str, other: str) -> tuple[Span, ...]:
    """The passages of an article that the other has too, disjoint and in text order."""
    spans: list[Span] = []
    for origin in story.counted_origins:
        for link in origin.links:
            if (link.source, link.target) == (article, other):
                spans += link.source_spans
            elif (link.source, link.target) == (other, article):
                spans += link.target_spans
    return merge_spans(spans)


def _view(found: ShownView, article: str, other: str) -> ArticleView:
    index = found.index
    name = index.name_article(other) if found.view.story.articles.count(other) else ""
    shared = {
        span: (name, index.link(other)) for span in find_shared(found.view.story, article, other)
    }
    return view_article(index.article(article), (), shared, index)
