"""Stories made ready for pages.

Nothing is kept between two requests: what one page of a story of sixty articles needs is read and
made in less time than Python takes to look through what some thirty such stories hold in memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from recoupe.decisions import Mark, show_story
from recoupe.records import Dossier
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.view_article import list_anchors
from recoupe.rooms.report.view_story import StoryView, view_story
from recoupe.web.addresses import ARTICLE_PAGE, COMPARE_PAGE, PART_PAGES, SPEAKER_PAGE
from recoupe.web.render import load_desk_labels


@dataclass(frozen=True, slots=True)
class ShownView:
    """A story as a page shows it.

    Attributes:
        view: The story with its views, each made when it is first asked for.
        index: What the views were made from.
        marks: What people decided, by the id of what it is about.
    """

    view: StoryView
    index: DossierIndex
    marks: Mapping[str, tuple[Mark, ...]]


def find_shown_story(connection: Connection, story_id: str, language: str) -> ShownView | None:
    """The story as a page shows it in a language, decisions laid over it; or None.

    Args:
        connection: A connection of the store.
        story_id: Its id, or one it had before it grew.
        language: "fr" or "en".
    """
    found = show_story(connection, story_id)
    if found is None:
        return None
    applied = found.shown
    dossier = Dossier(applied.articles, (applied.story,))
    index = DossierIndex(
        dossier,
        load_desk_labels(language),
        article_page=ARTICLE_PAGE,
        part_pages=PART_PAGES,
        speaker_page=SPEAKER_PAGE,
        compare_page=COMPARE_PAGE,
    )
    return ShownView(view_story(applied.story, list_anchors(dossier), index), index, applied.marks)
