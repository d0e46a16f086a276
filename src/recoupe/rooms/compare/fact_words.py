"""What a value is about: the words of its sentence, weighed by nearness in the parse and rarity."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from math import log, sqrt

from recoupe.language import load_table
from recoupe.language.word_keys import find_key
from recoupe.records import Sentence, Span
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.words import is_telling

# Weight of a word by its steps in the parse from the value: what is counted, the verb and its
# subject; what hangs on these; the rest of the sentence. Judgement, the only values tried.
NEAR_STEPS = 2
MIDDLE_STEPS = 4
MIDDLE_WEIGHT = 0.7
FAR_WEIGHT = 0.4
# Words of the sentence before, which « l'opération », « ce montant » take up.
BEFORE_WEIGHT = 0.3


# In a story of few sentences a word that both sides share would weigh next to nothing.
MORE_SENTENCES = 20


class Rarity:
    """How much a word says in one story: rare ones say more."""

    def __init__(self, material: Material) -> None:
        self._counts: Counter[str] = Counter()
        self._sentences = 0
        for pages in material.pages.values():
            for sentence in pages.article.sentences:
                self._sentences += 1
                self._counts.update(
                    {
                        key
                        for t in sentence.tokens
                        if is_telling(t, material.language)
                        for key in _find_word_keys(t.lemma, material.language)
                    }
                )

    def weigh(self, key: str) -> float:
        """log(1 + sentences / sentences with the word), as if the story had some more sentences."""
        return log(1 + (self._sentences + MORE_SENTENCES) / max(1, self._counts[key]))


class Words:
    """The telling words around a passage.

    Attributes:
        nearness: Nearness of each word to the passage, 0 to 1.
        near: The words at most `NEAR_STEPS` away.
        names: The proper names among the words that are not far.
    """

    def __init__(
        self, nearness: Mapping[str, float], rarity: Rarity, names: frozenset[str] = frozenset()
    ) -> None:
        self.nearness = nearness
        self.names = names
        self._weights = {w: n * rarity.weigh(w) for w, n in nearness.items()}

    @cached_property
    def near(self) -> frozenset[str]:
        """The words at most `NEAR_STEPS` away."""
        return frozenset(w for w, n in self.nearness.items() if n == 1.0)

    @cached_property
    def own(self) -> frozenset[str]:
        """The words of the sentence itself."""
        return frozenset(w for w, n in self.nearness.items() if n > BEFORE_WEIGHT)

    @cached_property
    def length(self) -> float:
        """Euclidean length of the weights of the sentence's own words: those before only help."""
        return sqrt(sum(self._weights[w] ** 2 for w in sorted(self.own)))

    def find_likeness(self, other: Words) -> float:
        """Cosine of the two, 0 to 1; more only where the sentences before agree too."""
        if not self.length or not other.length:
            return 0.0
        shared = self._weights.keys() & other._weights.keys()
        product = sum(self._weights[w] * other._weights[w] for w in sorted(shared))
        return product / (self.length * other.length)

    def find_shared(self, other: Words) -> tuple[str, ...]:
        """Words of both, those that say most first."""
        shared = {w for w in self.own & other.own if w[0] != "§"}
        return tuple(sorted(shared, key=lambda w: (-self._weights[w] * other._weights[w], w)))


def find_words(
    pages: Pages, sentence: Sentence, span: Span, rarity: Rarity, skipped: Sequence[Span]
) -> Words:
    """The telling words of a sentence as seen from a passage in it.

    Args:
        pages: The article.
        sentence: The sentence that holds the passage.
        span: The passage.
        rarity: The weights of the story.
        skipped: Stretches whose words say nothing here: times, cues, mentions of speakers.
    """
    language = pages.article.language or "fr"
    tokens = sentence.tokens
    inside = [n for n, t in enumerate(tokens) if span.start <= t.start < span.end]
    steps = count_steps(sentence, inside)
    nearness: dict[str, float] = {}
    names: set[str] = set()
    for n, token in enumerate(tokens):
        if not is_telling(token, language):
            continue
        if any(s.start <= token.start < s.end for s in skipped):
            continue
        far = steps.get(n, len(tokens))
        weight = 1.0 if far <= NEAR_STEPS else MIDDLE_WEIGHT if far <= MIDDLE_STEPS else FAR_WEIGHT
        for key in _find_word_keys(token.lemma, language):
            nearness[key] = max(weight, nearness.get(key, 0.0))
        if token.pos == "PROPN" and weight > FAR_WEIGHT:
            names.add(find_key(token.lemma, language))
    for key in _find_keys_before(pages, sentence, language):
        nearness.setdefault(key, BEFORE_WEIGHT)
    return Words(nearness, rarity, frozenset(names))


def _find_keys_before(pages: Pages, sentence: Sentence, language: str) -> list[str]:
    """Keys of the telling words of the sentence before in running text."""
    number = pages.sentence_numbers[sentence.span]
    before = pages.article.sentences[number - 1] if number else None
    if before is None or before.is_heading or sentence.is_heading:
        return []
    return [
        key
        for token in before.tokens
        if is_telling(token, language)
        for key in _find_word_keys(token.lemma, language)
    ]


@lru_cache(maxsize=65_536)
def _find_word_keys(lemma: str, language: str) -> tuple[str, ...]:
    """The key of a word, and the matter of a sum or a share that it names (« transaction »)."""
    matters = (
        f"§{e.data['matter']}"
        for e in load_table(language, "figure_matters")
        if e.regex.search(lemma.lower())
    )
    return (find_key(lemma, language), *matters)


def count_steps(sentence: Sentence, starts: Iterable[int]) -> dict[int, int]:
    """Steps in the parse from some tokens to each one; tokens of another tree are left out."""
    neighbours: dict[int, list[int]] = {n: [] for n in range(len(sentence.tokens))}
    for n, token in enumerate(sentence.tokens):
        if token.head != n:
            neighbours[n].append(token.head)
            neighbours[token.head].append(n)
    steps = dict.fromkeys(starts, 0)
    queue = deque(steps)
    while queue:
        at = queue.popleft()
        for other in neighbours[at]:
            if other not in steps:
                steps[other] = steps[at] + 1
                queue.append(other)
    return steps


def find_silent_spans(pages: Pages, sentence: Sentence) -> tuple[Span, ...]:
    """Stretches of a sentence that say who speaks and when, not what."""
    return pages.once(_share_silent_spans).get(sentence.span.start, ())


def _share_silent_spans(pages: Pages) -> dict[int, tuple[Span, ...]]:
    """The silent stretches of each sentence that has any, by the sentence's start."""
    spans = [moment.span for moment in pages.article.moments]
    for statement in pages.article.statements:
        if statement.cue is not None:
            spans.append(statement.cue)
        if statement.speaker is not None and statement.speaker.mention is not None:
            spans.append(statement.speaker.mention)
    found: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        for sentence in pages.article.sentences_in(span):
            found[sentence.span.start].append(span)
    return {start: tuple(silent) for start, silent in found.items()}
