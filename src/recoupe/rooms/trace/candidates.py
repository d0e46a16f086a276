"""Which pairs of articles are worth comparing sentence by sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from recoupe.records import Article
from recoupe.rooms.trace.nearness import published_near
from recoupe.rooms.trace.resemblance import Weights, list_lemmas

ArticlePair = tuple[Article, Article]

# Articles that tell the same share at least so many of the words that stand out in each.
KEY_LEMMAS = 40
COMMON_KEYS = 3
# A word that stands out in more articles than this is a topic of the day, not an event.
COMMON_ARTICLES = 500


def find_near_pairs(articles: Sequence[Article], weights: Weights) -> tuple[ArticlePair, ...]:
    """Pairs of articles near in time that share outstanding lemmas, in the order of the articles.

    Cost:
        Quadratic only in articles that share an outstanding word.
    """
    holders: Mapping[str, list[int]] = _hold(articles, weights)
    common: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= COMMON_ARTICLES:
            common.update(combinations(numbers, 2))
    return tuple(
        (articles[a], articles[b])
        for (a, b), count in sorted(common.items())
        if count >= COMMON_KEYS and published_near(articles[a], articles[b])
    )


def _hold(articles: Sequence[Article], weights: Weights) -> Mapping[str, list[int]]:
    """The numbers of the articles in which each lemma stands out; a lemma of one joins none."""
    holders: dict[str, list[int]] = defaultdict(list)
    bags = [Counter(list_lemmas(article.sentences)) for article in articles]
    spread = Counter(lemma for bag in bags for lemma in bag)
    for number, counts in enumerate(bags):
        shared = [lemma for lemma in counts if spread[lemma] > 1]
        heaviest = sorted(shared, key=lambda w: (-(counts[w] ** 0.5) * weights.get(w, 1.0), w))
        for lemma in heaviest[:KEY_LEMMAS]:
            holders[lemma].append(number)
    return holders
