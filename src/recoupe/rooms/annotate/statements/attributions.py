"""What is given on somebody's word without a verb: « selon la préfecture », « pour le maire »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from recoupe.language import Entry, load_table, might_match
from recoupe.records import Span, Stance
from recoupe.rooms.annotate.statements.noun_phrases import read_noun_phrase
from recoupe.rooms.annotate.statements.passage import (
    Passage,
    has_main_finite,
    is_finite,
    make_span,
)
from recoupe.rooms.annotate.statements.subject_words import Subject, to_subject

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc

# In this order they are looked for: what the paper gives as its own first.
_KINDS = ("own", "phrase", "clitic", "source", "opinion")


@cache
def load_attributions(language: str, kind: str) -> tuple[Entry, ...]:
    """The words of one kind that attribute, in the table's order."""
    return tuple(e for e in load_table(language, "attributions") if e.data["kind"] == kind)


def _list_in_text(doc: Doc, language: str) -> dict[str, list[Entry]]:
    """Kind → the words that attribute and stand anywhere in a text; kept with it."""
    kept: dict[str, list[Entry]] | None = doc.kept.get("attributions")
    if kept is None:
        folded, known = doc.text.casefold(), dict[frozenset[str], bool]()
        kept = doc.kept["attributions"] = {
            kind: [
                entry
                for entry in load_attributions(language, kind)
                if might_match(entry.regex, folded, known)
            ]
            for kind in ("blocker", *_KINDS)
        }
    return kept


@dataclass(frozen=True, slots=True)
class Attribution:
    """« selon » and its source.

    Attributes:
        cue: The words that attribute.
        subject: The source's words; None where the phrase names it itself.
        source: The source's span; None where the paper gives its own word (« selon nos informations »).
        start: Offset of the first character.
        end: Offset past the last character of the source.
        stance: What the words say of the commitment.
        counted: Whether each of several sources has its number: « 600 pour A, 200 pour B ».
    """

    cue: Span
    subject: Subject | None
    source: Span | None
    start: int
    end: int
    stance: Stance
    counted: bool = False


def find_attributions(passage: Passage) -> Iterator[Attribution]:
    """The attributions of a sentence in text order, those inside quotations left out."""
    text = passage.text
    entries = _list_in_text(passage.doc, passage.language)
    blocked = [
        match.span()
        for entry in entries["blocker"]
        for match in entry.regex.finditer(text, passage.start_char, passage.end_char)
    ]
    taken: list[tuple[int, int]] = []
    for kind in _KINDS:
        for entry in entries[kind]:
            for match in entry.regex.finditer(text, passage.start_char, passage.end_char):
                if any(a <= match.start() < b for a, b in (*blocked, *taken)):
                    continue
                if passage.quote_at(match.start()) is not None:
                    continue
                found = _read(passage, match, kind, Stance(entry.data["stance"]))
                if found is not None:
                    taken.append((found.start, found.end))
                    yield found


def _read(passage: Passage, match: re.Match[str], kind: str, stance: Stance) -> Attribution | None:
    cue = Span(match.start(), match.end())
    if kind == "own":
        return Attribution(cue, None, None, match.start(), match.end(), stance)
    if kind == "phrase":
        named = read_noun_phrase(passage, passage.index_from(match.start()) + 1, passage.end)
        if named is not None:
            subject = to_subject(passage, named)
            end = max(match.end(), subject.span.end)
            return Attribution(cue, subject, subject.span, match.start(), end, stance)
        source = make_span(passage.text, match.start(), match.end())
        return (
            Attribution(cue, None, source, match.start(), match.end(), stance) if source else None
        )
    if kind == "clitic":
        first = passage.index_from(match.start("source"))
        said = Span(match.start("source"), passage.char_end(first + 1))
        subject = Subject(said, first, first + 1)
        return Attribution(cue, subject, said, match.start(), match.end(), stance)
    at = passage.index_from(match.end())
    if at >= passage.end:
        return None
    if passage.low(at) in {"lui", "elle", "eux", "elles", "moi", "nous"}:
        head = passage.doc[at]
        span = Span(head.idx, head.idx + len(head.text))
        subject = Subject(span, at, at + 1)
    else:
        phrase = read_noun_phrase(passage, at, passage.end)
        if phrase is None:
            return None
        subject = to_subject(passage, phrase)
    if kind == "opinion" and not _is_opinion(passage, match, subject):
        return None
    counted = kind == "opinion" and _counts_for_each(passage, match, subject)
    return Attribution(
        cue, subject, subject.span, match.start(), subject.span.end, stance, counted=counted
    )


def _is_opinion(passage: Passage, match: re.Match[str], subject: Subject) -> bool:
    """« Pour le maire, … »: at the head of the sentence, a source that speaks, a clause after it."""
    if _counts_for_each(passage, match, subject):
        return True
    opens = passage.text[match.start()].isupper()
    behind_quote = passage.quote_until(match.start()) is not None and not opens
    if passage.text[passage.start_char : match.start()].strip(" •–-") and not behind_quote:
        return False
    mention = passage.mention_at.get(subject.head)
    person = (
        mention.kind.value == "person" if mention is not None else passage.can_speak(subject.head)
    )
    if behind_quote:
        verbs = any(
            is_finite(t) and passage.quote_at(t.idx) is None
            for t in passage.doc[passage.start : passage.end]
        )
        return passage.can_speak(subject.head) and not verbs
    closes = subject.end < passage.end and passage.doc[subject.end].text == ","
    return person and closes and has_main_finite(passage.doc, subject.end, passage.end)


def _counts_for_each(passage: Passage, match: re.Match[str], subject: Subject) -> bool:
    """« 6 000 personnes pour les syndicats, 2 300 pour la police »: a number for each of two."""
    if not passage.can_speak(subject.head):
        return False
    word = match.group().casefold()
    counted = [
        at
        for at in range(passage.start + 1, passage.end)
        if passage.low(at) == word and _follows_number(passage, at)
    ]
    return len(counted) > 1 and passage.index_from(match.start()) in counted


def _follows_number(passage: Passage, at: int) -> bool:
    """Whether a number with at most its noun stands right before a token."""
    before = passage.doc[at - 1]
    if before.pos_ == "NOUN" and at - 2 >= passage.start:
        before = passage.doc[at - 2]
    return bool(before.like_num)
