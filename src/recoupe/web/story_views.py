"""Stories made ready for pages, kept for as long as nothing about them changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from sqlalchemy import Connection

from recoupe.decisions import Mark, show_story
from recoupe.records import Dossier
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.view_article import list_anchors
from recoupe.rooms.report.view_story import StoryView, view_story
from recoupe.store.decisions import stamp_decisions
from recoupe.store.load import find_current_story
from recoupe.web.addresses import ARTICLE_PAGE, PART_PAGES, SPEAKER_PAGE
from recoupe.web.render import load_desk_labels

# A desk has a handful of stories open at a time; a view of twelve articles takes about 1 MB.
VIEWS_KEPT = 32

Key = tuple[str, str, str, str]


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


_kept: OrderedDict[Key, ShownView] = OrderedDict()
_lock = Lock()


def find_shown_story(
    connection: Connection, story_id: str, language: str, *, with_words: bool = True
) -> ShownView | None:
    """The story as a page shows it in a language, decisions laid over it; or None.

    Args:
        connection: A connection of the store.
        story_id: Its id, or one it had before it grew.
        language: "fr" or "en".
        with_words: Whether its articles come with the words of their parse, which the claims need
            and the texts do not.
    """
    current = find_current_story(connection, story_id)
    if current is None:
        return None
    stamp = stamp_decisions(connection)
    key = (str(connection.engine.url), *current, f"{language} {with_words} {stamp}")
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = _make(connection, current[0], language, with_words)
    with _lock:
        if made is not None:
            _kept[key] = made
        while len(_kept) > VIEWS_KEPT:
            _kept.popitem(last=False)
    return made


def _make(
    connection: Connection, story_id: str, language: str, with_words: bool
) -> ShownView | None:
    found = show_story(connection, story_id, with_words=with_words)
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
    )
    return ShownView(view_story(applied.story, list_anchors(dossier), index), index, applied.marks)
