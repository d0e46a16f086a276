"""Imports that were asked for: what each was given, how far it is, what it left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import msgspec
from sqlalchemy import Connection, insert, select, update

from recoupe.records import Dropped
from recoupe.store import tables

# The list of imports reads twenty of them at once.
ARTICLES_LISTED = 500


class JobState(StrEnum):
    """How far an import is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """One import.

    Attributes:
        id: Its id.
        started_at: When it was asked for, ISO 8601.
        asked: Names of the files or addresses that were given.
        state: How far it is.
        room: The room that works at it, or None.
        count: How many items that room has given so far.
        added: How many articles are new.
        known: How many texts were there already.
        stories: Ids of the stories that it touched.
        dropped: What was left out.
        error: Why it failed, a sentence for a reader, or None.
        ended_at: When it ended, ISO 8601, or None.
        articles: Ids of the new articles, at most `ARTICLES_LISTED`.
    """

    id: str
    started_at: str
    asked: tuple[str, ...]
    state: JobState = JobState.WAITING
    room: str | None = None
    count: int = 0
    added: int = 0
    known: int = 0
    stories: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    error: str | None = None
    ended_at: str | None = None
    articles: tuple[str, ...] = ()

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in {JobState.DONE, JobState.FAILED}


def keep_job(connection: Connection, job: Job) -> None:
    """Write an import as it is now."""
    row = {"ended_at": job.ended_at, "record": _encode(job)}
    ours = tables.jobs.c.id == job.id
    if not connection.execute(update(tables.jobs).where(ours).values(row)).rowcount:
        values = {"id": job.id, "started_at": job.started_at, **row}
        connection.execute(insert(tables.jobs).values(values))


def load_job(connection: Connection, job_id: str) -> Job | None:
    """The import with this id, or None."""
    row = connection.execute(
        select(tables.jobs.c.record).where(tables.jobs.c.id == job_id)
    ).scalar()
    return msgspec.json.decode(row, type=Job) if row else None


def list_jobs(connection: Connection, limit: int = 20) -> list[Job]:
    """The last imports, the latest first."""
    jobs = tables.jobs.c
    query = select(jobs.record).order_by(jobs.started_at.desc(), jobs.id).limit(limit)
    return [msgspec.json.decode(row, type=Job) for row in connection.execute(query).scalars()]


def _encode(job: Job) -> str:
    return msgspec.json.encode(job).decode()
