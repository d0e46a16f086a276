"""What a statement tells and what it denies, as keys of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from recoupe.language.word_keys import find_key, find_keys
from recoupe.records import Form, Stance, Statement, Token
from recoupe.rooms.compare.clause_negation import has_role
from recoupe.rooms.compare.clauses import Clause, list_clauses
from recoupe.rooms.compare.denied_nouns import SeenAs, find_denied_noun
from recoupe.rooms.compare.fact_words import Rarity
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.propositions import Word
from recoupe.rooms.compare.words import is_telling

_UNTOLD = frozenset({Stance.ASKS, Stance.DEMANDS, Stance.CANNOT_CONFIRM})


@dataclass(frozen=True)
class Denied:
    """What one clause denies.

    Attributes:
        words: Keys of its telling words, names apart.
        focus: Those of the words that the negation is about: the verb and what there is none of,
            or, where the verb says little (« faire », « avoir »), its complements.

        seen_as: How another tells of what there was none of, where that has words of its own.
        names: Keys of the names, the subject's apart.
        is_whole: Whether it says that there is none at all: « aucune fermeture ».
        by_word: The keys of each telling word: one word may have several.
    """

    words: frozenset[str]
    focus: frozenset[str]
    seen_as: SeenAs | None = None
    names: frozenset[str] = frozenset()
    is_whole: bool = False
    by_word: frozenset[frozenset[str]] = frozenset()


@dataclass(frozen=True)
class Saying:
    """A statement, what it denies and the words of what it tells: their keys, and their lemmas."""

    word: Word
    denied: tuple[Denied, ...]
    told: frozenset[str]
    told_lemmas: frozenset[str] = frozenset()

    @cached_property
    def names(self) -> frozenset[str]:
        """Keys of the names in what is said."""
        return _find_names(self.word.pages, self.word.tokens)

    @cached_property
    def day(self) -> str | None:
        """The day of publication."""
        published = self.word.pages.article.published
        return published[:10] if published else None


def list_sayings(material: Material) -> tuple[Saying, ...]:
    """The statements with a speaker, in the order of the articles and texts.

    Left out are questions, demands, refusals to confirm, the hearsay conditional, and what is
    told of in the conditional or only supposed.
    """
    return tuple(
        saying
        for saying in material.once(list_tellings)
        if saying.word.statement.speaker and not saying.word.statement.reserved
    )


def list_tellings(material: Material) -> tuple[Saying, ...]:
    """The sayings, and with them hearsay and what is said by nobody named, in the same order."""
    clauses: dict[str, list[Clause]] = defaultdict(list)
    for clause in material.once(list_clauses):
        if clause.holder is not None:
            clauses[clause.holder.id].append(clause)
    return tuple(
        _read(Word(pages, statement), clauses[statement.id])
        for pages in material.pages.values()
        for statement in sorted(pages.article.statements, key=lambda s: (s.start, s.id))
        if statement.stance not in _UNTOLD
    )


def is_hearsay(statement: Statement) -> bool:
    """Whether a statement passes on what it does not vouch for: its conditional tells, then."""
    alleged = statement.stance is Stance.ALLEGES or statement.form is Form.ACCORDING_TO
    return statement.reserved or alleged


def _read(word: Word, clauses: list[Clause]) -> Saying:
    sure = [
        c
        for c in clauses
        if (is_hearsay(word.statement) or c.tense != "unreal") and not c.is_hypothetical
    ]
    denied = [read_denied(c) for c in sure if _is_denied(c)]
    silent = {
        c.tokens[n].start for c in clauses if _is_denied(c) or c not in sure for n in c.members
    }
    if word.statement.stance is Stance.DENIES or _is_bare_no(word, clauses):
        return Saying(word, _read_all_denied(word), frozenset())
    told = [t for t in word.tokens if t.start not in silent]
    lemmas = frozenset(t.lemma.lower() for t in told if t.pos in ("NOUN", "VERB"))
    kept = tuple(d for d in denied if d.focus)
    return Saying(word, kept, find_token_keys(word.pages, told), lemmas)


def _is_bare_no(word: Word, clauses: list[Clause]) -> bool:
    """Whether it denies without a verb: « Pas de gel », « Ni gel ni report »."""
    first = word.tokens[0].text.lower() if word.tokens else ""
    language = word.pages.article.language or "fr"
    return not clauses and any(has_role(first, role, language) for role in ("none", "alone"))


def _read_all_denied(word: Word) -> tuple[Denied, ...]:
    """What « dément … » or « pas de … » denies: all of it, first of all its verbs and first word."""
    tokens = word.tokens
    first = next((t for t in tokens if find_token_keys(word.pages, [t])), None)
    if first is None:
        return ()
    heads = [first, *(t for t in tokens if t.pos == "VERB")]
    return (
        Denied(
            find_token_keys(word.pages, tokens),
            find_token_keys(word.pages, heads),
            names=_find_names(word.pages, tokens),
            by_word=_find_keys_by_word(word.pages, tokens),
        ),
    )


def _is_denied(clause: Clause) -> bool:
    """Whether it denies a fact: « ne peut pas … sans aide » denies none."""
    if has_role(clause.tokens[clause.verb].lemma.lower(), "affirming", clause.language):
        return False
    return clause.negator is not None or clause.negator_above is not None


def read_denied(clause: Clause) -> Denied:
    """What a denied clause denies."""
    members = [clause.tokens[n] for n in clause.members]
    words = find_token_keys(clause.pages, members)
    verb = clause.tokens[clause.verb]
    focus = find_token_keys(clause.pages, [verb])
    negator = clause.tokens[clause.negator] if clause.negator is not None else None
    is_whole = negator is not None and has_role(negator.text, "none", clause.language)
    if negator is not None and is_whole:
        focus |= find_token_keys(clause.pages, [clause.tokens[negator.head]])
    if has_role(verb.lemma.lower(), "happening", clause.language):
        focus |= find_token_keys(clause.pages, clause.subject_tokens)
    rest = [t for n in clause.members if (t := clause.tokens[n]) not in clause.subject_tokens]
    names = _find_names(clause.pages, rest)
    kept = focus or words - clause.subject
    by_word = _find_keys_by_word(clause.pages, members)
    return Denied(words, kept, find_denied_noun(clause), names, is_whole, by_word)


def find_token_keys(pages: Pages, tokens: Sequence[Token]) -> frozenset[str]:
    """Keys of the telling words that are no names, every family of each."""
    return frozenset(key for keys in _find_keys_by_word(pages, tokens) for key in keys)


def _find_keys_by_word(pages: Pages, tokens: Sequence[Token]) -> frozenset[frozenset[str]]:
    language = pages.article.language or "fr"
    return frozenset(
        frozenset(find_keys(token.lemma, language))
        for token in tokens
        if token.pos != "PROPN" and is_telling(token, language)
    )


def _find_names(pages: Pages, tokens: Sequence[Token]) -> frozenset[str]:
    language = pages.article.language or "fr"
    return frozenset(find_key(t.lemma, language) for t in tokens if t.pos == "PROPN")


def find_article_names(pages: Pages) -> frozenset[str]:
    """Keys of all names of an article."""
    return pages.once(_read_article_names)


def _read_article_names(pages: Pages) -> frozenset[str]:
    return frozenset(key for s in pages.article.sentences for key in _find_names(pages, s.tokens))


def find_cover(denied: Denied, told: frozenset[str], rarity: Rarity) -> float:
    """Weighted share of the denied words that are told; 0 where the focus is not."""
    if not denied.focus & told:
        return 0.0
    whole = sum(rarity.weigh(key) for key in sorted(denied.words))
    return sum(rarity.weigh(key) for key in sorted(denied.words & told)) / whole if whole else 0.0


def is_told(denied: Denied, other: Saying, rarity: Rarity, ratio: float) -> bool:
    """Whether another tells what is denied: by so much of its words, or as such things are told."""
    if denied.seen_as is not None and any(
        denied.seen_as.pattern.match(lemma) for lemma in sorted(other.told_lemmas)
    ):
        return True
    return find_cover(denied, other.told, rarity) >= ratio
