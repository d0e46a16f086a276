"""How long the server takes for each kind of page of a large desk, beside an empty page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from time import perf_counter, process_time

from benchmarks.desk.make_store import VOCABULARY_WORDS
from benchmarks.desk.make_words import Vocabulary
from sqlalchemy import select
from starlette.testclient import TestClient

from recoupe.exports import FORMATS
from recoupe.store import Store, tables
from recoupe.web.addresses import PARTS
from recoupe.web.app import create_app
from recoupe.web.settle_memory import settle_memory

ROUNDS = 60
SEED = 20_310_101
EMPTY = "empty page"


@dataclass
class Measured:
    """What was measured of one kind of page.

    Attributes:
        kind: Which pages.
        times_ms: How long each took.
        processor_ms: Processor time of each: what is left where other programs hold it up.
        largest_bytes: The largest answer.
    """

    kind: str
    times_ms: list[float] = field(default_factory=list)
    processor_ms: list[float] = field(default_factory=list)
    largest_bytes: int = 0


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
        outlet = select(tables.articles.c.outlet).distinct()
        outlets = sorted(filter(None, connection.execute(outlet).scalars()))
        members = tables.story_articles.c
        held = select(members.article_id).where(members.story_id == stories[0])
        largest = sorted(connection.execute(held).scalars())

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
        "search, a word of every text": ["/recherche?q=de"] * 20,
        "search, frequent word in one outlet": [
            f"/recherche?q={word(0, 50)}&outlet={random.choice(outlets)}" for _ in range(ROUNDS)
        ],
        "feed of a search (Atom)": [f"/recherche.atom?q={word(0, 50)}" for _ in range(ROUNDS)],
        "feed of changes (Atom)": ["/changes.atom"] * 20,
        "two articles": [
            "/comparer?a={}&b={}".format(*random.sample(articles, 2)) for _ in range(ROUNDS)
        ],
        "two articles of the largest story": [
            "/comparer?a={}&b={}".format(*random.sample(largest, 2)) for _ in range(20)
        ],
        "triage": ["/tri", "/tri?pile=voix"] * 10,
        "outlets": ["/medias"] * 20,
        "decisions": ["/decisions"] * 20,
        "import": ["/importer"] * 20,
        "export of a story": [f"/h/{id_}/export/{random.choice(list(FORMATS))}" for id_ in some],
        "export of the largest story, each format": [
            f"/h/{stories[0]}/export/{name}" for name in FORMATS
        ],
    }


def measure_pages(store: Store) -> list[Measured]:
    """Times of all kinds of pages, asked in one process without a network."""
    measured = []
    kinds = list_addresses(store)
    app = create_app(store)
    settle_memory()  # as the server does
    with TestClient(app, base_url="http://localhost") as client:
        client.get("/")  # templates are compiled once
        for kind, addresses in kinds.items():
            pages = Measured(kind)
            for address in addresses:
                start, started = perf_counter(), process_time()
                answer = client.get(address)
                pages.times_ms.append((perf_counter() - start) * 1000)
                pages.processor_ms.append((process_time() - started) * 1000)
                pages.largest_bytes = max(pages.largest_bytes, len(answer.content))
                assert answer.status_code == (404 if kind == EMPTY else 200), address
            measured.append(pages)
    return measured


def find_p95(times: Sequence[float]) -> float:
    """The 95th percentile, a time that was measured; of fewer than twenty the slowest."""
    return sorted(times)[math.ceil(0.95 * len(times)) - 1]
