"""What a reference to an article holds, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.exports.clean_characters import clean_characters
from recoupe.exports.look_up import find_web_address
from recoupe.records import Article, Dossier, make_slug


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to an article, all texts on one line.

    Attributes:
        key: Readable and unique: outlet and id of the article.
        id: Id of the article.
        title: Its title, or None.
        author: Its author line as printed, or None.
        outlet: Who published it, or None.
        date: Year, month and day of publication, or None.
        url: Its web address, or None.
        language: ISO 639-1 code, or None.
    """

    key: str
    id: str
    title: str | None
    author: str | None
    outlet: str | None
    date: tuple[int, int, int] | None
    url: str | None
    language: str | None


def cite_articles(dossier: Dossier) -> Iterator[Citation]:
    """A citation of each article, in the order of the dossier."""
    for article in dossier.articles:
        yield Citation(
            key=f"{make_slug(article.outlet) if article.outlet else 'article'}-{article.id}",
            id=article.id,
            title=_flatten(article.title),
            author=_flatten(article.byline),
            outlet=_flatten(article.outlet),
            date=_read_date(article),
            url=_flatten(find_web_address(article)),
            language=article.language,
        )


def _flatten(text: str | None) -> str | None:
    return " ".join(clean_characters(text).split()) or None if text else None


def _read_date(article: Article) -> tuple[int, int, int] | None:
    if article.published is None:
        return None
    year, month, day = article.published[:10].split("-")
    return int(year), int(month), int(day)
