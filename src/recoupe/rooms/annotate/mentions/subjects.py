"""What the words of a subject say about who speaks: the ladder of cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recoupe.language import Entry
from recoupe.language.names import fold_name
from recoupe.records import EntityKind, FoundBy, Mention, Span, make_slug
from recoupe.rooms.annotate.mentions.coreference import Memory
from recoupe.rooms.annotate.mentions.people import Person
from recoupe.rooms.annotate.mentions.phrases import (
    Phrase,
    find_body,
    find_phrase_end,
    find_title,
    read_phrase,
)
from recoupe.rooms.annotate.mentions.referents import Referent, refer_to_body, refer_to_person
from recoupe.rooms.annotate.mentions.title_owners import find_title_owner, is_other_word
from recoupe.rooms.annotate.mentions.word_tables import (
    country_adjectives,
    find_word,
    has_role,
    match_entry,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span as TokenSpan

# A subject of at most so many tokens can be a pronoun (« Ce dernier », « Son », « a-t-il »).
PRONOUN_TOKENS_MAX = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What a subject was read as.

    Attributes:
        referent: Who speaks.
        found_by: How it is known here.
        mention: The words that name the speaker here.
        token: The token that stands for it.
    """

    referent: Referent
    found_by: FoundBy
    mention: Span
    token: int


class SubjectReader:
    """Reads the subjects of one article, in text order."""

    def __init__(
        self,
        doc: Doc,
        mentions: Sequence[Mention],
        people: Sequence[Person],
        language: str,
        memory: Memory,
    ) -> None:
        self._doc = doc
        self._mentions = mentions
        self._people = people
        self._by_entity = {person.entity: person for person in people}
        self._language = language
        self._memory = memory
        self._unnamed: list[tuple[Phrase, Referent]] = []
        self._last_person: Referent | None = None

    def read(self, subject: Span, head: int | None, anchor: int) -> Reading | None:
        """Who the words of a subject name, or None where they name nobody."""
        span = self._doc.char_span(subject.start, subject.end, alignment_mode="expand")
        if span is None or not span.text.strip():
            return None
        reading = self._read_cases(span, head if head is not None else span.root.i)
        if reading is not None and reading.referent.is_person:
            self._last_person = reading.referent
        return reading

    def _read_cases(self, span: TokenSpan, head: int) -> Reading | None:
        """The ladder, from the surest words to the vaguest."""
        # « il », « ce dernier », « Son (avertissement) »
        pronoun = self._find_pronoun(span)
        if pronoun is not None:
            return self._read_pronoun(span, pronoun)
        start, end = self._cut_relative(span)
        # « Kiev et les Occidentaux »: one speaker of both names.
        joint = self._read_joint(start, end)
        if joint is not None:
            return joint
        # « le secrétaire général de l'OTAN, Mark Rutte », « M. Rutte »
        named = self._read_person(start, end)
        if named is not None:
            return named
        return self._read_common(start, end, head)

    # -------------------------------------------------------------- pronouns

    def _find_pronoun(self, span: TokenSpan) -> Entry | None:
        words = [t for t in span if not t.is_space]
        if not words or len(words) > PRONOUN_TOKENS_MAX:
            return None
        text = "".join(t.text_with_ws for t in words).strip().lower().replace("’", "'")
        entry = find_word(self._language, "pronouns", text)
        if entry is None and len(words) == 1:
            entry = find_word(self._language, "pronouns", words[-1].lower_.lstrip("-"))
        return entry

    def _read_pronoun(self, span: TokenSpan, entry: Entry) -> Reading | None:
        words = [t for t in span if not t.is_space]
        gender = None if entry.data["gender"] == "c" else str(entry.data["gender"])
        number = None if entry.data["number"] == "c" else str(entry.data["number"])
        token, start = words[-1].i, words[0].idx
        if entry.data["kind"] == "relative":
            gender = number = None
        if entry.data["kind"] == "last":
            referent = self._memory.find_last(token, start, gender, number)
        else:
            referent = self._memory.find_antecedent(token, start, gender, number)
        if referent is None and (number == "p" or entry.data["kind"] == "possessive"):
            referent = self._memory.find_antecedent(token, start, None, None)
        if referent is None:
            return None
        return Reading(referent, FoundBy.PRONOUN, self._chars(words[0].i, words[-1].i + 1), token)

    # ----------------------------------------------------------------- names

    def _read_joint(self, start: int, end: int) -> Reading | None:
        """Two or more names joined by « et »: the words as one name."""
        named = [m for m in self._inside(start, end) if m.kind is not EntityKind.OTHER or True]
        tops = [m for m in named if self._is_top(m, start)]
        if len(tops) < 2:
            return None
        for one, other in zip(tops, tops[1:], strict=False):
            between = self._doc.text[one.span.end : other.span.start] if False else None
            del between
            if not self._joined_by_and(one, other):
                return None
        name = " et ".join(dict.fromkeys(m.name for m in tops))
        if len({m.entity for m in tops}) < 2:
            return None
        people = all(m.kind is EntityKind.PERSON for m in tops)
        referent = Referent(name, make_slug(name), FoundBy.ORGANISATION, None, "p", is_person=people)
        found_by = FoundBy.NAME if people else FoundBy.ORGANISATION
        return Reading(replace(referent, found_by=found_by), found_by, self._chars(start, end), start)

    def _joined_by_and(self, one: Mention, other: Mention) -> bool:
        left = self._doc.char_span(one.span.start, one.span.end, alignment_mode="expand")
        right = self._doc.char_span(other.span.start, other.span.end, alignment_mode="expand")
        if left is None or right is None:
            return False
        words = [t for t in self._doc[left.end : right.start] if not t.is_space]
        return bool(words) and any(has_role(self._language, t.lower_, "and") for t in words) and all(
            has_role(self._language, t.lower_, "and")
            or has_role(self._language, t.lower_, "article")
            or match_entry(self._language, "civilities", self._doc, t.i) is not None
            or t.text == ","
            for t in words
        )

    def _inside(self, start: int, end: int) -> list[Mention]:
        span = self._chars(start, end)
        return [m for m in self._mentions if span.start <= m.span.start and m.span.end <= span.end]

    def _is_top(self, mention: Mention, start: int) -> bool:
        """Whether a mention is no complement: no « de » between the subject's start and it."""
        span = self._doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if span is None:
            return False
        at = span.start
        while at > start and (
            has_role(self._language, self._doc[at - 1].lower_, "article")
            or match_entry(self._language, "civilities", self._doc, at - 1) is not None
            or self._doc[at - 1].text == "."
        ):
            at -= 1
        if at <= start:
            return True
        before = self._doc[at - 1].lower_
        return not (
            has_role(self._language, before, "complement") or has_role(self._language, before, "adjunct")
        )

    def _read_person(self, start: int, end: int) -> Reading | None:
        """A person named in the subject who is no complement of it."""
        for person in self._people:
            for naming in person.namings:
                if not (start <= naming.span.start and naming.span.end <= end):
                    continue
                at = min(naming.start, naming.span.start)
                title_around = naming.title is not None and naming.title.start < naming.span.start
                before = self._doc[at - 1].lower_ if at > start else ""
                complement = has_role(self._language, before, "complement") or (
                    has_role(self._language, before, "adjunct")
                )
                if title_around and has_role(self._language, self._doc[at].lower_, "complement"):
                    complement = at > start
                if complement and not self._writes_document(start, end, at):
                    continue
                return Reading(
                    refer_to_person(person),
                    FoundBy.NAME,
                    self._chars(start, end),
                    naming.span.start,
                )
        return None

    def _writes_document(self, start: int, end: int, at: int) -> bool:
        """Whether the subject is a writing of the person: « un communiqué de Luc Aubin »."""
        first = self._first_content(start, end)
        behind = self._behind_document(first, end) if first < end else None
        return behind is not None and self._first_content(behind, end) >= at

    # ---------------------------------------------------------- common nouns

    def _read_common(self, start: int, end: int, head: int) -> Reading | None:
        language, doc = self._language, self._doc
        first = self._first_content(start, end)
        if first >= end:
            return self._read_other(start, end)
        # « une analyse de la BBC »: who stands behind the writing.
        behind = self._behind_document(first, end)
        if behind is not None:
            inner = self._read_cases(doc[behind:end], head)
            if inner is not None and inner.found_by is not FoundBy.UNNAMED:
                return replace(inner, mention=self._chars(start, end))
        # « le Kremlin », « l'Ukraine », « Kiev », « la préfecture du Rhône »
        body = self._read_body(first, start, end)
        if body is not None:
            return body
        # « le ministre », « le chef de l'OTAN »
        title = find_title(doc, first, end, language)
        if title is not None:
            return self._read_title(title, start, end)
        # « le Néerlandais », « le quadragénaire », « la jeune femme »
        person = self._read_person_word(first, start, end)
        if person is not None:
            return person
        return self._read_unnamed(first, start, end)

    def _first_content(self, start: int, end: int) -> int:
        """The first token that is no determiner, quantifier or adjective before the noun."""
        at = start
        while at < end:
            token = self._doc[at]
            small = (
                token.is_punct
                or token.is_space
                or has_role(self._language, token.lower_, "determiner")
                or has_role(self._language, token.lower_, "indefinite")
                or has_role(self._language, token.lower_, "possessive")
                or has_role(self._language, token.lower_, "quantifier")
                or token.pos_ in {"DET", "NUM", "ADV"} and not token.text[:1].isupper()
            )
            if small:
                at += 1
                continue
            headed = (
                match_entry(self._language, "titles", self._doc, at)
                or match_entry(self._language, "body_nouns", self._doc, at)
                or match_entry(self._language, "person_words", self._doc, at)
            )
            if token.pos_ == "ADJ" and not token.text[:1].isupper() and headed is None and at + 1 < end and (
                self._doc[at + 1].pos_ in {"NOUN", "ADJ"}
            ):
                at += 1
                continue
            break
        return at

    def _behind_document(self, first: int, end: int) -> int | None:
        """Where the complement of a writing begins: after « analyse de », « chiffres publiés par »."""
        if match_entry(self._language, "document_nouns", self._doc, first) is None:
            return None
        for at in range(first + 1, end - 1):
            word = self._doc[at].lower_
            if has_role(self._language, word, "charged"):
                return None
            if has_role(self._language, word, "complement") or has_role(self._language, word, "agent"):
                return at + 1
        return None

    def _read_body(self, first: int, start: int, end: int) -> Reading | None:
        doc = self._doc
        phrase = find_body(doc, first, end, self._language)
        title = find_title(doc, first, end, self._language)
        for mention in self._inside(start, end):
            span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if span is None or span.start != first or mention.kind is EntityKind.PERSON:
                continue
            if phrase is None or span.end >= phrase.end:
                referent = refer_to_body(doc, mention, self._language)
                if mention.kind is EntityKind.OTHER:
                    referent = replace(referent, found_by=FoundBy.UNNAMED)
                return Reading(referent, referent.found_by, self._chars(start, end), span.root.i)
        if phrase is None or title is not None and title.end > phrase.end:
            return None
        name = self._name_body(phrase)
        referent = Referent(
            name, make_slug(name), FoundBy.ORGANISATION, phrase.gender, phrase.number, is_person=False
        )
        return Reading(referent, FoundBy.ORGANISATION, self._chars(start, end), phrase.start)

    def _name_body(self, phrase: Phrase) -> str:
        """The words of a body; a bare « le parquet » takes the fuller name given before."""
        text = " ".join(self._doc[phrase.start : phrase.end].text.split())
        if not phrase.words and phrase.definite:
            for known, referent in reversed(self._unnamed):
                if known.head == phrase.head and known.start < phrase.start:
                    return referent.name
        return text if text[:2].isupper() else text[:1].lower() + text[1:]

    def _read_title(self, title: Phrase, start: int, end: int) -> Reading | None:
        mention = self._chars(start, end)
        for known, referent in reversed(self._unnamed):
            same = known.head == title.head and title.words <= known.words
            if title.definite and same and known.number == title.number:
                return Reading(referent, FoundBy.UNNAMED, mention, title.start)
        owner = find_title_owner(self._doc, title, self._people)
        if owner is not None:
            return Reading(refer_to_person(owner), FoundBy.TITLE, mention, title.start)
        wider = self._last_of_wider_title(title)
        if wider is not None:
            return Reading(refer_to_person(wider), FoundBy.TITLE, mention, title.start)
        found_by = FoundBy.UNNAMED if title.definite is False or title.number == "p" else FoundBy.TITLE
        return self._keep_unnamed(title, start, end, found_by)

    def _last_of_wider_title(self, title: Phrase) -> Person | None:
        """The last speaker where a wider title can mean only him or her: « le nouveau chef »."""
        last = self._last_person
        person = self._by_entity.get(last.entity) if last is not None else None
        if person is None or title.definite is not True or title.number == "p":
            return None
        if title.gender and person.gender and title.gender != person.gender:
            return None
        return person if any(title.head in known.is_a for known in person.titles) else None

    def _read_person_word(self, first: int, start: int, end: int) -> Reading | None:
        """A person called by age, sex or nationality: the last one named that agrees."""
        doc = self._doc
        entry = match_entry(self._language, "person_words", doc, first)
        adjective = doc[first].lower_ in country_adjectives(self._language)
        if entry is None and not adjective:
            return None
        phrase = read_phrase(
            doc, first, find_phrase_end(doc, first + 1, end, self._language),
            str(entry[0].data["name"]) if entry is not None else doc[first].lower_,
            self._language,
        )
        gender = phrase.gender
        if entry is not None and entry[0].data["gender"] != "c":
            gender = str(entry[0].data["gender"])
        if phrase.definite and phrase.number == "s":
            for known, referent in reversed(self._unnamed):
                if known.head == phrase.head:
                    return Reading(referent, FoundBy.UNNAMED, self._chars(start, end), first)
            found = self._memory.find_antecedent(first, doc[start].idx, gender, "s")
            if found is not None and found.is_person and not phrase.words - {fold_name(doc[first].text)}:
                return Reading(found, FoundBy.TITLE, self._chars(start, end), first)
        return self._keep_unnamed(replace(phrase, gender=gender), start, end, FoundBy.UNNAMED)

    def _read_unnamed(self, first: int, start: int, end: int) -> Reading | None:
        """Anybody else, called by the article's own words."""
        doc = self._doc
        after = first + 1
        while after < end and doc[after].pos_ == "PROPN" and doc[after].text[:1].isupper():
            after += 1
        phrase = read_phrase(
            doc, first, find_phrase_end(doc, after, end, self._language),
            fold_name(doc[first].lemma_ or doc[first].text), self._language
        )
        if phrase.definite:
            for known, referent in reversed(self._unnamed):
                if known.head == phrase.head and phrase.words <= known.words:
                    return Reading(referent, FoundBy.UNNAMED, self._chars(start, end), first)
        return self._keep_unnamed(phrase, start, end, FoundBy.UNNAMED)

    def _read_other(self, start: int, end: int) -> Reading | None:
        """« Un autre », « certains »: another of those called last by their own words."""
        words = self._doc[start:end].text.split()
        if not self._unnamed or not words:
            return None
        phrase, last = self._unnamed[-1]
        name = " ".join([*words, self._doc[phrase.start].text])
        name = name[:1].lower() + name[1:]
        referent = replace(last, name=name, entity=make_slug(name))
        return Reading(referent, FoundBy.UNNAMED, self._chars(start, end), start)

    def _keep_unnamed(self, phrase: Phrase, start: int, end: int, found_by: FoundBy) -> Reading:
        """A speaker by the words of the phrase, known again when « le responsable » comes."""
        doc = self._doc
        at = phrase.start
        while at > start and not has_role(self._language, doc[at - 1].lower_, "article"):
            if doc[at - 1].is_punct or doc[at - 1].is_space or has_role(self._language, doc[at - 1].lower_, "complement"):
                break
            at -= 1
        name = " ".join(doc[at : phrase.end].text.split())
        proper = doc[at].pos_ == "PROPN" or (name[:2].isupper() and len(doc[at].text) > 1)
        if proper and found_by is FoundBy.UNNAMED:
            found_by = FoundBy.NAME
        name = name if proper else name[:1].lower() + name[1:]
        referent = Referent(
            name, make_slug(name), found_by, phrase.gender, phrase.number, is_person=phrase.number == "s"
        )
        self._unnamed.append((phrase, referent))
        return Reading(referent, found_by, self._chars(start, end), phrase.start)

    # ---------------------------------------------------------------- pieces

    def _cut_relative(self, span: TokenSpan) -> tuple[int, int]:
        """The subject's tokens without a relative clause and closing marks."""
        end = span.end
        for token in span:
            if token.i > span.start and has_role(self._language, token.lower_, "relative"):
                end = token.i
                break
        while end > span.start + 1 and (self._doc[end - 1].is_punct or self._doc[end - 1].is_space):
            end -= 1
        start = span.start
        while start < end - 1 and (self._doc[start].is_space or self._doc[start].is_punct):
            start += 1
        return start, end

    def _chars(self, start: int, end: int) -> Span:
        last = self._doc[end - 1]
        return Span(self._doc[start].idx, last.idx + len(last.text))


__all__ = ["Reading", "SubjectReader", "is_other_word"]
