"""What was still open in one article and is done in a later one: « pourrait fermer », « a fermé »."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.language import load_table
from recoupe.language.why import give_why
from recoupe.language.word_keys import find_key
from recoupe.records import Difference, DifferenceKind, Evidence, Span, Stance, Verdict
from recoupe.rooms.compare.clauses import Clause, list_clauses
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.fact_words import Rarity
from recoupe.rooms.compare.material import Material

# Weighted share of the words of the shorter one, verb apart, that the other must have. Judgement,
# the only value tried.
SAME_ACT_RATIO = 0.6
_UNDONE = frozenset({Stance.DENIES, Stance.CANNOT_CONFIRM, Stance.ASKS, Stance.DEMANDS})


@dataclass(frozen=True, eq=False)
class Act:
    """A deed with whom and what it is about.

    Attributes:
        clause: The clause of its verb.
        words: Keys of what it is about, the subject's among them.
        names: Those of them that are names.
        evidence: The words from the subject on.
    """

    clause: Clause
    words: frozenset[str]
    names: frozenset[str]
    evidence: Evidence

    @property
    def day(self) -> str:
        """The day of publication; empty where unknown."""
        return (self.clause.pages.article.published or "")[:10]


def find_open_acts(material: Material) -> Iterator[Difference]:
    """Updates between what may, must or will be done, and the same told as done on a later day.

    « Le chantier pourrait être suspendu », three days later « le chantier est suspendu »; « il
    sera entendu », « il a été entendu ». One for each act that was open, with its last report.
    Not where the two have other subjects or objects.
    """
    clauses = material.once(list_clauses)
    rarity = material.once(Rarity)
    done: dict[str, list[Act]] = defaultdict(list)
    for act in _list_done(clauses):
        for key in sorted(act.clause.predicates):
            done[key].append(act)
    met: set[tuple[object, ...]] = set()
    for act in _list_open(clauses):
        later = [
            other
            for key in sorted(act.clause.predicates)
            for other in done[key]
            if act.day and act.day < other.day and _is_same_act(act, other, rarity)
        ]
        reported = (act.clause.predicates, frozenset(a.evidence for a in later))
        if later and reported not in met:
            met.add(reported)
            yield _make(material, act, max(later, key=lambda a: (a.day, a.evidence)))


@cache
def _leaves_open(lemma: str, language: str) -> bool:
    return any(e.regex.match(lemma) for e in load_table(language, "open_verbs"))


def _list_open(clauses: Sequence[Clause]) -> Iterator[Act]:
    """Acts told in the future, or as an infinitive below « pouvoir » and its like."""
    by_verb = {(c.pages.article.id, c.sentence.span.start, c.verb): c for c in clauses}
    for clause in clauses:
        if clause.negator is not None or clause.is_hypothetical:
            continue
        if clause.tense == "future" and _has_subject(clause):
            yield _make_act(clause, clause)
            continue
        verb = clause.tokens[clause.verb]
        above = by_verb.get((clause.pages.article.id, clause.sentence.span.start, verb.head))
        if above is None or above is clause or above.negator is not None or not _has_subject(above):
            continue
        lemma = above.tokens[above.verb].lemma.lower()
        if "VerbForm=Fin" not in verb.morph and _leaves_open(lemma, clause.language):
            yield _make_act(clause, above)


def _list_done(clauses: Sequence[Clause]) -> Iterator[Act]:
    """Acts told as facts, by the article or by somebody who says so."""
    for clause in clauses:
        doubted = clause.holder is not None and clause.holder.stance in _UNDONE
        told = clause.tense == "real" and _has_subject(clause) and clause.negator is None
        if told and not doubted and not clause.is_hypothetical and not clause.looks_back:
            lemma = clause.tokens[clause.verb].lemma.lower()
            if not _leaves_open(lemma, clause.language):
                yield _make_act(clause, clause)


def _make_act(clause: Clause, subject: Clause) -> Act:
    """An act of a clause, its subject that of this clause or of the one above."""
    own = _find_speaker_keys(subject)
    words = clause.words | clause.subject | subject.subject | own
    names = frozenset(
        t.lemma.lower() for t in subject.subject_tokens if t.pos == "PROPN" and t.text[0].isupper()
    )
    start = min([clause.span.start, *(t.start for t in subject.subject_tokens)])
    span = Span(start, max(clause.span.end, subject.tokens[subject.verb].end))
    holder = clause.holder.id if clause.holder else None
    return Act(clause, words, names, Evidence(clause.pages.article.id, span, holder))


def _find_speaker_keys(clause: Clause) -> frozenset[str]:
    """Keys of the speaker's name where « je » or « nous » is the subject; none elsewhere."""
    first = any("Person=1" in t.morph for t in clause.subject_tokens)
    if not first or clause.holder is None or clause.holder.speaker is None:
        return frozenset()
    words = clause.holder.speaker.name.split()
    return frozenset(find_key(w, clause.language) for w in words if w[0].isalpha())


def _has_subject(clause: Clause) -> bool:
    return bool(clause.subject or _find_speaker_keys(clause))


def _is_same_act(one: Act, other: Act, rarity: Rarity) -> bool:
    if one.names and other.names and not one.names & other.names:
        return False
    shared = one.words & other.words
    whole = min(sum(rarity.weigh(w) for w in sorted(words)) for words in (one.words, other.words))
    return bool(shared) and sum(rarity.weigh(w) for w in sorted(shared)) >= SAME_ACT_RATIO * whole


def _make(material: Material, act: Act, later: Act) -> Difference:
    pair = (act, later)
    words = [material.cut(a.evidence.article, a.evidence.span) for a in pair]
    return make_difference(
        DifferenceKind.WORDING,
        Verdict.UPDATE,
        words[0],
        [
            make_side(w, [a.evidence], a.clause.speaker, a.day)
            for w, a in zip(words, pair, strict=True)
        ],
        give_why("time_passed", steps=tuple(zip(words, (act.day, later.day), strict=True))),
    )
