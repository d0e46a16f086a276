"""What the tools are asked for, found in the store as people see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mcp.server.mcpserver.exceptions import ToolError
from sqlalchemy import Connection

from recoupe.decisions import Mark, show_story
from recoupe.records import Article, Claim, Difference, Evidence, Span, Story
from recoupe.store.find_item import find_story_with

SHOWN_ID_CHARS = 80


@dataclass(frozen=True, slots=True)
class FoundStory:
    """A story with its articles by id, and what people decided in it."""

    story: Story
    articles: Mapping[str, Article]
    marks: Mapping[str, tuple[Mark, ...]]

    def find_claim(self, id_: str) -> Claim | None:
        """The claim with this id, or None."""
        return next((claim for claim in self.story.claims if claim.id == id_), None)

    def find_difference(self, id_: str) -> Difference | None:
        """The difference with this id, or None."""
        return next((each for each in self.story.differences if each.id == id_), None)

    def name(self, speaker: str | None) -> str | None:
        """A name that the articles give a speaker, the id where they give none."""
        for article in self.articles.values():
            for statement in article.statements:
                if statement.speaker and statement.speaker.id == speaker:
                    return statement.speaker.name
        return speaker

    def walk_passages(self, id_: str) -> Iterator[Evidence]:
        """The passages behind a claim, difference, statement or figure, in their order."""
        claim, difference = self.find_claim(id_), self.find_difference(id_)
        if claim is not None:
            yield from claim.evidence
        elif difference is not None:
            for side in difference.sides:
                yield from side.evidence
        else:
            yield from self._walk_in_articles(id_)

    def _walk_in_articles(self, id_: str) -> Iterator[Evidence]:
        for article in self.articles.values():
            statement = article.find_statement(id_)
            if statement is not None:
                for piece in statement.content:
                    yield Evidence(article.id, piece, id_)
            for figure in article.figures:
                if figure.id == id_:
                    yield Evidence(article.id, figure.span, figure.statement)


def find_story(connection: Connection, id_: str) -> FoundStory:
    """The story that has or holds an id.

    Raises:
        ToolError: Nothing has it.
    """
    story_id = find_story_with(connection, id_)
    found = show_story(connection, story_id) if story_id else None
    if found is None:
        raise refuse(id_)
    shown = found.shown
    return FoundStory(shown.story, {a.id: a for a in shown.articles}, shown.marks)


def refuse(id_: str) -> ToolError:
    """What is said of an id that leads nowhere."""
    message = f"Nothing has the id {id_[:SHOWN_ID_CHARS]!r}; search gives ids."
    return ToolError(message)


def widen(article: Article, span: Span, context_chars: int) -> tuple[str, str]:
    """The words before and after a passage."""
    before = article.text[max(0, span.start - context_chars) : span.start]
    return before, article.text[span.end : span.end + context_chars]
