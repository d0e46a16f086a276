"""Feeds pulled again and again, and what that changed in the stories."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from recoupe.feeds.pull import Pulled, pull_all
from recoupe.records.reason import Reason, give_reason
from recoupe.store import Store
from recoupe.store.list_changes import NEWS, Change, list_changes
from recoupe.transport import Refused, Visitor
from recoupe.version import VERSION

# As many changes as one round of some hundred feeds makes; the stories themselves show all.
MOST_CHANGES = 5_000


@dataclass(frozen=True, slots=True)
class Round:
    """One round over all feeds.

    Attributes:
        at: When it began, ISO 8601.
        pulled: What each feed gave.
        changes: What changed in the stories since the round before, the oldest first; new
            articles are not among them.
    """

    at: str
    pulled: tuple[Pulled, ...]
    changes: tuple[Change, ...]


def watch(
    store: Store, visitor: Visitor, *, every_seconds: float, rounds: int | None = None
) -> Iterator[Round]:
    """One round after the other, with a pause between.

    Changes that somebody else makes to the store meanwhile are told too.

    Args:
        store: Where feeds and articles are kept.
        visitor: Asks for feeds and pages; its clock is waited on.
        every_seconds: Pause between the end of a round and the next.
        rounds: How many; without end where None.
    """
    last = _find_last(store)
    for number in itertools.count(1):
        at = visitor.clock.now().isoformat(timespec="seconds")
        pulled = tuple(pull_all(store, visitor))
        changes = _list_since(store, last)
        last = max([last, *(change.number for change in changes)])
        yield Round(at, pulled, tuple(c for c in changes if c.kind in NEWS))
        if number == rounds:
            return
        visitor.clock.sleep(every_seconds)


def send_changes(
    visitor: Visitor, address: str, at: str, changes: tuple[Change, ...]
) -> Reason | None:
    """Post changes to an address as JSON; why it was not taken, or None where it was.

    The body holds "format" ("recoupe-changes"), "version", "at" and "changes", each with
    "number", "at", "story", "title", "kind", "ref" and "text".
    """
    body = {
        "format": "recoupe-changes",
        "version": VERSION,
        "at": at,
        "changes": [asdict(change) for change in changes],
    }
    content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    answer = visitor.asker.send(address, content, "application/json")
    if isinstance(answer, Refused):
        return answer.reason
    if 200 <= answer.status < 300:
        return None
    return give_reason("answer_status", status=str(answer.status))


def _find_last(store: Store) -> int:
    with store.read() as connection:
        return max((change.number for change in list_changes(connection, limit=1)), default=0)


def _list_since(store: Store, last: int) -> list[Change]:
    with store.read() as connection:
        latest = list_changes(connection, limit=MOST_CHANGES)
    return [change for change in reversed(latest) if change.number > last]
