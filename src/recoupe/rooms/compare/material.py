"""What the detectors ask of a story: sentences, holders, speakers and days of a passage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence
from functools import cache, cached_property
from typing import Any, TypeVar

from recoupe.language import match_word
from recoupe.records import (
    Article,
    Claim,
    EntityKind,
    Mention,
    MomentType,
    Sentence,
    Span,
    Statement,
    Story,
)

T = TypeVar("T")
CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


class ReadOnce:
    """Something that many detectors read, and that is read but once for all of them."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Hashable, ...], Any] = {}

    def once(self, read: Callable[..., T], *about: Hashable) -> T:
        """What a function reads off this, kept from the first time it is asked for.

        Args:
            read: Called with this and `about`; a function of a module, so that all who ask name one.
            about: What else the answer depends on, as a language.
        """
        key = (read, *about)
        if key not in self._kept:
            self._kept[key] = read(self, *about)
        kept: T = self._kept[key]
        return kept


class Pages(ReadOnce):
    """One article with quick ways to what stands around a passage."""

    def __init__(self, article: Article) -> None:
        super().__init__()
        self.article = article
        self.id = article.id
        self._starts = [sentence.span.start for sentence in article.sentences]

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @cached_property
    def folded(self) -> str:
        """The text in which `might_match` looks for words."""
        return self.article.text.casefold()

    def find_sentence(self, at: int) -> Sentence | None:
        """The sentence that holds an offset, or None."""
        n = bisect_right(self._starts, at) - 1
        if n >= 0 and at < self.article.sentences[n].span.end:
            return self.article.sentences[n]
        return None

    @cached_property
    def sentence_numbers(self) -> dict[Span, int]:
        """Position of each sentence in the article."""
        return {sentence.span: n for n, sentence in enumerate(self.article.sentences)}

    def find_mentions(self, span: Span, kind: EntityKind | None = None) -> tuple[Mention, ...]:
        """Mentions inside a span, of one kind or all, in text order."""
        return tuple(
            mention
            for mention in self.article.mentions
            if span.contains(mention.span) and kind in (None, mention.kind)
        )

    def find_holder(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds a span, or None: the article's own voice."""
        start, end = span.start, span.end
        return next((s for a, b, s in self._pieces if a <= start and end <= b), None)

    @cached_property
    def _pieces(self) -> list[tuple[int, int, Statement]]:
        """Start and end of each piece of content, those of the innermost statements first."""
        inner_first = sorted(
            self.article.statements, key=lambda s: (s.whole.length_chars, s.start, s.id)
        )
        return [(piece.start, piece.end, s) for s in inner_first for piece in s.content]

    def find_time(self, span: Span, holder: Statement | None = None) -> str | None:
        """When a passage holds: a day named beside it, else that of the speech, else publication.

        Days inside the passage's own sentence count, the nearest first; a duration or a vague time
        does not.
        """
        sentence = self.find_sentence(span.start)
        if sentence is not None:
            days = [
                moment
                for moment in self.article.moments
                if sentence.span.overlaps(moment.span)
                and not span.contains(moment.span)
                and moment.type is MomentType.DATE
                and moment.since
            ]
            if holder is not None and holder.cue is not None:
                cue = holder.cue.start
                days = sorted(days, key=lambda m: (abs(m.span.start - cue), m.span))
            else:
                days = sorted(days, key=lambda m: (abs(m.span.start - span.start), m.span))
            if days:
                return days[0].since
        return self.article.published

    def find_speech_time(self, span: Span, holder: Statement | None) -> str | None:
        """When a count was given: the day beside the cue, else the time of publication."""
        sentence = self.find_sentence(span.start)
        if holder is not None and holder.cue is not None and sentence is not None:
            cue = holder.cue
            near = [
                moment
                for moment in self.article.moments
                if moment.type is MomentType.DATE
                and moment.since
                and sentence.span.overlaps(moment.span)
                and not any(piece.overlaps(moment.span) for piece in holder.content)
            ]
            near.sort(key=lambda m: (abs(m.span.start - cue.start), m.span))
            if near and near[0].since is not None:
                return near[0].since
        return self.article.published


class Material(ReadOnce):
    """A story with its articles, as the detectors read it."""

    def __init__(
        self, story: Story, articles: Sequence[Article], without: frozenset[str] = frozenset()
    ) -> None:
        super().__init__()
        self.story = story
        self.without = without
        self.pages = {article.id: Pages(article) for article in articles}
        self.language = next((a.language for a in articles if a.language), "fr")

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in the order given."""
        return tuple(pages.article for pages in self.pages.values())

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The story's claims."""
        return self.story.claims

    def cut(self, article_id: str, span: Span) -> str:
        """The words of a passage, white space made single."""
        return " ".join(span.cut(self.pages[article_id].text).split())


def day_of(time: str | None) -> str | None:
    """The day of an ISO date or date-time."""
    return time[:10] if time else None


def find_lemmas(pages: Pages, span: Span) -> tuple[str, ...]:
    """Content words of a span in text order, as word families or lower-case lemmas."""
    language = pages.article.language or "fr"
    return tuple(fold_lemma(lemma, language) for lemma in find_bare_lemmas(pages, span))


def find_bare_lemmas(pages: Pages, span: Span) -> tuple[str, ...]:
    """Lower-case lemmas of the content words of a span, in text order."""
    return tuple(
        token.lemma.lower()
        for sentence in pages.article.sentences_in(span)
        for token in sentence.tokens
        if span.start <= token.start and token.end <= span.end and token.pos in CONTENT_POS
    )


@cache
def fold_lemma(lemma: str, language: str) -> str:
    """The family of a word (« déployer », « déploiement »), or its lemma in lower case."""
    lower = lemma.lower()
    found = match_word(language, "synonyms", lower)
    return str(found[0].data["family"]) if found else lower
