"""Sources that a relative pronoun takes up: « la maire, pour qui … », « un juge selon lequel … »."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from recoupe.language import Entry, load_table
from recoupe.records import Form, Span, Stance
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.statements.passage import Passage, has_main_finite, make_span
from recoupe.rooms.annotate.statements.subjects import find_antecedent


@cache
def _entries(language: str) -> tuple[Entry, ...]:
    return tuple(e for e in load_table(language, "attributions") if e.data["kind"] == "relative")


def draft_relative_sources(passage: Passage) -> Iterator[Draft]:
    """The statements that « pour qui », « selon lequel » give to the noun before them.

    The noun must be able to speak: « le pont selon lequel » and « la thèse selon laquelle » name no
    source. The content goes to the end of the sentence.
    """
    text = passage.text
    for entry in _entries(passage.language):
        for match in entry.regex.finditer(text, passage.start_char, passage.end_char):
            if passage.quote_at(match.start()) is not None:
                continue
            at, behind = passage.index_from(match.start()), passage.index_from(match.end())
            subject = find_antecedent(passage, at)
            if subject is None or not passage.can_speak(subject.head):
                continue
            content = make_span(text, match.end(), passage.end_char)
            if content is None or not has_main_finite(passage.doc, behind, passage.end):
                continue
            quoted = any(content.start - 2 <= q.inner_start < content.end for q in passage.quotes)
            yield Draft(
                content=(content,),
                cue=Span(match.start(), match.end()),
                form=Form.MIXED if quoted else Form.ACCORDING_TO,
                stance=Stance(entry.data["stance"]),
                subject=subject.span,
                subject_head=subject.head,
                anchor=match.start(),
            )
