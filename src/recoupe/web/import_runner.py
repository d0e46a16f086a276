"""Imports in the background, one after the other, so that pages go on answering."""

from __future__ import annotations

import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from recoupe.errors import RecoupeError
from recoupe.feeds.add_addresses import add_addresses
from recoupe.feeds.pull import Pulled, pull_all
from recoupe.flow import Progress
from recoupe.growth import Growth, add
from recoupe.language.reasons import leave_out
from recoupe.records import Article, Dropped
from recoupe.store import Store
from recoupe.store.jobs import ARTICLES_LISTED, Job, JobState, keep_job
from recoupe.transport import Visitor

Items = Iterable[Article | Dropped]
Work = Callable[[Progress], Growth]


class MakeVisitor(Protocol):
    """Makes what asks addresses."""

    def __call__(self, *, has_right: bool = False) -> Visitor:
        """A visitor."""


class ImportRunner:
    """Takes imports and works them off in the order they came."""

    def __init__(self, store: Store, make_visitor: MakeVisitor) -> None:
        self._store = store
        self._make_visitor = make_visitor
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="import")

    def import_files(self, files: Iterable[tuple[str, bytes]]) -> Job:
        """Read files that somebody handed over; at once gives the job that will do it.

        Args:
            files: Name and content of each; `articles.csv` among them says what they do not.
        """
        folder = Path(tempfile.mkdtemp(prefix="recoupe-import-"))
        names = []
        for name, content in files:
            safe = Path(name.replace("\\", "/")).name or "article.txt"
            (folder / safe).write_bytes(content)
            names.append(safe)
        return self._submit(
            tuple(names), lambda tell: add(self._store, _read_folder(folder), progress=tell)
        )

    def import_folder(self, folder: Path) -> Job:
        """Read a folder of this machine, such as the sample story."""
        return self._submit(
            (folder.name,), lambda tell: add(self._store, _read(folder), progress=tell)
        )

    def import_addresses(self, addresses: tuple[str, ...], *, has_right: bool = False) -> Job:
        """Fetch the articles behind addresses.

        Args:
            addresses: Each is asked for once.
            has_right: Whether the user said to have the right to read what is kept from programs.
        """
        visitor = self._make_visitor(has_right=has_right)
        return self._submit(
            addresses, lambda tell: add_addresses(self._store, visitor, addresses, progress=tell)
        )

    def pull_feeds(self, addresses: frozenset[str]) -> Job:
        """Ask feeds that are followed for what is new."""
        visitor = self._make_visitor()
        return self._submit(
            tuple(sorted(addresses)), lambda _: _join(pull_all(self._store, visitor, addresses))
        )

    def close(self) -> None:
        """Finish what is running and take nothing more."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _submit(self, asked: tuple[str, ...], work: Work) -> Job:
        job = Job(id=secrets.token_hex(6), started_at=_now(), asked=asked)
        self._keep(job)
        self._worker.submit(self._run, job, work)
        return job

    def _run(self, job: Job, work: Work) -> None:
        def tell(room: str, count: int) -> None:
            nonlocal job
            if room != job.room:
                job = replace(job, state=JobState.RUNNING, room=room, count=count)
                # Inside `add`'s own transaction a second writer would wait for it for ever.
                if room in {"read", "clean", "annotate"}:
                    self._keep(job)

        done = replace(job, state=JobState.FAILED)
        try:
            grown = work(tell)
            done = replace(
                job,
                state=JobState.DONE,
                added=len(grown.added),
                known=grown.known,
                stories=grown.stories,
                dropped=grown.dropped,
                articles=grown.added[:ARTICLES_LISTED],
            )
        except RecoupeError as error:
            done = replace(done, error=str(error))
        finally:
            self._keep(replace(done, room=None, ended_at=_now()))

    def _keep(self, job: Job) -> None:
        with self._store.write() as connection:
            keep_job(connection, job)


def _join(pulled: Iterable[Pulled]) -> Growth:
    """What several feeds gave; one that could not be read is among what was left out."""
    made = list(pulled)
    failed = [leave_out(one.address, "feeds", one.reason) for one in made if one.reason]
    return Growth(
        added=tuple(article for one in made for article in one.added),
        known=sum(one.known for one in made),
        stories=tuple(dict.fromkeys(story for one in made for story in one.stories)),
        dropped=(*failed, *(item for one in made for item in one.dropped)),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _read(folder: Path) -> Items:
    from recoupe.rooms.read import read

    return read([folder])


def _read_folder(folder: Path) -> Iterator[Article | Dropped]:
    """What lies in a scratch folder, under the names that were handed over; then it is gone."""
    try:
        for item in _read(folder):
            yield replace(item, source=item.source.removeprefix(f"{folder}/"))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
