"""How long the server takes for each kind of page of a large desk, beside an empty page."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from random import Random
from time import perf_counter

from benchmarks.desk.make_store import VOCABULARY_WORDS
from benchmarks.desk.make_words import Vocabulary
from sqlalchemy import select
from starlette.testclient import TestClient

from recoupe.store import Store, tables
from recoupe.web.addresses import PARTS
from recoupe.web.app import create_app

ROUNDS = 60
SEED = 20_310_101
EMPTY = "empty page"

# Kind of page, milliseconds of each asking, largest answer in bytes.
Measured = tuple[str, list[float], int]


def list_addresses(store: Store) -> dict[str, list[str]]:
    """Addresses of each kind of page; stories and articles as chance has them, and the largest."""
    random = Random(SEED)
    words = Vocabulary(Random(SEED), VOCABULARY_WORDS)
    with store.read() as connection:
        by_size = select(tables.stories.c.id).order_by(tables.stories.c.article_count.desc())
        stories = list(connection.execute(by_size).scalars())
        articles = list(connection.execute(select(tables.articles.c.id)).scalars())
        said = select(tables.statements.c.speaker_id).where(
            tables.statements.c.speaker_id.is_not(None)
        )
        speakers = sorted(set(connection.execute(said.limit(5000)).scalars()))

    def word(first: int, last: int) -> str:
        return words.words[random.randrange(first, last)][0]

    some = [random.choice(stories) for _ in range(ROUNDS)]
    rare = (50, len(words.words))
    return {
        EMPTY: ["/nothing-is-here"] * ROUNDS,
        "list of stories": [f"/?sort={s}" for s in ("changed", "conflicts", "size", "day")] * 15,
        "one story": [f"/h/{id_}" for id_ in some],
        "parts of a story": [f"/h/{id_}/{random.choice(list(PARTS.values()))}" for id_ in some],
        "the largest story, each part": [f"/h/{stories[0]}"]
        + [f"/h/{stories[0]}/{part}" for part in PARTS.values()],
        "one article": [f"/a/{random.choice(articles)}" for _ in range(ROUNDS)],
        "speakers": ["/paroles"] * 20,
        "one speaker": [f"/paroles/{random.choice(speakers)}" for _ in range(ROUNDS)],
        "search, frequent word": [f"/recherche?q={word(0, 50)}" for _ in range(ROUNDS)],
        "search, other words": [f"/recherche?q={word(*rare)}" for _ in range(ROUNDS)],
        "search, two words": [f"/recherche?q={word(*rare)}+{word(0, 50)}" for _ in range(ROUNDS)],
        "decisions": ["/decisions"] * 20,
        "import": ["/importer"] * 20,
    }


def measure_pages(store: Store) -> list[Measured]:
    """Times of all kinds of pages, asked in one process without a network."""
    measured = []
    with TestClient(create_app(store), base_url="http://localhost") as client:
        client.get("/")  # templates are compiled once
        for kind, addresses in list_addresses(store).items():
            times, largest = [], 0
            for address in addresses:
                start = perf_counter()
                answer = client.get(address)
                times.append((perf_counter() - start) * 1000)
                largest = max(largest, len(answer.content))
                assert answer.status_code == (404 if kind == EMPTY else 200), address
            measured.append((kind, times, largest))
    return measured


def find_p95(times: Sequence[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]
