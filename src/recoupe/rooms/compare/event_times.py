"""One event, two days, hours or years, in two articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from recoupe.language import load_table
from recoupe.language.word_keys import find_key
from recoupe.records import (
    Difference,
    DifferenceKind,
    Evidence,
    Moment,
    MomentType,
    Sentence,
    Token,
    Verdict,
)
from recoupe.rooms.compare.dates import is_end, is_of_speech, is_start
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.fact_words import (
    NEAR_STEPS,
    Rarity,
    Words,
    count_steps,
    find_silent_spans,
    find_words,
)
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.polarity import count_negations
from recoupe.rooms.compare.print_words import print_words

# Likeness above which two times are of one event. Chosen on the stories in sight of
# quality/differences.
EVENT_LIKENESS = 0.35
# Two witnesses give one hour up to this far apart.
HOUR_TOLERANCE = timedelta(minutes=30)
# A day, a night, an evening; longer intervals are years, or too vague.
LONGEST_DAY = timedelta(days=2)
YEAR_DAYS = (365, 366)
# A word that stands for the main event of the story.
_MAIN_EVENT = "§event"


@dataclass(frozen=True)
class Timed:
    """A time with what happened then.

    Attributes:
        pages: Its article.
        moment: The time.
        grain: « hour », « day » or « year ».
        since: Its start.
        until: Its end.
        words: The words around it.
        tense: « future », « past » or « » of the verb above it.
        is_denied: Whether its sentence denies something.
        tokens: The tokens of its sentence.
    """

    pages: Pages
    moment: Moment
    grain: str
    since: datetime
    until: datetime
    words: Words
    tense: str
    is_denied: bool
    tokens: tuple[Token, ...]


def find_event_time_conflicts(material: Material) -> Iterator[Difference]:
    """Contradictions in which two articles give one event two times that exclude each other.

    Of one grain (hours, days, years). Silent where one article gives both times, where the verbs
    differ in tense, and for times of speech. « L'accident », « le drame » stand for what the
    title tells.
    """
    rarity = material.once(Rarity)
    timed = [
        found
        for pages in material.pages.values()
        for found in _read_article(pages, material.language, rarity)
    ]
    told: set[frozenset[datetime]] = set()
    for one, other in combinations(timed, 2):
        key = frozenset((one.since, other.since))
        if key not in told and _conflict(one, other) and not _is_known(one, other, timed):
            told.add(key)
            yield _make(material, one, other)


def _read_article(pages: Pages, language: str, rarity: Rarity) -> Iterator[Timed]:
    title = _find_title_keys(pages, language)
    for moment in pages.article.moments:
        sentence = pages.find_sentence(moment.span.start)
        grain = _find_grain(moment)
        if grain is None or sentence is None or sentence.is_heading:
            continue
        if is_end(pages, moment, language):
            continue
        if is_of_speech(pages, moment):
            continue
        since, until = _read_ends(moment)
        silent = find_silent_spans(pages, sentence)
        words = find_words(pages, sentence, moment.span, rarity, silent)
        if _tells_main_event(sentence, moment, words, title, language):
            words = Words({**words.nearness, _MAIN_EVENT: 1.0}, rarity, words.names)
        tense = _find_tense(sentence, moment)
        is_denied = count_negations(list(sentence.tokens), language) > 0
        yield Timed(pages, moment, grain, since, until, words, tense, is_denied, sentence.tokens)


def _find_title_keys(pages: Pages, language: str) -> frozenset[str]:
    """Keys of the verbs and nouns of the headings: what the article is about."""
    return frozenset(
        find_key(t.lemma, language)
        for s in pages.article.sentences
        if s.is_heading
        for t in s.tokens
        if t.pos in ("VERB", "NOUN")
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
    return "day" if until - since <= LONGEST_DAY else None


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
    tokens = sentence.tokens
    at = next((n for n, t in enumerate(tokens) if t.start >= moment.span.start), 0)
    for _ in tokens:
        if tokens[at].pos in ("VERB", "AUX"):
            forms = [
                tokens[at].morph,
                *(t.morph for t in tokens if t.head == at and t.pos == "AUX"),
            ]
            if any("Tense=Fut" in f or "Mood=Cnd" in f for f in forms):
                return "future"
            return "past" if any("Tense=Past" in f for f in forms) else ""
        if tokens[at].head == at:
            return ""
        at = tokens[at].head
    return ""


def _conflict(one: Timed, other: Timed) -> bool:
    if one.pages is other.pages or one.grain != other.grain or one.is_denied != other.is_denied:
        return False
    if "future" in (one.tense, other.tense) and one.tense != other.tense:
        return False
    gap = max(one.since, other.since) - min(one.until, other.until)
    if gap < (HOUR_TOLERANCE if one.grain == "hour" else timedelta(0)):
        return False
    if _goes_on(one, other) or _goes_on(other, one):
        return False
    if not one.words.near & other.words.near or not _share_event(one, other):
        return False
    return one.words.find_likeness(other.words) >= EVENT_LIKENESS


def _goes_on(one: Timed, other: Timed) -> bool:
    """Whether one is only the start, and the other lies after it: « depuis lundi », « vendredi »."""
    return other.since >= one.since and is_start(one.pages, one.moment)


def _share_event(one: Timed, other: Timed) -> bool:
    """Whether more than a verb is common: two that « ont perdu » something did so on two days."""
    near = one.words.near & other.words.near
    if _MAIN_EVENT in near or len(one.words.own & other.words.own) > 2:
        return True
    return any(
        t.pos == "NOUN" and _find_key(side, t) in near for side in (one, other) for t in side.tokens
    )


def _find_key(side: Timed, token: Token) -> str:
    return find_key(token.lemma, side.pages.article.language or "fr")


def _is_known(one: Timed, other: Timed, timed: Sequence[Timed]) -> bool:
    """Whether one of the two articles gives the other's time too, for something of like words."""
    return any(
        t.pages is a.pages and t.grain == a.grain and t.since < b.until and b.since < t.until
        for a, b in ((one, other), (other, one))
        for t in timed
    )


def _make(material: Material, one: Timed, other: Timed) -> Difference:
    pair = (one, other)
    words = [material.cut(t.pages.article.id, t.moment.span) for t in pair]
    sides = [
        make_side(
            value,
            [Evidence(t.pages.article.id, t.moment.span)],
            None,
            t.moment.since,
        )
        for value, t in zip(words, pair, strict=True)
    ]
    keys = one.words.find_shared(other.words)
    shared = print_words(one.tokens, keys, one.pages.article.language or "fr")
    matter = shared or "le fait principal"
    return make_difference(
        DifferenceKind.DATE,
        Verdict.CONTRADICTION,
        matter,
        sides,
        f"« {words[0]} » et « {words[1]} » s'excluent pour un même fait ({matter}).",
        f"« {words[0]} » and « {words[1]} » exclude each other for one event ({shared or 'the main event'}).",
    )
