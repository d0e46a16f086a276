"""Links between articles that share passages word for word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.records import Article, Link, OriginKind
from recoupe.rooms.trace.fingerprints import find_candidate_pairs, winnow
from recoupe.rooms.trace.passages import Passage, find_passages
from recoupe.rooms.trace.word_stream import Word, list_words, span_of

# Words shared outside quotation marks from which one text is held to come from the other. Two
# sentences of a dispatch are some 40 words; independent reports of the sample story and of the
# five real articles share at most 16. docs/decisions/0004-origins.md
COPIED_WORDS = 24
# Or, for short texts, this share of the shorter one.
COPIED_RATIO = 0.3


def find_copies(articles: Sequence[Article]) -> tuple[Link, ...]:
    """Whole and partial copies among articles, one link a pair, sorted by ids.

    A passage inside quotation marks does not count: who was there may have heard the same words.
    """
    words = {article.id: list_words(article) for article in articles}
    by_id = {article.id: article for article in articles}
    prints = {key: winnow([word.key for word in stream]) for key, stream in words.items()}
    links = (_link(by_id[a], by_id[b], words) for a, b in find_candidate_pairs(prints))
    return tuple(link for link in links if link is not None)


def _link(one: Article, other: Article, words: Mapping[str, tuple[Word, ...]]) -> Link | None:
    first, second = sorted((one, other), key=lambda a: (a.published or "9", -len(a.text), a.id))
    passages = find_passages(words[first.id], words[second.id])
    shorter = min(len(words[first.id]), len(words[second.id]))
    own = sum(passage.own_words for passage in passages)
    if own < COPIED_WORDS and own < COPIED_RATIO * shorter:
        return None
    ratio = min(1.0, round(_covered_words(passages) / shorter, 3))
    return Link(
        source=first.id,
        target=second.id,
        kind=OriginKind.COPY,
        ratio=ratio,
        why=f"{own} mots communs hors citations, {ratio:.0%} du texte le plus court".replace(
            "%", "\u202f%"
        ),
        why_en=f"{own} words in common outside quotations, {ratio:.0%} of the shorter text",
        source_spans=tuple(span_of(words[first.id], p.one_start, p.one_end) for p in passages),
        target_spans=tuple(span_of(words[second.id], p.other_start, p.other_end) for p in passages),
    )


def _covered_words(passages: Sequence[Passage]) -> int:
    return sum(passage.shared_words for passage in passages)
