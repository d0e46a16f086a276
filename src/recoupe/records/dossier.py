"""Everything found in a set of articles."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records.article import Article
from recoupe.records.dropped import Dropped
from recoupe.records.story import Story


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that Recoupe found; all outputs are views of it.

    Attributes:
        articles: Sorted by publication and id.
        stories: Largest first, then by id.
        dropped: What was left out, with stage and reason, sorted.
    """

    articles: tuple[Article, ...]
    stories: tuple[Story, ...]
    dropped: tuple[Dropped, ...] = ()

    def article(self, article_id: str) -> Article:
        """The article with this id.

        Raises:
            KeyError: There is none.
        """
        for article in self.articles:
            if article.id == article_id:
                return article
        raise KeyError(article_id)
