"""Two articles of one story side by side: what both say, and what one says alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request, Response

from recoupe.language.close_marks import close_marks
from recoupe.records import Span, Story, merge_spans
from recoupe.rooms.report.view_article import ArticleView, view_article
from recoupe.rooms.report.view_claims import ClaimRow
from recoupe.rooms.report.view_passages import Passage
from recoupe.store.fold_words import fold_words
from recoupe.store.load import find_story_of
from recoupe.web.find_store import OpenStore
from recoupe.web.pages.not_found import answer_not_found
from recoupe.web.pages.pair_lines import pair_lines
from recoupe.web.render import choose_language, render_page
from recoupe.web.story_views import ShownView, find_shown_story

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A claim as each of two articles words it.

    Attributes:
        passages: The first passage of each that says it; None for one that does not.
    """

    passages: tuple[Passage | None, Passage | None]

    @property
    def is_worded_alike(self) -> bool:
        """Whether both say it in the same words, marks and capitals apart."""
        one, other = self.passages
        return bool(one and other and fold_words(one.quote) == fold_words(other.quote))


@router.get("/comparer")
def show_two(request: Request, store: OpenStore, a: str = "", b: str = "") -> Response:
    """Two articles side by side; of different stories, only their texts."""
    language = choose_language(request)
    with store.read() as connection:
        stories = [find_story_of(connection, key) for key in (a, b)]
        found = {key: find_shown_story(connection, key, language) for key in set(stories) if key}
    one, other = (found.get(key) if key else None for key in stories)
    if one is None or other is None or a == b:
        return answer_not_found(request)
    same = one is other
    lines = list_claims(one.view.rows, a, b) if same else []
    views = [_view(one, a, b), _view(other, b, a)]
    return render_page(
        request,
        "two_articles.html.j2",
        views=views,
        text_rows=pair_lines(*([line for line in v.lines if not line.furniture] for v in views)),
        story=one.view.story if same else None,
        both=[line for line in lines if all(line.passages)],
        alone=[[line for line in lines if not line.passages[1 - n]] for n in (0, 1)],
        index=one.index,
    )


def list_claims(rows: Iterable[ClaimRow], a: str, b: str) -> list[SaidLine]:
    """The claims that either of two articles makes, in the order of the grid."""
    lines: list[SaidLine] = []
    for row in rows:
        at_a, at_b = (_find_passage(row, key) for key in (a, b))
        if at_a or at_b:
            lines.append(SaidLine((at_a, at_b)))
    return lines


def _find_passage(row: ClaimRow, article: str) -> Passage | None:
    """The first passage in which an article makes a claim, its quotation marks in pairs."""
    passages = (p for cell in row.cells for p in cell.passages if p.article == article)
    return next((replace(p, quote=close_marks(p.quote)) for p in passages), None)


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
