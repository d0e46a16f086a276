"""A story with all its views, ready for a template."""

from __future__ import annotations

from functools import cached_property

from recoupe.records import Span, Story
from recoupe.rooms.report.draw_figures import Plot, draw_measure
from recoupe.rooms.report.draw_lineage import Lineage, draw_lineage
from recoupe.rooms.report.draw_timeline import Timeline, draw_timeline
from recoupe.rooms.report.follow_status import follow_status
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.list_ties import list_links
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
from recoupe.rooms.report.view_figures import Measure, count_measures, view_measures
from recoupe.rooms.report.view_speakers import (
    Voice,
    count_loose_statements,
    count_speakers,
    view_speakers,
)
from recoupe.rooms.report.view_summary import Summary, view_summary
from recoupe.rooms.report.write_dates import write_period

# A brief page draws so many figures and gives the others as tables.
PLOTS_WHEN_BRIEF = 12


class StoryView:
    """Everything a page says of a story; each part is made when it is first asked for.

    Attributes:
        story: The story.
        index: The dossier it stands in.
    """

    def __init__(
        self, story: Story, anchors: dict[str, tuple[int, ...]], index: DossierIndex
    ) -> None:
        """Nothing is made yet.

        Args:
            story: The story.
            anchors: For each article the offsets that something links to.
            index: The dossier.
        """
        self.story = story
        self.index = index
        self._anchors = anchors
        self._articles = [index.article(article_id) for article_id in story.articles]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many things each of its parts lists, by the name of the part; nothing is drawn."""
        claims, index = self.story.claims, self.index
        return {
            "grid": len(claims),
            "differences": len(self.story.differences),
            "timeline": sum(follow_status(claim, index).has_contrast for claim in claims),
            "figures": count_measures(self.story, index),
            "speakers": count_speakers(self.story, index),
            "lineage": len(self.origins),
            "articles": len(self.story.articles),
        }

    @property
    def is_alone(self) -> bool:
        """Whether the story has one article only."""
        return len(self.story.articles) == 1

    @property
    def title(self) -> str:
        """Its title on one line."""
        return flatten(self.story.title) or self.index.labels.say("articles.untitled")

    @property
    def title_from(self) -> str:
        """Name of the article whose title it has; empty where none has it any more."""
        named = next((a for a in self._articles if a.title == self.story.title), None)
        return self.index.name_article(named.id) if named else ""

    @property
    def period(self) -> str | None:
        """First and last day of publication, or None where none is known."""
        days = [a.published for a in self._articles if a.published]
        return write_period(days, self.index.labels)

    @cached_property
    def origins(self) -> tuple[Column, ...]:
        """Its origins."""
        return view_origins(self.story, self.index)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the grid: origins, or articles where there is one origin only."""
        if len(self.origins) == 1 and not self.is_alone:
            return view_articles_as_columns(self.story, self.index)
        return self.origins

    @cached_property
    def rows(self) -> tuple[ClaimRow, ...]:
        """The rows of the grid."""
        return view_claims(self.story, self.columns, self.index)

    @cached_property
    def summary(self) -> Summary:
        """The first thirty seconds."""
        return view_summary(self.story, self.rows, self.origins, self.differences, self.index)

    @cached_property
    def differences(self) -> dict[str, tuple[DifferenceView, ...]]:
        """Conflicts, updates and the others."""
        return view_differences(self.story, self.index)

    @cached_property
    def timeline(self) -> Timeline:
        """The claims whose reported status is told over time."""
        return draw_timeline(self.rows, self.index)

    @cached_property
    def measures(self) -> tuple[tuple[Measure, Plot | None], ...]:
        """What is counted, those that vary first; a brief page draws only some."""
        found = sorted(view_measures(self.story, self.index), key=lambda m: not m.varies)
        plots = PLOTS_WHEN_BRIEF if self.index.is_brief else len(found)
        labels = self.index.labels
        return tuple(
            (m, draw_measure(m, labels) if n < plots else None) for n, m in enumerate(found)
        )

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """Who says what."""
        return view_speakers(self.story, self.index)

    @cached_property
    def loose_statements(self) -> int:
        """How many statements stand in no claim."""
        return count_loose_statements(self.story, self.index)

    @cached_property
    def lineage(self) -> Lineage:
        """Who had it from whom."""
        return draw_lineage(self.story, self.origins, self.index)

    @cached_property
    def articles(self) -> tuple[ArticleView, ...]:
        """The texts with their highlights; none where articles have pages of their own."""
        if self.index.has_article_pages:
            return ()
        shared = find_shared_passages(self.story, self.index)
        return tuple(
            view_article(a, self._anchors[a.id], shared.get(a.id, {}), self.index)
            for a in self._articles
        )


def view_story(story: Story, anchors: dict[str, tuple[int, ...]], index: DossierIndex) -> StoryView:
    """The story with all its views.

    Raises:
        EvidenceError: A span does not lie in its text, once the part that shows it is asked for.
    """
    return StoryView(story, anchors, index)


def find_shared_passages(
    story: Story, index: DossierIndex
) -> dict[str, dict[Span, tuple[str, str]]]:
    """For each article its passages that others share: name of the other and a link to it.

    A passage inside one that is already there is left out, so that twelve copies of one text
    make one note each rather than eleven.
    """
    found: dict[str, dict[Span, tuple[str, str]]] = {}
    for link in list_links(story):
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
