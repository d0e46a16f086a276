"""Denied, not confirmed, confirmed: by whom, and since when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import log

from recoupe.language import load_table
from recoupe.language.names import same_last_name
from recoupe.language.word_keys import find_key
from recoupe.records import (
    Difference,
    DifferenceKind,
    Evidence,
    FoundBy,
    Stance,
    Statement,
    Verdict,
    make_slug,
)
from recoupe.rooms.compare.differences import join_words, make_difference, make_side
from recoupe.rooms.compare.material import Material, Pages, day_of, find_bare_lemmas
from recoupe.rooms.compare.polarity import count_negations

# Weighted share of the denial's content words that the other passage must have: judgement, the only
# value tried; it raises no false alarm on the two gold stories.
SAME_PROPOSITION_RATIO = 0.4
# A denial answers what stands this close.
ANSWER_CHARS = 400
_FOR = frozenset({Stance.CONFIRMS, Stance.ANNOUNCES, Stance.ASSERTS, Stance.ALLEGES})


@dataclass(frozen=True)
class Word:
    """A statement with its words and day."""

    pages: Pages
    statement: Statement

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Content lemmas of what is said."""
        return find_proposition(self.pages, self.statement)

    @cached_property
    def time(self) -> str | None:
        """When it was said."""
        return self.pages.find_time(self.statement.content[0], self.statement)

    @cached_property
    def is_negated(self) -> bool:
        """Whether what is said denies something itself."""
        tokens = [
            token
            for piece in self.statement.content
            for sentence in self.pages.article.sentences_in(piece)
            for token in sentence.tokens
            if piece.start <= token.start < piece.end
        ]
        return count_negations(tokens, self.pages.article.language or "fr") > 0

    @property
    def speaker(self) -> str | None:
        """Id of the speaker; None where unknown or unnamed."""
        speaker = self.statement.speaker
        return speaker.id if speaker and speaker.found_by is not FoundBy.UNNAMED else None

    @property
    def name(self) -> str:
        """Name of the speaker, for sentences."""
        return self.statement.speaker.name if self.statement.speaker else "l'article"

    def evidence(self) -> list[Evidence]:
        """What is said, with its cue."""
        article = self.pages.article.id
        return [Evidence(article, piece, self.statement.id) for piece in self.statement.content]


def find_proposition(pages: Pages, statement: Statement) -> frozenset[str]:
    """Word families of what a statement says, without the words that only frame it."""
    language = pages.article.language or "fr"
    frames = [entry.regex for entry in load_table(language, "proposition_frames")]
    return frozenset(
        find_key(lemma, language)
        for piece in statement.content
        for lemma in find_bare_lemmas(pages, piece)
        if any(ch.isalpha() for ch in lemma) and not any(f.search(lemma) for f in frames)
    )


def find_stance_differences(material: Material) -> Iterator[Difference]:
    """Disputes where one speaker denies what another says, updates where one speaker moves on.

    « ne peut pas confirmer » then « confirme » is an update, so is « dément » then « admet »;
    « dément » against another's « confirme » is a dispute. A denial without known speaker, or
    whose words are in no other statement, raises nothing.
    """
    words = [Word(pages, s) for pages in material.pages.values() for s in pages.article.statements]
    weights = _weigh(words)
    denials = [w for w in words if w.statement.stance is Stance.DENIES and w.speaker]
    doubts = [w for w in words if w.statement.stance is Stance.CANNOT_CONFIRM and w.speaker]
    sayings = [
        w for w in words if w.statement.stance in _FOR and w.speaker and not w.statement.reserved
    ]
    yield from _find_updates([*denials, *doubts], sayings, weights)
    yield from _find_disputes(denials, sayings, weights)


def _weigh(words: Sequence[Word]) -> dict[str, float]:
    """Rare words weigh more than those of every statement."""
    counts = Counter(lemma for word in words for lemma in word.lemmas)
    return {lemma: log((len(words) + 1) / count) for lemma, count in counts.items()}


def _share(one: Word, other: Word, weights: dict[str, float]) -> float:
    """Weighted share of the first one's content words that the second has too."""
    whole = sum(weights[w] for w in one.lemmas)
    common = one.lemmas & other.lemmas
    return sum(weights[w] for w in common) / whole if whole else 0.0


def _does_answer(denial: Word, other: Word) -> bool:
    """Whether a denial of few words stands beside what it denies: « conteste tout remboursement »."""
    gap = abs(denial.statement.start - other.statement.start)
    near = denial.pages is other.pages and gap <= ANSWER_CHARS
    return near and denial.lemmas <= other.lemmas and not other.is_negated


def _same_speaker(one: Word, other: Word) -> bool:
    """Whether two speakers are one: by id, by full name, or a body and what speaks for it."""
    if one.speaker == other.speaker:
        return True
    parts = [set(make_slug(w.name).split("-")) for w in (one, other)]
    if parts[0] <= parts[1] or parts[1] <= parts[0]:
        return True
    return same_last_name(one.name, other.name) and " " in one.name and " " in other.name


def _find_updates(
    before: Sequence[Word], after: Sequence[Word], weights: dict[str, float]
) -> Iterator[Difference]:
    """One difference for each speaker who first did not, and later did."""
    told: set[str] = set()
    for early, late in product(before, after):
        key = early.speaker or ""
        one, other = day_of(early.time), day_of(late.time)
        if key in told or one is None or other is None or one >= other:
            continue
        if late.statement.stance is not Stance.CONFIRMS or not _same_speaker(early, late):
            continue
        if _share(early, late, weights) < SAME_PROPOSITION_RATIO:
            continue
        told.add(key)
        later = [
            w
            for w in after
            if w.statement.stance is Stance.CONFIRMS
            and _share(early, w, weights) >= SAME_PROPOSITION_RATIO
            and (day_of(w.time) or "") > one
            and _same_speaker(early, w)
        ]
        verb = "dément" if early.statement.stance is Stance.DENIES else "ne peut pas confirmer"
        verb_en = "denies" if early.statement.stance is Stance.DENIES else "cannot confirm"
        yield make_difference(
            DifferenceKind.STANCE,
            Verdict.UPDATE,
            _text(early)[:80],
            [
                make_side(f"{verb} : {_text(early)}", early.evidence(), early.speaker, one),
                make_side(
                    f"confirme : {_text(late)}",
                    [e for w in later for e in w.evidence()],
                    late.speaker,
                    other,
                ),
            ],
            f"{early.name} {verb} le {one}, {late.name} confirme le {other}.",
            f"{early.name} {verb_en} on {one}, {late.name} confirms on {other}.",
        )


def _find_disputes(
    denials: Sequence[Word], sayings: Sequence[Word], weights: dict[str, float]
) -> Iterator[Difference]:
    """One difference for each denial that others contradict."""
    told: set[str] = set()
    for denial in denials:
        if denial.speaker in told:
            continue
        against = [
            w
            for w in sayings
            if not _same_speaker(denial, w)
            and (len(denial.lemmas & w.lemmas) > 1 or _does_answer(denial, w))
            and _share(denial, w, weights) >= SAME_PROPOSITION_RATIO
        ]
        if not against:
            continue
        told.add(denial.speaker or "")
        others = list(dict.fromkeys(w.name for w in against))
        yield make_difference(
            DifferenceKind.STANCE,
            Verdict.DISPUTE,
            _text(denial)[:80],
            [
                make_side(
                    f"dément : {_text(denial)}",
                    denial.evidence(),
                    denial.speaker,
                    day_of(denial.time),
                ),
                make_side(
                    _text(against[0]),
                    [e for w in against for e in w.evidence()],
                    against[0].speaker if len(others) == 1 else None,
                    day_of(against[0].time),
                ),
            ],
            f"{denial.name} dément ce que dit {join_words(others[:3])}.",
            f"{denial.name} denies what {join_words(others[:3], 'and')} says.",
        )


def _text(word: Word) -> str:
    return " ".join(
        " ".join(piece.cut(word.pages.text).split()) for piece in word.statement.content
    )
