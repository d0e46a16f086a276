"""Who denied or could not confirm, and later does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from recoupe.language.why import give_why
from recoupe.records import (
    Difference,
    DifferenceKind,
    Stance,
    Verdict,
)
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import day_of
from recoupe.rooms.compare.propositions import (
    SAME_PROPOSITION_RATIO,
    Word,
    find_share,
    is_same_speaker,
    write_act,
    write_words,
)


def find_turns(words: Sequence[Word]) -> Iterator[Difference]:
    """Updates inside one sentence: « Le club, qui démentait lundi, a fini par admettre … »."""
    denials = [w for w in words if w.statement.stance is Stance.DENIES]
    admissions = [w for w in words if w.statement.stance is Stance.CONFIRMS]
    for early, late in product(denials, admissions):
        if early.pages is not late.pages or early.statement.start >= late.statement.start:
            continue
        first, second = early.statement.speaker, late.statement.speaker
        if first is None or second is None or first.id != second.id:
            continue
        place = early.pages.find_sentence(early.statement.start)
        if place is None or not place.span.contains(late.statement.whole):
            continue
        before = [
            w
            for w in denials
            if w.speaker and is_same_speaker(w, early) and (w.time or "") <= (late.time or "")
        ]
        yield make_difference(
            DifferenceKind.STANCE,
            Verdict.UPDATE,
            write_words(late),
            [
                make_side(
                    write_act(early),
                    [e for w in (early, *before) for e in w.evidence()],
                    early.speaker,
                    min(day_of(w.time) or "9" for w in (early, *before)),
                ),
                make_side(write_act(late), late.evidence(), late.speaker, day_of(late.time)),
            ],
            give_why(
                "turned_at_once",
                name=late.given_name,
                denied=write_act(early),
                admitted=write_act(late),
            ),
        )


def find_stance_updates(
    before: Sequence[Word], after: Sequence[Word], weights: dict[str, float]
) -> Iterator[Difference]:
    """One difference for each speaker who first did not, and later did."""
    told: set[str] = set()
    for early, late in product(before, after):
        key = early.speaker or ""
        one, other = day_of(early.time), day_of(late.time)
        if key in told or one is None or other is None or one >= other:
            continue
        if late.statement.stance is not Stance.CONFIRMS or not is_same_speaker(early, late):
            continue
        if find_share(early, late, weights) < SAME_PROPOSITION_RATIO:
            continue
        told.add(key)
        later = [
            w
            for w in after
            if w.statement.stance is Stance.CONFIRMS
            and find_share(early, w, weights) >= SAME_PROPOSITION_RATIO
            and (day_of(w.time) or "") > one
            and is_same_speaker(early, w)
        ]
        yield make_difference(
            DifferenceKind.STANCE,
            Verdict.UPDATE,
            write_words(early),
            [
                make_side(write_act(early), early.evidence(), early.speaker, one),
                make_side(
                    write_act(late),
                    [e for w in later for e in w.evidence()],
                    late.speaker,
                    other,
                ),
            ],
            give_why(
                "turned",
                name=early.given_name,
                steps=((write_act(early), one), (write_act(late), other)),
            ),
        )
