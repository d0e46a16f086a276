"""Noun phrases read off the surface, where the parse of press French cannot be trusted."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records import EntityKind
from recoupe.rooms.annotate.mentions.word_tables import find_word, match_entry
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.passage import Passage, is_finite, is_speaker_noun

_BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM", "ADV"})
_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens of a noun phrase with its complements and apposition.

    Attributes:
        start: First token.
        end: One past the last token.
        head: The noun, name or pronoun it is about.
    """

    start: int
    end: int
    head: int


def read_noun_phrase(passage: Passage, index: int, limit: int) -> NounPhrase | None:
    """The noun phrase that starts at a token, or None where none does.

    Takes determiners, adjectives, « de » complements, coordinated names and appositions
    (« le maire de Brive, Luc Aubin »). Leaves out relative clauses and what tells where or when.
    """
    head = _find_head(passage, index, limit)
    if head is None or is_age(passage, head):
        return None
    if passage.low(head) in closed.DEMONSTRATIVES:
        return NounPhrase(head, head + 1, head)
    if passage.low(head + 1) == "-" and passage.low(head + 2) in closed.DEICTICS:
        return NounPhrase(head, head + 3, head)
    if passage.doc[head].pos_ == "PRON" or passage.low(head) in closed.SUBJECT_PRONOUNS:
        return NounPhrase(index, _extend(passage, head + 1, limit, head, depth=1), head)
    end = _extend(passage, head + 1, limit, head, depth=0)
    end = _take_apposition(passage, end, limit, head)
    return NounPhrase(index, end, head)


def is_age(passage: Passage, at: int) -> bool:
    """Whether a token is the unit of « 19 ans », an age set beside a name."""
    if at <= passage.start or passage.doc[at - 1].pos_ != "NUM":
        return False
    entry = find_word(passage.language, "time_units", passage.low(at))
    return entry is not None and entry.data["unit"] == "year"


def _find_head(passage: Passage, index: int, limit: int) -> int | None:
    at = index
    while at < limit:
        token = passage.doc[at]
        if (name := _skip_address(passage, at)) is not None:
            at = name
            continue
        if token.lower_ in closed.DEMONSTRATIVES:
            return at
        if token.pos_ in _NOUNS or (at in passage.mention_at and token.pos_ not in {"DET", "ADP"}):
            return at
        if at > index and token.pos_ == "VERB" and is_speaker_noun(token.lower_, passage.language):
            # « l'exploitant », which the tagger takes for a participle
            return at
        if token.pos_ == "PRON" and token.lower_ not in closed.CLITICS - {"nous", "lui"}:
            return at
        if token.lower_ in {"l'", "l’", "le", "la", "les"} or token.pos_ in _BEFORE_NOUN:
            at += 1
            continue
        if token.text in closed.OPENERS and at > index:
            at += 1
            continue
        break
    # « ce dernier », « la première »: an adjective that stands for the noun.
    if (
        at > index
        and passage.doc[at - 1].pos_ in {"ADJ", "NUM"}
        and passage.doc[index].pos_ == "DET"
    ):
        return at - 1
    if at > index and passage.doc[at - 1].pos_ in {"ADV", "NUM"} and index < at - 1:
        return at - 1
    return None


def _skip_address(passage: Passage, at: int) -> int | None:
    """The name behind « Me », which the tagger takes for a pronoun, or None."""
    if not passage.doc[at].text[:1].isupper():
        return None
    found = match_entry(passage.language, "civilities", passage.doc, at)
    return found[1] if found is not None and found[1] in passage.mention_at else None


def _extend(passage: Passage, at: int, limit: int, head: int, depth: int) -> int:
    """One past the last token of the noun's complements."""
    doc = passage.doc
    while at < limit:
        token = doc[at]
        if at in passage.moment_end_at and not _in_mention(passage, at):
            break
        if (
            (at in passage.mention_at and passage.mention_at[at] is passage.mention_at.get(at - 1))
            or token.pos_ == "PROPN"
            or _begins_name(passage, at)
            or (token.pos_ == "ADJ" and not is_finite(token))
            or (
                token.pos_ == "NOUN"
                and (doc[at - 1].pos_ in {"NOUN", "PROPN"} or doc[at - 1].text == "-")
            )
            or (
                token.text in {"-", "/"} and at + 1 < limit and doc[at + 1].pos_ in _NOUNS | {"ADJ"}
            )
            or (token.pos_ == "NUM" and doc[at - 1].pos_ in {"NOUN", "PROPN"})
        ):
            at += 1
        elif (
            token.lower_ in closed.DE and (inner := _read_complement(passage, at, limit, depth))
        ) or (
            _is_tied_preposition(passage, at, head)
            and (inner := _read_complement(passage, at, limit, depth))
        ):
            at = inner
        elif (
            token.pos_ == "CCONJ"
            and depth < 2
            and (joined := _read_joined(passage, at, limit, head))
        ):
            at = joined
        elif token.text == "(" and (closing := _find_closing(passage, at, limit)):
            at = closing + 1
        else:
            break
    return at


def _begins_name(passage: Passage, at: int) -> bool:
    """« le collectif | Une école pour tous »: a body's name right behind its noun."""
    mention = passage.mention_at.get(at)
    if mention is None or mention.kind is not EntityKind.ORGANISATION:
        return False
    return passage.doc[at].idx == mention.span.start and passage.doc[at - 1].pos_ == "NOUN"


def _in_mention(passage: Passage, at: int) -> bool:
    return at in passage.mention_at


def _read_complement(passage: Passage, at: int, limit: int, depth: int) -> int | None:
    if (
        at + 1 >= limit
        or depth > 3
        or (at + 1 in passage.moment_end_at and passage.low(at) != "de")
    ):
        return None
    head = _find_head(passage, at + 1, limit)
    return _extend(passage, head + 1, limit, head, depth + 1) if head is not None else None


def _is_tied_preposition(passage: Passage, at: int, head: int) -> bool:
    """Whether the parser hangs « aux Affaires », « en chef » on the noun just read."""
    token = passage.doc[at]
    if token.lower_ not in closed.TO | {"en", "pour"} or token.dep_ not in {"case", "fixed"}:
        return False
    noun = token.head
    return bool(
        noun.i > at and noun.dep_ == "nmod" and noun.head.i in {head, at - 1} and noun.i - at <= 3
    )


def _read_joined(passage: Passage, at: int, limit: int, head: int) -> int | None:
    if at + 1 >= limit or passage.low(at) not in {"et", "ou"}:
        return None
    follower = passage.doc[at + 1]
    other = _find_head(passage, at + 1, limit)
    if other is None:
        return None
    both_names = passage.doc[head].pos_ == "PROPN" and follower.pos_ == "PROPN"
    tied = passage.doc[other].dep_ == "conj" and head <= passage.doc[other].head.i <= at
    if not (both_names or tied):
        return None
    return _extend(passage, other + 1, limit, other, 2)


def _leads_person(passage: Passage, at: int, limit: int) -> bool:
    """Whether a name follows a word or two: « (son entraîneur), le Danois Lars Brandt »."""
    return any(passage.names_person(i) for i in range(at + 1, min(at + 3, limit)))


def _find_closing(passage: Passage, at: int, limit: int) -> int | None:
    stop = min(limit, at + 12)
    return next((i for i in range(at + 1, stop) if passage.doc[i].text == ")"), None)


def _take_apposition(passage: Passage, at: int, limit: int, head: int) -> int:
    """« Le maire de Brive, Luc Aubin », « Ida Roc, porte-parole du parquet »."""
    doc = passage.doc
    if at + 1 >= limit or doc[at].text != ",":
        return at
    first = doc[at + 1]
    if at + 1 in passage.moment_end_at or first.text in closed.OPENERS:
        return at
    led = first.pos_ == "DET" and (
        doc[head].pos_ == "PROPN" or _leads_person(passage, at + 2, limit)
    )
    starts = first.pos_ in _NOUNS or led or passage.names_person(at + 1)
    if not starts and not (first.pos_ == "ADJ" and at + 2 < limit and doc[at + 2].pos_ == "NOUN"):
        return at
    other = _find_head(passage, at + 1, limit)
    if other is None or not passage.can_speak(other):
        return at
    end = _extend(passage, other + 1, limit, other, depth=0)
    after = doc[end].text if end < len(doc) else "."
    if end >= limit or after in {",", ".", ":", ";", "(", "!", "?"} or after in closed.DASHES:
        return end
    return at
