"""The statements of an article, made comparable with those of another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recoupe.language import load_table
from recoupe.records import Article, Form, Span, Statement
from recoupe.rooms.trace.candidates import ArticlePair
from recoupe.rooms.trace.resemblance import Vector, Weights, list_lemmas, make_vector
from recoupe.rooms.trace.word_stream import fold_word

# A statement is compared by its words when it has at least so many content words.
STATEMENT_WORDS = 3
# So many words in a row, quoted alike, were said once.
QUOTED_RUN = 7
# Years, ranks, ages and lengths of time come again in any two statements on one matter.
_COMMON_UNITS = ("duration", "age", "date", "ordinal")


@dataclass(frozen=True, slots=True)
class Said:
    """One statement made comparable.

    Attributes:
        speaker: Id of the speaker, or None.
        span: The longest piece of the content.
        vector: Weighted lemmas of the content; empty where there are fewer than `STATEMENT_WORDS`.
        runs: Every `QUOTED_RUN` words in a row of a quotation, folded.
        figures: Values that it gives, whatever is counted: « deux obstétriciens », « deux médecins ».
        negated: Whether it holds a word that negates: « aucune fuite » is not « une fuite ».
    """

    speaker: str | None
    span: Span
    vector: Vector
    runs: frozenset[tuple[str, ...]]
    figures: frozenset[float]
    negated: bool


SaidBy = Mapping[str, tuple[Said, ...]]


def list_all_said(near: Iterable[ArticlePair], weights: Weights) -> SaidBy:
    """The statements of each article that stands in a pair, by its id.

    Args:
        near: Pairs of articles worth comparing.
        weights: Weight of each lemma.
    """
    articles = {article.id: article for pair in near for article in pair}
    return {key: list_said(article, weights) for key, article in articles.items()}


def list_said(article: Article, weights: Weights) -> tuple[Said, ...]:
    """The statements of an article that have enough words to be known again elsewhere.

    That is `STATEMENT_WORDS` content words, or `QUOTED_RUN` words of any kind in quotation marks.
    """
    figures = _list_figures(article)
    said: list[Said] = []
    for statement in article.statements:
        sentences = article.sentences_in(statement.whole)
        lemmas = list_lemmas(sentences, statement.content)
        runs = _list_runs(article, statement)
        telling = len(set(lemmas)) >= STATEMENT_WORDS
        if not telling and not runs:
            continue
        said.append(
            Said(
                speaker=statement.speaker.id if statement.speaker else None,
                span=max(statement.content, key=lambda p: (p.length_chars, -p.start)),
                vector=make_vector(lemmas, weights) if telling else {},
                runs=runs,
                figures=figures.get(statement.id, frozenset()),
                negated=_is_negated(article, statement),
            )
        )
    return tuple(said)


def _list_figures(article: Article) -> Mapping[str, frozenset[float]]:
    found: dict[str, set[float]] = {}
    for figure in article.figures:
        if figure.statement is None or figure.value is None:
            continue
        if not figure.unit.startswith(_COMMON_UNITS):
            found.setdefault(figure.statement, set()).add(figure.value)
    return {key: frozenset(values) for key, values in found.items()}


def _is_negated(article: Article, statement: Statement) -> bool:
    negators = load_table(article.language or "fr", "negators")
    return any(
        entry.regex.match(token.text.lower())
        for sentence in article.sentences_in(statement.whole)
        for token in sentence.tokens
        if any(p.start <= token.start < p.end for p in statement.content)
        for entry in negators
    )


def _list_runs(article: Article, statement: Statement) -> frozenset[tuple[str, ...]]:
    if statement.form not in (Form.DIRECT, Form.MIXED):
        return frozenset()
    words: Sequence[str] = [
        fold_word(token.text)
        for sentence in article.sentences_in(statement.whole)
        for token in sentence.tokens
        if any(p.start <= token.start < p.end for p in statement.content)
        and any(map(str.isalnum, token.text))
    ]
    return frozenset(tuple(words[n : n + QUOTED_RUN]) for n in range(len(words) - QUOTED_RUN + 1))
