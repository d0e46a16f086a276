"""What a search asks and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.records import Span
from recoupe.store.cut_snippets import Snippet

# Of more hits only the newest are ranked and counted: the words are in nearly everything, and to
# rank 45,000 takes 90 ms, to count their facets 145 ms (318,000 things to find, two cores).
MOST_COUNTED = 10_000


class ItemKind(StrEnum):
    """What can be found."""

    ARTICLE = "article"
    STATEMENT = "statement"
    CLAIM = "claim"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What is searched for; everything given must hold, of one tuple any of its values.

    Attributes:
        words: As typed: words in any form, phrases in « » or "".
        kinds: Only these kinds.
        outlets: Only from these outlets.
        speakers: Only what these speakers (ids) say: statements and figures in them.
        stories: Only of these stories (ids).
        day_from: Published on this ISO date or later.
        day_to: Published on this ISO date or earlier.
        added_after: In articles that came in after this time, ISO 8601.
        after: `SearchPage.after` of the page before.
        limit: At most so many hits.
    """

    words: str = ""
    kinds: tuple[ItemKind, ...] = ()
    outlets: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    day_from: str | None = None
    day_to: str | None = None
    added_after: str | None = None
    after: str | None = None
    limit: int = 20

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the words and the kind narrows it down."""
        days = self.day_from or self.day_to or self.added_after
        return bool(self.outlets or self.speakers or self.stories or days)


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found.

    Attributes:
        kind: What it is.
        id: Its id.
        article: Id of the article it stands in; for a claim, that of its best wording.
        span: Where it stands in that article's text.
        story: Id of its story, or None.
        title: Title of the article, or None.
        title_matches: What was found in the title, spans of the title.
        outlet: Who published it, or None.
        published: When, ISO 8601, or None.
        speaker_id: Who says it, or None.
        speaker: The speaker's name as the article gives it, or None.
        snippet: The passage with what was found in it.
    """

    kind: ItemKind
    id: str
    article: str
    span: Span
    story: str | None
    title: str | None
    title_matches: tuple[Span, ...]
    outlet: str | None
    published: str | None
    speaker_id: str | None
    speaker: str | None
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many hits there would be with one value of a facet.

    Attributes:
        value: What the query is narrowed down with.
        label: What a person reads: name of the speaker, title of the story, else the value.
        count: Hits with it; the facet's own choice in the query is not counted in.
    """

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page of what was found.

    Attributes:
        hits: Best first; of equals the latest.
        total: How many there are on all pages, `MOST_COUNTED` at most.
        kinds: Counts of each kind, most first.
        outlets: Counts of each outlet, most first.
        speakers: Counts of each speaker, most first.
        stories: Counts of each story, most first.
        after: What the next page starts after; None on the last.
        is_cut: Whether there may be more than `MOST_COUNTED`, on all pages or, in a facet, without
            its own choice: then the newest were ranked and counted, and counts are the least.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    kinds: tuple[FacetCount, ...] = ()
    outlets: tuple[FacetCount, ...] = ()
    speakers: tuple[FacetCount, ...] = ()
    stories: tuple[FacetCount, ...] = ()
    after: str | None = None
    is_cut: bool = False
