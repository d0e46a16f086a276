"""The statements that nouns of speech report: « son avertissement que », « l'accusation selon laquelle »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.records import Form, Span, Stance
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.lexicon import find_reporting_noun
from recoupe.rooms.annotate.statements.noun_phrases import read_noun_phrase
from recoupe.rooms.annotate.statements.passage import Passage, has_main_finite, is_finite, make_span
from recoupe.rooms.annotate.statements.subject_words import Subject, to_subject


def draft_nouns(passage: Passage, cues: Sequence[Cue]) -> Iterator[Draft]:
    """« son avertissement que … », « l'accusation du maire selon laquelle … »."""
    doc = passage.doc
    for at in range(passage.start, passage.end - 2):
        if doc[at].pos_ != "NOUN":
            continue
        entry = find_reporting_noun(doc[at].lower_, passage.language)
        if entry is None:
            continue
        possessive = (
            passage.low(at - 1) in closed.POSSESSIVES or passage.low(at - 2) in closed.POSSESSIVES
        )
        owner: Subject | None = None
        after = at + 1
        if possessive:
            index = at - 1 if passage.low(at - 1) in closed.POSSESSIVES else at - 2
            owner = Subject(
                Span(doc[index].idx, doc[index].idx + len(doc[index].text)), index, index + 1
            )
        elif passage.low(after) in closed.DE:
            phrase = read_noun_phrase(passage, after + 1, passage.end)
            if phrase is not None and passage.can_speak(phrase.head):
                owner = to_subject(passage, phrase)
                after = phrase.end
        if owner is None or after + 1 >= passage.end:
            continue
        if passage.low(after) in closed.QUE:
            begin = after + 1
        elif passage.low(after) == "selon" and passage.low(after + 1) in {
            "laquelle",
            "lesquelles",
            "lequel",
            "lesquels",
        }:
            begin = after + 2
        else:
            continue
        end = _noun_clause_end(passage, begin, at)
        span = (
            make_span(passage.text, doc[begin].idx, passage.char_end(end)) if begin < end else None
        )
        if span is None or any(c.first <= at <= c.last for c in cues):
            continue
        yield Draft(
            content=(span,),
            cue=Span(doc[at].idx, passage.char_end(begin)),
            form=Form.INDIRECT,
            stance=Stance(entry.data["stance"]),
            subject=owner.span,
            subject_head=owner.head,
            anchor=doc[at].idx,
        )


def _noun_clause_end(passage: Passage, begin: int, noun: int) -> int:
    """One past a noun's clause, which may be the subject of the verb that follows it."""
    verbs = [
        i
        for i in range(begin, passage.end)
        if is_finite(passage.doc[i])
        and not (
            passage.doc[i].pos_ == "AUX"
            and passage.doc[i].head.i > i
            and passage.doc[i].dep_ != "cop"
            and i + 1 < passage.end
            and is_finite(passage.doc[i + 1])
        )
    ]
    subject_of = passage.doc[noun].head
    if passage.doc[noun].dep_.startswith("nsubj") and begin < subject_of.i < passage.end:
        first = min(
            (t.i for t in subject_of.lefts if t.dep_.startswith(("aux", "cop")) and t.i > begin),
            default=subject_of.i,
        )
        while first > begin and passage.low(first - 1) in closed.CLITICS:
            first -= 1
        return first
    if (
        len(verbs) >= 2
        and has_main_finite(passage.doc, begin, verbs[1])
        and noun - passage.start <= 2
    ):
        return verbs[1]
    return passage.end
