"""A story with all its views, ready for a template."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records import Span, Story
from recoupe.rooms.report.draw_figures import Plot, draw_measure
from recoupe.rooms.report.draw_lineage import Lineage, draw_lineage
from recoupe.rooms.report.draw_timeline import Timeline, draw_timeline
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.show_controls import flatten
from recoupe.rooms.report.view_article import ArticleView, view_article
from recoupe.rooms.report.view_claims import (
    ClaimRow,
    Column,
    view_articles_as_columns,
    view_claims,
    view_origins,
)
from recoupe.rooms.report.view_differences import DifferenceView, view_differences
from recoupe.rooms.report.view_figures import Measure, view_measures
from recoupe.rooms.report.view_speakers import Voice, count_loose_statements, view_speakers
from recoupe.rooms.report.view_summary import Summary, view_summary
from recoupe.rooms.report.write_dates import write_period

# A brief page draws so many figures and gives the others as tables.
PLOTS_WHEN_BRIEF = 12


@dataclass(frozen=True, slots=True)
class StoryView:
    """Everything a page says of a story."""

    story: Story
    title: str
    title_from: str
    period: str | None
    origins: tuple[Column, ...]
    columns: tuple[Column, ...]
    rows: tuple[ClaimRow, ...]
    summary: Summary
    differences: dict[str, tuple[DifferenceView, ...]]
    timeline: Timeline
    measures: tuple[tuple[Measure, Plot | None], ...]
    voices: tuple[Voice, ...]
    loose_statements: int
    lineage: Lineage
    articles: tuple[ArticleView, ...]

    @property
    def is_alone(self) -> bool:
        """Whether the story has one article only."""
        return len(self.story.articles) == 1


def view_story(story: Story, anchors: dict[str, tuple[int, ...]], index: DossierIndex) -> StoryView:
    """The story with all its views.

    Raises:
        EvidenceError: A span does not lie in its text.
    """
    articles = [index.article(article_id) for article_id in story.articles]
    origins = view_origins(story, index)
    single = len(origins) == 1 and len(articles) > 1
    columns = view_articles_as_columns(story, index) if single else origins
    rows = view_claims(story, columns, index)
    differences = view_differences(story, index)
    named = next((a for a in articles if a.title == story.title), None)
    shared = find_shared_passages(story, index)
    measures = sorted(view_measures(story, index), key=lambda measure: not measure.varies)
    plots = PLOTS_WHEN_BRIEF if index.is_brief else len(measures)
    return StoryView(
        story=story,
        title=flatten(story.title) or index.labels.say("articles.untitled"),
        title_from=index.name_article(named.id) if named else "",
        period=write_period([a.published for a in articles if a.published], index.labels),
        origins=origins,
        columns=columns,
        rows=rows,
        summary=view_summary(story, rows, origins, differences, index),
        differences=differences,
        timeline=draw_timeline(rows, index),
        measures=tuple(
            (m, draw_measure(m, index.labels) if n < plots else None)
            for n, m in enumerate(measures)
        ),
        voices=view_speakers(story, index),
        loose_statements=count_loose_statements(story, index),
        lineage=draw_lineage(story, origins, index),
        articles=()
        if index.has_article_pages
        else tuple(
            view_article(article, anchors[article.id], shared.get(article.id, {}), index)
            for article in articles
        ),
    )


def find_shared_passages(
    story: Story, index: DossierIndex
) -> dict[str, dict[Span, tuple[str, str]]]:
    """For each article its passages that others share: name of the other and a link to it.

    A passage inside one that is already there is left out, so that twelve copies of one text
    make one note each rather than eleven.
    """
    found: dict[str, dict[Span, tuple[str, str]]] = {}
    for origin in story.counted_origins:
        for link in origin.links:
            name_source, name_target = (index.name_article(a) for a in (link.source, link.target))
            for one, other in zip(link.source_spans, link.target_spans, strict=True):
                _add(found, link.source, one, name_target, index.link(link.target, other.start))
                _add(found, link.target, other, name_source, index.link(link.source, one.start))
    return found


def _add(
    found: dict[str, dict[Span, tuple[str, str]]], article: str, span: Span, name: str, href: str
) -> None:
    known = found.setdefault(article, {})
    if not any(held.contains(span) for held in known):
        known[span] = (name, href)
