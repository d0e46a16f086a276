"""Who speaks: from the words of a subject to a speaker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.records import Form, FoundBy, Mention, Span, Speaker
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.mentions.coreference import Memory
from recoupe.rooms.annotate.mentions.noun_subjects import find_noun_subjects, find_taking_up
from recoupe.rooms.annotate.mentions.people import find_people
from recoupe.rooms.annotate.mentions.protagonist import find_protagonist
from recoupe.rooms.annotate.mentions.read_titles import find_holder
from recoupe.rooms.annotate.mentions.referents import (
    OBJECT_RANK,
    Referent,
    find_places,
    rank_role,
    refer_to_person,
)
from recoupe.rooms.annotate.mentions.scene import Scene, Speech
from recoupe.rooms.annotate.mentions.subjects import read_speaker
from recoupe.rooms.annotate.mentions.word_tables import has_role

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc


def resolve_speakers(
    doc: Doc, mentions: Sequence[Mention], drafts: Sequence[Draft], language: str
) -> tuple[Speaker | None, ...]:
    """The speaker of each draft, or None where the text names nobody.

    Names give the fullest name in the article, titles the person introduced with them, pronouns the
    last speaker or subject that agrees, bodies their canonical name; what is left is called by its
    own words (« certains experts »). A quotation that goes on keeps the speaker before it.

    Args:
        doc: The parsed article.
        mentions: Its mentions, as `find_mentions` gives them.
        drafts: In text order.
        language: ISO 639-1 code of a language with a pack.

    Returns:
        As many items as drafts, in their order.
    """
    resolver = _Resolver(doc, mentions, drafts, language)
    return tuple(resolver.resolve(draft) for draft in drafts)


class _Resolver:
    """Goes through the drafts of one article and remembers who has spoken."""

    def __init__(
        self, doc: Doc, mentions: Sequence[Mention], drafts: Sequence[Draft], language: str
    ) -> None:
        people = find_people(doc, language)
        places = find_places(doc, mentions, people, language)
        places += find_noun_subjects(doc, mentions, people, language)
        contents = [piece for draft in drafts for piece in draft.content]
        self._scene = Scene(doc, tuple(mentions), people, language, Memory(doc, places, contents))
        about = find_protagonist(doc, people, language)
        self._scene.protagonist = refer_to_person(about) if about is not None else None
        self._last: Speaker | None = None
        self._taking_up = list(find_taking_up(doc, language))

    def resolve(self, draft: Draft) -> Speaker | None:
        """The speaker of a draft; remembered for the next one."""
        if draft.subject is None:
            if not draft.continues or self._last is None:
                return None
            last = self._last
            self._last = Speaker(last.name, last.id, None, FoundBy.INCISE_CHAIN)
            return self._last
        self._scene.speech = self._hear(draft)
        self._last = self._read(draft.subject)
        return self._last

    def _hear(self, draft: Draft) -> Speech:
        """What the words of a draft tell of who says them."""
        if draft.form is not Form.DIRECT:
            return Speech()
        doc, language = self._scene.doc, self._scene.language
        pieces = (doc.char_span(p.start, p.end, alignment_mode="expand") for p in draft.content)
        words = [token.lower_ for piece in pieces if piece is not None for token in piece]
        return Speech(
            is_quoted=True,
            says_i=any(has_role(language, word, "self") for word in words),
            says_we=any(has_role(language, word, "us") for word in words),
        )

    def _read(self, subject: Span) -> Speaker | None:
        """The speaker whom these words name."""
        self._take_up_before(subject.start)
        reading = read_speaker(self._scene, subject)
        if reading is None:
            return None
        referent = reading.referent
        rank = OBJECT_RANK if self._is_object(reading.token, subject) else 0
        if not self._is_owned_body(referent, subject):
            self._scene.memory.remember(reading.token, subject.start, referent, rank)
        return Speaker(referent.name, referent.entity, reading.mention, reading.found_by)

    def _is_owned_body(self, referent: Referent, subject: Span) -> bool:
        """Whether a body is told by whose it is: behind « son cabinet » « il » is the minister."""
        lead = subject.cut(self._scene.doc.text).split()[0].lower()
        owned = has_role(self._scene.language, lead, "possessive")
        return owned and not referent.is_person

    def _is_object(self, token: int, subject: Span) -> bool:
        """Whether a speaker is the object of the main clause: « On suit Jonas, qui jure que … »."""
        doc = self._scene.doc
        words = doc.char_span(subject.start, subject.end, alignment_mode="expand")
        at = words.end if words is not None else token + 1
        while at < len(doc) and doc[at].is_punct:
            at += 1
        relative = at < len(doc) and has_role(self._scene.language, doc[at].lower_, "relative")
        return relative and rank_role(doc[token]) == OBJECT_RANK

    def _take_up_before(self, offset: int) -> None:
        """Remember whom « la romancière », the subject of a clause before an offset, takes up."""
        doc, memory = self._scene.doc, self._scene.memory
        while self._taking_up and doc[self._taking_up[0].start].idx < offset:
            title = self._taking_up.pop(0)
            holder = find_holder(self._scene, title)
            if holder is not None:
                memory.take_up(title.start, doc[title.start].idx, holder)
