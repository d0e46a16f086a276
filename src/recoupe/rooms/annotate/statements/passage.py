"""A sentence with what the rules ask of it: tokens, quotations, mentions, times."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from recoupe.language import load_table
from recoupe.records import EntityKind, Mention, Span
from recoupe.rooms.annotate.mentions.word_tables import find_word, has_role
from recoupe.rooms.annotate.statements import closed_classes as closed
from recoupe.rooms.annotate.statements.quotes import Quote

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc, Token

# After these a capital tells no name.
_OPENED = closed.OPENERS | {":", "–", "—", "•"}
_SPEAKING_KINDS = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE})


@dataclass(frozen=True)
class Passage:
    """One sentence of a paragraph.

    Attributes:
        doc: The parsed article.
        text: Its text.
        start: Index of its first token.
        end: One past its last token.
        paragraph: Char offsets of its paragraph.
        quotes: The quotations of the paragraph.
        mention_at: Token index → the mention that holds it.
        moment_end_at: Token index → one past the last token of the time expression there.
        language: The pack to read.
    """

    doc: Doc
    text: str
    start: int
    end: int
    paragraph: tuple[int, int]
    quotes: tuple[Quote, ...]
    mention_at: dict[int, Mention]
    moment_end_at: dict[int, int]
    language: str

    @property
    def start_char(self) -> int:
        """Where the sentence begins."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """Where the sentence ends."""
        return self.char_end(self.end)

    def char_end(self, end: int) -> int:
        """One past the last character of the token before `end`."""
        token = self.doc[end - 1]
        return token.idx + len(token.text)

    def low(self, index: int) -> str:
        """The token's text in lower case; nothing outside the sentence."""
        return self.doc[index].lower_ if self.start <= index < self.end else ""

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation that holds a character."""
        return next((quote for quote in self.quotes if quote.holds(offset)), None)

    def quote_from(self, offset: int) -> Quote | None:
        """The quotation that starts at the next word or mark from here."""
        text = self.text
        while offset < len(text) and text[offset] in " \t\xa0\u202f\u2009":
            offset += 1
        return next((q for q in self.quotes if q.opened and q.start == offset), None)

    def quote_until(self, offset: int) -> Quote | None:
        """The quotation whose closing mark is the last character before here, spaces left out."""
        text = self.text
        while offset > 0 and text[offset - 1] in " \t\xa0\u202f\u2009,":
            offset -= 1
        return next((q for q in self.quotes if q.closed and q.end == offset), None)

    def index_from(self, offset: int) -> int:
        """Index of the first token that starts at or after a character."""
        for index in range(self.start, self.end):
            if self.doc[index].idx >= offset:
                return index
        return self.end

    def index_at_or_after(self, offset: int) -> int:
        """Same, over the whole document to the right."""
        index = self.start
        while index < len(self.doc) and self.doc[index].idx < offset:
            index += 1
        return index

    def can_speak(self, head: int) -> bool:
        """Whether the head of a noun phrase can speak: a person, a body, a document, a pronoun."""
        token = self.doc[head]
        mention = self.mention_at.get(head)
        if mention is not None:
            return mention.kind in _SPEAKING_KINDS
        if token.pos_ == "PRON" or token.lower_ in closed.SUBJECT_PRONOUNS:
            return True
        if token.pos_ == "ADJ" and has_role(self.language, token.lower_, "quantifier"):
            return True
        if (
            token.text[:1].isupper()
            and head > self.start
            and self.doc[head - 1].text not in _OPENED
        ):
            return True
        if token.pos_ == "PROPN" or token.ent_type_ in {"PER", "ORG", "LOC"}:
            return True
        if self._leads_name(head) or find_word(self.language, "titles", token.lower_) is not None:
            return True
        return is_speaker_noun(token.lower_, self.language) or is_speaker_noun(
            token.lemma_.lower(), self.language
        )

    def names_person(self, head: int) -> bool:
        """Whether a token is part of a person's name."""
        mention = self.mention_at.get(head)
        return mention is not None and mention.kind is EntityKind.PERSON

    def calls_by_name_alone(self, head: int) -> bool:
        """Whether a noun can speak only for the name right behind it: « d'entrée de jeu Luc Aubin »."""
        token = self.doc[head]
        known = find_word(self.language, "titles", token.lower_) is not None or any(
            is_speaker_noun(word, self.language) for word in (token.lower_, token.lemma_.lower())
        )
        return self._leads_name(head) and not known

    def _leads_name(self, head: int) -> bool:
        """Whether a common noun calls a person named right behind it: « son collègue Luc Aubin »."""
        at = head + 1
        while at < self.end and self.doc[at].pos_ == "ADJ" and at not in self.mention_at:
            at += 1
        mention = self.mention_at.get(at)
        return mention is not None and mention.kind is EntityKind.PERSON


@cache
def is_speaker_noun(word: str, language: str) -> bool:
    """Whether a common noun names someone, a body or a document that can speak."""
    return any(entry.regex.search(word) for entry in load_table(language, "speaker_nouns"))


def is_finite(token: Token) -> bool:
    """Whether a token is a conjugated verb; « ne fait », which the tagger takes for a participle, is."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    morph = str(token.morph)
    denied = token.i > 0 and token.doc[token.i - 1].lower_ in closed.NEGATORS
    return "VerbForm=Fin" in morph or (denied and "VerbForm=Part" in morph)


def has_main_finite(doc: Doc, start: int, end: int) -> bool:
    """Whether tokens hold a conjugated verb outside relative and subordinate clauses."""
    subordinate = 0
    for index in range(start, end):
        token = doc[index]
        low = token.lower_
        if (low in closed.RELATIVES and token.pos_ in {"PRON", "ADV"}) or (
            low in closed.QUE and token.pos_ in {"PRON", "SCONJ"}
        ):
            subordinate += 1
        elif is_finite(token):
            if index + 1 < end and token.pos_ == "AUX" and is_finite(doc[index + 1]):
                continue
            if subordinate == 0:
                return True
            subordinate -= 1
    return False


def make_span(text: str, start: int, end: int) -> Span | None:
    """A span without the spaces, marks and closing full stop at its ends; None if nothing is left."""
    drop = ' \t\n\r\xa0\u202f\u2009«»“”"„‹›•'
    while start < end and (
        text[start] in drop + ",;:–—" or text[start : start + 2] in {". ", ".\xa0"}
    ):
        start += 1
    while end > start and (text[end - 1] in drop + ",;:–—" or _is_full_stop(text, end)):
        end -= 1
    return Span(start, end) if start < end else None


def _is_full_stop(text: str, end: int) -> bool:
    return text[end - 1] == "." and text[end - 2 : end - 1] != "."


# A dateline (« BRIVE (Agence Midi), 3 mai – ») is over within so many words.
DATELINE_WORDS = 15


def skip_dateline(passage: Passage) -> int:
    """Offset past « BRIVE, 3 mai (Agence Midi) – » or « 20h40 – » at the head of a paragraph, else the sentence's start."""
    start = passage.start_char
    if start != passage.paragraph[0]:
        return start
    clock = passage.moment_end_at.get(passage.start, passage.end)
    if clock < passage.end and passage.doc[clock].text in closed.DASHES:
        # « 20h40 – Le pont est fermé »: an entry of a live page.
        return passage.char_end(clock + 1)
    for index in range(passage.start, min(passage.end, passage.start + DATELINE_WORDS)):
        token = passage.doc[index]
        if is_finite(token):
            return start
        if token.text in closed.DASHES and index > passage.start:
            head = passage.doc[passage.start]
            placed = head.text.isupper() or passage.start in passage.mention_at
            words = {t.text for t in passage.doc[passage.start : index]}
            dated = "(" in words or any(
                i in passage.moment_end_at for i in range(passage.start, index)
            )
            follows = has_main_finite(passage.doc, index, passage.end)
            return token.idx + 1 if follows and (dated or head.text.isupper()) and placed else start
    return start
