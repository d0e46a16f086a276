"""Who says what: statements by speaker, the same words joined."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recoupe.language.close_marks import close_marks
from recoupe.records import Article, Evidence, Span, Stance, Statement, Story
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.open_upper import open_upper
from recoupe.rooms.report.show_controls import flatten
from recoupe.rooms.report.view_passages import QUOTE_LIMIT_CHARS, shorten


@dataclass(frozen=True, slots=True)
class Place:
    """Where words are carried."""

    where: str
    date: str
    published: str | None
    href: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a speaker, with every place that carries them letter for letter.

    Attributes:
        text: The words; pieces that an incise splits are joined by « […] ».
        form: How they are reported, a word for a reader.
        stance: How the speaker stands to them, a word for a reader.
        conditional: Whether the article reports them in the conditional.
        places: Where they are carried, in the order of the articles.
    """

    text: str
    form: str
    stance: str
    conditional: bool
    language: str | None
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker with what he or she is reported to have said, oldest first."""

    id: str
    name: str
    quotes: tuple[Quote, ...]
    statement_count: int
    article_count: int


def view_speakers(story: Story, index: DossierIndex) -> tuple[Voice, ...]:
    """The speakers of a story, most reported first; those without a name last.

    Statements of one speaker are joined where their words are the same but for spaces, marks
    and case. Does not join paraphrases: the grid does.
    """
    by_speaker: dict[str, list[tuple[Article, Statement]]] = {}
    for article_id in story.articles:
        article = index.article(article_id)
        for statement in article.statements:
            key = statement.speaker.id if statement.speaker else ""
            by_speaker.setdefault(key, []).append((article, statement))
    voices = [view_voice(key, said, index) for key, said in by_speaker.items()]
    return tuple(
        sorted(voices, key=lambda v: (not v.id, -v.article_count, -v.statement_count, v.name))
    )


def count_speakers(story: Story, index: DossierIndex) -> int:
    """How many voices a story has; those without a name are one."""
    said = (s for article_id in story.articles for s in index.article(article_id).statements)
    return len({s.speaker.id if s.speaker else "" for s in said})


def count_loose_statements(story: Story, index: DossierIndex) -> int:
    """How many statements of a story stand in no claim."""
    claimed: dict[str, list[Evidence]] = {}
    for claim in story.claims:
        for evidence in claim.evidence:
            claimed.setdefault(evidence.article, []).append(evidence)
    return sum(
        not any(e.span.overlaps(statement.whole) for e in claimed.get(article_id, ()))
        for article_id in story.articles
        for statement in index.article(article_id).statements
    )


def view_voice(
    speaker_id: str, said: list[tuple[Article, Statement]], index: DossierIndex
) -> Voice:
    """What one speaker said, the same words joined.

    Args:
        speaker_id: Id of the speaker; empty for those without a name.
        said: The statements with their articles, oldest first.
        index: The dossier.
    """
    joined: dict[str, list[tuple[Article, Statement]]] = {}
    for article, statement in said:
        key = re.sub(r"\W+", " ", _words(article, statement)).casefold().strip()
        joined.setdefault(key, []).append((article, statement))
    return Voice(
        id=speaker_id,
        name=open_upper(index.name_speaker(speaker_id) or index.labels.say("speakers.unnamed")),
        quotes=tuple(_view_quote(group, index) for group in joined.values()),
        statement_count=len(said),
        article_count=len({article.id for article, _ in said}),
    )


def _view_quote(group: list[tuple[Article, Statement]], index: DossierIndex) -> Quote:
    article, statement = group[0]
    reserved = any(s.reserved or s.stance is Stance.ALLEGES for _, s in group)
    return Quote(
        text=close_marks(shorten(_words(article, statement), QUOTE_LIMIT_CHARS)),
        form=index.labels.say(f"form.{statement.form}"),
        stance=index.labels.say(f"stance.{statement.stance}"),
        conditional=reserved,
        language=article.language,
        places=tuple(
            Place(
                where=index.name_article(a.id),
                date=index.date_article(a.id),
                published=a.published,
                href=index.link(a.id, s.start),
            )
            for a, s in group
        ),
    )


def _words(article: Article, statement: Statement) -> str:
    """The content of a statement, letter for letter, cuts shown."""
    pieces: list[Span] = list(statement.content)
    return " […] ".join(flatten(piece.cut(article.text)) for piece in pieces)
