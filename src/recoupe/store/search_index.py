"""What can be found: articles, statements, figures and claims, by folded words and by lemmas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, delete, insert, select, text

from recoupe.records import Article, Story
from recoupe.store import tables
from recoupe.store.clean_text import clean_text
from recoupe.store.fold_words import fold_words

Item = dict[str, object]
# Parts of speech whose lemmas help to find a text; the others are in nearly all of them.
_CONTENT = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "VERB"})
# PostgreSQL takes no word of more than 2,046 bytes.
_LONGEST_WORD_CHARS = 500


def index_article(connection: Connection, article: Article) -> None:
    """Make an article, its statements and its figures findable, and only as they are now."""
    _forget(connection, tables.search_items.c.article_id == article.id)
    lemmas = dict(_pair_lemmas(article))
    _keep_forms(connection, lemmas)
    body = "\n".join(span.cut(article.text) for span in article.body)
    shared: Item = {
        "article_id": article.id,
        "story_id": None,
        "day": (article.published or "")[:10] or None,
        "outlet": clean_text(article.outlet),
        "speaker_id": None,
    }
    title = article.title or ""
    _insert(
        connection,
        {
            **shared,
            "kind": "article",
            "ref": article.id,
            "start_char": 0,
            "end_char": len(article.text),
            "text": clean_text(title),
        },
        f"{title}\n{body}",
        lemmas,
    )
    for statement in article.statements:
        speaker = statement.speaker
        words = " ".join(piece.cut(article.text) for piece in statement.content)
        row = {
            **shared,
            "kind": "statement",
            "ref": statement.id,
            "start_char": statement.whole.start,
            "end_char": statement.whole.end,
            "speaker_id": speaker.id if speaker else None,
            "text": clean_text(" ".join(words.split())),
        }
        _insert(connection, row, f"{speaker.name if speaker else ''} {words}", lemmas)
    for figure in article.figures:
        words = figure.span.cut(article.text)
        row = {
            **shared,
            "kind": "figure",
            "ref": figure.id,
            "start_char": figure.span.start,
            "end_char": figure.span.end,
            "text": clean_text(" ".join(words.split())),
        }
        _insert(connection, row, f"{words} {figure.counted}", lemmas)


def index_story(connection: Connection, story: Story) -> None:
    """Make the claims of a story findable, and its articles' rows lead to it."""
    _forget(
        connection,
        (tables.search_items.c.story_id == story.id) & (tables.search_items.c.kind == "claim"),
    )
    items = tables.search_items
    connection.execute(
        items.update().where(items.c.article_id.in_(story.articles)).values(story_id=story.id)
    )
    for claim in story.claims:
        first = claim.evidence[0]
        row: Item = {
            "kind": "claim",
            "ref": claim.id,
            "article_id": None,
            "story_id": story.id,
            "start_char": first.span.start,
            "end_char": first.span.end,
            "day": None,
            "outlet": None,
            "speaker_id": None,
            "text": clean_text(" ".join(claim.text.split())),
        }
        _insert(connection, row, claim.text, {})


def forget_story(connection: Connection, story_id: str) -> None:
    """Take the claims of a story out of what can be found."""
    items = tables.search_items
    _forget(connection, (items.c.story_id == story_id) & (items.c.kind == "claim"))


def _pair_lemmas(article: Article) -> Iterator[tuple[str, str]]:
    """Folded form and folded lemma of the content words whose lemma is another word."""
    for sentence in article.sentences:
        for token in sentence.tokens:
            if token.pos in _CONTENT:
                form, lemma = fold_words(token.text), fold_words(token.lemma)
                if lemma and form != lemma and " " not in form + lemma:
                    yield form, lemma


def _keep_forms(connection: Connection, lemmas: dict[str, str]) -> None:
    forms = tables.word_forms
    for start in range(0, len(pairs := sorted(lemmas.items())), 400):
        some = pairs[start : start + 400]
        rows = connection.execute(
            select(forms.c.form, forms.c.lemma).where(forms.c.form.in_([form for form, _ in some]))
        )
        known = {(form, lemma) for form, lemma in rows}
        new = [{"form": f, "lemma": le} for f, le in some if (f, le) not in known]
        if new:
            connection.execute(insert(forms), new)


def _insert(connection: Connection, row: Item, words: str, lemmas: dict[str, str]) -> None:
    made = connection.execute(
        insert(tables.search_items).values(row).returning(tables.search_items.c.number)
    )
    number = made.scalar_one()
    folded = [w[:_LONGEST_WORD_CHARS] for w in fold_words(clean_text(words)).split()]
    roots = sorted({lemmas[word] for word in folded if word in lemmas})
    if connection.dialect.name == "sqlite":
        query = "INSERT INTO search_words (rowid, words, lemmas) VALUES (:n, :words, :lemmas)"
    else:
        query = (
            "INSERT INTO search_words (number, words) VALUES "
            "(:n, setweight(to_tsvector('simple', :words), 'A') || "
            "setweight(to_tsvector('simple', :lemmas), 'B'))"
        )
    values = {"n": number, "words": " ".join(folded), "lemmas": " ".join(roots)}
    connection.execute(text(query), values)


def _forget(connection: Connection, which: object) -> None:
    items = tables.search_items
    numbers: Sequence[int] = list(
        connection.execute(select(items.c.number).where(which)).scalars()  # type: ignore[arg-type]
    )
    key = "rowid" if connection.dialect.name == "sqlite" else "number"
    for some in _slices(numbers):
        values = ",".join(str(int(n)) for n in some)
        connection.execute(text(f"DELETE FROM search_words WHERE {key} IN ({values})"))  # noqa: S608
        connection.execute(delete(items).where(items.c.number.in_(some)))


def _slices(numbers: Sequence[int], size: int = 500) -> Iterable[Sequence[int]]:
    return (numbers[start : start + size] for start in range(0, len(numbers), size))
