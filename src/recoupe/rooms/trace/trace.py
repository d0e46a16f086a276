"""Who had it from whom: the trace room."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.records import Article, Origin
from recoupe.rooms.trace.candidates import find_near_pairs
from recoupe.rooms.trace.citing_links import find_all_citations, find_citing_links
from recoupe.rooms.trace.connect import connect
from recoupe.rooms.trace.copies import find_copies
from recoupe.rooms.trace.credits import find_same_credits, find_signed
from recoupe.rooms.trace.events import find_same_events
from recoupe.rooms.trace.heard import find_heard
from recoupe.rooms.trace.join_links import join_links
from recoupe.rooms.trace.resemblance import weigh_lemmas
from recoupe.rooms.trace.rewrites import find_rewrites
from recoupe.rooms.trace.versions import find_versions
from recoupe.rooms.trace.words_said import list_all_said


def trace(articles: Sequence[Article]) -> tuple[Origin, ...]:
    """The origins of a set of annotated articles; every article is in one that is counted.

    Ties are looked for, the strongest first: one address, shared passages, the same sentences in other words,
    the same credited agency or cited medium, the same reported speech. Each link keeps its
    passages.

    Args:
        articles: As `annotate` gives them.

    Returns:
        By their first article in time; an origin `within` another is shown and not counted.

    Cost:
        Linear in the articles, each being compared with a bounded number of others.
    """
    weights = weigh_lemmas(articles)
    copies = find_copies(articles)
    order = {article.id: n for n, article in enumerate(articles)}
    copied = {key: group[0] for group in connect(order, copies) for key in group}
    near = find_near_pairs(articles, weights, copied)
    said = list_all_said(near, weights)
    signed, cited = find_signed(articles), find_all_citations(articles)
    links = [
        *find_versions(articles),
        *copies,
        *find_rewrites(near, weights),
        *find_same_credits(near, signed, weights),
        *find_citing_links(near, cited, weights),
        *find_same_events(near, said),
    ]
    with_source = {
        article.id
        for article in articles
        if signed[article.id] or any(citation.in_lead for citation in cited[article.id])
    }
    return join_links(articles, links, find_heard(near, said), with_source)
