"""By what deed or in what time a count came to be: « ont été déviés », « depuis minuit »."""

from __future__ import annotations

from recoupe.language.word_keys import find_key
from recoupe.records import MomentType, Sentence, Span
from recoupe.rooms.compare.dates import is_start
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.measures import Measure

_HELPERS = ("aux:tense", "aux:pass")


def find_done_verb(sentence: Sentence, span: Span, language: str) -> str | None:
    """Key of the verb of which a number is the subject or object, where it tells of something done.

    A verb with an auxiliary of the past or the passive. None for a state (« compte cinq usines »).
    """
    tokens = sentence.tokens
    at = next((n for n, t in enumerate(tokens) if span.start <= t.start < span.end), -1)
    for _ in tokens if at >= 0 else ():
        if tokens[at].pos == "VERB":
            done = any(t.head == at and t.dep in _HELPERS for t in tokens)
            return find_key(tokens[at].lemma, language) if done else None
        if tokens[at].head == at:
            return None
        at = tokens[at].head
    return None


def _covers_stretch(pages: Pages, sentence: Sentence, span: Span) -> bool:
    """Whether a count is of what came within a time: « depuis minuit », « en vingt-quatre heures »."""
    return any(
        moment.type is MomentType.DURATION or is_start(pages, moment)
        for moment in pages.article.moments
        if sentence.span.contains(moment.span) and moment.span.start >= span.end
    )


def have_more_come(material: Material, one: Measure, other: Measure) -> bool:
    """Whether a later day gives more of what one deed brings about, or of what a stretch does.

    « ont été déviés »; « 640 interventions depuis minuit », « 1 500 en vingt-quatre heures ».
    """
    days = [(material.pages[m.article].article.published or "")[:10] for m in (one, other)]
    if "" in days or days[0] == days[1]:
        return False
    early, late = (one, other) if days[0] < days[1] else (other, one)
    if (late.figure.value or 0.0) <= (early.figure.value or 0.0):
        return False
    places = []
    for m in (one, other):
        pages = material.pages[m.article]
        sentence = pages.find_sentence(m.figure.span.start)
        if sentence is None:
            return False
        places.append((pages, sentence, m.figure.span))
    if all(_covers_stretch(*place) for place in places):
        return True
    verbs = [find_done_verb(sentence, span, material.language) for _, sentence, span in places]
    return verbs[0] is not None and verbs[0] == verbs[1]
