"""A parse is a function of its paragraph, whatever was parsed before and however it is read off."""

from __future__ import annotations

import pytest

from recoupe.records import Article, Token
from recoupe.rooms.annotate import documents
from recoupe.rooms.annotate.documents import find_sentences, parse_articles

TEXTS = (
    "La digue tient\n\nLa digue de Corlan tient, a dit la maire. Elle sera inspectée jeudi.\n",
    "Rien à signaler à Corlan.\n\nLa digue de Corlan tient, a dit la maire. Elle sera inspectée jeudi.",
    "« On verra »,  a répondu le préfet…\tIl n'a pas voulu en dire plus\n\n",
)


def _articles() -> list[Article]:
    return [Article(source=f"{n}", text=text, language="fr") for n, text in enumerate(TEXTS)]


def test_records_say_what_the_parse_says() -> None:
    for article, doc in parse_articles(_articles(), "fr"):
        by_place = {token.idx: token for token in doc}
        for sentence in find_sentences(doc):
            for token in sentence.tokens:
                parsed = by_place[token.start]
                head = sentence.tokens[token.head]
                assert token == Token(
                    start=parsed.idx,
                    end=parsed.idx + len(parsed),
                    text=article.text[token.start : token.end],
                    lemma=parsed.lemma_ or parsed.text,
                    pos=parsed.pos_,
                    dep=parsed.dep_,
                    head=token.head,
                    morph=str(parsed.morph),
                )
                assert head.start == parsed.head.idx or head is token


@pytest.mark.parametrize(("chunk", "kept_chars"), [(1, 0), (1, 80), (2, 10_000), (64, 0)])
def test_what_was_parsed_before_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, chunk: int, kept_chars: int
) -> None:
    expected = [find_sentences(doc) for _, doc in parse_articles(_articles(), "fr")]
    monkeypatch.setattr(documents, "CHUNK_ARTICLES", chunk)
    monkeypatch.setattr(documents, "KEPT_CHARS", kept_chars)
    assert [find_sentences(doc) for _, doc in parse_articles(_articles(), "fr")] == expected


def test_a_copy_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    parse = documents._parse

    def note(nlp, texts, language):  # type: ignore[no-untyped-def]
        parsed.extend(texts)
        return parse(nlp, texts, language)

    monkeypatch.setattr(documents, "_parse", note)
    monkeypatch.setattr(documents, "CHUNK_ARTICLES", 1)
    list(parse_articles(_articles(), "fr"))
    assert len(parsed) == len(set(parsed))
