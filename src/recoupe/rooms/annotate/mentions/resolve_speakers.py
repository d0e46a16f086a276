"""Who speaks: from the words of a subject to a speaker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.records import FoundBy, Mention, Span, Speaker
from recoupe.rooms.annotate.draft import Draft
from recoupe.rooms.annotate.mentions.coreference import Memory
from recoupe.rooms.annotate.mentions.named_spans import find_named_spans
from recoupe.rooms.annotate.mentions.people import join_people
from recoupe.rooms.annotate.mentions.referents import Referent, find_places
from recoupe.rooms.annotate.mentions.subjects import Reading, SubjectReader

if TYPE_CHECKING:
    from spacy.tokens import Doc


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


def resolve_other_speakers(
    doc: Doc, mentions: Sequence[Mention], drafts: Sequence[Draft], language: str
) -> tuple[tuple[Speaker, ...], ...]:
    """For each draft the speakers of its `other_subjects`, without its own speaker.

    Returns:
        As many tuples as drafts, in their order; each in text order, without doubles.
    """
    resolver = _Resolver(doc, mentions, drafts, language)
    found: list[tuple[Speaker, ...]] = []
    for draft in drafts:
        own = resolver.resolve(draft)
        others: dict[str, Speaker] = {}
        for subject in draft.other_subjects:
            speaker = resolver.resolve_subject(subject, None, subject.start)
            if speaker is not None and (own is None or speaker.id != own.id):
                others.setdefault(speaker.id, speaker)
        found.append(tuple(others.values()))
    return tuple(found)


class _Resolver:
    """Goes through the drafts of one article and remembers who has spoken."""

    def __init__(
        self, doc: Doc, mentions: Sequence[Mention], drafts: Sequence[Draft], language: str
    ) -> None:
        spans = find_named_spans(doc, language)
        people = join_people(doc, [s for s in spans if s.kind.value == "person"], language)
        places = find_places(doc, mentions, people, language)
        contents = [piece for draft in drafts for piece in draft.content]
        self._memory = Memory(doc, places, contents)
        self._reader = SubjectReader(doc, mentions, people, language, self._memory)
        self._doc = doc
        self._last: Speaker | None = None

    def resolve(self, draft: Draft) -> Speaker | None:
        """The speaker of a draft; remembered for the next one."""
        if draft.subject is None:
            if not draft.continues or self._last is None:
                return None
            last = self._last
            self._last = Speaker(last.name, last.id, None, FoundBy.INCISE_CHAIN)
            return self._last
        self._last = self.resolve_subject(draft.subject, draft.subject_head, draft.anchor)
        return self._last

    def resolve_subject(self, subject: Span, head: int | None, anchor: int) -> Speaker | None:
        """The speaker whom these words name."""
        reading = self._reader.read(subject, head, anchor)
        if reading is None:
            return None
        self._remember(reading, subject)
        referent = reading.referent
        return Speaker(referent.name, referent.entity, reading.mention, reading.found_by)

    def _remember(self, reading: Reading, subject: Span) -> None:
        self._memory.remember(reading.token, subject.start, reading.referent)


__all__ = ["Referent", "resolve_other_speakers", "resolve_speakers"]
