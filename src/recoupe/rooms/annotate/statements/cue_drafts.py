"""The statements of one sentence that verbs and nouns of speech report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from recoupe.language import Entry, load_table
from recoupe.records import Form, Span, Stance
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.clauses import find_clause_end, is_fronted
from recoupe.rooms.annotate.statements.complements import Complement, find_complement
from recoupe.rooms.annotate.statements.cues import Cue, find_cues, find_governor
from recoupe.rooms.annotate.statements.hearsay import find_conditional
from recoupe.rooms.annotate.statements.incises import Incise, cut_incise_content, find_incise
from recoupe.rooms.annotate.statements.noun_phrases import read_noun_phrase
from recoupe.rooms.annotate.statements.passage import Passage, has_main_finite, is_finite, make_span
from recoupe.rooms.annotate.statements.subjects import (
    Subject,
    find_main_subject,
    find_subject_before,
    find_subject_behind,
    to_subject,
)

# How many words may stand between a cue and the colon that opens what is said.
COLON_REACH = 25


def draft_sentence(passage: Passage) -> Iterator[Draft]:
    """The statements that the cues of a sentence report, in the order of the cues."""
    cues = find_cues(passage)
    incises = {cue.at: found for cue in cues if (found := find_incise(passage, cue)) is not None}
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
        subject = _find_subject(passage, cue, last)
        colon = _draft_colon(passage, cue, subject)
        if colon is not None:
            last = subject or last
            yield colon
            continue
        drafts = _draft_complement(passage, cue, cues, subject)
        if drafts:
            last = subject or last
            yield from drafts
    if pending is not None:
        yield pending
    yield from _draft_nouns(passage, cues)


def _follows_at_once(passage: Passage, incise: Incise, left_limit: int) -> bool:
    """Whether nothing but a comma parts an incise from the one before."""
    return not passage.doc.text[left_limit : passage.doc[incise.start].idx].strip(" ,\xa0")


def _give_second_speaker(passage: Passage, draft: Draft, incise: Incise) -> Draft:
    """« …, a révélé X, a ajouté Y »: the last named speaks, the first is kept beside."""
    if incise.subject is None or draft.subject is None:
        return draft
    return replace(
        draft,
        cue=_cue_span(passage, incise.cue, incise.cue.last + 1),
        subject=incise.subject.span,
        subject_head=incise.subject.head,
        anchor=passage.doc[incise.cue.first].idx,
        other_subjects=(*draft.other_subjects, draft.subject),
    )


def _find_subject(passage: Passage, cue: Cue, last: Subject | None) -> Subject | None:
    """The subject of a cue that is no incise."""
    if cue.kind == "passive":
        return _find_agent(passage, cue)
    if cue.kind in {"gerund", "infinitive"}:
        if cue.kind == "gerund" and _is_adnominal(passage, cue):
            return find_subject_before(passage, cue)
        if last is None and is_fronted(passage, cue):
            return find_subject_behind(passage, cue.last + 1)
        return last or find_main_subject(passage, cue.first) or find_subject_before(passage, cue)
    before = passage.doc[cue.first - 1] if cue.first > passage.start else None
    if before is not None and before.pos_ == "CCONJ" and last is not None:
        return last
    found = find_subject_before(passage, cue)
    if found is None and last is not None and passage.low(cue.first - 1) != "on":
        return last
    return found


def _is_adnominal(passage: Passage, cue: Cue) -> bool:
    """« un communiqué affirmant que »: no comma, a noun right before."""
    if cue.first == passage.start:
        return False
    return passage.doc[cue.first - 1].pos_ in {"NOUN", "PROPN", "ADJ"}


def _find_agent(passage: Passage, cue: Cue) -> Subject | None:
    """« est accusée par la mairie de … »."""
    for at in range(cue.last + 1, min(cue.last + 6, passage.end)):
        if passage.low(at) == "par":
            phrase = read_noun_phrase(passage, at + 1, passage.end)
            if phrase is None:
                return None
            stop = phrase.end
            for i in range(phrase.head + 1, phrase.end):
                if passage.low(i) in {"de", "d'", "d’"} and "VerbForm=Inf" in str(
                    passage.doc[i + 1].morph
                ):
                    stop = i
                    break
            return to_subject(passage, replace(phrase, end=stop))
        if passage.doc[at].pos_ not in {"ADV"} and at not in passage.moment_end_at:
            return None
    return None


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
        cue=_cue_span(passage, cue, cue.last + 1),
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


def _cue_span(passage: Passage, cue: Cue, end: int) -> Span:
    first = passage.doc[cue.first].idx
    return Span(first, passage.char_end(max(end, cue.last + 1)))


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


def _draft_colon(passage: Passage, cue: Cue, subject: Subject | None) -> Draft | None:
    """« a écrit : « … » », « affirme : le pont est sûr »."""
    if cue.kind not in {"finite", "gerund"} or (cue.negated and cue.verb.negated is None):
        return None
    stop = min(passage.end, cue.last + 1 + COLON_REACH)
    at = next((i for i in range(cue.last + 1, stop) if passage.doc[i].text == ":"), None)
    if at is None or passage.quote_at(passage.doc[at].idx) is not None:
        return None
    if any(
        is_finite(passage.doc[i]) or passage.low(i) in closed.QUE for i in range(cue.last + 1, at)
    ):
        return None
    quote = passage.quote_from(passage.char_end(at + 1))
    if quote is not None:
        content = make_span(passage.doc.text, quote.inner_start, quote.inner_end)
    else:
        nominal = any(
            passage.doc[i].dep_ == "obj" or passage.doc[i].pos_ == "NUM"
            for i in range(cue.last + 1, at)
        )
        if nominal or cue.verb.strength == "weak" or at + 1 >= passage.end:
            return None
        content = make_span(passage.doc.text, passage.doc[at + 1].idx, passage.end_char)
    if content is None:
        return None
    return Draft(
        content=(content,),
        cue=_cue_span(passage, cue, cue.last + 1),
        form=Form.DIRECT,
        stance=cue.stance,
        reserved=cue.conditional,
        subject=subject.span if subject else None,
        subject_head=subject.head if subject else None,
        anchor=passage.doc[cue.first].idx,
    )


def _draft_complement(
    passage: Passage, cue: Cue, cues: Sequence[Cue], subject: Subject | None
) -> list[Draft]:
    """« a déclaré que … », « a accusé X de … », « est accusée par X d'avoir … »."""
    if cue.negated and cue.verb.negated is None and not _is_opinion(cue):
        return []
    if cue.kind == "infinitive" and not _infinitive_counts(passage, cue):
        return []
    if cue.kind == "passive":
        found = _passive_complement(passage, cue, cues)
    else:
        found = find_complement(passage, cue, cues)
    if found is None or not _is_strong_enough(passage, cue, found, subject):
        return []
    drafts: list[Draft] = []
    for start, end in found.pieces:
        span = make_span(passage.doc.text, passage.doc[start].idx, passage.char_end(end))
        if span is None:
            continue
        content = (span,)
        if found.lead is not None:
            lead = passage.doc[found.lead[0]]
            content = (Span(lead.idx, lead.idx + len(lead.text)), span)
        quoted = any(span.start - 2 <= q.inner_start < span.end for q in passage.quotes)
        form = Form.MIXED if quoted else found.form
        drafts.append(
            Draft(
                content=content,
                cue=_cue_span(
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
        governor = find_governor(passage, cue)
        if governor is not None:
            words = {passage.low(i) for i in range(max(passage.start, governor - 3), governor)}
            if passage.doc[governor].lemma_ == "refuser" or words & closed.NEGATORS:
                return cue.verb.negated
    return cue.stance


def _is_opinion(cue: Cue) -> bool:
    """« ne croit pas que » is an opinion still; « n'a pas dit que » says nothing."""
    return cue.verb.stance is Stance.ESTIMATES


def _infinitive_counts(passage: Passage, cue: Cue) -> bool:
    """« a tenu à préciser », « avant d'ajouter »; not « devrait annoncer » nor « sans préciser »."""
    lead = passage.low(cue.first - 1)
    before = passage.low(cue.first - 2)
    if lead == "sans":
        return False
    if (before == "avant" and lead in closed.DE) or lead == "après":
        return True
    governor = find_governor(passage, cue)
    if governor is None:
        return lead == "pour" and bool(cue.verb.frames & {"que"})
    token = passage.doc[governor]
    morph = str(token.morph)
    if "Tense=Fut" in morph or "Mood=Cnd" in morph:
        return False
    words = {passage.low(i) for i in range(max(passage.start, governor - 3), governor + 2)}
    negated = bool(words & closed.NEGATORS)
    if negated or token.lemma_ == "refuser":
        return cue.verb.negated is not None
    return token.lemma_ not in {
        "devoir",
        "pouvoir",
        "aller",
        "falloir",
        "empêcher",
        "permettre",
        "accuser",
    }


def _passive_complement(passage: Passage, cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """« il a été annoncé que … », « est accusée par X d'avoir … »."""
    before = passage.low(cue.first - 1)
    if before in {"il", "-il"} and "que" in cue.verb.frames:
        return find_complement(passage, cue, cues)
    agent = _find_agent(passage, cue)
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


def _is_strong_enough(
    passage: Passage, cue: Cue, found: Complement, subject: Subject | None
) -> bool:
    """Whether verb, complement and speaker together are speech."""
    verb = cue.verb
    start, end = found.pieces[0][0], found.pieces[-1][1]
    begin, stop = passage.doc[start].idx, passage.char_end(end)
    quoted = any(begin <= q.start < stop for q in passage.quotes)
    speaks = subject is not None and passage.can_speak(subject.head)
    if verb.strength == "quote":
        return quoted and speaks and found.frame in {"quote", "que"}
    if found.frame == "quote":
        return speaks or verb.strength == "strong"
    if cue.kind == "gerund" and found.frame not in {"que", "si"} and _is_adnominal(passage, cue):
        return False
    if found.frame in verb.weak_frames:
        telling = any(
            begin <= q.start < stop
            and (
                q.start == begin or len(passage.doc.text[q.inner_start : q.inner_end].split()) >= 4
            )
            for q in passage.quotes
        )
        counted = any(passage.doc[i].pos_ == "NUM" for i in range(start, min(end, start + 8)))
        return (telling or counted) and speaks
    if verb.strength == "weak":
        if found.frame in {"obj", "comme", "prep"}:
            counted = any(passage.doc[i].pos_ == "NUM" for i in range(start, min(end, start + 8)))
            return (quoted or (counted and found.frame != "comme")) and speaks
        return speaks
    if found.frame == "si" and (not speaks or cue.tense == "future"):
        return False
    if cue.kind == "infinitive" and passage.low(cue.first - 1) == "pour" and found.frame != "que":
        return False
    if found.frame in {"que", "si", "inf"} and cue.kind != "infinitive":
        return True
    if cue.tense == "future" or (cue.tense == "conditional" and not quoted):
        return False
    if _is_sentence_of_court(passage, cue, found, subject):
        return False
    return speaks


def _is_sentence_of_court(
    passage: Passage, cue: Cue, found: Complement, subject: Subject | None
) -> bool:
    """« a condamné X à deux ans »: a penalty, no speech."""
    if cue.verb.head != "condamner":
        return False
    start, end = found.pieces[0]
    return any(
        passage.low(i) == "à" and passage.doc[min(i + 1, end - 1)].pos_ in {"NUM", "DET"}
        for i in range(start, end)
    )


@cache
def _nouns(language: str) -> tuple[Entry, ...]:
    return load_table(language, "reporting_nouns")


def _draft_nouns(passage: Passage, cues: Sequence[Cue]) -> Iterator[Draft]:
    """« son avertissement que … », « l'accusation du maire selon laquelle … »."""
    doc = passage.doc
    for at in range(passage.start, passage.end - 2):
        if doc[at].pos_ != "NOUN":
            continue
        entry = next((e for e in _nouns(passage.language) if e.regex.search(doc[at].lower_)), None)
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
        span = make_span(doc.text, doc[begin].idx, passage.char_end(end)) if begin < end else None
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
