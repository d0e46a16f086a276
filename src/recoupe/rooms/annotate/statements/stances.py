"""The stance of a statement where its own words say it: « je peux le confirmer »."""

from __future__ import annotations

from recoupe.language import load_table
from recoupe.records import Stance
from recoupe.rooms.annotate.draft import Draft


def read_stance(text: str, draft: Draft, language: str) -> Stance:
    """The stance that the content gives, else that of the cue.

    Only plain verbs of saying leave room: « a démenti pouvoir confirmer » stays a denial.
    """
    if draft.stance is not Stance.ASSERTS:
        return draft.stance
    words = " ".join(text[piece.start : piece.end] for piece in draft.content)
    for entry in load_table(language, "content_stances"):
        if entry.regex.search(words):
            return Stance(entry.data["stance"])
    return draft.stance
