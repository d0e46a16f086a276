"""Who had it from whom: the trace room."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.records import Article, Origin
from recoupe.rooms.trace.candidates import find_near_pairs
from recoupe.rooms.trace.copies import find_copies
from recoupe.rooms.trace.credits import find_same_credits
from recoupe.rooms.trace.events import find_same_events
from recoupe.rooms.trace.join_links import join_links
from recoupe.rooms.trace.resemblance import weigh_lemmas
from recoupe.rooms.trace.rewrites import find_rewrites


def trace(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """The origins of a set of annotated articles; every article is in exactly one.

    Four ties are looked for, the strongest first: shared passages, the same sentences in other
    words, the same credited agency, the same reported speech. Each link keeps its passages.
    """
    weights = weigh_lemmas(articles)
    near = find_near_pairs(articles, weights)
    links = [
        *find_copies(articles),
        *find_rewrites(near, weights),
        *find_same_credits(articles, weights),
        *find_same_events(near, weights),
    ]
    return join_links(articles, links)
