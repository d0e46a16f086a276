"""What several formats look up in a dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from recoupe.records import Article, Dossier, EntityKind, Origin, Speaker, Statement, Story

WEB = ("http://", "https://")


class Lookup:
    """A dossier with its articles, statements and speakers by id.

    Attributes:
        dossier: The dossier.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles by id."""
        return {article.id: article for article in self.dossier.articles}

    @cached_property
    def statements(self) -> dict[tuple[str, str], Statement]:
        """The statements by the ids of their article and their own."""
        return {(a.id, s.id): s for a in self.dossier.articles for s in a.statements}

    @cached_property
    def stories(self) -> dict[str, Story]:
        """The story of each article by the article's id."""
        return {key: story for story in self.dossier.stories for key in story.articles}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """The counted origin of each article by the article's id."""
        return {
            key: origin
            for story in self.dossier.stories
            for origin in story.counted_origins
            for key in origin.articles
        }

    @cached_property
    def names(self) -> dict[str, str]:
        """The name most often given with each speaker's id; of equals the longest, then by letter."""
        given: dict[str, Counter[str]] = {}
        for _, speaker in self.walk_speakers():
            given.setdefault(speaker.id, Counter())[" ".join(speaker.name.split())] += 1
        return {
            key: min(found, key=lambda name: (-found[name], -len(name), name))
            for key, found in given.items()
        }

    @cached_property
    def kinds(self) -> dict[str, EntityKind]:
        """What kind of entity a speaker is, where the texts name it by that kind most often."""
        seen: dict[str, Counter[EntityKind]] = {}
        for article in self.dossier.articles:
            for mention in article.mentions:
                seen.setdefault(mention.entity, Counter())[mention.kind] += 1
        return {key: min(found, key=lambda k: (-found[k], k)) for key, found in seen.items()}

    def name(self, speaker_id: str | None) -> str | None:
        """The name of a speaker, the id where the articles give none; None for nobody."""
        return self.names.get(speaker_id, speaker_id) if speaker_id else None

    def find_speaker(self, article_id: str, statement_id: str | None) -> str | None:
        """Id of who says a statement; None where nobody is named or it is the article's own voice."""
        statement = self.statements.get((article_id, statement_id)) if statement_id else None
        return statement.speaker.id if statement and statement.speaker else None

    def walk_speakers(self) -> Iterator[tuple[Article, Speaker]]:
        """Every article with each speaker of its statements."""
        for article in self.dossier.articles:
            for statement in article.statements:
                for speaker in (statement.speaker, *statement.other_speakers):
                    if speaker is not None:
                        yield article, speaker


def find_web_address(article: Article) -> str | None:
    """Where the article can be read on the web; None where no such address is known."""
    return next((at for at in (article.source, *article.also_at) if at.startswith(WEB)), None)


def make_urn(kind: str, id_: str) -> str:
    """A name for something that has an id but no address on the web.

    Example:
        >>> make_urn("claim", "0a1b2c3d4e5f")
        'urn:recoupe:claim:0a1b2c3d4e5f'
    """
    return f"urn:recoupe:{kind}:{id_}"
