"""Whether two sentences contradict each other, by what the detectors look at."""

from __future__ import annotations

from recoupe.language import load_table
from recoupe.records import Article, Figure, Token
from recoupe.rooms.compare.figure_bounds import can_both_hold
from recoupe.rooms.compare.material import CONTENT_POS, fold_lemma
from recoupe.rooms.compare.polarity import count_negations, find_opposite_words

# Share of the shorter sentence's word families that the other must have before a difference is
# one on the same matter. On the first half of DACCORD 0.2 gives 0.737, 0.3 0.714, 0.4 0.688; 0 gives
# 0.743 and would hold unrelated sentences against each other (docs/decisions/0007-verdicts.md).
SAME_MATTER_RATIO = 0.2


def sentences_conflict(premise: Article, hypothesis: Article) -> str | None:
    """The reason why two annotated texts cannot both hold, or None.

    Looks at negations and negative words, opposite words, and numbers of one unit that exclude
    each other. Does not know the world: « un missile » against « un tube » is no conflict here.

    Args:
        premise: A text of one or a few sentences, annotated.
        hypothesis: Another.

    Returns:
        « nombre », « négation », « contraires » or None.
    """
    language = premise.language or "fr"
    one, other = _tokens(premise), _tokens(hypothesis)
    if share_families(one, other, language) < SAME_MATTER_RATIO:
        return None
    if find_excluding_figures(premise.figures, hypothesis.figures):
        return "nombre"
    if (_count_negative(one, language) > 0) != (_count_negative(other, language) > 0):
        return "négation"
    if find_opposite_words(one, other, language):
        return "contraires"
    return None


def _tokens(article: Article) -> list[Token]:
    return [token for sentence in article.sentences for token in sentence.tokens]


def share_families(one: list[Token], other: list[Token], language: str) -> float:
    """Share of the shorter text's word families that the other has too."""
    bags = [
        {fold_lemma(t.lemma, language) for t in tokens if t.pos in CONTENT_POS}
        for tokens in (one, other)
    ]
    shorter = min(map(len, bags))
    return len(bags[0] & bags[1]) / shorter if shorter else 0.0


def _count_negative(tokens: list[Token], language: str) -> int:
    negative = [entry.regex for entry in load_table(language, "negative_words")]
    words = sum(any(regex.match(t.lemma.lower()) for regex in negative) for t in tokens)
    return count_negations(tokens, language) + words


def find_excluding_figures(one: tuple[Figure, ...], other: tuple[Figure, ...]) -> bool:
    """Whether a figure of one text is excluded by all figures of its unit in the other."""
    return _has_excluded(one, other) or _has_excluded(other, one)


def _has_excluded(one: tuple[Figure, ...], other: tuple[Figure, ...]) -> bool:
    for figure in one:
        if figure.value is None or figure.unit == "ordinal":
            continue
        rivals = [f for f in other if f.unit == figure.unit and f.value is not None]
        if rivals and not any(can_both_hold(figure, rival) for rival in rivals):
            return True
    return False
