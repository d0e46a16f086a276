"""What stands between quotation marks, with who says it as far as that is sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from recoupe.language import load_table
from recoupe.language.word_keys import fold_word
from recoupe.records import Form, FoundBy, Span, Speaker, Statement
from recoupe.rooms.compare.material import Material, Pages, find_lemmas, fold_lemma

_QUOTED = frozenset({Form.DIRECT, Form.MIXED})
_ON_SIGHT = frozenset({FoundBy.NAME, FoundBy.TITLE, FoundBy.ORGANISATION})
_GIST_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_WORD = re.compile(r"\w+")
_INNER_OPENING = re.compile(r"[“«\"‘]")
# What a pronoun or a chain of incises leans on stands in one of so many sentences before.
LEANING_SENTENCES = 2


@dataclass(frozen=True, eq=False)
class Quotation:
    """Quoted words and their speaker.

    Attributes:
        pages: The article.
        statement: The statement, of direct or mixed form.
    """

    pages: Pages
    statement: Statement

    @property
    def speaker(self) -> Speaker:
        """Who says it; only quotations with a speaker are made."""
        speaker = self.statement.speaker
        assert speaker is not None
        return speaker

    @cached_property
    def text(self) -> str:
        """The words, pieces joined and white space made single."""
        return " ".join(" ".join(p.cut(self.pages.text).split()) for p in self.statement.content)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words."""
        return tuple(_WORD.findall(fold_word(self.text)))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The content words as families or lemmas."""
        return frozenset(w for p in self.statement.content for w in find_lemmas(self.pages, p))

    @cached_property
    def gist(self) -> frozenset[str]:
        """What another wording keeps: the content words, and the numbers as numbers."""
        pieces = self.statement.content
        figures = [
            f
            for f in self.pages.article.figures
            if f.value is not None and any(p.contains(f.span) for p in pieces)
        ]
        words = frozenset(
            fold_lemma(token.lemma, self.pages.article.language or "fr")
            for piece in pieces
            for sentence in self.pages.article.sentences_in(piece)
            for token in sentence.tokens
            if piece.start <= token.start
            and token.end <= piece.end
            and token.pos in _GIST_POS
            and not token.text[0].isdigit()
        )
        return words | {f"#{f.value:g}" for f in figures}

    @cached_property
    def _sentences(self) -> tuple[Span, Span]:
        """The sentences of the quotation, and these with the ones that a pronoun may lean on."""
        sentences = self.pages.article.sentences
        inside = [
            n
            for n, s in enumerate(sentences)
            if any(s.span.overlaps(piece) for piece in self.statement.content)
            or (self.statement.cue is not None and s.span.overlaps(self.statement.cue))
        ]
        if not inside:
            return self.statement.whole, self.statement.whole
        own = Span(sentences[inside[0]].span.start, sentences[inside[-1]].span.end)
        first = max(0, inside[0] - LEANING_SENTENCES)
        return own, Span(sentences[first].span.start, own.end)

    @cached_property
    def around(self) -> str:
        """The words of its sentences outside the quotation."""
        own, whole = self._sentences[0], self.statement.whole
        text = self.pages.text
        end = whole.start
        middle = [text[a.end : b.start] for a, b in pairwise(self.statement.content)]
        return " ".join([text[own.start : end], *middle, text[whole.end : max(whole.end, own.end)]])

    def names_near(self, speaker_id: str, *, leaning: bool) -> bool:
        """Whether somebody is named beside the quotation, or where a pronoun would lean on."""
        reach = self._sentences[1 if leaning else 0]
        return any(
            m.entity == speaker_id
            for m in self.pages.find_mentions(reach)
            if not any(piece.contains(m.span) for piece in self.statement.content)
        )

    @cached_property
    def is_seen_said(self) -> bool:
        """Whether the speaker is named beside the words, not by a pronoun nor from before."""
        return self.speaker.found_by in _ON_SIGHT and self.speaker.mention is not None

    @cached_property
    def is_told_by_another(self) -> bool:
        """Whether the words are read, repeated, mocked or shouted: « reprenant les mots de … »."""
        language = self.pages.article.language or "fr"
        lead = self.around
        return any(e.regex.search(lead) for e in load_table(language, "echoed_words"))

    @property
    def opens_another(self) -> bool:
        """Whether a second quotation stands inside it."""
        return _INNER_OPENING.search(self.text) is not None


def list_quotations(material: Material) -> tuple[Quotation, ...]:
    """The quotations with one speaker, in the order of articles and texts."""
    return tuple(
        Quotation(pages, statement)
        for pages in material.pages.values()
        for statement in sorted(pages.article.statements, key=lambda s: (s.start, s.id))
        if statement.form in _QUOTED and statement.speaker and not statement.other_speakers
    )
