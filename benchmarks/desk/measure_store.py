"""How long the questions of the desk take in a large store, in milliseconds of time and of processor.

    python -m benchmarks.desk.measure_store large.sqlite

Each question is asked so many times with other words or stories; the pages of the desk ask a few of
them each. An empty question shows what the connection alone costs.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from random import Random
from time import perf_counter, process_time

from benchmarks.desk.make_store import VOCABULARY_WORDS
from benchmarks.desk.make_words import Vocabulary
from sqlalchemy import Connection, select

from recoupe.decisions import show_story
from recoupe.store import open_store, tables
from recoupe.store.list_changes import list_changes
from recoupe.store.list_stories import Facet, Sort, count_stories, list_stories, place_of
from recoupe.store.load import find_story_of, load_light_articles
from recoupe.store.search import ItemKind, SearchQuery, search

ROUNDS = 40
SEED = 20_310_101
Question = Callable[[Connection], object]


def list_questions(connection: Connection, random: Random) -> Iterator[tuple[str, list[Question]]]:
    """Names of kinds of questions, each with the questions of this kind."""
    words = Vocabulary(Random(SEED), VOCABULARY_WORDS)
    stories = tables.stories.c
    by_size = select(stories.id).order_by(stories.article_count.desc(), stories.id)
    ids = list(connection.execute(by_size).scalars())
    articles = list(connection.execute(select(tables.articles.c.id)).scalars())
    speakers = list(
        connection.execute(select(tables.statements.c.speaker_id).distinct().limit(2000)).scalars()
    )

    def pick(first: int, last: int) -> str:
        return words.words[random.randrange(first, last)][0]

    def ask(**what: object) -> Question:
        return lambda c: search(c, SearchQuery(**what))  # type: ignore[arg-type]

    yield "nothing", [lambda c: c.exec_driver_sql("SELECT 1").scalar()] * ROUNDS
    for sort in Sort:
        yield f"stories by {sort}", [partial(list_stories, sort=sort)] * ROUNDS
    yield "second page of stories", [_list_second] * ROUNDS
    yield "counts of facets", [lambda c: [count_stories(c, [f]) for f in Facet]] * ROUNDS
    yield "changes", [lambda c: list_changes(c)] * ROUNDS
    yield "one story", [partial(show_story, story_id=random.choice(ids)) for _ in range(ROUNDS)]
    yield "largest story", [lambda c: show_story(c, ids[0])] * 10
    yield (
        "one article",
        [partial(_show_article, article=random.choice(articles)) for _ in range(ROUNDS)],
    )
    yield "search: rare word", [ask(words=pick(20_000, 40_000)) for _ in range(ROUNDS)]
    yield "search: usual word", [ask(words=pick(500, 5_000)) for _ in range(ROUNDS)]
    yield "search: frequent word", [ask(words=pick(0, 50)) for _ in range(ROUNDS)]
    yield (
        "search: two words",
        [ask(words=f"{pick(0, 500)} {pick(500, 5_000)}") for _ in range(ROUNDS)],
    )
    yield "search: grammatical word", [ask(words="de")] * 5
    yield "search: phrase", [ask(words=f"« de {pick(0, 500)} »") for _ in range(ROUNDS)]
    yield (
        "search: word and kind",
        [ask(words=pick(50, 500), kinds=(ItemKind.CLAIM,)) for _ in range(ROUNDS)],
    )
    yield "search: speaker", [ask(speakers=(random.choice(speakers),)) for _ in range(ROUNDS)]
    yield "search: a month", [ask(day_from="2031-03-01", day_to="2031-03-31")] * 5


def _list_second(connection: Connection) -> object:
    rows = list_stories(connection)
    return list_stories(connection, after=place_of(rows[-1], Sort.CHANGED))


def _show_article(connection: Connection, article: str) -> object:
    return load_light_articles(connection, [article]), find_story_of(connection, article)


def measure(address: str) -> Iterator[dict[str, object]]:
    """One row for each kind of question."""
    store = open_store(address)
    with store.read() as connection:
        kinds = list(list_questions(connection, Random(SEED)))
    for name, questions in kinds:
        times = list(_time(store.read, questions))
        passed, used = (sorted(each[n] for each in times) for n in (0, 1))
        late = min(len(times) - 1, int(len(times) * 0.95))
        yield {
            "question": name,
            "median_ms": round(statistics.median(passed), 1),
            "p95_ms": round(passed[late], 1),
            "processor_median_ms": round(statistics.median(used), 1),
            "processor_p95_ms": round(used[late], 1),
        }
    store.close()


def _time(
    read: Callable[[], AbstractContextManager[Connection]], questions: Sequence[Question]
) -> Iterator[tuple[float, float]]:
    for question in questions:
        with read() as connection:
            start, started = perf_counter(), process_time()
            question(connection)
            yield (perf_counter() - start) * 1000, (process_time() - started) * 1000


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("address")
    for row in measure(parser.parse_args().address):
        sys.stdout.write(json.dumps(row) + "\n")
        sys.stdout.flush()
