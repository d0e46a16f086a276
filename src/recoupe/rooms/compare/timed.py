"""Times of a story's articles, each with what happened then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from recoupe.language import load_table
from recoupe.language.word_keys import find_key
from recoupe.records import Moment, MomentType, Sentence, Span, Token
from recoupe.rooms.compare.counted_words import classify_counted
from recoupe.rooms.compare.dates import is_end, is_of_speech
from recoupe.rooms.compare.event_kinds import Kinds, find_event_kinds
from recoupe.rooms.compare.fact_words import (
    NEAR_STEPS,
    Rarity,
    Words,
    count_steps,
    find_silent_spans,
    find_words,
)
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.moved_days import is_ahead
from recoupe.rooms.compare.polarity import count_negations
from recoupe.rooms.compare.words import is_telling

# A day, a night, an evening; longer intervals are years, or some days of a fair or a fast.
LONGEST_DAY = timedelta(days=2)
LONGEST_STRETCH = timedelta(days=31)
YEAR_DAYS = (365, 366)
_STATE_HELPERS = ("aux:pass", "cop")
# A word that stands for the main event of the story.
MAIN_EVENT = "§event"


@dataclass(frozen=True)
class Timed:
    """A time with what happened then.

    Attributes:
        pages: Its article.
        sentence: Its sentence.
        moment: The time.
        grain: « hour », « day », « stretch » (some days) or « year ».
        since: Its start.
        until: Its end.
        words: The words around it.
        tense: « future », « past » or « » of the verb above it.
        is_denied: Whether its sentence denies something.
        kinds: Of what kind the event is.
        things: Keys of the nouns and names that the event is about, apart from those that name its
            kind and those that mean anybody; by each the keys of its adjectives.
        known: Keys of the words of its sentence, of the one before and of the headings.
    """

    pages: Pages
    sentence: Sentence
    moment: Moment
    grain: str
    since: datetime
    until: datetime
    words: Words
    tense: str
    is_denied: bool
    kinds: Kinds
    things: dict[str, frozenset[str]]
    known: frozenset[str]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of its sentence."""
        return self.sentence.tokens

    @property
    def published(self) -> str:
        """Day on which its article was published; empty where unknown."""
        return (self.pages.article.published or "")[:10]

    @property
    def is_ahead(self) -> bool:
        """Whether it was still to come when its article was published."""
        return is_ahead((self.pages, self.moment))


def find_timed(material: Material) -> list[Timed]:
    """The times of a story in the order of its articles and texts.

    Days, hours, years and stretches of some days of running text that are neither times of speech
    nor ends (« jusqu'à lundi »).
    """
    rarity = material.once(Rarity)
    return [
        found
        for pages in material.pages.values()
        for found in _read_article(pages, material.language, rarity)
    ]


def _read_article(pages: Pages, language: str, rarity: Rarity) -> Iterator[Timed]:
    title = _find_title_keys(pages, language)
    for moment in pages.article.moments:
        sentence = pages.find_sentence(moment.span.start)
        grain = _find_grain(moment)
        if grain is None or sentence is None or sentence.is_heading:
            continue
        if is_end(pages, moment, language) or is_of_speech(pages, moment):
            continue
        since, until = _read_ends(moment)
        silent = find_silent_spans(pages, sentence)
        words = find_words(pages, sentence, moment.span, rarity, silent)
        if _tells_main_event(sentence, moment, words, title, language):
            words = Words({**words.nearness, MAIN_EVENT: 1.0}, rarity, words.names)
        inside = [
            n
            for n, t in enumerate(sentence.tokens)
            if moment.span.start <= t.start < moment.span.end
        ]
        kinds = find_event_kinds(sentence, inside, language)
        things = _find_things(sentence, (*silent, moment.span), kinds, language)
        yield Timed(
            pages=pages,
            sentence=sentence,
            moment=moment,
            grain=grain,
            since=since,
            until=until,
            words=words,
            tense=_find_tense(sentence, moment),
            is_denied=count_negations(list(sentence.tokens), language) > 0,
            kinds=kinds,
            things=things,
            known=frozenset(things) | frozenset(words.nearness) | title,
        )


def _find_things(
    sentence: Sentence, silent: Sequence[Span], kinds: Kinds, language: str
) -> dict[str, frozenset[str]]:
    """Keys of the nouns and names that hang on the words of the kind, each with its adjectives' keys.

    « Le procès du professeur s'ouvrira » is about the professor, « la société, fondée en 1923 », about
    the company.
    """
    found: dict[str, set[str]] = {}
    tokens = sentence.tokens
    for n, token in enumerate(tokens):
        below = token.head in kinds.keys and n != token.head
        above = any(tokens[k].head == n and tokens[k].dep.startswith("acl") for k in kinds.keys)
        part = token.dep.startswith("flat") and tokens[token.head].head in kinds.keys
        if not (below or above or part) or n in kinds.keys:
            continue
        if any(span.start <= token.start < span.end for span in silent):
            continue
        if token.pos not in ("NOUN", "PROPN") or not is_telling(token, language):
            continue
        if classify_counted(token.text, language)[0] == "personne":
            continue
        adjectives = found.setdefault(find_key(token.lemma, language), set())
        adjectives.update(
            find_key(t.lemma, language) for t in tokens if t.head == n and t.dep == "amod"
        )
    return {key: frozenset(adjectives) for key, adjectives in found.items()}


def _find_title_keys(pages: Pages, language: str) -> frozenset[str]:
    """Keys of the verbs, nouns and names of the headings: what the article is about."""
    return frozenset(
        find_key(t.lemma, language)
        for s in pages.article.sentences
        if s.is_heading
        for t in s.tokens
        if t.pos in ("VERB", "NOUN", "PROPN")
    )


def _read_ends(moment: Moment) -> tuple[datetime, datetime]:
    since = datetime.fromisoformat(moment.since or "")
    until = datetime.fromisoformat(moment.until or "")
    return since.replace(tzinfo=None), until.replace(tzinfo=None)


def _find_grain(moment: Moment) -> str | None:
    if not moment.since or not moment.until:
        return None
    if moment.type not in (MomentType.DATE, MomentType.INTERVAL):
        return None
    since, until = _read_ends(moment)
    if len(moment.since) > len("2024-10-29"):
        return "hour" if until - since <= timedelta(hours=1) else None
    if (until - since).days in YEAR_DAYS and since.month == since.day == 1:
        return "year"
    if until - since <= LONGEST_DAY:
        return "day"
    return "stretch" if until - since < LONGEST_STRETCH and since.day != 1 else None


def _tells_main_event(
    sentence: Sentence, moment: Moment, words: Words, title: frozenset[str], language: str
) -> bool:
    """Whether what happened then is the main event: by a general noun and verb, or as in the title."""
    table = load_table(language, "event_words")
    inside = [
        n for n, t in enumerate(sentence.tokens) if moment.span.start <= t.start < moment.span.end
    ]
    steps = count_steps(sentence, inside)
    near = [t for n, t in enumerate(sentence.tokens) if steps.get(n, NEAR_STEPS + 1) <= NEAR_STEPS]
    roles = {
        e.data["role"]
        for t in near
        for e in table
        if e.regex.match(t.lemma.lower()) and t.pos in ("NOUN", "VERB")
    }
    if roles == {"event", "happen"}:
        return True
    verbs = {find_key(t.lemma, language) for t in near if t.pos == "VERB"}
    return bool(verbs & words.near & title)


def _find_tense(sentence: Sentence, moment: Moment) -> str:
    """« future », « past », « state » (« étaient privés de courant »), or nothing."""
    tokens = sentence.tokens
    at = next((n for n, t in enumerate(tokens) if t.start >= moment.span.start), 0)
    for _ in tokens:
        helpers = [t for t in tokens if t.head == at and t.dep.startswith(("aux", "cop"))]
        if tokens[at].pos in ("VERB", "AUX") or helpers:
            forms = [tokens[at].morph, *(t.morph for t in helpers)]
            if any("Tense=Fut" in f or "Mood=Cnd" in f for f in forms):
                return "future"
            if any(t.dep in _STATE_HELPERS and "Tense=Imp" in t.morph for t in helpers):
                return "state"
            return "past" if any("Tense=Past" in f for f in forms) else ""
        if tokens[at].head == at:
            return ""
        at = tokens[at].head
    return ""
