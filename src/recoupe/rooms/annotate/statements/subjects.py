"""Who speaks: the words of the subject of a cue, before or after it."""

from __future__ import annotations

from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.cue import Cue
from recoupe.rooms.annotate.statements.noun_phrases import NounPhrase, read_noun_phrase
from recoupe.rooms.annotate.statements.on_places import find_place_before, find_place_behind
from recoupe.rooms.annotate.statements.passage import Passage, is_finite, skip_dateline
from recoupe.rooms.annotate.statements.set_off_names import take_set_off_name
from recoupe.rooms.annotate.statements.subject_words import Subject, to_subject

# How far after the verb its subject may stand (« a déclaré hier sur les ondes de …, Ida Roc »).
SUBJECT_REACH = 22
# An aside between a name and its « qui » (« , 79 ans, ») has at most so many words.
ASIDE_WORDS = 8


def find_subject_after(passage: Passage, cue: Cue) -> Subject | None:
    """The subject that follows its verb: « a-t-il », « a déclaré vendredi à l'AFP Ida Roc »."""
    if cue.inverted is not None:
        if passage.low(cue.inverted).endswith("on"):
            return find_place_behind(passage, cue.last + 1)
        return to_subject(passage, NounPhrase(cue.inverted, cue.inverted + 1, cue.inverted))
    at, limit = cue.last + 1, min(passage.end, cue.last + 1 + SUBJECT_REACH)
    skipped = False
    while at < limit:
        token = passage.doc[at]
        if at in passage.moment_end_at and at not in passage.mention_at:
            at, skipped = passage.moment_end_at[at], True
        elif (
            token.pos_ == "ADP" and token.lower_ not in {"des", "du"}
        ) or token.lower_ in closed.TO:
            phrase = read_noun_phrase(passage, at + 1, limit)
            end = phrase.end if phrase else at + 1
            at, skipped = _find_name_behind(passage, at + 2, end) or end, True
        elif token.pos_ == "ADV" or token.is_space:
            at += 1
        elif token.text == "," and at == cue.last + 1 and (pair := _find_pair(passage, at, limit)):
            at = pair + 1
        elif token.text == "," and skipped:
            at, skipped = at + 1, False
        else:
            phrase = read_noun_phrase(passage, at, limit)
            if phrase is None:
                return None
            # « mardi, jour de rentrée, la maire »: beside the time, no speaker.
            aside = passage.low(at - 1) == "," and passage.low(phrase.end) == ","
            if aside and not passage.can_speak(phrase.head):
                at = phrase.end + 1
                continue
            return to_subject(passage, phrase)
    return None


def _find_name_behind(passage: Passage, start: int, end: int) -> int | None:
    """Where a name begins that a circumstance ran into: « d'entrée de jeu Irma Roc »; else None."""
    for at in range(start, end):
        mention = passage.mention_at.get(at)
        if (
            mention is None
            or not passage.names_person(at)
            or passage.mention_at.get(at - 1) is mention
        ):
            continue
        before = passage.doc[at - 1]
        called = passage.can_speak(at - 1) and not passage.calls_by_name_alone(at - 1)
        return None if called or before.pos_ in {"ADP", "CCONJ", "ADJ", "PUNCT"} else at
    return None


def _find_pair(passage: Passage, comma: int, limit: int) -> int | None:
    """The comma that closes « , selon le site, » or « , hébété, » right behind a verb, or None."""
    if comma + 1 >= limit or passage.doc[comma + 1].pos_ not in {"ADP", "ADJ", "VERB", "ADV"}:
        return None
    if comma + 1 in passage.mention_at:
        return None
    return next((i for i in range(comma + 2, limit) if passage.doc[i].text == ","), None)


def find_subject_before(passage: Passage, cue: Cue) -> Subject | None:
    """The subject that stands before its verb."""
    at = cue.first - 1
    while (
        at >= passage.start and passage.doc[at].pos_ == "ADV" and passage.low(at) not in closed.QUE
    ):
        at -= 1
    low = passage.low(at)
    if low in closed.DEICTICS and passage.low(at - 1) == "-" and at - 2 >= passage.start:
        return to_subject(passage, NounPhrase(at - 2, at + 1, at - 2))
    if low in closed.SUBJECT_PRONOUNS:
        if low == "on":
            return find_place_before(passage, at) or find_place_behind(passage, cue.last + 1)
        return to_subject(passage, NounPhrase(at, at + 1, at))
    if low == "qui" or (low in closed.WHICH and passage.doc[at - 1].pos_ != "ADP"):
        return find_antecedent(passage, at)
    if passage.low(at) == ",":
        found = (
            _find_before_comma(passage, at)
            or _find_by_parse(passage, cue)
            or _find_by_surface(passage, cue.first)
        )
        return take_set_off_name(passage, found, cue)
    near = _phrase_ending_at(passage, at + 1) if at >= passage.start else None
    if near is not None and _starts_clause(passage, near):
        return near
    return _find_by_parse(passage, cue) or _find_by_surface(passage, cue.first)


def _find_before_comma(passage: Passage, comma: int) -> Subject | None:
    """The subject behind which « , qui … , » or « , à Brive, » is set off before the verb."""
    for at in range(comma, passage.start, -1):
        if passage.doc[at].text != "," and passage.doc[at].text not in closed.DASHES:
            continue
        found = _phrase_ending_at(passage, at)
        if found is None or not passage.can_speak(found.head):
            continue
        if _starts_clause(passage, found) or _follows_circumstance(passage, found):
            return found
    return None


def _starts_clause(passage: Passage, subject: Subject) -> bool:
    """Whether a noun phrase stands first in its clause."""
    at = passage.index_from(subject.span.start)
    if at == passage.start or at == passage.index_from(skip_dateline(passage)):
        return True
    before = passage.doc[at - 1]
    opened = before.pos_ in {"CCONJ", "SCONJ"} or before.text in {":", ";"}
    return opened or before.lower_ in closed.QUE


def _follows_circumstance(passage: Passage, subject: Subject) -> bool:
    """Whether a name stands behind « Assise sous un arbre, »: a lead without subject or verb."""
    at = passage.index_from(subject.span.start)
    lead = passage.doc[passage.start : at]
    return (
        passage.names_person(subject.head)
        and passage.low(at - 1) == ","
        and not any(is_finite(t) or t.dep_.startswith("nsubj") for t in lead)
    )


def find_antecedent(passage: Passage, relative: int) -> Subject | None:
    """The noun phrase that ends before « qui »."""
    end = relative
    while end > passage.start and passage.doc[end - 1].text in {",", *closed.DASHES}:
        end -= 1
    found = _phrase_ending_at(passage, end)
    if found is not None and passage.can_speak(found.head):
        return found
    # « Mme Roc, 79 ans, qui écrit »: behind an aside.
    for at in range(end - 1, max(passage.start, end - ASIDE_WORDS), -1):
        if passage.doc[at].text == ",":
            told = _phrase_ending_at(passage, at)
            if told is not None and passage.can_speak(told.head):
                return told
    return found


def _phrase_ending_at(passage: Passage, end: int) -> Subject | None:
    """The longest noun phrase that ends at a token, of those that can speak if there are any."""
    best: NounPhrase | None = None
    speaking: NounPhrase | None = None
    first = passage.index_from(skip_dateline(passage))
    for start in range(end - 1, max(first, end - 16) - 1, -1):
        token = passage.doc[start]
        if _ends_phrase(passage, start) or token.lower_ in closed.QUE | closed.RELATIVES:
            break
        if token.pos_ == "ADP" and token.lower_ not in {"des", "du"}:
            continue
        phrase = read_noun_phrase(passage, start, end)
        if phrase is not None and phrase.end == end:
            before = passage.low(start - 1)
            if before in closed.DE and passage.doc[start - 1].pos_ == "ADP":
                continue
            best = phrase
            speaking = phrase if passage.can_speak(phrase.head) else speaking
    chosen = speaking or best
    return to_subject(passage, chosen) if chosen else None


def _ends_phrase(passage: Passage, at: int) -> bool:
    """Whether a conjugated verb stands here that is no part of a name (« Sauvons le lac »)."""
    return is_finite(passage.doc[at]) and at not in passage.mention_at


def _find_by_parse(passage: Passage, cue: Cue) -> Subject | None:
    """The parser's subject of the verb, of its auxiliary or of the verb it is joined to."""
    verb = passage.doc[cue.at]
    owners = [verb]
    node = verb
    for _ in range(4):
        if node.dep_ not in {"conj", "xcomp", "advcl", "acl", "ccomp"} or node.head.i == node.i:
            break
        node = node.head
        owners.append(node)
        if node.dep_ == "ccomp":
            break
    for number, owner in enumerate(owners):
        heads = [
            child.i
            for child in owner.children
            if child.dep_.startswith("nsubj") and passage.start <= child.i < cue.first
        ]
        if heads and (
            number == 0 or cue.kind in {"gerund", "infinitive"} or owners[number - 1].dep_ == "conj"
        ):
            return find_phrase_at(passage, max(heads) if number == 0 else heads[0], cue.first)
    return None


def find_phrase_at(passage: Passage, head: int, limit: int) -> Subject | None:
    """The noun phrase around a head, read from its determiner on."""
    if passage.low(head) == "on":
        return None
    if passage.low(head) == "qui":
        return find_antecedent(passage, head)
    best: NounPhrase | None = None
    for start in range(head, max(passage.start, head - 14) - 1, -1):
        token = passage.doc[start]
        if _ends_phrase(passage, start) or token.is_punct or token.pos_ in {"CCONJ", "SCONJ"}:
            break
        if token.pos_ == "ADP":
            if token.lower_ in closed.DE:
                continue
            break
        phrase = read_noun_phrase(passage, start, limit)
        after_de = passage.low(start - 1) in closed.DE and start > passage.start
        if phrase is not None and phrase.end > head and not (best is not None and after_de):
            best = phrase
    return to_subject(passage, best) if best else None


def _find_by_surface(passage: Passage, first: int) -> Subject | None:
    """The noun phrase that ends before the verb, else the first one of its clause."""
    end = first
    while end > passage.start and (
        passage.doc[end - 1].text in {",", *closed.DASHES} or passage.doc[end - 1].pos_ == "ADV"
    ):
        end -= 1
    return _phrase_ending_at(passage, end) if end > passage.start else None
