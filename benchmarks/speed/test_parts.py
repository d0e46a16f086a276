"""The parts by themselves, for pytest-benchmark; no test of the project, and never run with them.

Run as `python -m pytest benchmarks/speed/test_parts.py`, with pytest-benchmark installed.
"""

# ruff: noqa: D103

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from benchmarks.speed.make_stream import make_stream

from recoupe.language import load_model, might_match
from recoupe.records import Article, Story
from recoupe.rooms.align import align
from recoupe.rooms.annotate import annotate
from recoupe.rooms.annotate.documents import find_sentences, parse_articles
from recoupe.rooms.annotate.figures import find_figures
from recoupe.rooms.annotate.mentions import find_mentions
from recoupe.rooms.annotate.moments import find_moments
from recoupe.rooms.annotate.statements import find_statements
from recoupe.rooms.clean import clean
from recoupe.rooms.compare import compare
from recoupe.rooms.group import group
from recoupe.rooms.trace import trace

pytest.importorskip("pytest_benchmark")

COUNT = 20
Benchmark = Callable[..., Any]


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    load_model("fr")
    return [
        Article(
            source=record["url"],
            text=record["text"],
            outlet=record["outlet"],
            published=record["published"],
            language="fr",
        )
        for record in make_stream(COUNT)
    ]


@pytest.fixture(scope="module")
def cleaned(articles: list[Article]) -> list[Article]:
    return [item for item in clean(articles) if isinstance(item, Article)]


@pytest.fixture(scope="module")
def annotated(cleaned: list[Article]) -> list[Article]:
    return [item for item in annotate(cleaned) if isinstance(item, Article)]


@pytest.fixture(scope="module")
def story(annotated: list[Article]) -> tuple[Story, list[Article]]:
    largest = group(annotated, trace(annotated))[0]
    by_id = {article.id: article for article in annotated}
    return largest, [by_id[key] for key in largest.articles]


def test_clean(benchmark: Benchmark, articles: list[Article]) -> None:
    benchmark(lambda: list(clean(articles)))


def test_parse(benchmark: Benchmark, cleaned: list[Article]) -> None:
    benchmark(lambda: list(parse_articles(cleaned, "fr")))


@pytest.mark.parametrize("find", [find_mentions, find_moments, find_figures, find_statements])
def test_annotators(benchmark: Benchmark, cleaned: list[Article], find: Callable[..., Any]) -> None:
    def parse() -> tuple[tuple[Any, ...], dict[str, Any]]:
        return ([doc for _, doc in parse_articles(cleaned, "fr")],), {}

    benchmark.pedantic(  # type: ignore[attr-defined]
        lambda docs: [find(doc, "fr") for doc in docs], setup=parse, rounds=3
    )


def test_find_sentences(benchmark: Benchmark, cleaned: list[Article]) -> None:
    docs = [doc for _, doc in parse_articles(cleaned, "fr")]
    benchmark(lambda: [find_sentences(doc) for doc in docs])


def test_trace(benchmark: Benchmark, annotated: list[Article]) -> None:
    benchmark(trace, annotated)


def test_group(benchmark: Benchmark, annotated: list[Article]) -> None:
    origins = trace(annotated)
    benchmark(group, annotated, origins)


def test_align(benchmark: Benchmark, story: tuple[Story, list[Article]]) -> None:
    benchmark(align, *story)


def test_compare(benchmark: Benchmark, story: tuple[Story, list[Article]]) -> None:
    benchmark(compare, *align(*story))


def test_might_match(benchmark: Benchmark, articles: list[Article]) -> None:
    import re

    pattern = re.compile(r"\b(?:lun|mar|jeu)di (?:matin|soir)\b", re.IGNORECASE)
    texts = [article.text.casefold() for article in articles]
    benchmark(lambda: [might_match(pattern, text) for text in texts])
