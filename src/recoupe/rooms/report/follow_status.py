"""How the reported status of a claim moved: runs of a day and a status joined, real turns kept."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records import Claim, Status
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.word_status import Wording, word_status

# To assert and to announce are the same side of a matter; nothing moves between them.
_SAID = frozenset({Status.ALLEGED, Status.ANNOUNCED})


@dataclass(frozen=True, slots=True)
class Step:
    """One status on one day, with all who gave it.

    Attributes:
        on: ISO date, or None.
        status: The status; « said » statuses of one day are one step.
        wording: Its wording at the first place.
        speakers: Ids of those who gave it, in order; empty in the article's own voice.
        evidence: Index into the claim's evidence of the place that was published first.
    """

    on: str | None
    status: Status
    wording: Wording
    speakers: tuple[str, ...]
    evidence: int


@dataclass(frozen=True, slots=True)
class Course:
    """The steps of a claim.

    Attributes:
        points: Each status of each day, oldest first.
        turns: The points at which the status differs from the one before.
        same_voice: Whether one speaker or office gave two of the turns.
    """

    points: tuple[Step, ...]
    turns: tuple[Step, ...]
    same_voice: bool

    @property
    def has_contrast(self) -> bool:
        """Whether it was reported in ways that do not say the same."""
        return len(self.turns) > 1

    @property
    def moved(self) -> bool:
        """Whether it changed: over days, or in the words of one speaker.

        Two speakers who part on one day are a dispute, not a change.
        """
        days = {step.on[:10] for step in self.turns if step.on}
        return self.has_contrast and (self.same_voice or len(days) > 1)


def follow_status(claim: Claim, index: DossierIndex) -> Course:
    """The course of a claim's reported status.

    A plain assertion after a confirmation moves nothing and is left out; so is any status of
    which there is only one kind.
    """
    grouped: dict[tuple[str, bool, Status | None], list[int]] = {}
    for number, change in enumerate(claim.status):
        said = change.status in _SAID
        key = ((change.on or "")[:10], said, None if said else change.status)
        grouped.setdefault(key, []).append(number)
    points: list[Step] = []
    turns: list[Step] = []
    for numbers in grouped.values():
        step = _make_step(claim, numbers, index)
        last = turns[-1].status if turns else None
        if step.status in _SAID and last is Status.CONFIRMED:
            continue
        points.append(step)
        if last is None or not _is_same(step.status, last):
            turns.append(step)
    same = any(
        index.offices(one) & index.offices(other)
        for n, step in enumerate(turns)
        for later in turns[n + 1 :]
        if not _is_same(step.status, later.status)
        for one in step.speakers
        for other in later.speakers
    )
    return Course(tuple(points), tuple(turns), same)


def _is_same(one: Status, other: Status) -> bool:
    return one is other or (one in _SAID and other in _SAID)


def _make_step(claim: Claim, numbers: list[int], index: DossierIndex) -> Step:
    changes = [claim.status[n] for n in numbers]
    first = changes[0]

    def find_time(evidence: int) -> tuple[bool, str]:
        published = index.article(claim.evidence[evidence].article).published
        return published is None, published or ""

    return Step(
        on=first.on,
        status=first.status,
        wording=word_status(claim, first, index),
        speakers=tuple(dict.fromkeys(change.by for change in changes if change.by)),
        evidence=min((change.evidence for change in changes), key=find_time),
    )
