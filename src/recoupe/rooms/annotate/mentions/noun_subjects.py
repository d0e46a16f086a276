"""Subjects that are common nouns: what a pronoun can mean where nobody is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from recoupe.records import FoundBy, Mention, make_slug
from recoupe.rooms.annotate.mentions.headed_phrases import find_body, find_title, takes_up
from recoupe.rooms.annotate.mentions.people import Person
from recoupe.rooms.annotate.mentions.phrases import (
    Phrase,
    find_phrase_end,
    read_phrase,
)
from recoupe.rooms.annotate.mentions.referents import (
    SUBJECTS,
    Place,
    Referent,
    rank_role,
    refer_to_body,
)
from recoupe.rooms.annotate.mentions.taken_up_bodies import find_taken_up_body
from recoupe.rooms.annotate.mentions.word_tables import (
    find_word,
    has_role,
    is_person_noun,
    match_entry,
)

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc, Token

# Rank of a plural noun that no table knows (« les éboueurs »): asked only for « ils », after all else.
LAST_RANK = 3
# A subject's core is read at most so many tokens on.
PHRASE_TOKENS_MAX = 24
# Between « sa mère » and her name stands a comma at most.
NAME_REACH = 2


def find_noun_subjects(
    doc: Doc, mentions: Sequence[Mention], people: Sequence[Person], language: str
) -> Iterator[Place]:
    """Places of the titles, bodies and plural nouns that are subjects of main clauses.

    « Une habitante a tout vu. Elle raconte … », « Les éboueurs ont voté. Ils demandent … ». What a
    mention or the title of a name covers is left out; so are singular nouns that no table knows (« le pont »).
    """
    named = {i for p in people for n in p.namings for i in range(n.start, n.end)}
    covered = [(m.span.start, m.span.end) for m in mentions]
    at = 0
    for token in doc:
        while at < len(covered) and covered[at][1] <= token.idx:
            at += 1
        inside = at < len(covered) and covered[at][0] <= token.idx
        if inside or token.i in named or token.pos_ != "NOUN" or token.dep_ not in SUBJECTS:
            continue
        if _leads_name(doc, token, covered, at):
            continue
        place = _read_place(doc, token, mentions, language)
        if place is not None:
            yield place


def find_taking_up(doc: Doc, language: str) -> Iterator[Phrase]:
    """The titles that take somebody up as the subject of a main clause: « La romancière assume … »."""
    for token in doc:
        if token.pos_ != "NOUN" or token.dep_ not in SUBJECTS or rank_role(token) != 0:
            continue
        phrase = find_title(doc, token.i, min(len(doc), token.i + PHRASE_TOKENS_MAX), language)
        if phrase is not None and takes_up(doc, phrase, language):
            yield phrase


def _leads_name(doc: Doc, token: Token, covered: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether a name follows at once: « Sa mère, Nathalie, … » is Nathalie's place."""
    after = token.i + 1
    while after < len(doc) and after - token.i <= NAME_REACH and doc[after].text == ",":
        after += 1
    named = at < len(covered) and after < len(doc) and covered[at][0] == doc[after].idx
    return named and doc[after].text[:1].isupper() and doc[after].ent_type_ == "PER"


def _read_place(doc: Doc, token: Token, mentions: Sequence[Mention], language: str) -> Place | None:
    limit = min(len(doc), token.i + PHRASE_TOKENS_MAX)
    rank = rank_role(token)
    if rank != 0:
        return None
    phrase = find_title(doc, token.i, limit, language)
    if phrase is None and match_entry(language, "person_words", doc, token.i) is not None:
        phrase = _read_plain(doc, token, limit, language)
    if phrase is not None and takes_up(doc, phrase, language):
        return None
    if phrase is not None:
        return _make_place(doc, phrase, rank, is_person=phrase.number == "s")
    body = find_body(doc, token.i, limit, language)
    if body is not None:
        taken_up = find_taken_up_body(doc, mentions, body, language)
        if taken_up is not None:
            referent = replace(
                refer_to_body(doc, taken_up, language), gender=body.gender, number=body.number
            )
            return Place(body.start, referent, rank, doc[body.start].idx)
        counts = body.named or body.definite
        return _make_place(doc, body, rank, is_person=False) if counts else None
    counted = _find_counted(doc, token, limit, language)
    if counted is not None:
        human = is_person_noun(
            language, doc[counted.start].lower_, doc[counted.start].lemma_.lower()
        )
        return _make_place(doc, counted, 0 if human else LAST_RANK, is_person=False)
    plain = _read_plain(doc, token, limit, language)
    group = find_word(language, "speaker_nouns", token.lower_)
    if plain.number == "s" and group is not None and group.data.get("body"):
        return _make_place(doc, plain, rank, is_person=False)
    return _make_place(doc, plain, LAST_RANK, is_person=False) if plain.number == "p" else None


def _find_counted(doc: Doc, token: Token, limit: int, language: str) -> Phrase | None:
    """The people whom a number noun counts: « une trentaine de riverains »."""
    of = token.i + 1
    if of + 1 >= limit or not has_role(language, doc[of].lower_, "complement"):
        return None
    if find_word(language, "numbers", token.lower_) is None or doc[of + 1].pos_ != "NOUN":
        return None
    return replace(_read_plain(doc, doc[of + 1], limit, language), number="p")


def _read_plain(doc: Doc, token: Token, limit: int, language: str) -> Phrase:
    end = find_phrase_end(doc, token.i + 1, limit, language)
    return read_phrase(doc, token.i, end, token.lower_, language)


def _make_place(doc: Doc, phrase: Phrase, rank: int, *, is_person: bool) -> Place:
    name = " ".join(doc.span(phrase.start, phrase.end).text.split())
    name = name[:1].lower() + name[1:]
    found_by = FoundBy.UNNAMED if is_person or rank == LAST_RANK else FoundBy.ORGANISATION
    if is_person and phrase.definite:
        found_by = FoundBy.TITLE
    referent = Referent(
        name, make_slug(name), found_by, phrase.gender, phrase.number, is_person=is_person
    )
    return Place(phrase.start, referent, rank, doc[phrase.start].idx)
