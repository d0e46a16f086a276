"""What people decide, with all that follows from it: the one door for the desk's decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection

from recoupe.decisions import make_decision, show_story, undo_decision
from recoupe.decisions.hold_stories import Groups, Measure, hold_stories
from recoupe.decisions.lay_speakers import map_aliases
from recoupe.growth import count, regroup
from recoupe.records import Decision, DecisionKind, Judgement, Ruling
from recoupe.store import Store
from recoupe.store.decisions import list_articles, load_decisions
from recoupe.store.load import find_articles_of, find_story_of, load_stories
from recoupe.store.show_rows import show_speakers as write_speakers
from recoupe.store.show_rows import show_story as write_story


def decide(
    store: Store,
    kind: DecisionKind,
    about: Sequence[str],
    ruling: Ruling,
    *,
    made_by: str = "",
    note: str = "",
    at: str | None = None,
) -> Decision:
    """What a person decided, kept; stories, lists and search show it from now on.

    Args:
        store: Where it is kept.
        kind: On what.
        about: Ids as they are shown; see `make_decision`.
        ruling: What was decided.
        made_by: Who decided.
        note: Why.
        at: When, ISO 8601; now where None.

    Raises:
        StoreError: An id leads nowhere, or the ruling does not fit the kind.
    """
    at = at or _now()
    with store.write() as connection:
        decision = make_decision(connection, kind, about, ruling, made_by=made_by, note=note, at=at)
        _follow(connection, decision, at)
    return decision


def undo(store: Store, decision_id: str, *, at: str | None = None) -> Decision:
    """The decision, taken back with all that followed from it; it stays in the history.

    Args:
        store: Where it is kept.
        decision_id: Its id.
        at: When, ISO 8601; now where None.

    Raises:
        StoreError: There is no such decision.
    """
    at = at or _now()
    with store.write() as connection:
        decision = undo_decision(connection, decision_id, at=at)
        _follow(connection, decision, at)
    return decision


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _follow(connection: Connection, decision: Decision, at: str) -> None:
    """Let stories, lists and search follow a decision that was made or undone."""
    if decision.kind in {DecisionKind.STORY, DecisionKind.SAME_STORY}:
        _regroup(connection, decision, at)
    elif decision.kind is DecisionKind.SAME_SPEAKER:
        _show_speakers(connection, _find_articles(connection, decision))
    elif decision.kind is DecisionKind.SPEAKER:
        _show_speakers(connection, list_articles(decision))
    else:
        for story_id in _find_stories(connection, list_articles(decision)):
            found = show_story(connection, story_id)
            if found is not None:
                story, articles = found.shown.story, found.shown.articles
                write_story(connection, story, articles, count(story, articles))


def _show_speakers(connection: Connection, article_ids: Iterable[str]) -> None:
    for story_id in _find_stories(connection, article_ids):
        found = show_story(connection, story_id)
        if found is not None:
            write_speakers(connection, found.shown.articles, story_id)


def _find_articles(connection: Connection, decision: Decision) -> list[str]:
    """Articles in which one of two speakers speaks, by whatever name they are joined under."""
    ids = {anchor.id for anchor in decision.about}
    joined = [
        d
        for d in [*load_decisions(connection, []), decision]
        if d.ruling.judgement is Judgement.CONFIRMED
    ]
    aliases = map_aliases(joined)
    return find_articles_of(connection, sorted(ids | {aliases.get(id_, id_) for id_ in ids}))


def _regroup(connection: Connection, decision: Decision, at: str) -> None:
    """Merge or split the stories concerned; after an undoing, group their articles anew."""
    stories = load_stories(connection, _find_stories(connection, list_articles(decision)))
    judge = None
    if decision.undone_at is None:
        groups = [story.articles for story in stories]

        def judge(_: Groups, measure: Measure) -> Groups:
            return hold_stories([decision], groups, measure)

    regroup(connection, [key for story in stories for key in story.articles], at, judge=judge)


def _find_stories(connection: Connection, article_ids: Iterable[str]) -> list[str]:
    """Ids of the stories that hold articles, sorted."""
    held = (find_story_of(connection, article) for article in article_ids)
    return sorted({story for story in held if story is not None})
