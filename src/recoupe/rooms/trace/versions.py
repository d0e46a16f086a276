"""Links between versions of one article: one address, two texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from urllib.parse import parse_qsl, urlencode, urlsplit

from recoupe.records import Article, Link, OriginKind
from recoupe.rooms.trace.passages import find_passages
from recoupe.rooms.trace.word_stream import fold_word, list_words, span_of

# Two texts of one address are versions of one article when they bear one title or share this much
# of the shorter one: the start page of an outlet has another text each day, and no article's.
SHARED_RATIO = 0.3
# Parameters that say where the reader came from, not what the page is.
_TRACKERS = ("utm_", "xtor", "at_", "fbclid", "gclid", "mc_")


def find_versions(articles: Sequence[Article]) -> tuple[Link, ...]:
    """Links from each version of an article to the next, by date of publication.

    Versions are texts of one address. Where both bear one date the longer is held for the later:
    articles grow more often than they shrink. An outlet that changes the address with the text is
    not found here; such versions are copies of each other.
    """
    by_address: dict[str, dict[str, Article]] = defaultdict(dict)
    for article in articles:
        for address in _list_addresses(article):
            by_address[address][article.id] = article
    links: dict[tuple[str, str], Link] = {}
    for _, same in sorted(by_address.items()):
        ordered = sorted(same.values(), key=lambda a: (a.published or "9", len(a.text), a.id))
        for first, second in pairwise(ordered):
            link = _link(first, second)
            if link is not None:
                links[link.source, link.target] = link
    return tuple(links.values())


def _list_addresses(article: Article) -> Iterator[str]:
    """The addresses of a page, made comparable; start pages left out.

    Example:
        "https://www.le-courant.example/crue/?utm_source=x#top" gives "le-courant.example/crue"
    """
    for source in sorted({article.source, *article.also_at}):
        if not source.startswith(("http://", "https://")):
            continue
        try:
            parts = urlsplit(source)
            host = parts.hostname or ""
        except ValueError:
            continue
        kept = [pair for pair in parse_qsl(parts.query) if not pair[0].startswith(_TRACKERS)]
        page = parts.path.rstrip("/") + (f"?{urlencode(kept)}" if kept else "")
        if host and page:
            yield host.removeprefix("www.") + page


def _link(first: Article, second: Article) -> Link | None:
    one, other = list_words(first), list_words(second)
    passages = find_passages(one, other)
    shorter = max(1, min(len(one), len(other)))
    ratio = min(1.0, round(sum(p.shared_words for p in passages) / shorter, 3))
    if ratio < SHARED_RATIO and not _have_one_title(first, second):
        return None
    share = f"{ratio:.0%}".replace("%", "\u202f%")
    return Link(
        source=first.id,
        target=second.id,
        kind=OriginKind.VERSION,
        ratio=ratio,
        why=f"deux versions d’un article à la même adresse, {share} du texte le plus court en commun",
        why_en=f"two versions of an article at one address, {ratio:.0%} of the shorter text in common",
        source_spans=tuple(span_of(one, p.one_start, p.one_end) for p in passages),
        target_spans=tuple(span_of(other, p.other_start, p.other_end) for p in passages),
    )


def _have_one_title(first: Article, second: Article) -> bool:
    titles = [fold_word(article.title or "") for article in (first, second)]
    return titles[0] != "" and titles[0] == titles[1]
