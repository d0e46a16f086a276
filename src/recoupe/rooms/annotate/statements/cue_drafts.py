"""The statements of one sentence that verbs and nouns of speech report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from recoupe.records import Form, Span, Stance
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.clauses import find_clause_end
from recoupe.rooms.annotate.statements.colon_drafts import (
    draft_colon,
    find_inverted_subject,
    find_quoted_author,
)
from recoupe.rooms.annotate.statements.complements import find_complement
from recoupe.rooms.annotate.statements.cue import Cue, find_cue_span
from recoupe.rooms.annotate.statements.cue_subjects import find_agent, find_subject
from recoupe.rooms.annotate.statements.cues import find_cues
from recoupe.rooms.annotate.statements.hearsay import find_conditional
from recoupe.rooms.annotate.statements.incise_content import cut_incise_content
from recoupe.rooms.annotate.statements.incises import Incise, find_incise
from recoupe.rooms.annotate.statements.noun_drafts import draft_nouns
from recoupe.rooms.annotate.statements.objects import Complement, is_infinitive
from recoupe.rooms.annotate.statements.passage import Passage, make_span
from recoupe.rooms.annotate.statements.strength import (
    infinitive_counts,
    is_opinion,
    is_strong_enough,
)
from recoupe.rooms.annotate.statements.subject_words import Subject
from recoupe.rooms.annotate.statements.verb_group import find_governor


def draft_sentence(passage: Passage) -> Iterator[Draft]:
    """The statements that the cues of a sentence report, in the order of the cues."""
    cues = find_cues(passage)
    incises = {
        cue.at: found for cue in cues if (found := find_incise(passage, cue, cues)) is not None
    }
    last: Subject | None = None
    left_limit = passage.start_char
    pending: Draft | None = None
    for cue in cues:
        incise = incises.get(cue.at)
        if incise is not None:
            draft = _draft_incise(passage, incise, left_limit)
            if (
                draft is None
                and pending is not None
                and _follows_at_once(passage, incise, left_limit)
            ):
                pending = _give_second_speaker(passage, pending, incise)
            last = incise.subject or last
            left_limit = passage.char_end(incise.end)
            if draft is not None:
                if pending is not None:
                    yield pending
                pending = draft
            continue
        subject = find_subject(passage, cue, last)
        quoter = find_quoted_author(passage, cue, cues)
        subject = find_subject(passage, quoter, last) if quoter is not None else subject
        colon = draft_colon(
            passage, cue, find_inverted_subject(passage, cue, subject), incises.values()
        )
        if colon is not None:
            last = subject or last
            yield from _draft_before_colon(passage, cue, cues, subject)
            yield colon
            continue
        drafts = _draft_complement(passage, cue, cues, subject)
        if drafts:
            last = subject or last
            yield from drafts
    if pending is not None:
        yield pending
    yield from draft_nouns(passage, cues)


def _draft_before_colon(
    passage: Passage, cue: Cue, cues: Sequence[Cue], subject: Subject | None
) -> list[Draft]:
    """« se défend de vouloir partir : « … » »: what a verb reports before the colon's words."""
    takes_stand = cue.stance in {Stance.DENIES, Stance.CONFIRMS, Stance.DEMANDS}
    verbal = cue.verb.frames & {"inf", "de_inf", "a_inf", "person_inf"}
    if not (takes_stand or verbal):
        return []
    drafts = _draft_complement(passage, cue, cues, subject)
    return [d for d in drafts if takes_stand or _begins_with_infinitive(passage, d)]


def _begins_with_infinitive(passage: Passage, draft: Draft) -> bool:
    return is_infinitive(passage, passage.index_from(draft.content[0].start))


def _follows_at_once(passage: Passage, incise: Incise, left_limit: int) -> bool:
    """Whether nothing but a comma parts an incise from the one before."""
    return not passage.text[left_limit : passage.doc[incise.start].idx].strip(" ,\xa0")


def _give_second_speaker(passage: Passage, draft: Draft, incise: Incise) -> Draft:
    """« …, a révélé X, a ajouté Y »: the last named speaks, the first is kept beside."""
    if incise.subject is None or draft.subject is None:
        return draft
    return replace(
        draft,
        cue=find_cue_span(passage, incise.cue, incise.cue.last + 1),
        subject=incise.subject.span,
        subject_head=incise.subject.head,
        anchor=passage.doc[incise.cue.first].idx,
        other_subjects=(*draft.other_subjects, draft.subject),
    )


def _draft_incise(passage: Passage, incise: Incise, left_limit: int) -> Draft | None:
    if _is_what_was_said(passage, incise.cue):
        return None
    cut = cut_incise_content(passage, incise, left_limit)
    if cut is None:
        return None
    content, form = cut
    cue = incise.cue
    return Draft(
        content=content,
        cue=find_cue_span(passage, cue, cue.last + 1),
        form=form,
        stance=cue.stance,
        reserved=cue.conditional or _is_reserved(passage, content, form),
        subject=incise.subject.span if incise.subject else None,
        subject_head=incise.subject.head if incise.subject else None,
        anchor=passage.doc[cue.first].idx,
    )


def _is_what_was_said(passage: Passage, cue: Cue) -> bool:
    """« C'est ce qu'a déclaré X »: it points back, see `find_continuations`."""
    return passage.low(cue.first - 1) in closed.QUE and passage.low(cue.first - 2) == "ce"


def _is_reserved(passage: Passage, content: Sequence[Span], form: Form) -> bool:
    if form is Form.DIRECT:
        return False
    for piece in content:
        start = passage.index_from(piece.start)
        stop = min(passage.index_from(piece.end), passage.end)
        # « a dit que le pont serait fermé » is the future seen from the past: only « aurait » counts.
        if find_conditional(passage, start, stop, frozenset({"aurait", "auraient"})) is not None:
            return True
    return False


def _draft_complement(
    passage: Passage, cue: Cue, cues: Sequence[Cue], subject: Subject | None
) -> list[Draft]:
    """« a déclaré que … », « a accusé X de … », « est accusée par X d'avoir … »."""
    if cue.negated and cue.verb.negated is None and not is_opinion(cue):
        return []
    if cue.kind == "infinitive" and not infinitive_counts(passage, cue):
        return []
    if cue.kind == "passive":
        found = _passive_complement(passage, cue, cues)
    else:
        found = find_complement(passage, cue, cues)
    if found is None or not is_strong_enough(passage, cue, found, subject):
        return []
    drafts: list[Draft] = []
    for start, end in found.pieces:
        span = make_span(passage.text, passage.doc[start].idx, passage.char_end(end))
        if span is None:
            continue
        content: tuple[Span, ...] = (span,)
        if found.lead is not None:
            lead = passage.doc[found.lead[0]]
            content = (Span(lead.idx, lead.idx + len(lead.text)), span)
        quoted = any(span.start - 2 <= q.inner_start < span.end for q in passage.quotes)
        form = Form.MIXED if quoted else found.form
        drafts.append(
            Draft(
                content=content,
                cue=find_cue_span(
                    passage, cue, found.cue_end if found.frame == "que" else cue.last + 1
                ),
                form=form,
                stance=Stance.ASKS
                if found.frame == "si" and cue.verb.head in {"demander", "interroger"}
                else _stance(passage, cue),
                reserved=cue.conditional or _is_reserved(passage, content, form),
                subject=subject.span if subject else None,
                subject_head=subject.head if subject else None,
                anchor=passage.doc[cue.first].idx,
            )
        )
    return drafts


def _stance(passage: Passage, cue: Cue) -> Stance:
    """The stance of a cue; « refuser de nier » and « ne pas pouvoir confirmer » turn it."""
    if cue.kind == "infinitive" and cue.verb.negated is not None:
        if passage.low(cue.first - 1) == "sans":
            return cue.verb.negated
        governor = find_governor(passage, cue)
        if governor is not None:
            words = {passage.low(i) for i in range(max(passage.start, governor - 3), governor)}
            if passage.doc[governor].lemma_ == "refuser" or words & closed.NEGATORS:
                return cue.verb.negated
    return cue.stance


def _passive_complement(passage: Passage, cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """« il a été annoncé que … », « est accusée par X d'avoir … »."""
    before = passage.low(cue.first - 1)
    if before in {"il", "-il"} and "que" in cue.verb.frames:
        return find_complement(passage, cue, cues)
    agent = find_agent(passage, cue)
    if agent is None or "person_inf" not in cue.verb.frames:
        return None
    at = agent.end
    if passage.low(at) not in closed.DE | closed.TO:
        return None
    begin = at if passage.low(at) in {"des", "du", "aux", "au"} else at + 1
    end = find_clause_end(passage, begin, cue, cues, clause=True)
    return (
        Complement(((begin, end),), "person_inf", Form.ACT, cue.last + 1) if begin < end else None
    )
