"""A dossier made ready for look-ups: articles by id, names of outlets and speakers."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from recoupe.records import Article, Dossier, Statement
from recoupe.rooms.report.load_labels import Labels
from recoupe.rooms.report.name_speakers import (
    find_articles_of_names,
    find_offices,
    name_speakers,
)
from recoupe.rooms.report.show_controls import flatten
from recoupe.rooms.report.write_dates import write_date

# A page of nine dense articles weighs 0.75 MB, one of five 0.55 MB, with all neighbouring sentences.
# Past this many articles the page quotes each claim a few times and leaves the rest to the articles
# themselves, one click away: fifty such articles (4,800 characters, 20 statements each) make 3 MB.
FULL_CONTEXT_ARTICLES = 12


class DossierIndex:
    """What every view asks of a dossier.

    Attributes:
        dossier: The dossier itself.
        labels: The words of the interface.
    """

    def __init__(
        self,
        dossier: Dossier,
        labels: Labels,
        *,
        article_page: str = "",
        part_pages: Mapping[str, str] | None = None,
        speaker_page: str = "",
        compare_page: str = "",
    ) -> None:
        """Read the dossier once.

        Args:
            dossier: What was found.
            labels: The words of the interface.
            article_page: Address of an article's own page, with `{}` for its id; empty where all
                texts stand on the same page.
            part_pages: Addresses of the parts of a story that have pages of their own ("grid",
                "differences", ...), with `{}` for the story's id.
            speaker_page: Address of a speaker's own page, with `{}` for the id; empty where
                speakers have none.
            compare_page: Address of two articles side by side, with `{}` for the id of each; empty
                where there is no such page.
        """
        self.dossier = dossier
        self.labels = labels
        self._article_page = article_page
        self._part_pages = part_pages or {}
        self._speaker_page = speaker_page
        self._compare_page = compare_page
        self._names: dict[str, str] = {}
        self._dates: dict[str, str] = {}
        self._articles = {article.id: article for article in dossier.articles}
        self._numbers = {article.id: n for n, article in enumerate(dossier.articles, start=1)}
        self._statements = {(a.id, s.id): s for a in dossier.articles for s in a.statements}
        self._speakers = name_speakers(dossier)
        in_french = labels.language == "fr"
        self._articles_of_names = (
            find_articles_of_names(dossier, self._speakers) if in_french else {}
        )
        self._offices = find_offices(dossier)

    @property
    def has_article_pages(self) -> bool:
        """Whether the texts of the articles stand on pages of their own."""
        return bool(self._article_page)

    @property
    def is_brief(self) -> bool:
        """Whether the page is to leave neighbouring sentences to the texts of the articles."""
        return len(self.dossier.articles) > FULL_CONTEXT_ARTICLES

    def article(self, article_id: str) -> Article:
        """The article with this id; KeyError where there is none."""
        return self._articles[article_id]

    def number(self, article_id: str) -> int:
        """Place of the article in the dossier, from 1."""
        return self._numbers[article_id]

    def statement(self, article_id: str, statement_id: str | None) -> Statement | None:
        """The statement of an article, or None."""
        return self._statements.get((article_id, statement_id)) if statement_id else None

    def speaker_page(self, speaker_id: str) -> str:
        """Address of a speaker's own page; empty where there is none."""
        return self._speaker_page.format(speaker_id) if speaker_id else ""

    def compare(self, article_id: str, other_id: str) -> str:
        """Address of two articles side by side; empty where there is no such page."""
        return self._compare_page.format(article_id, other_id)

    def part(self, story_id: str, name: str) -> str:
        """Where a reader finds a part of a story: on this page, else on its own."""
        page = self._part_pages.get(name)
        return page.format(story_id) if page else f"#h-{story_id}-{name}"

    def link(self, article_id: str, start: int | None = None) -> str:
        """Where a reader finds an article, or the words in it that start at an offset."""
        place = f"#a-{article_id}" if start is None else f"#a-{article_id}-{start}"
        return self._article_page.format(article_id) + place

    def name_article(self, article_id: str) -> str:
        """How an article is called in a line: its outlet, its host, else its number."""
        if article_id not in self._names:
            article = self._articles[article_id]
            known = article.outlet or find_host(article.source)
            number = self.number(article_id)
            self._names[article_id] = flatten(known or self.labels.say("articles.number", n=number))
        return self._names[article_id]

    def name_speaker(self, speaker_id: str | None) -> str | None:
        """The name most often given with a speaker's id; the id where no article gives one."""
        return self._speakers.get(speaker_id, speaker_id) if speaker_id else None

    @property
    def speaker_names(self) -> list[str]:
        """The names of all speakers, sorted."""
        return sorted(set(self._speakers.values()))

    def name_in_sentence(self, speaker_id: str) -> str:
        """The name with its article where French has one: « le Kremlin », « Anne Roy »."""
        name = self._speakers.get(speaker_id, speaker_id)
        return self._articles_of_names.get(speaker_id, "") + name

    def offices(self, speaker_id: str) -> frozenset[str]:
        """The speaker's id and the slugs of the titles that the texts give."""
        return self._offices.get(speaker_id, frozenset({speaker_id}))

    def date_article(self, article_id: str) -> str:
        """Publication date of an article for a reader."""
        if article_id not in self._dates:
            self._dates[article_id] = write_date(self._articles[article_id].published, self.labels)
        return self._dates[article_id]


def find_host(source: str) -> str | None:
    """Host of a web address without « www. »; None for a path or a broken address.

    Example:
        >>> find_host("https://www.le-courant.example/a"), find_host("texts/003.txt")
        ('le-courant.example', None)
    """
    if not source.startswith(("http://", "https://")):
        return None
    try:
        host = urlsplit(source).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
