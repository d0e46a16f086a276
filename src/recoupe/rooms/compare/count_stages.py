"""The stage of what is counted, by the words around the figure: killed, evacuated, without power."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from recoupe.language import load_table
from recoupe.language.word_keys import find_key
from recoupe.records import Figure, Sentence, Span, Token
from recoupe.rooms.compare.counted_words import classify_counted, load_kinds
from recoupe.rooms.compare.material import Pages

_NEAR_TOKENS = 8
_PHRASE_TOKENS = 5
_CLAUSE_MARKS = frozenset({",", ";", ":", ".", "«", "»", "(", ")"})
_COUNTS = ("person", "count")
_BEGIN_OF_VERB_GROUP = frozenset({"PRON", "AUX"})


def find_stage(
    pages: Pages, sentence: Sentence, figure: Figure, language: str
) -> tuple[str | None, bool]:
    """The stage that the words around the figure give, the nearest first, and whether it moves.

    A phrase in the figure (« foyers privés d'électricité »), then the words of its clause after it
    and before it. A figure with a noun of its own takes no stage from another count or from beyond
    it: in « 120 000 foyers et trois blessés » no home is wounded.
    """
    tokens = sentence.tokens
    inside = [n for n, t in enumerate(tokens) if figure.span.start <= t.start < figure.span.end]
    if not inside:
        return None, False
    own = _find_stage_of_phrase(" ".join(tokens[n].text for n in inside), language)
    if own is not None:
        return own
    others = list_other_counts(pages, sentence, figure)
    after = range(inside[-1] + 1, min(inside[-1] + 1 + _NEAR_TOKENS, len(tokens)))
    before = range(inside[0] - 1, max(0, inside[0] - _NEAR_TOKENS) - 1, -1)
    for window in (after, before):
        clause = _cut_clause(tokens, window, others)
        hits = [found for n in clause if (found := _find_stage_at(tokens, n, language))]
        if hits:
            names = {stage for stage, _ in hits}
            if {"killed", "wounded"} <= names and any(
                tokens[n].text.lower() in ("ou", "or") for n in clause
            ):
                return "killed_or_wounded", True
            return hits[0]
    return None, False


def list_other_counts(pages: Pages, sentence: Sentence, figure: Figure) -> list[Span]:
    """The other figures of a sentence that count something else; none for a bare number.

    « Deux des trente blessés » and « trente blessés, dont deux enfants » count some of what the
    figure beside them counts.
    """
    if not figure.counted.strip():
        return []
    return [
        f.span
        for f in pages.article.figures
        if f.counted.strip()
        and f.unit.startswith(_COUNTS)
        and sentence.span.contains(f.span)
        and not f.span.overlaps(figure.span)
        and not _is_part(pages, figure, f)
    ]


def _is_part(pages: Pages, part: Figure, whole: Figure) -> bool:
    """Whether the words between two figures make one a part of the other."""
    ties = {"with_part": (whole, part), "of_whole": (part, whole)}
    for entry in load_table(pages.article.language or "fr", "part_links"):
        first, second = ties.get(entry.data["role"], (part, part))
        between = pages.text[first.span.end : second.span.start]
        if between and entry.regex.search(between):
            return True
    return False


def _cut_clause(tokens: tuple[Token, ...], window: range, others: Sequence[Span]) -> list[int]:
    """The words of a window up to a mark that ends a clause, to another clause or another count."""
    clause: list[int] = []
    for n in window:
        token = tokens[n]
        if token.text in _CLAUSE_MARKS or _is_in(token, others) or _joins_clauses(tokens, n):
            break
        clause.append(n)
    return clause


def _joins_clauses(tokens: tuple[Token, ...], n: int) -> bool:
    """Whether a conjunction joins a verb of its own: « a relaxé quatre prévenus et en a condamné »."""
    return (
        tokens[n].dep == "cc" and n + 1 < len(tokens) and tokens[n + 1].pos in _BEGIN_OF_VERB_GROUP
    )


def _find_stage_at(tokens: tuple[Token, ...], n: int, language: str) -> tuple[str, bool] | None:
    """The stage that a word, or the phrase it begins, gives, and whether such a count moves."""
    phrase = " ".join(token.text for token in tokens[n : n + _PHRASE_TOKENS])
    found = _find_stage_of_word(tokens[n].text, language)
    return found or _find_stage_of_phrase(phrase, language, begins=True)


def _find_stage_of_phrase(
    words: str, language: str, *, begins: bool = False
) -> tuple[str, bool] | None:
    """The stage that a phrase gives and whether such a count moves, or None.

    Args:
        words: Words with single spaces.
        language: Of the words.
        begins: Whether the phrase must stand at their beginning.
    """
    for regex, stage, growing in _load_phrases(language):
        if regex.match(words) if begins else regex.search(words):
            return stage, growing
    return None


@cache
def _load_phrases(language: str) -> tuple[tuple[re.Pattern[str], str, bool], ...]:
    return tuple(
        (e.regex, e.data["stage"], bool(e.data.get("growing")))
        for e in load_table(language, "count_phrases")
    )


@lru_cache(maxsize=65_536)
def _find_stage_of_word(word: str, language: str) -> tuple[str, bool] | None:
    """The stage that a word gives and whether such a count moves, by the first entry of the table."""
    for kind in load_kinds(language):
        if kind.stage and kind.regex.search(word):
            return kind.stage, kind.growing
    return None


def find_near_stage(
    pages: Pages, sentence: Sentence, figure: Figure, near: frozenset[str], language: str
) -> str | None:
    """The stage that a word near in the parse gives, where no word beside the figure gives one.

    Args:
        pages: The article.
        sentence: The figure's sentence.
        figure: The figure.
        near: Keys of the words near it in the parse.
        language: Of the words.
    """
    others = list_other_counts(pages, sentence, figure)
    for token in sentence.tokens:
        if find_key(token.lemma, language) in near and not _is_in(token, others):
            _, stage, _ = classify_counted(token.text, language)
            if stage is not None:
                return stage
    return None


def _is_in(token: Token, spans: Sequence[Span]) -> bool:
    return any(span.start <= token.start < span.end for span in spans)
