"""Clauses with a verb: who does what, whether it is denied, in which tense and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from recoupe.language.word_keys import find_key, find_keys
from recoupe.records import Evidence, MomentType, Sentence, Span, Statement, Token
from recoupe.rooms.compare.clause_negation import find_negator, find_negator_above, has_role
from recoupe.rooms.compare.fact_words import find_silent_spans
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.words import is_telling

# Relations that begin another clause.
_OTHER_CLAUSES = ("advcl", "ccomp", "acl", "parataxis", "conj", "csubj", "root", "dep")
_SUBJECTS = ("nsubj",)


@dataclass(frozen=True, eq=False)
class Clause:
    """A verb with what hangs on it.

    Attributes:
        pages: Its article.
        sentence: Its sentence.
        verb: Index of the verb.
        members: Indexes of its tokens, in text order; other clauses are left out.
        negator: Index of the word that denies it, or None.
        holder: The statement that holds it.
        negator_above: For an infinitive, index of the word above that denies it, or None:
            « il n'est pas question de vendre ».
    """

    pages: Pages
    sentence: Sentence
    verb: int
    members: tuple[int, ...]
    negator: int | None
    holder: Statement | None
    negator_above: int | None = None

    @property
    def language(self) -> str:
        """The article's language."""
        return self.pages.article.language or "fr"

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the whole sentence."""
        return self.sentence.tokens

    @cached_property
    def predicates(self) -> frozenset[str]:
        """Keys of the verb, one for each family it belongs to."""
        return frozenset(find_keys(self.tokens[self.verb].lemma, self.language))

    @cached_property
    def subject(self) -> frozenset[str]:
        """Keys of the words of the subject."""
        return self._find_keys(self._subject_members)

    @cached_property
    def subject_head(self) -> frozenset[str]:
        """Keys of the subject's own noun or name, without what hangs on it: « le toit de l'école »."""
        tokens = self.tokens
        heads = {n for n in self._subject_members if tokens[n].head == self.verb}
        names = {
            n
            for n in self._subject_members
            if tokens[n].head in heads and tokens[n].dep.startswith(("flat", "appos"))
        }
        return self._find_keys(sorted(heads | names))

    @cached_property
    def subject_is_named(self) -> bool:
        """Whether the subject holds a proper name."""
        return any(self.tokens[n].pos == "PROPN" for n in self._subject_members)

    @property
    def subject_tokens(self) -> tuple[Token, ...]:
        """The tokens of the subject, in text order."""
        return tuple(self.tokens[n] for n in sorted(self._subject_members))

    @cached_property
    def words(self) -> frozenset[str]:
        """Keys of the telling words apart from subject and verb."""
        rest = [n for n in self.members if n != self.verb and n not in self._subject_members]
        return self._find_keys(rest)

    @cached_property
    def all_words(self) -> frozenset[str]:
        """Keys of all telling words, the verb's among them."""
        return self.words | self.subject | self.predicates

    @cached_property
    def _subject_members(self) -> frozenset[int]:
        tokens = self.tokens
        heads = frozenset(
            n
            for n in self.members
            if tokens[n].head == self.verb and tokens[n].dep.startswith(_SUBJECTS)
        )
        return frozenset(n for n in self.members if self._hangs_on(n, heads)) if heads else heads

    def _hangs_on(self, n: int, heads: frozenset[int]) -> bool:
        tokens = self.tokens
        for _ in tokens:
            if n in heads:
                return True
            if tokens[n].head == n or n == self.verb:
                return False
            n = tokens[n].head
        return False

    def _find_keys(self, members: frozenset[int] | list[int]) -> frozenset[str]:
        silent = find_silent_spans(self.pages, self.sentence)
        tokens, language = self.tokens, self.language
        return frozenset(
            find_key(tokens[n].lemma, language)
            for n in members
            if is_telling(tokens[n], language)
            and not any(s.start <= tokens[n].start < s.end for s in silent)
        )

    @cached_property
    def tense(self) -> str:
        """« future », « unreal » (conditional, subjunctive, imperative) or « real »."""
        forms = [self.tokens[self.verb].morph] + [
            self.tokens[n].morph
            for n in self.members
            if self.tokens[n].head == self.verb and self.tokens[n].dep.startswith(("aux", "cop"))
        ]
        if any("Mood=Cnd" in f or "Mood=Sub" in f or "Mood=Imp" in f for f in forms):
            return "unreal"
        if any("Tense=Fut" in f for f in forms):
            return "future"
        return "real" if any("VerbForm=Fin" in f for f in forms) else "none"

    @property
    def looks_back(self) -> bool:
        """Whether it is told in the pluperfect: « avait été contrôlée »."""
        return any(
            t.head == self.verb and t.dep == "aux:tense" and "Tense=Imp" in t.morph
            for t in self.tokens
        )

    @cached_property
    def is_hypothetical(self) -> bool:
        """Whether it is asked or supposed: « si le barrage cède », « a-t-il cédé ? »."""
        supposed = any(
            t.pos == "SCONJ" and has_role(t.lemma, "if", self.language) for t in self.tokens
        )
        return supposed or self.tokens[-1].text == "?"

    @cached_property
    def is_still(self) -> bool:
        """Whether it says « pas encore », « toujours pas »."""
        return any(has_role(self.tokens[n].text, "still", self.language) for n in self.members)

    @cached_property
    def times(self) -> tuple[tuple[str, str], ...]:
        """Days and intervals named in the clause."""
        return tuple(
            (m.since, m.until)
            for m in self.pages.article.moments
            if m.type in (MomentType.DATE, MomentType.INTERVAL)
            and m.since
            and m.until
            and self.span.contains(m.span)
        )

    @cached_property
    def span(self) -> Span:
        """From its first word to its last, without the « que » or « et » that ties it to another."""
        kept = [n for n in self.members if any(ch.isalnum() for ch in self.tokens[n].text)]
        while len(kept) > 1 and self.tokens[kept[0]].pos in ("SCONJ", "CCONJ"):
            kept = kept[1:]
        return Span(self.tokens[kept[0]].start, self.tokens[kept[-1]].end)

    @property
    def evidence(self) -> Evidence:
        """The clause."""
        return Evidence(self.pages.article.id, self.span, self.holder.id if self.holder else None)

    @property
    def speaker(self) -> str | None:
        """Id of who says it; None in the article's own voice."""
        return self.holder.speaker.id if self.holder and self.holder.speaker else None


def find_clauses(pages: Pages, language: str) -> Iterator[Clause]:
    """The clauses of an article with a finite verb or participle, headings left out, in text order."""
    for sentence in pages.article.sentences:
        tokens = sentence.tokens
        below = _list_below(tokens)
        members = {
            n: _collect(below, n)
            for n, t in enumerate(tokens)
            if t.pos == "VERB" or (t.dep == "ROOT" and t.pos in ("ADJ", "NOUN"))
        }
        negators = {n: find_negator(tokens, own, language) for n, own in members.items()}
        for verb, own in members.items():
            span = Span(tokens[verb].start, tokens[verb].end)
            above = find_negator_above(tokens, verb, negators, language)
            yield Clause(pages, sentence, verb, own, negators[verb], pages.find_holder(span), above)


def list_clauses(material: Material) -> tuple[Clause, ...]:
    """The clauses of all articles of a story, in their order."""
    return tuple(
        clause
        for pages in material.pages.values()
        for clause in find_clauses(pages, material.language)
    )


def _list_below(tokens: tuple[Token, ...]) -> list[list[int]]:
    """For each token those of its clause that hang on it; what begins another clause is left out."""
    below: list[list[int]] = [[] for _ in tokens]
    for n, token in enumerate(tokens):
        if token.pos not in ("VERB", "AUX") or not token.dep.startswith(_OTHER_CLAUSES):
            below[token.head].append(n)
    return below


def _collect(below: list[list[int]], verb: int) -> tuple[int, ...]:
    """The tokens below a verb without those of other clauses."""
    found = {verb}
    stack = [verb]
    while stack:
        for n in below[stack.pop()]:
            if n not in found:
                found.add(n)
                stack.append(n)
    return tuple(sorted(found))
