"""A verb of speech in its group: what the readers of cues share."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records import Span, Stance
from recoupe.rooms.annotate.statements.lexicon import Verb
from recoupe.rooms.annotate.statements.passage import Passage


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of speech in its group.

    Attributes:
        verb: What it is.
        first: Index of the first token of the group: negation, clitics, auxiliary.
        last: Index of its last token.
        at: Index of the verb itself.
        kind: finite, passive, gerund or infinitive.
        tense: Tense of the form that carries the person.
        inverted: Index of the pronoun that follows (« a-t-il »), or None.
        negated: Whether it is denied.
        conditional: Whether it stands in the hearsay conditional (« aurait déclaré »).
    """

    verb: Verb
    first: int
    last: int
    at: int
    kind: str
    tense: str
    inverted: int | None = None
    negated: bool = False
    conditional: bool = False

    @property
    def stance(self) -> Stance:
        """The stance of the verb, under its negation where it has one."""
        if self.negated and self.verb.negated is not None:
            return self.verb.negated
        return self.verb.stance


def find_cue_span(passage: Passage, cue: Cue, end: int) -> Span:
    """The characters of a cue, up to a token at least."""
    first = passage.doc[cue.first].idx
    return Span(first, passage.char_end(max(end, cue.last + 1)))
