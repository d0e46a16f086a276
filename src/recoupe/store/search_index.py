"""What can be found: articles, statements, figures and claims, by folded words and by lemmas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, text

from recoupe.records import Article, Claim, Evidence, Story
from recoupe.store import tables
from recoupe.store.clean_text import clean_text
from recoupe.store.fold_words import fold_words
from recoupe.store.write_words import Lemmas, write_words

Item = dict[str, object]
ITEMS = tables.search_items.c
# Parts of speech whose lemmas help to find a text; the others are in nearly all of them.
_CONTENT = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "VERB"})
_SLICE = 400


def index_article(
    connection: Connection, article: Article, story_id: str, *, only: Set[str] | None = None
) -> None:
    """Make an article, its statements and its figures findable, and only as they are now.

    Args:
        connection: A writing transaction.
        article: With its parse, so that its lemmas are known; one without takes those that the
            store knows.
        story_id: The story that holds it.
        only: Ids of the items that changed; all where None.
    """
    old = (ITEMS.article_id == article.id) & (ITEMS.kind != "claim")
    items = list(_list_items(article, story_id))
    if only is not None:
        old &= ITEMS.ref.in_(only)
        items = [(item, words) for item, words in items if item["ref"] in only]
    _forget(connection, old)
    lemmas = _map_lemmas(article)
    _keep_forms(connection, lemmas)
    if not lemmas:
        lemmas = look_up_lemmas(connection, [words for _, words in items])
    _insert(connection, items, lemmas)


def index_story(connection: Connection, story: Story, articles: Sequence[Article]) -> None:
    """Make the claims of a story findable.

    Args:
        connection: A writing transaction; the articles are indexed.
        story: As people see it.
        articles: Its articles.
    """
    forget_story(connection, story.id)
    by_id = {article.id: article for article in articles}
    claims: list[tuple[Item, str]] = []
    for claim in story.claims:
        wording = _find_wording(claim, by_id)
        item = {
            **_share(by_id[wording.article], story.id),
            "kind": "claim",
            "ref": claim.id,
            "start_char": wording.span.start,
            "end_char": wording.span.end,
        }
        claims.append((item, claim.text))
    _insert(connection, claims, look_up_lemmas(connection, [words for _, words in claims]))


def clear_index(connection: Connection) -> None:
    """Forget everything that can be found, and all forms of words."""
    connection.execute(text("DELETE FROM search_words"))
    connection.execute(delete(tables.search_items))
    connection.execute(delete(tables.word_forms))


def forget_story(connection: Connection, story_id: str) -> None:
    """Take the claims of a story out of what can be found."""
    _forget(connection, (ITEMS.story_id == story_id) & (ITEMS.kind == "claim"))


def _list_items(article: Article, story_id: str) -> Iterator[tuple[Item, str]]:
    """What can be found in an article, each with the words that find it."""
    shared = _share(article, story_id)
    body = "\n".join(span.cut(article.text) for span in article.body)
    whole = {"kind": "article", "ref": article.id, "start_char": 0, "end_char": len(article.text)}
    title = article.title or ""
    yield {**shared, **whole}, f"{title}\n{body}"
    speakers = {s.id: s.speaker for s in article.statements if s.speaker}
    for statement in article.statements:
        speaker = statement.speaker
        words = " ".join(piece.cut(article.text) for piece in statement.content)
        item = {
            **shared,
            "kind": "statement",
            "ref": statement.id,
            "start_char": statement.whole.start,
            "end_char": statement.whole.end,
            "speaker_id": speaker.id if speaker else None,
        }
        yield item, f"{speaker.name if speaker else ''} {words}"
    for figure in article.figures:
        speaker = speakers.get(figure.statement or "")
        words = figure.span.cut(article.text)
        # « 1 200 » is found by 1200 too.
        digits = "" if figure.value is None else f"{figure.value:.15g}"
        item = {
            **shared,
            "kind": "figure",
            "ref": figure.id,
            "start_char": figure.span.start,
            "end_char": figure.span.end,
            "speaker_id": speaker.id if speaker else None,
        }
        yield item, f"{words} {figure.counted} {digits}"


def _share(article: Article, story_id: str) -> Item:
    return {
        "article_id": article.id,
        "story_id": story_id,
        "day": (article.published or "")[:10] or None,
        "outlet": clean_text(article.outlet),
        "speaker_id": None,
    }


def _find_wording(claim: Claim, articles: dict[str, Article]) -> Evidence:
    """The piece of evidence that a claim's text is taken from, else its first."""
    for evidence in claim.evidence:
        if evidence.span.cut(articles[evidence.article].text) == claim.text:
            return evidence
    return claim.evidence[0]


def look_up_lemmas(connection: Connection, texts: Iterable[str]) -> Lemmas:
    """Folded lemmas that the folded words of texts can have in this store, sorted."""
    words = sorted({word for text_ in texts for word in fold_words(clean_text(text_)).split()})
    forms = tables.word_forms.c
    lemmas: dict[str, list[str]] = {}
    for start in range(0, len(words), _SLICE):
        query = select(forms.form, forms.lemma).where(forms.form.in_(words[start : start + _SLICE]))
        for form, lemma in connection.execute(query.order_by(forms.form, forms.lemma)):
            lemmas.setdefault(form, []).append(lemma)
    return lemmas


def _map_lemmas(article: Article) -> Lemmas:
    """Folded lemmas of the folded content words whose lemma is another word, sorted."""
    pairs = {
        (fold_words(token.text), fold_words(token.lemma))
        for sentence in article.sentences
        for token in sentence.tokens
        if token.pos in _CONTENT
    }
    lemmas: dict[str, list[str]] = {}
    for form, lemma in sorted(pairs):
        if form and lemma and form != lemma and " " not in form + lemma:
            lemmas.setdefault(form, []).append(lemma)
    return lemmas


def _keep_forms(connection: Connection, lemmas: Lemmas) -> None:
    forms = tables.word_forms
    words = sorted(lemmas)
    for start in range(0, len(words), _SLICE):
        some = words[start : start + _SLICE]
        rows = connection.execute(select(forms.c.form, forms.c.lemma).where(forms.c.form.in_(some)))
        known = {(form, lemma) for form, lemma in rows}
        pairs = [(word, lemma) for word in some for lemma in lemmas[word]]
        new = [{"form": f, "lemma": le} for f, le in pairs if (f, le) not in known]
        if new:
            connection.execute(insert(forms), new)


def _insert(connection: Connection, items: Sequence[tuple[Item, str]], lemmas: Lemmas) -> None:
    if not items:
        return
    # One writer at a time: no other program takes the same numbers.
    last = connection.execute(select(func.coalesce(func.max(ITEMS.number), 0))).scalar_one()
    rows = [{**item, "number": n} for n, (item, _) in enumerate(items, start=last + 1)]
    connection.execute(insert(tables.search_items), rows)
    write_words(connection, last + 1, [words for _, words in items], lemmas)


def _forget(connection: Connection, which: ColumnElement[bool]) -> None:
    numbers = list(connection.execute(select(ITEMS.number).where(which)).scalars())
    key = "rowid" if connection.dialect.name == "sqlite" else "number"
    for start in range(0, len(numbers), _SLICE):
        some = numbers[start : start + _SLICE]
        rows = [{"n": number} for number in some]
        connection.execute(text(f"DELETE FROM search_words WHERE {key} = :n"), rows)  # noqa: S608
        connection.execute(delete(tables.search_items).where(ITEMS.number.in_(some)))
