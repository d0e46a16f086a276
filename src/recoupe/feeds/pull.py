"""Feeds asked for what is new, and its articles added to the store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from recoupe.feeds.entries import FeedEntry, NoFeed
from recoupe.feeds.fetch_articles import fetch_articles
from recoupe.feeds.read_feed import read_feed
from recoupe.feeds.tell_versions import print_prose, tell_versions
from recoupe.growth import add
from recoupe.language.reasons import word_reason
from recoupe.records import Article, Dropped
from recoupe.records.reason import Reason, give_reason
from recoupe.store import Store
from recoupe.store.feeds import FeedState, KeptFeed, SeenEntry, keep_feed, list_feeds
from recoupe.transport import Refused, RefusedCode, Visitor

# More than any feed of a newspaper gives at once; the rest waits for the next pull.
MOST_ARTICLES = 50
# A page that could not be had so often is given up until the feed says something else of it.
MOST_TRIES = 5
# Entries that have left a feed are remembered, for some feeds bring them back.
KEPT_ENTRIES = 3_000
_TRY_LATER = frozenset(
    {RefusedCode.BROKEN, RefusedCode.TOO_SLOW, RefusedCode.LATER, RefusedCode.NO_HOST}
)


@dataclass(frozen=True, slots=True)
class Pulled:
    """What one feed gave.

    Attributes:
        address: The feed's.
        title: Its title, or None.
        entries: How many entries it holds.
        added: Ids of new articles.
        known: How many articles said what they said before.
        stories: Ids of the stories that were told anew.
        dropped: What was left out.
        waiting: How many entries wait for the next pull.
        notes: What was noticed in the feed ("cut", "malformed", "capped").
        reason: Why the feed could not be read, or None.
    """

    address: str
    title: str | None
    entries: int = 0
    added: tuple[str, ...] = ()
    known: int = 0
    stories: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    waiting: int = 0
    notes: tuple[str, ...] = ()
    reason: Reason | None = None

    @property
    def error(self) -> str | None:
        """The reason as a French sentence, or None."""
        return word_reason(self.reason) if self.reason else None


def pull_all(
    store: Store, visitor: Visitor, addresses: frozenset[str] | None = None
) -> Iterator[Pulled]:
    """What each feed gave, one after the other, kept feed by feed.

    Args:
        store: Where feeds and articles are kept.
        visitor: Asks for feeds and pages.
        addresses: Only these feeds; all where None.
    """
    with store.read() as connection:
        feeds = list_feeds(connection)
    for feed in feeds:
        if addresses is None or feed.address in addresses:
            yield pull_feed(store, visitor, feed)


def pull_feed(store: Store, visitor: Visitor, feed: KeptFeed) -> Pulled:
    """What one feed gave; its state is kept with what was seen, an error leaves the rest as it was."""
    now = visitor.clock.now()
    at = now.isoformat(timespec="seconds")
    later = feed.state.not_before
    if later is not None and later > at:
        return Pulled(feed.address, feed.title, reason=give_reason("feed_later", until=later))
    page = visitor.visit(feed.address)
    if isinstance(page, Refused):
        return _keep_error(store, feed, at, page.reason, page.not_before)
    read = read_feed(page.body, page.final_address, now)
    if isinstance(read, NoFeed):
        return _keep_error(store, feed, at, read.reason, None)
    due = [entry for entry in read.entries if _is_due(entry, feed.state.seen)]
    gathering = _Gathering(visitor, feed.state.seen)
    for entry in due[:MOST_ARTICLES]:
        gathering.take(entry)
    fetched = tell_versions(store, gathering.items)
    grown = add(store, fetched.items, at=at)
    seen = _forget_old({**feed.state.seen, **gathering.seen}, {e.key for e in read.entries})
    state = FeedState(notes=read.notes, seen=seen)
    title = read.title or feed.title
    with store.write() as connection:
        keep_feed(connection, replace(feed, title=title, checked_at=at, state=state))
    return Pulled(
        feed.address,
        title,
        entries=len(read.entries),
        added=grown.added,
        known=grown.known + fetched.unchanged + gathering.unchanged,
        stories=grown.stories,
        dropped=grown.dropped,
        waiting=max(0, len(due) - MOST_ARTICLES),
        notes=read.notes,
    )


class _Gathering:
    """The articles of one feed, as they come."""

    def __init__(self, visitor: Visitor, known: Mapping[str, SeenEntry]) -> None:
        self._visitor = visitor
        self._known = known
        self._prints = {seen.text for seen in known.values() if seen.text}
        self.items: list[Article | Dropped] = []
        self.seen: dict[str, SeenEntry] = {}
        self.unchanged = 0

    def take(self, entry: FeedEntry) -> None:
        """Fetch the article of an entry, unless its words are known under whatever key."""
        former = self._known.get(entry.key)
        address = entry.address or ""
        source = former.address if former else address
        items, refused = fetch_articles(
            self._visitor, address, published=entry.published, source=source
        )
        tries = 0
        if refused is not None:
            tries = 1 + (former.tries if former else 0)
            tries = tries if _is_worth_another_try(refused) else MOST_TRIES
        text = former.text if former else ""
        for item in items:
            if isinstance(item, Article):
                text = print_prose(item)
                if text in self._prints:
                    self.unchanged += 1
                    continue
                self._prints.add(text)
                item = _note_date(item, entry)
            self.items.append(item)
        self.seen[entry.key] = SeenEntry(source, entry.print, tries, text)


def _note_date(article: Article, entry: FeedEntry) -> Article:
    """The article with what was wrong with its date in the feed, where no other date is known."""
    if article.published is not None or not entry.notes:
        return article
    return replace(article, notes=tuple(sorted({*article.notes, *entry.notes})))


def _is_due(entry: FeedEntry, seen: Mapping[str, SeenEntry]) -> bool:
    """Whether an entry is new, says something else, or could not be had and may be tried again."""
    if entry.address is None:
        return False
    former = seen.get(entry.key)
    return former is None or former.print != entry.print or 0 < former.tries < MOST_TRIES


def _is_worth_another_try(refused: Refused) -> bool:
    return refused.code in _TRY_LATER or (refused.status or 0) >= 500 or refused.status == 429


def _forget_old(seen: dict[str, SeenEntry], current: set[str]) -> dict[str, SeenEntry]:
    """What is in the feed now, and of the rest the last that were seen."""
    rest = [key for key in seen if key not in current]
    gone = set(rest[: max(0, len(rest) - KEPT_ENTRIES)])
    return {key: entry for key, entry in seen.items() if key not in gone}


def _keep_error(
    store: Store, feed: KeptFeed, at: str, reason: Reason, not_before: str | None
) -> Pulled:
    why = word_reason(reason)
    state = replace(feed.state, error=why, reason=reason, not_before=not_before)
    with store.write() as connection:
        keep_feed(connection, replace(feed, checked_at=at, state=state))
    return Pulled(feed.address, feed.title, reason=reason)
