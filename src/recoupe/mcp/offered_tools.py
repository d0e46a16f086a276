"""The tools that are offered: what each takes and says of itself to the program that asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult
from pydantic import Field
from sqlalchemy import Connection

from recoupe.errors import RecoupeError
from recoupe.mcp import tools
from recoupe.mcp.answer import answer
from recoupe.records import Verdict
from recoupe.store import Store
from recoupe.store.search import ItemKind, SearchQuery

Id = Annotated[str, Field(min_length=1, max_length=300, description="An id from another answer.")]
Words = Annotated[str, Field(max_length=1000, description='Words, or a phrase in « » or "".')]
Day = Annotated[str | None, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="ISO date.")]
Limit = Annotated[int, Field(ge=1, le=50, description="At most so many.")]
Offset = Annotated[int, Field(ge=0, description="`next_offset` of the answer before.")]
Context = Annotated[int, Field(ge=0, le=1000, description="Characters around each passage.")]
Ids = Annotated[tuple[str, ...], Field(max_length=20)]
Kinds = Annotated[tuple[ItemKind, ...], Field(max_length=4)]


class OfferedTools:
    """Read-only tools over a store; their docstrings are what the asking program reads."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def search(
        self,
        words: Words,
        kinds: Kinds = (),
        stories: Ids = (),
        speakers: Ids = (),
        since: Day = None,
        until: Day = None,
        limit: Limit = 10,
        after: Annotated[str | None, Field(max_length=1000)] = None,
    ) -> CallToolResult:
        """Find articles, statements, claims and figures by words in any of their forms."""
        query = SearchQuery(
            words=words,
            kinds=kinds,
            stories=stories,
            speakers=speakers,
            day_from=since,
            day_to=until,
            limit=limit,
            after=after,
        )
        with _read(self._store) as connection:
            return answer(tools.give_hits(connection, query))

    def story(self, id: Id | None = None, offset: Offset = 0, limit: Limit = 20) -> CallToolResult:  # noqa: A002
        """One story with articles, origins and claims; without an id the latest stories."""
        with _read(self._store) as connection:
            if id is None:
                return answer(tools.give_stories(connection, limit))
            return answer(tools.give_story(connection, id, offset, limit))

    def claim(self, id: Id, offset: Offset = 0, limit: Limit = 20) -> CallToolResult:  # noqa: A002
        """One claim: who says it, how its reported status moved, its passages word for word."""
        with _read(self._store) as connection:
            return answer(tools.give_claim(connection, id, offset, limit))

    def evidence(
        self,
        id: Id,  # noqa: A002
        context_chars: Context = 200,
        start: Annotated[int | None, Field(ge=0)] = None,
        end: Annotated[int | None, Field(ge=1)] = None,
        offset: Offset = 0,
        limit: Limit = 20,
    ) -> CallToolResult:
        """The passages behind a claim, difference, statement or figure with the words around them.

        With the id of an article and a start, a stretch of its text.
        """
        with _read(self._store) as connection:
            if start is not None:
                return answer(tools.give_text(connection, id, start, end))
            return answer(tools.give_evidence(connection, id, context_chars, offset, limit))

    def differences(
        self, story: Id, verdict: Verdict | None = None, offset: Offset = 0, limit: Limit = 10
    ) -> CallToolResult:
        """Where the articles of a story part, conflicts first, each side word for word."""
        with _read(self._store) as connection:
            return answer(tools.give_differences(connection, story, verdict, offset, limit))


@contextmanager
def _read(store: Store) -> Iterator[Connection]:
    """A reading connection; known troubles as errors that the asking program can read."""
    try:
        with store.read() as connection:
            yield connection
    except RecoupeError as error:
        message = f"{error} {error.hint}"
        raise ToolError(message) from error
