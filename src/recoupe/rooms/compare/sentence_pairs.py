"""Whether two sentences contradict each other, by signs of the language alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from recoupe.language import load_table
from recoupe.language.word_keys import find_keys
from recoupe.records import Article, Figure, MomentType
from recoupe.rooms.compare.clauses import Clause, find_clauses
from recoupe.rooms.compare.figure_bounds import can_both_hold
from recoupe.rooms.compare.material import Pages
from recoupe.rooms.compare.polarity import find_opposite_words
from recoupe.rooms.compare.words import is_telling

# Logistic regression over the signs of `read_signs`, L2 penalty 30 on standardised signs, fitted on
# the first half of DACCORD (548 pairs, split by address) by `python -m benchmarks.contradiction
# --fit`; weights are per unit of the sign. docs/decisions/0007-verdicts.md.
INTERCEPT = -1.2220
WEIGHTS: Mapping[str, float] = {
    "shared_words": 0.0993,
    "one_denies": 0.6048,
    "one_denies_shared": 1.1943,
    "both_deny": -0.5928,
    "denied_is_told": 1.2827,
    "denied_verb_is_told": 0.1831,
    "excluding_figures": 1.1814,
    "other_numbers": 0.3939,
    "excluding_days": 1.0316,
    "opposite_words": 0.1213,
    "one_refutes": 1.2091,
    "one_is_universal": 0.4485,
    "other_names": 0.2095,
    "one_is_said": 0.2664,
}


@dataclass(frozen=True)
class Rating:
    """How likely two sentences contradict each other.

    Attributes:
        probability: 0 to 1, as the signs weigh; not calibrated outside its data.
        reason: « nombre », « date », « négation », « contraires »: the kind of sign that parts
            them; None where the language gives none, and only knowledge of the world could tell.
    """

    probability: float
    reason: str | None


class _Text:
    """A text of one or a few sentences as the signs read it."""

    def __init__(self, article: Article, language: str) -> None:
        self.article = article
        self.tokens = [token for sentence in article.sentences for token in sentence.tokens]
        self.clauses = tuple(find_clauses(Pages(article), language))
        self.denied = tuple(clause for clause in self.clauses if clause.negator is not None)
        self.keys = frozenset(
            key
            for token in self.tokens
            if is_telling(token, language)
            for key in find_keys(token.lemma, language)
        )
        self.denied_keys = frozenset(key for clause in self.denied for key in clause.all_words)
        self.names = frozenset(t.lemma.lower() for t in self.tokens if t.pos == "PROPN")
        self.numbers = frozenset(t.text for t in self.tokens if any(c.isdigit() for c in t.text))


def rate_contradiction(premise: Article, hypothesis: Article) -> Rating:
    """How likely two annotated texts of one or a few sentences cannot both hold.

    Looks at denied clauses, numbers and days that exclude each other, opposite words, and words
    that refute. Does not know the world: « un missile » against « un tube » is no sign. In a story
    the detectors of this room ask for much more (one subject, one time), and do not use it.

    Example:
        See `tests/compare/test_sentence_pairs.py`.
    """
    signs = read_signs(premise, hypothesis)
    total = INTERCEPT + sum(WEIGHTS.get(name, 0.0) * value for name, value in signs.items())
    return Rating(1 / (1 + exp(-total)), name_reason(signs))


def name_reason(signs: Mapping[str, float]) -> str | None:
    """The kind of sign that parts two texts, numbers first; None where there is none."""
    for sign, reason in (
        ("excluding_figures", "nombre"),
        ("excluding_days", "date"),
        ("one_denies", "négation"),
        ("opposite_words", "contraires"),
    ):
        if signs[sign]:
            return reason
    return None


def read_signs(premise: Article, hypothesis: Article) -> dict[str, float]:
    """The signs of two annotated texts by name; the order of the texts changes nothing."""
    language = premise.language or "fr"
    one, other = _Text(premise, language), _Text(hypothesis, language)
    denied = [_cover_denied(one, other), _cover_denied(other, one)]
    opposite = find_opposite_words(one.tokens, other.tokens, language)
    shared = len(one.keys & other.keys) / (min(len(one.keys), len(other.keys)) or 1)
    one_denies = float(bool(one.denied) != bool(other.denied))
    return {
        "shared_words": shared,
        "one_denies": one_denies,
        "one_denies_shared": one_denies * shared,
        "both_deny": float(bool(one.denied and other.denied)),
        "denied_is_told": max(denied[0][0], denied[1][0]),
        "denied_verb_is_told": max(denied[0][1], denied[1][1]),
        "excluding_figures": float(find_excluding_figures(premise.figures, hypothesis.figures)),
        "other_numbers": float(
            min(len(one.numbers - other.numbers), len(other.numbers - one.numbers))
        ),
        "excluding_days": float(_exclude_days(premise, hypothesis)),
        "opposite_words": float(opposite is not None),
        "one_refutes": float(_has_role(one, "refute") != _has_role(other, "refute")),
        "one_is_universal": float(_has_role(one, "universal") != _has_role(other, "universal")),
        "other_names": float(min(len(one.names - other.names), len(other.names - one.names))),
        "one_is_said": float(bool(premise.statements) != bool(hypothesis.statements)),
    }


def _cover_denied(one: _Text, other: _Text) -> tuple[float, float]:
    """Best share of a denied clause that the other text tells, and the same where it has its verb."""
    told = other.keys - other.denied_keys
    best = best_with_verb = 0.0
    for clause in one.denied:
        share = _share(clause, told)
        best = max(best, share)
        if clause.predicates & told:
            best_with_verb = max(best_with_verb, share)
    return best, best_with_verb


def _share(clause: Clause, told: frozenset[str]) -> float:
    return len(clause.all_words & told) / len(clause.all_words) if clause.all_words else 0.0


@cache
def _entries(language: str, role: str) -> tuple[object, ...]:
    return tuple(e.regex for e in load_table(language, "refutations") if e.data["role"] == role)


def _has_role(text: _Text, role: str) -> bool:
    language = text.article.language or "fr"
    return any(regex.search(text.article.text) for regex in _entries(language, role))  # type: ignore[attr-defined]


def _exclude_days(one: Article, other: Article) -> bool:
    """Whether both name days or intervals, and none of the one meets any of the other."""
    first, second = _find_times(one), _find_times(other)
    return (
        bool(first)
        and bool(second)
        and not any(a[0] < b[1] and b[0] < a[1] for a in first for b in second)
    )


def _find_times(article: Article) -> list[tuple[str, str]]:
    return [
        (m.since, m.until)
        for m in article.moments
        if m.since and m.until and m.type in (MomentType.DATE, MomentType.INTERVAL)
    ]


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
