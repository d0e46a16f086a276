"""Denied, not confirmed, confirmed: by whom, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.language.why import give_why
from recoupe.records import (
    Difference,
    DifferenceKind,
    Stance,
    Verdict,
)
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material, day_of
from recoupe.rooms.compare.propositions import (
    SAME_PROPOSITION_RATIO,
    Word,
    find_share,
    is_same_speaker,
    weigh_words,
    write_act,
    write_words,
)
from recoupe.rooms.compare.stance_updates import find_stance_updates, find_turns

# A denial answers what stands this close.
ANSWER_CHARS = 400
_FOR = frozenset({Stance.CONFIRMS, Stance.ANNOUNCES, Stance.ASSERTS, Stance.ALLEGES})


def find_stance_differences(material: Material) -> Iterator[Difference]:
    """Disputes where one speaker denies what another says, updates where one speaker moves on.

    « ne peut pas confirmer » then « confirme » is an update, so is « dément » then « admet »;
    « dément » against another's « confirme » is a dispute. A denial without known speaker, or
    whose words are in no other statement, raises nothing.
    """
    words = [Word(pages, s) for pages in material.pages.values() for s in pages.article.statements]
    weights = weigh_words(words)
    denials = [w for w in words if w.statement.stance is Stance.DENIES and w.speaker]
    doubts = [w for w in words if w.statement.stance is Stance.CANNOT_CONFIRM and w.speaker]
    sayings = [
        w for w in words if w.statement.stance in _FOR and w.speaker and not w.statement.reserved
    ]
    yield from find_turns(words)
    yield from find_stance_updates([*denials, *doubts], sayings, weights)
    yield from _find_disputes(denials, sayings, weights)


def _does_answer(denial: Word, other: Word) -> bool:
    """Whether a denial of few words stands beside what it denies: « conteste tout remboursement »."""
    gap = abs(denial.statement.start - other.statement.start)
    near = denial.pages is other.pages and gap <= ANSWER_CHARS
    return near and denial.lemmas <= other.lemmas and not other.is_negated


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
            if (len(denial.lemmas & w.lemmas) > 1 or _does_answer(denial, w))
            and find_share(denial, w, weights) >= SAME_PROPOSITION_RATIO
            and not is_same_speaker(denial, w)
            and w.is_negated == denial.is_negated
        ]
        if not against:
            continue
        told.add(denial.speaker or "")
        others = list(dict.fromkeys(w.name for w in against))
        yield make_difference(
            DifferenceKind.STANCE,
            Verdict.DISPUTE,
            write_words(denial),
            [
                make_side(
                    write_act(denial),
                    denial.evidence(),
                    denial.speaker,
                    day_of(denial.time),
                ),
                make_side(
                    write_act(against[0]),
                    [e for w in against for e in w.evidence()],
                    against[0].speaker if len(others) == 1 else None,
                    day_of(against[0].time),
                ),
            ],
            give_why(
                "two_sayings",
                one=against[0].given_name,
                first=write_act(against[0]),
                other=denial.given_name,
                second=write_act(denial),
            ),
        )
