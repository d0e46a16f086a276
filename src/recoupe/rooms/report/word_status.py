"""The word and the sign for a reported status, by the words behind it."""

from __future__ import annotations

from enum import StrEnum

from recoupe.records import Claim, Stance, Status, StatusChange
from recoupe.rooms.report.index_dossier import DossierIndex


class Wording(StrEnum):
    """How a status reads: the status « alleged » covers three ways of saying it."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    CONDITIONAL = "conditional"
    ANNOUNCED = "announced"
    CONFIRMED = "confirmed"
    NOT_CONFIRMED = "not_confirmed"
    DENIED = "denied"
    CORRECTED = "corrected"


STATUS_SYMBOLS = {
    Wording.ASSERTED: "●",
    Wording.ALLEGED: "○",
    Wording.CONDITIONAL: "○",
    Wording.ANNOUNCED: "◇",
    Wording.CONFIRMED: "◆",
    Wording.NOT_CONFIRMED: "?",
    Wording.DENIED: "✕",
    Wording.CORRECTED: "↺",
}
# More names than this in one line are counted, not listed.
NAMES_SHOWN = 3


def word_status(claim: Claim, change: StatusChange, index: DossierIndex) -> Wording:
    """The wording of a status.

    A plain assertion is « asserted »; only an accusation is « alleged », and only the hearsay
    conditional is « conditional ». In the article's own voice nothing tells these apart: it
    asserts.
    """
    if change.status is not Status.ALLEGED:
        return Wording(change.status.value)
    evidence = claim.evidence[change.evidence]
    statement = index.statement(evidence.article, evidence.statement)
    if statement is None:
        return Wording.ASSERTED
    if statement.reserved:
        return Wording.CONDITIONAL
    return Wording.ALLEGED if statement.stance is Stance.ALLEGES else Wording.ASSERTED


def write_status(
    wording: Wording, speakers: tuple[str, ...], where: str, index: DossierIndex
) -> str:
    """The status with who gave it: « démenti par le Kremlin », « annoncé dans Le Courant »."""
    labels = index.labels
    word = labels.say(f"status.{wording}")
    if not speakers:
        return labels.say("status.by_article", status=word, name=where)
    form = "conditional_by" if wording is Wording.CONDITIONAL else "by"
    return labels.say(f"status.{form}", status=word, name=list_names(speakers, index))


def list_names(speakers: tuple[str, ...], index: DossierIndex) -> str:
    """The names of speakers in a sentence: « le Kremlin, Anne Roy et 2 autres »."""
    labels = index.labels
    names = list(dict.fromkeys(index.name_in_sentence(speaker) for speaker in speakers))
    if len(names) > NAMES_SHOWN:
        others = labels.say("count.more", n=len(names) - NAMES_SHOWN + 1)
        names = [*names[: NAMES_SHOWN - 1], others]
    if len(names) == 1:
        return names[0]
    return labels.say("status.and", first=", ".join(names[:-1]), last=names[-1])
