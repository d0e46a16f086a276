"""« La direction dément. »: one party denies what another has just said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.language import load_table
from recoupe.language.why import give_why
from recoupe.language.word_keys import find_key
from recoupe.records import (
    Difference,
    DifferenceKind,
    Evidence,
    Form,
    Mention,
    Sentence,
    Span,
    Statement,
    Verdict,
    make_slug,
)
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.fact_words import Rarity
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.propositions import Word, write_act
from recoupe.rooms.compare.speaker_identity import find_known_id
from recoupe.rooms.compare.words import is_telling

# What is denied stands in the paragraph before; where no word is shared, in the sentence before.
# Judgement, the only value tried.
LOOK_BACK_CHARS = 600
# The quotation that carries the denial begins right after it.
QUOTE_CHARS = 6
LONGEST_SUBJECT_WORDS = 8
_END_OF_LEAD = re.compile(r"[:«“\"]")
_MARKS = ' \u00a0\u202f.,;!»”"'


@dataclass(frozen=True)
class Denial:
    """A sentence that denies: who does, and the quotation that follows, if there is one."""

    pages: Pages
    sentence: Sentence
    span: Span
    subject: str
    mention: Mention | None
    quotation: Statement | None


def find_denial_acts(material: Material) -> Iterator[Difference]:
    """Disputes in which a party denies without an object what another party said just before.

    « Le client parle de menaces. La banque dément. “Personne n'a été menacé.” » What is denied is
    the statement of somebody else that shares most words with the quotation after the denial,
    else the one just before. Silent where nobody but the denier spoke.
    """
    rarity = material.once(Rarity)
    for pages in material.pages.values():
        for sentence in pages.article.sentences:
            denial = _read_denial(pages, sentence, material.language)
            denied = _find_denied(denial, rarity, material.language) if denial else None
            if denial is not None and denied is not None:
                yield _make(material, denial, denied)


def _read_denial(pages: Pages, sentence: Sentence, language: str) -> Denial | None:
    words = sentence.span.cut(pages.text)
    lead = _END_OF_LEAD.split(words, maxsplit=1)[0].rstrip(_MARKS)
    for entry in load_table(language, "denial_acts"):
        match = entry.regex.search(lead)
        if match is None:
            continue
        before = Span(sentence.span.start, sentence.span.start + match.start())
        subject = lead[: match.start()].split(",")[0].strip()
        if not _is_subject(sentence, before, subject):
            return None
        span = Span(sentence.span.start, sentence.span.start + len(lead))
        people = pages.find_mentions(before)
        return Denial(
            pages,
            sentence,
            span,
            subject,
            people[0] if people else None,
            _find_quotation(pages, span, sentence),
        )
    return None


def _is_subject(sentence: Sentence, before: Span, subject: str) -> bool:
    """Whether the words before the denial are a noun with what belongs to it, and no clause."""
    tokens = [t for t in sentence.tokens if before.start <= t.start < before.end]
    if not subject or len(subject.split()) > LONGEST_SUBJECT_WORDS:
        return False
    if not tokens or tokens[-1].pos == "PRON":
        return False
    if any(t.pos == "VERB" or "PronType=Rel" in t.morph or t.pos == "SCONJ" for t in tokens):
        return False
    return any(t.pos in ("NOUN", "PROPN") for t in tokens)


def _find_quotation(pages: Pages, act: Span, sentence: Sentence) -> Statement | None:
    last = sentence.span.end + QUOTE_CHARS
    return next(
        (
            s
            for s in sorted(pages.article.statements, key=lambda s: s.start)
            if act.end <= s.start <= last and s.form in (Form.DIRECT, Form.MIXED)
        ),
        None,
    )


def _find_denied(denial: Denial, rarity: Rarity, language: str) -> Statement | None:
    """The statement of somebody else before the denial that it most surely answers."""
    start = denial.sentence.span.start
    own = _find_keys(denial.pages, denial.quotation, language) if denial.quotation else frozenset()
    best: tuple[float, int] | None = None
    found: Statement | None = None
    for statement in denial.pages.article.statements:
        gap = start - statement.whole.end
        if not 0 <= gap <= LOOK_BACK_CHARS or statement.speaker is None:
            continue
        if _is_denier(denial, statement):
            continue
        shared = own & _find_keys(denial.pages, statement, language)
        weight = sum(rarity.weigh(key) for key in sorted(shared))
        if not weight and not _is_next(denial, statement):
            continue
        if best is None or (weight, -gap) > best:
            best, found = (weight, -gap), statement
    return found


def _is_next(denial: Denial, statement: Statement) -> bool:
    """Whether a statement stands in the sentence just before the denial."""
    number = denial.pages.sentence_numbers[denial.sentence.span]
    before = denial.pages.article.sentences[number - 1].span if number else None
    return before is not None and before.start < statement.whole.end


def _find_keys(pages: Pages, statement: Statement, language: str) -> frozenset[str]:
    """Keys of the telling words apart from names: whom two speak of does not say what they say."""
    return frozenset(
        find_key(token.lemma, language)
        for piece in statement.content
        for sentence in pages.article.sentences_in(piece)
        for token in sentence.tokens
        if piece.start <= token.start < piece.end
        and is_telling(token, language)
        and token.pos != "PROPN"
    )


def _is_denier(denial: Denial, statement: Statement) -> bool:
    """Whether the one who spoke before is the one who denies."""
    speaker = statement.speaker
    if speaker is None or (denial.mention is not None and denial.mention.entity == speaker.id):
        return True
    parts = set(make_slug(denial.subject).split("-"))
    name = set(make_slug(speaker.name).split("-"))
    return name <= parts or parts <= name


def _drop_article(denial: Denial) -> str:
    """The subject from its first noun or name on: « direction » of « La direction »."""
    start = denial.sentence.span.start
    first = (t.start - start for t in denial.sentence.tokens if t.pos in ("NOUN", "PROPN", "ADJ"))
    return denial.subject[next(first, 0) :]


def _make(material: Material, denial: Denial, denied: Statement) -> Difference:
    article = denial.pages.article.id
    said = write_act(Word(denial.pages, denied))
    answer = material.cut(article, denial.span)
    name = denied.speaker.name if denied.speaker else None
    why = give_why("denied_by_act", one=name, said=said, denial=answer)
    evidence = [Evidence(article, denial.span)]
    if denial.quotation is not None:
        evidence += [Evidence(article, p, denial.quotation.id) for p in denial.quotation.content]
        answer += " : " + " ".join(material.cut(article, p) for p in denial.quotation.content)
    quoted = denial.quotation.speaker if denial.quotation else None
    who = find_known_id(
        material,
        denial.mention.entity if denial.mention else None,
        denial.subject,
        _drop_article(denial),
        quoted.id if quoted else None,
    )
    return make_difference(
        DifferenceKind.STANCE,
        Verdict.DISPUTE,
        said,
        [
            make_side(
                said,
                [Evidence(article, piece, denied.id) for piece in denied.content],
                denied.speaker.id if denied.speaker else None,
                denial.pages.find_time(denied.content[0], denied),
            ),
            make_side(answer, evidence, who, denial.pages.find_time(denial.span)),
        ],
        why,
    )
