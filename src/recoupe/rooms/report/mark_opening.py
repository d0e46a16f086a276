"""Whether words start within a sentence, and what is to be set before them if they do."""

from __future__ import annotations

from recoupe.language.sentence_openings import starts_within
from recoupe.records import Claim, Evidence
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.show_controls import flatten

ELLIPSIS = "…\u00a0"


def find_wording(claim: Claim, index: DossierIndex) -> Evidence | None:
    """The evidence that a claim's text is taken from, or None where none has these words."""
    wanted = flatten(claim.text)
    for evidence in claim.evidence:
        if flatten(evidence.span.cut(index.article(evidence.article).text)) == wanted:
            return evidence
    return None


def mark_opening(claim: Claim, index: DossierIndex) -> str:
    """« … » and a space where the claim's wording starts within a sentence, else nothing."""
    evidence = find_wording(claim, index)
    if evidence is None or not starts_within(index.article(evidence.article), evidence.span):
        return ""
    return ELLIPSIS
