"""Fill a store with invented records of the size of real ones, without reading or parsing anything.

    python -m benchmarks.desk.make_store large.sqlite --articles 10000

Articles of some 500 words with a full parse, statements, figures; stories from one article to sixty,
with origins, claims and differences as `align` and `compare` give them. The texts say nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from benchmarks.desk.make_words import Vocabulary

from recoupe.growth import count
from recoupe.records import (
    Article,
    Claim,
    Difference,
    DifferenceKind,
    Evidence,
    Figure,
    Form,
    FoundBy,
    Modifier,
    Origin,
    OriginKind,
    Sentence,
    Side,
    Span,
    Speaker,
    Stance,
    Statement,
    Status,
    StatusChange,
    Story,
    Token,
    Verdict,
    make_id,
    make_slug,
)
from recoupe.store import open_store
from recoupe.store.keep_articles import keep_articles, update_articles
from recoupe.store.keep_stories import keep_story
from recoupe.store.show_rows import show_articles, show_story

VOCABULARY_WORDS = 40_000
SENTENCES = 24
STATEMENTS = 14
FIGURES = 9
# Most stories are small, the largest of a store holds some sixty articles.
STORY_SIZES = (1, 2, 3, 5, 8, 13, 21, 34, 60)
SIZE_WEIGHTS = (40, 20, 14, 10, 7, 4, 2, 1, 1)
FIRST_DAY = date(2031, 1, 1)
DAYS = 365
AT = "2032-01-01T08:00:00+00:00"


@dataclass
class Maker:
    """Invents articles and stories.

    Attributes:
        random: Where all chance comes from.
        words: What texts are made of.
    """

    random: Random
    words: Vocabulary

    def make_story(self, size: int) -> tuple[Story, list[Article]]:
        """A story with its articles, told in full."""
        speakers = [self._make_speaker() for _ in range(6)]
        first = FIRST_DAY + timedelta(days=self.random.randrange(DAYS))
        articles = sorted(
            (self._make_article(first, speakers) for _ in range(size)),
            key=lambda a: (a.published or "", a.id),
        )
        ids = tuple(article.id for article in articles)
        origins = tuple(self._make_origins(ids))
        claims = tuple(self._make_claims(articles, len(origins)))
        story = Story(make_id("story", *sorted(ids)), articles[0].title or "", ids, origins, claims)
        return replace(story, differences=tuple(self._make_differences(articles))), articles

    def _make_speaker(self) -> Speaker:
        name = " ".join(self.random.choices(self.words.names, k=2))
        return Speaker(name, make_slug(name), None, FoundBy.NAME)

    def _make_article(self, first: date, speakers: Sequence[Speaker]) -> Article:
        text, sentences = "", []
        for n in range(SENTENCES):
            text, sentence = self._add_sentence(text, is_heading=n == 0)
            sentences.append(sentence)
        day = first + timedelta(days=self.random.choice((0, 0, 0, 1, 1, 2, 5)))
        chosen = self.random.sample(range(1, SENTENCES), STATEMENTS)
        statements = tuple(
            Statement(
                make_id(text, n),
                self.random.choice(list(Form)),
                (sentences[n].span,),
                None,
                self.random.choice(speakers),
                self.random.choice(list(Stance)),
                self.random.random() < 0.1,
            )
            for n in sorted(chosen)
        )
        outlet = self.words.names[self.random.randrange(120)]
        return Article(
            source=f"https://{outlet.lower()}.example/{make_id(text)}",
            text=text,
            outlet=f"Le {outlet}",
            title=sentences[0].span.cut(text),
            published=f"{day.isoformat()}T{self.random.randrange(24):02}:30:00",
            language="fr",
            sentences=tuple(sentences),
            statements=statements,
            figures=tuple(self._make_figures(text, sentences)),
        )

    def _add_sentence(self, text: str, *, is_heading: bool) -> tuple[str, Sentence]:
        start, tokens = len(text), []
        for n in range(self.random.randrange(8, 34)):
            word, lemma, pos = self.words.draw()
            word = word.capitalize() if n == 0 else word
            tokens.append(Token(len(text), len(text) + len(word), word, lemma, pos, "dep", 0))
            text += word + " "
        span = Span(start, len(text) - 1)
        return text[:-1] + ".\n", Sentence(span, tuple(tokens), is_heading)

    def _make_figures(self, text: str, sentences: Sequence[Sentence]) -> Iterator[Figure]:
        for n in sorted(self.random.sample(range(1, len(sentences)), FIGURES)):
            token = sentences[n].tokens[2]
            value = float(self.random.randrange(2, 5000))
            span = Span(token.start, token.end)
            yield Figure(
                make_id("figure", text, n), span, value, value, value, Modifier.EXACT, "person",
                token.text,
            )  # fmt: skip

    def _make_origins(self, ids: Sequence[str]) -> Iterator[Origin]:
        start = 0
        while start < len(ids):
            some = tuple(ids[start : start + self.random.choice((1, 1, 2, 3, 8))])
            kind = OriginKind.COPY if len(some) > 1 else OriginKind.OWN
            yield Origin(make_id("origin", *some), some, kind, some[0])
            start += len(some)

    def _make_claims(self, articles: Sequence[Article], origins: int) -> Iterator[Claim]:
        said = [(a, s) for a in articles for s in a.statements]
        self.random.shuffle(said)
        while said:
            some = [said.pop() for _ in range(min(len(said), self.random.choice((1, 1, 1, 2, 4))))]
            evidence = tuple(sorted(Evidence(a.id, s.content[0], s.id) for a, s in some))
            carrying = {e.article for e in evidence}
            article, statement = next((a, s) for a, s in some if s.id == evidence[0].statement)
            by = statement.speaker.id if statement.speaker else None
            yield Claim(
                id=make_id(*evidence),
                text=statement.content[0].cut(article.text),
                evidence=evidence,
                speakers=tuple(sorted({s.speaker.id for _, s in some if s.speaker})),
                article_count=len(carrying),
                outlet_count=len(carrying),
                origin_count=min(len(carrying), origins),
                status=(StatusChange(None, self.random.choice(list(Status)), by, 0),),
            )

    def _make_differences(self, articles: Sequence[Article]) -> Iterator[Difference]:
        for n, (one, other) in enumerate(pairwise(articles)):
            sides = tuple(
                Side(f.span.cut(a.text), None, None, (Evidence(a.id, f.span),))
                for a in (one, other)
                for f in a.figures[:1]
            )
            verdict = self.random.choice(list(Verdict))
            yield Difference(
                make_id("d", n, one.id), DifferenceKind.FIGURE, verdict, "matière", sides, "…", "…"
            )


def fill(address: str, article_count: int, seed: int = 20_310_101) -> None:
    """Write a store; one transaction for some stories, as a batch of additions is."""
    random = Random(seed)
    maker = Maker(random, Vocabulary(random, VOCABULARY_WORDS))
    store = open_store(address)
    made = 0
    while made < article_count:
        with store.write() as connection:
            for _ in range(50):
                size = random.choices(STORY_SIZES, SIZE_WEIGHTS)[0]
                story, articles = maker.make_story(min(size, article_count - made))
                keep_articles(connection, articles, AT)
                keep_story(connection, story, story, AT)
                update_articles(connection, articles)
                show_articles(connection, articles, story.id)
                show_story(connection, story, articles, count(story, articles))
                made += len(articles)
                if made >= article_count:
                    break
    store.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("address")
    parser.add_argument("--articles", type=int, default=10_000)
    given = parser.parse_args()
    fill(given.address, given.articles)
