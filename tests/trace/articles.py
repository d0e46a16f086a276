"""Articles for the tests of origins, parsed as far as `trace` needs it: words, marks, lemmas."""

from __future__ import annotations

import re

from recoupe.records import Article, Credit, Sentence, Span, Token


def make_article(
    name: str,
    text: str,
    *,
    published: str | None = "2031-03-04",
    credit: str | None = None,
    outlet: str | None = None,
) -> Article:
    """An article whose sentences are cut at full stops and line ends; the lemma is the word."""
    sentences = [
        Sentence(Span(m.start(), m.end()), tuple(_tokens(text, m.start(), m.end())))
        for m in re.finditer(r"[^.\n]+\.?", text)
        if m.group().strip()
    ]
    at = text.find(credit) if credit else -1
    credits_ = (Credit(credit, Span(at, at + len(credit))),) if credit else ()
    return Article(
        name,
        text,
        outlet=outlet,
        published=published,
        language="fr",
        sentences=tuple(sentences),
        credits=credits_,
    )


def _tokens(text: str, start: int, end: int) -> list[Token]:
    found = re.finditer(r"\w+|[^\w\s]", text[start:end])
    return [
        Token(
            start + m.start(),
            start + m.end(),
            m.group(),
            m.group().lower(),
            "NOUN" if len(m.group()) > 3 else "DET",
            "dep",
            n,
        )
        for n, m in enumerate(found)
    ]
