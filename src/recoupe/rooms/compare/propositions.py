"""What a statement proposes, who says so, and how much two statements share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from recoupe.language import load_table
from recoupe.language.names import same_last_name
from recoupe.language.word_keys import find_key
from recoupe.records import (
    Evidence,
    Form,
    FoundBy,
    Span,
    Stance,
    Statement,
    Token,
    make_slug,
)
from recoupe.rooms.compare.clause_negation import has_role
from recoupe.rooms.compare.material import Pages, find_bare_lemmas
from recoupe.rooms.compare.polarity import count_negations

# Weighted share of the denial's content words that the other passage must have: judgement, the only
# value tried; it raises no false alarm on the two gold stories.
SAME_PROPOSITION_RATIO = 0.4
# Verbs without which the words after them say another thing: « dément toute fuite ».
_TELLING = frozenset({Stance.DENIES, Stance.CANNOT_CONFIRM, Stance.CONFIRMS})
# « n'a toujours pas pu » stands before the verb of a cue.
VERB_GROUP_TOKENS = 5
# « a démenti formellement avoir signé »: what may stand between such a verb and its words.
_BETWEEN = re.compile(r"[^.,;:!?«»“”\"()\n]{0,30}[\s«“\"]*")


@dataclass(frozen=True)
class Word:
    """A statement with its words and day."""

    pages: Pages
    statement: Statement

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Content lemmas of what is said."""
        return find_proposition(self.pages, self.statement)

    @cached_property
    def time(self) -> str | None:
        """When it was said."""
        return self.pages.find_time(self.statement.content[0], self.statement)

    @cached_property
    def tokens(self) -> list[Token]:
        """The tokens of what is said, in text order."""
        return [
            token
            for piece in self.statement.content
            for sentence in self.pages.article.sentences_in(piece)
            for token in sentence.tokens
            if piece.start <= token.start < piece.end
        ]

    @cached_property
    def is_negated(self) -> bool:
        """Whether what is said denies something itself."""
        return count_negations(self.tokens, self.pages.article.language or "fr") > 0

    @cached_property
    def has_verb(self) -> bool:
        """Whether what is said has a verb."""
        return any(token.pos in ("VERB", "AUX") for token in self.tokens)

    @cached_property
    def speaker(self) -> str | None:
        """Id of the speaker; None where unknown or unnamed."""
        speaker = self.statement.speaker
        return speaker.id if speaker and speaker.found_by is not FoundBy.UNNAMED else None

    @property
    def name(self) -> str:
        """Name of the speaker, for sentences."""
        return self.statement.speaker.name if self.statement.speaker else "l'article"

    @cached_property
    def name_parts(self) -> frozenset[str]:
        """The words of that name, folded."""
        return frozenset(make_slug(self.name).split("-"))

    @property
    def given_name(self) -> str | None:
        """Name of the speaker as the text gives it; None where there is none."""
        return self.statement.speaker.name if self.statement.speaker else None

    def evidence(self) -> list[Evidence]:
        """What is said, with its cue."""
        article = self.pages.article.id
        return [Evidence(article, piece, self.statement.id) for piece in self.statement.content]


def find_proposition(pages: Pages, statement: Statement) -> frozenset[str]:
    """Word families of what a statement says, without the words that only frame it."""
    language = pages.article.language or "fr"
    frames = [entry.regex for entry in load_table(language, "proposition_frames")]
    return frozenset(
        find_key(lemma, language)
        for piece in statement.content
        for lemma in find_bare_lemmas(pages, piece)
        if any(ch.isalpha() for ch in lemma) and not any(f.search(lemma) for f in frames)
    )


def weigh_words(words: Sequence[Word]) -> dict[str, float]:
    """Rare words weigh more than those of every statement."""
    counts = Counter(lemma for word in words for lemma in word.lemmas)
    return {lemma: log((len(words) + 1) / count) for lemma, count in counts.items()}


def find_share(one: Word, other: Word, weights: dict[str, float]) -> float:
    """Weighted share of the first one's content words that the second has too."""
    whole = sum(weights[w] for w in one.lemmas)
    common = one.lemmas & other.lemmas
    return sum(weights[w] for w in common) / whole if whole else 0.0


def is_same_speaker(one: Word, other: Word) -> bool:
    """Whether two speakers are one: by id, by full name, or a body and who speaks for it."""
    if one.speaker == other.speaker:
        return True
    if one.name_parts <= other.name_parts or other.name_parts <= one.name_parts:
        return True
    if _speaks_for(one, other) or _speaks_for(other, one):
        return True
    return " " in one.name and " " in other.name and same_last_name(one.name, other.name)


def _speaks_for(one: Word, other: Word) -> bool:
    """Whether a title of the first names the second: « PDG de Ferrovia », « porte-parole du club »."""
    titles = one.pages.once(_list_titles).get(one.speaker)
    return titles is not None and any(other.name.lower() in title for title in titles)


def _list_titles(pages: Pages) -> dict[str | None, list[str]]:
    """The titles in lower case that an article gives to whom it names, by id."""
    found: dict[str | None, list[str]] = {}
    for mention in pages.article.mentions:
        if mention.title:
            found.setdefault(mention.entity, []).append(mention.title.lower())
    return found


def write_words(word: Word) -> str:
    """What is said, its pieces joined and white space made single."""
    return " ".join(
        " ".join(piece.cut(word.pages.text).split()) for piece in word.statement.content
    )


def write_act(word: Word) -> str:
    """What is said with the verb that it needs: « dément toute fuite », « assure avoir prévenu ».

    Words without a verb of their own do, and those that somebody denies or confirms. Only where
    the verb stands right before them; « C'est faux », « dément-il » need none.
    """
    statement, text = word.statement, word.pages.text
    cue, first = statement.cue, statement.content[0]
    needed = statement.stance in _TELLING or not any(
        "VerbForm=Fin" in token.morph for token in word.tokens
    )
    if (
        statement.form not in (Form.ACT, Form.INDIRECT, Form.MIXED)
        or not needed
        or cue is None
        or cue.end > first.start
    ):
        return write_words(word)
    if not _BETWEEN.fullmatch(text, cue.end, first.start):
        return write_words(word)
    whole = Span(_find_verb_start(word, cue), first.end)
    return " ".join(" ".join(p.cut(text).split()) for p in (whole, *statement.content[1:]))


def _find_verb_start(word: Word, cue: Span) -> int:
    """Where the verb group of a cue starts: at the « ne » of « ne peut pas confirmer »."""
    sentence = word.pages.find_sentence(cue.start)
    tokens = sentence.tokens if sentence else ()
    language = word.pages.article.language or "fr"
    before = [t for t in tokens if t.start < cue.start][-VERB_GROUP_TOKENS:]
    for n, token in enumerate(before):
        clear = all(t.pos in ("AUX", "VERB", "ADV", "PRON") for t in before[n + 1 :])
        if has_role(token.text.lower(), "ne", language) and clear:
            return token.start
    return cue.start
