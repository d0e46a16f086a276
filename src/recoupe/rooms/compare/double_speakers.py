"""One quotation, two speakers, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from recoupe.language import load_table
from recoupe.language.why import give_why
from recoupe.records import (
    Difference,
    DifferenceKind,
    EntityKind,
    Evidence,
    Sentence,
    Span,
    Token,
    Verdict,
)
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material, Pages

_CLOSERS = frozenset('»”"')


@cache
def _speech_lemmas(language: str) -> frozenset[str]:
    return frozenset(e.lemma for e in load_table(language, "reporting_verbs") if e.lemma)


def find_double_speakers(material: Material) -> Iterator[Difference]:
    """Sentences whose one quotation is followed by two clauses of speech with different subjects.

    « … », a révélé la maire, a ajouté le préfet. Not « … », a dit la maire, a rapporté l'AFP:
    a medium that relays is no second speaker.
    """
    for pages in material.pages.values():
        for sentence in pages.article.sentences:
            clauses = _find_clauses(sentence, material.language)
            if len(clauses) < 2:
                continue
            one, other = clauses[0], clauses[1]
            names = (one.cut(pages.text), other.cut(pages.text))
            if any(_is_medium(pages, span, material) for span in (one, other)):
                continue
            yield make_difference(
                DifferenceKind.SPEAKER,
                Verdict.GARBLED,
                material.cut(pages.article.id, sentence.span),
                [
                    make_side(words, [Evidence(pages.article.id, at)])
                    for words, at in zip(names, clauses[:2], strict=True)
                ],
                give_why("two_speakers", one=names[0], other=names[1]),
            )


def _find_clauses(sentence: Sentence, language: str) -> list[Span]:
    """Clauses after a closing mark that begin with a verb of speech before its subject."""
    tokens = sentence.tokens
    close = next((n for n in range(len(tokens) - 1, -1, -1) if tokens[n].text in _CLOSERS), None)
    if close is None:
        return []
    clauses: list[Span] = []
    for clause in _cut_at_commas(tokens[close + 1 :]):
        verb = next(
            (n for n, t in enumerate(clause[:5]) if t.lemma.lower() in _speech_lemmas(language)),
            None,
        )
        # « qui exige … » says more of the speaker, it gives the words to nobody else.
        if verb is None or "PronType=Rel" in clause[0].morph or clause[0].pos == "SCONJ":
            continue
        if not all(t.pos in ("AUX", "ADV", "PRON", "PUNCT") for t in clause[:verb]):
            continue
        # « interrogé sur le sujet » is a participle of its own: no auxiliary, no finite verb.
        if "VerbForm=Fin" not in clause[verb].morph and not any(
            t.pos == "AUX" for t in clause[:verb]
        ):
            continue
        subject = [t for t in clause[verb + 1 :] if t.pos in ("NOUN", "PROPN")]
        if subject:
            clauses.append(Span(clause[0].start, clause[-1].end))
    return clauses


def _cut_subject(pages: Pages, span: Span) -> str:
    """The words of a clause of speech up to the first preposition after its subject."""
    sentence = pages.find_sentence(span.start)
    tokens = [t for t in sentence.tokens if span.start <= t.start < span.end] if sentence else []
    is_named = False
    for token in tokens:
        if token.pos == "ADP" and is_named:
            return pages.text[span.start : token.start]
        is_named = is_named or token.pos in ("NOUN", "PROPN")
    return span.cut(pages.text)


def _cut_at_commas(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    start = 0
    for n, token in enumerate(tokens):
        if token.text in {",", ".", ";"}:
            if n > start:
                yield tokens[start:n]
            start = n + 1
    if start < len(tokens):
        yield tokens[start:]


def _is_medium(pages: Pages, span: Span, material: Material) -> bool:
    """Whether the clause's subject is an outlet or agency that only relays.

    « a dit la maire dans un communiqué » names a medium after a preposition, where no subject is.
    """
    words = _cut_subject(pages, span)
    for table in ("agencies", "media_words"):
        for entry in load_table(material.language, table):
            if entry.pattern is not None and entry.regex.search(words):
                return True
    outlets = {a.outlet.lower() for a in material.articles if a.outlet}
    return any(
        mention.kind is EntityKind.ORGANISATION and mention.name.lower() in outlets
        for mention in pages.find_mentions(span)
    )
