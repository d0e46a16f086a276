"""Links between articles that share passages word for word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.records import Article, Link, OriginKind
from recoupe.rooms.trace.families import Families
from recoupe.rooms.trace.fingerprints import winnow
from recoupe.rooms.trace.nearness import published_near
from recoupe.rooms.trace.passages import find_passages
from recoupe.rooms.trace.refilled import is_refilled
from recoupe.rooms.trace.word_stream import Word, list_words, span_of

Words = Mapping[str, tuple[Word, ...]]

# Words shared outside quotation marks from which one text is held to come from the other. Two
# sentences of a dispatch are some 40 words; independent reports of the sample story and of the
# five real articles share at most 16. docs/decisions/0004-origins.md
COPIED_WORDS = 24
# Or, for short texts, this share of the shorter one.
COPIED_RATIO = 0.3
# From this share of the shorter text on it is a copy as a whole, and of the other's family.
WHOLE_RATIO = 0.5
# What more than so many families share is a formula of the trade unless it is this long.
FORMULA_FAMILIES = 12
FORMULA_WORDS = 60
# A passage that comes again later than this is an outlet's background on the matter, or last week's
# text with this week's news: not where the news is from. A text that is copied almost whole is a
# copy at any time.
COPIED_DAYS = 6
REPRINTED_RATIO = 0.8
# A link shows so many passages, the longest; a copy with a change in each sentence has many.
SHOWN_PASSAGES = 12


def find_copies(articles: Sequence[Article]) -> tuple[Link, ...]:
    """Whole and partial copies among articles, each linked to the root of a family it draws on.

    A passage inside quotation marks does not count: who was there may have heard the same words.
    Does not find a copy in which one word of five is changed.

    Cost:
        Linear in the articles: each is compared with `COMPARED_FAMILIES` others at most, twice.
    """
    by_id = {article.id: article for article in articles}
    words: dict[str, tuple[Word, ...]] = {}
    prints: dict[str, frozenset[int]] = {}
    families = Families()
    links: list[Link] = []
    for article in sorted(articles, key=lambda a: (a.published or "9", -len(a.text), a.id)):
        words[article.id] = list_words(article)
        prints[article.id] = winnow([word.key for word in words[article.id]])
        found = [
            link
            for root, nearest in families.find_sources(prints[article.id])
            if (link := _link_to_family(root, nearest, article, by_id, words)) is not None
        ]
        whole = max((k for k in found if k.ratio >= WHOLE_RATIO), key=_ratio_of, default=None)
        root = families.root_of(whole.source) if whole else None
        families.add(article.id, prints[article.id], root)
        links.extend(found)
    return tuple(link for link in links if not _is_formula(link, prints, families, words))


def _ratio_of(link: Link) -> float:
    return link.ratio


def _link_to_family(
    root: str, nearest: str, article: Article, by_id: Mapping[str, Article], words: Words
) -> Link | None:
    """The link to the root, or where there is none to the member with most in common."""
    link = _link(by_id[root], article, words)
    if link is None and nearest != root:
        link = _link(by_id[nearest], article, words)
    return link


def _link(first: Article, second: Article, words: Words) -> Link | None:
    one, other = words[first.id], words[second.id]
    passages = find_passages(one, other)
    shorter = min(len(one), len(other))
    own = sum(passage.own_words for passage in passages)
    if own < COPIED_WORDS and own < COPIED_RATIO * shorter:
        return None
    if is_refilled(passages, one, other):
        return None
    ratio = min(1.0, round(sum(p.shared_words for p in passages) / shorter, 3))
    if ratio < REPRINTED_RATIO and not published_near(first, second, days=COPIED_DAYS):
        return None
    shown = sorted(sorted(passages, key=lambda p: -p.shared_words)[:SHOWN_PASSAGES])
    return Link(
        source=first.id,
        target=second.id,
        kind=OriginKind.COPY,
        ratio=ratio,
        why=f"{own} mots communs hors citations, {ratio:.0%} du texte le plus court".replace(
            "%", "\u202f%"
        ),
        why_en=f"{own} words in common outside quotations, {ratio:.0%} of the shorter text",
        source_spans=tuple(span_of(one, p.one_start, p.one_end) for p in shown),
        target_spans=tuple(span_of(other, p.other_start, p.other_end) for p in shown),
    )


def _is_formula(
    link: Link, prints: Mapping[str, frozenset[int]], families: Families, words: Words
) -> bool:
    """Whether what two texts share is short and stands in many other texts too."""
    shorter = min(len(words[link.source]), len(words[link.target]))
    if link.ratio >= WHOLE_RATIO or link.ratio * shorter >= FORMULA_WORDS:
        return False
    shared = prints[link.source] & prints[link.target]
    common = sum(families.count_families(key) > FORMULA_FAMILIES for key in shared)
    return common > len(shared) / 2
