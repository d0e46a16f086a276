"""The one person whom a portrait is about, and whom its « elle » means where others come between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.language import load_table
from recoupe.rooms.annotate.mentions.people import Person
from recoupe.rooms.annotate.mentions.word_tables import find_word

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc

# A rubric stands among so many characters before the first paragraph or title.
RUBRIC_REACH_CHARS = 400


def find_protagonist(doc: Doc, people: Sequence[Person], language: str) -> Person | None:
    """The person named most in a portrait, the first of equals; None in any other article.

    A portrait has a rubric (« PORTRAIT »), a title that opens with a name and a comma (« Irma
    Valjac, la tête dure »), or a text that opens with « Elle » before anybody is named. Does not
    know portraits of two people.
    """
    if not people:
        return None
    central = max(people, key=lambda person: len(person.namings))
    title = (doc.title or "").replace("’", "'")
    named = title.startswith(f"{central.name},".replace("’", "'"))
    if named or _has_rubric(doc, language) or _opens_with_pronoun(doc, central, language):
        return central
    return None


def _has_rubric(doc: Doc, language: str) -> bool:
    end = doc.paragraphs[0][1] if doc.paragraphs else 0
    lines = doc.text[:end].splitlines() if end <= RUBRIC_REACH_CHARS else ()
    marks = load_table(language, "portrait_marks")
    return any(mark.regex.search(line) for line in lines for mark in marks)


def _opens_with_pronoun(doc: Doc, person: Person, language: str) -> bool:
    """Whether the first sentence that ends with a full stop opens with « il » or « elle » for the person."""
    ends = doc.sentence_ends
    at = 0
    while at < len(doc):
        last = doc[ends[at] - 1]
        while last.is_space and last.i > at:
            last = doc[last.i - 1]
        if not doc[at].is_space and last.text in {".", "!", "?", "…"}:
            entry = find_word(language, "pronouns", doc[at].lower_)
            if entry is None or entry.data["kind"] != "personal" or entry.data["number"] != "s":
                return False
            return bool(entry.data["gender"] == person.gender)
        at = ends[at]
    return False
