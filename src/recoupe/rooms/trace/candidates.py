"""Which pairs of articles are worth comparing sentence by sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from recoupe.records import Article
from recoupe.rooms.trace.nearness import published_near
from recoupe.rooms.trace.resemblance import Weights, list_lemmas, list_proper_names

ArticlePair = tuple[Article, Article]

# Articles that tell the same share at least so many of the words that stand out in each.
KEY_LEMMAS = 40
COMMON_KEYS = 3
# A word that stands out in many articles is a topic of the day: it finds only the latest of them.
REMEMBERED_ARTICLES = 60
# Two texts that name quite other people and places tell of two events, however alike their words:
# reports of one event share a third of the shorter list and more, sibling events next to nothing.
NAMES_SHARED_RATIO = 0.15
# Each article is compared with so many earlier ones at most, those with most in common.
COMPARED_ARTICLES = 15
# ... and with so many of the copies of one text, which say the same but for what each adds.
COMPARED_COPIES = 3


def find_near_pairs(
    articles: Sequence[Article], weights: Weights, copied: Mapping[str, str]
) -> tuple[ArticlePair, ...]:
    """Pairs of articles near in time that share outstanding lemmas; the earlier one first.

    Copies of one text are not paired: no other tie says more of them.

    Args:
        articles: All articles.
        weights: Weight of each lemma.
        copied: For each article one that stands for all texts that copies connect it with.

    Cost:
        Linear in the articles: each looks up `KEY_LEMMAS` lists of `REMEMBERED_ARTICLES` and
        gives `COMPARED_ARTICLES` pairs at most.
    """
    ordered = sorted(articles, key=lambda a: (a.published or "9", a.id))
    names = [frozenset(list_proper_names(article.sentences)) for article in ordered]
    holders: dict[str, list[int]] = defaultdict(list)
    pairs: list[ArticlePair] = []
    for number, keys in enumerate(_list_keys(ordered, weights)):
        common: Counter[int] = Counter()
        for lemma in keys:
            common.update(holders[lemma][-REMEMBERED_ARTICLES:])
            holders[lemma].append(number)
        article = ordered[number]
        near = [
            ordered[earlier]
            for earlier, count in sorted(common.items(), key=lambda item: (-item[1], item[0]))
            if count >= COMMON_KEYS
            and copied[ordered[earlier].id] != copied[article.id]
            and published_near(ordered[earlier], article)
            and _share_names(names[earlier], names[number])
        ]
        pairs.extend((earlier, article) for earlier in _pick_nearest(near, copied))
    return tuple(pairs)


def _pick_nearest(near: Sequence[Article], copied: Mapping[str, str]) -> list[Article]:
    """The first of a list, not too many copies of one text among them, in the order of time."""
    taken: Counter[str] = Counter()
    picked: list[Article] = []
    for article in near:
        if taken[copied[article.id]] < COMPARED_COPIES and len(picked) < COMPARED_ARTICLES:
            taken[copied[article.id]] += 1
            picked.append(article)
    return sorted(picked, key=lambda a: (a.published or "9", a.id))


def _share_names(ones: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two articles name some of the same; one that names nobody can be like any."""
    fewer = min(len(ones), len(others))
    return fewer == 0 or len(ones & others) >= NAMES_SHARED_RATIO * fewer


def _list_keys(articles: Sequence[Article], weights: Weights) -> list[list[str]]:
    """The lemmas that stand out in each article; a lemma of one article joins none."""
    bags: list[Mapping[str, int]] = [Counter(list_lemmas(a.sentences)) for a in articles]
    spread = Counter(lemma for bag in bags for lemma in bag)
    keys = []
    for counts in bags:
        shared = [lemma for lemma in counts if spread[lemma] > 1]
        shared.sort(key=lambda w: (-(counts[w] ** 0.5) * weights.get(w, 1.0), w))
        keys.append(shared[:KEY_LEMMAS])
    return keys
