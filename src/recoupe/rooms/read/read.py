"""What was published, where, when: the read room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from recoupe.records import Article, Dropped, PublishedFrom


def read(
    paths: Iterable[str | Path], *, published: str | None = None
) -> Iterator[Article | Dropped]:
    """Read articles from files and folders."""
    for given in paths:
        path = Path(given)
        files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
        for file in files:
            yield Article(
                source=str(file),
                text=file.read_bytes().decode("utf-8"),
                published=published,
                published_from=PublishedFrom.GIVEN if published else None,
                language="fr",
            )
