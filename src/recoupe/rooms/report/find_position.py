"""How a passage stands to a claim: the word and the sign of a cell of the grid."""

from __future__ import annotations

from enum import StrEnum

from recoupe.records import Claim, Stance
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.word_status import Wording, word_status


class Position(StrEnum):
    """How a column stands to a claim; the order is that of a cell with several."""

    ASSERTS = "asserts"
    ALLEGES = "alleges"
    CONDITIONAL = "conditional"
    UNCONFIRMED = "unconfirmed"
    DENIES = "denies"
    CORRECTED = "corrected"
    ABSENT = "absent"


SYMBOLS = {
    Position.ASSERTS: "●",
    Position.ALLEGES: "○",
    Position.CONDITIONAL: "◌",
    Position.UNCONFIRMED: "?",
    Position.DENIES: "✕",
    Position.CORRECTED: "↺",
    Position.ABSENT: "–",
}
_OF_WORDING = {
    Wording.ASSERTED: Position.ASSERTS,
    Wording.ALLEGED: Position.ALLEGES,
    Wording.CONDITIONAL: Position.CONDITIONAL,
    Wording.ANNOUNCED: Position.ASSERTS,
    Wording.CONFIRMED: Position.ASSERTS,
    Wording.NOT_CONFIRMED: Position.UNCONFIRMED,
    Wording.DENIED: Position.DENIES,
    Wording.CORRECTED: Position.CORRECTED,
}
_OF_STANCE = {
    Stance.DENIES: Position.DENIES,
    Stance.CANNOT_CONFIRM: Position.UNCONFIRMED,
    Stance.ALLEGES: Position.ALLEGES,
}


def find_position(claim: Claim, evidence_number: int, index: DossierIndex) -> Position:
    """How one piece of evidence stands to its claim: by the status it gives, else by its stance."""
    given = [change for change in claim.status if change.evidence == evidence_number]
    if given:
        return _OF_WORDING[word_status(claim, given[-1], index)]
    evidence = claim.evidence[evidence_number]
    statement = index.statement(evidence.article, evidence.statement)
    if statement is None:
        return Position.ASSERTS
    position = _OF_STANCE.get(statement.stance, Position.ASSERTS)
    if position is Position.ASSERTS and statement.reserved:
        return Position.CONDITIONAL
    return position
