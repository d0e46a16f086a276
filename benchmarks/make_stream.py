"""Makes a stream of different articles from the sample story, for measuring speed.

For each made story the sample's nouns, adjectives and adverbs are exchanged among themselves, its names
respelt and its numbers redrawn: grammar and length stay, words differ, so no paragraph is a copy of
another story's and no two stories share their names.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

from recoupe.language import load_model
from recoupe.records import Article
from recoupe.rooms.read import read

FIRST_DAY = date(2031, 3, 3)
SWAPPED_POS = ("NOUN", "ADJ", "ADV")
# Groups with fewer words are respelt like names: exchanged among themselves they would come back.
FEW_WORDS = 12
CONSONANTS = "bcdfglmnprstv"


def make_stream(article_count: int, seed: int = 1) -> list[Article]:
    """So many articles, all different; the same seed gives the same articles."""
    sample = [
        item for item in read([str(files("recoupe") / "sample")]) if isinstance(item, Article)
    ]
    groups = _group_words(sample)
    articles: list[Article] = []
    story = 0
    while len(articles) < article_count:
        articles.extend(_swap_words(sample, groups, random.Random(f"{seed}/{story}"), story))
        story += 1
    return articles[:article_count]


def _group_words(sample: Sequence[Article]) -> dict[tuple[str, str, bool], list[str]]:
    """The sample's words by part of speech, features and case: words that can change places."""
    groups: dict[tuple[str, str, bool], set[str]] = defaultdict(set)
    for doc in load_model("fr").pipe(article.text for article in sample):
        for token in doc:
            if token.pos_ in SWAPPED_POS and token.is_alpha and len(token.text) > 3:
                groups[token.pos_, str(token.morph), token.text[0].isupper()].add(token.text)
            elif token.pos_ == "PROPN" and token.is_alpha and token.text[0].isupper():
                groups["PROPN", "", True].add(token.text)
    return {key: sorted(words) for key, words in sorted(groups.items())}


def _swap_words(
    sample: Sequence[Article],
    groups: dict[tuple[str, str, bool], list[str]],
    chance: random.Random,
    story: int,
) -> Iterator[Article]:
    exchange: dict[str, str] = {}
    for (pos, _, _), words in groups.items():
        others = list(words)
        if pos == "PROPN" or len(words) < FEW_WORDS:
            spelling = str.maketrans(
                CONSONANTS, "".join(chance.sample(CONSONANTS, len(CONSONANTS)))
            )
            others = [word[0] + word[1:].translate(spelling) for word in words]
        else:
            chance.shuffle(others)
        exchange |= dict(zip(words, others, strict=True))
    factor = chance.uniform(0.3, 3)
    day = FIRST_DAY + timedelta(days=story % 60)

    def swap(match: re.Match[str]) -> str:
        word = match.group()
        if word.isdigit():
            return str(max(1, round(int(word) * factor))) if len(word) < 4 else word
        return exchange.get(word, word)

    for number, article in enumerate(sample):
        yield replace(
            article,
            source=f"story{story}/{number}",
            text=re.sub(r"\d+|[^\W\d_]+", swap, article.text),
            published=day.isoformat(),
            blocks=(),
        )
