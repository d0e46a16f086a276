"""To whom a title without a name belongs: « le ministre », « le chef de l'OTAN »."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recoupe.language.names import fold_name
from recoupe.rooms.annotate.mentions.people import Person
from recoupe.rooms.annotate.mentions.phrases import Phrase, read_words

if TYPE_CHECKING:
    from recoupe.rooms.annotate.parse_view import Doc

# How well a title fits a person; only the order matters.
SAME_WORDS = 4
SAME_HEAD = 3
SAME_OFFICE = 3
OTHER_WORD = 2
# A bare « le ministre » goes to the last person of that title only within this many tokens where
# the article has two such persons; about eight sentences of the sample articles.
RECENT_TOKENS = 200
# Of so many persons of one title in a paragraph the last named is no better guess than another.
CROWD = 3
# « de », « la », « des » join the words of an office; shorter content words there are none.
SMALL_WORD_CHARS = 3


def find_title_owner(
    phrase: Phrase, people: Sequence[Person], doc: Doc, language: str
) -> Person | None:
    """The person of the article whom a definite title means, or None without evidence.

    A title with complements (« le ministre de l'Intérieur ») needs a person whose title has them; a
    bare one goes to the person of that title named last before it. Where nobody of several was named
    just before, two were in one sentence or three in its own paragraph, the one whose office its
    sentence names is meant (« le ministre … la santé »), or nobody. A person named later counts
    only where nobody before fits (headlines and summaries come first).
    """
    if phrase.definite is False or phrase.number == "p":
        return None
    fits = [(rate_fit(phrase, person), person) for person in people]
    fitting = [(rate, person) for rate, person in fits if rate > 0]
    if not fitting:
        return None
    before = [(rate, p) for rate, p in fitting if p.namings[0].start < phrase.start]
    if not before:
        best = max(rate for rate, _ in fitting)
        later = [p for rate, p in fitting if rate == best]
        sure = best >= SAME_HEAD and len(later) == 1
        return later[0] if sure else None
    best = max(rate for rate, _ in before)
    top = [p for rate, p in before if rate == best]
    if len(top) == 1:
        return top[0]
    return _choose_among(phrase, top, doc, language)


def _choose_among(
    phrase: Phrase, people: Sequence[Person], doc: Doc, language: str
) -> Person | None:
    """Which of several persons of one title is meant, or None where nothing tells."""
    last = {p.entity: _last_before(p, phrase.start) for p in people}
    nearest = max(people, key=lambda p: last[p.entity])
    at = last[nearest.entity]
    beside = [p for p in people if doc.sentence_ends[last[p.entity]] == doc.sentence_ends[at]]
    here = [
        p for p in people if "\n" not in doc.text[doc[last[p.entity]].idx : doc[phrase.start].idx]
    ]
    near = phrase.start - at <= RECENT_TOKENS
    if near and len(beside) == 1 and len(here) < CROWD:
        return nearest
    said = read_words(doc, phrase.end, doc.sentence_ends[phrase.start], language)
    of_office = [p for p in people if any(said & title.words for title in p.titles)]
    return of_office[0] if len(of_office) == 1 else None


def _last_before(person: Person, at: int) -> int:
    """The token of the last naming before a place; -1 where there is none."""
    return max((n.start for n in person.namings if n.start < at), default=-1)


def rate_fit(phrase: Phrase, person: Person) -> int:
    """How well a title fits what the article calls a person; 0 where it does not."""
    if phrase.gender and person.gender and phrase.gender != person.gender:
        return 0
    return max((_rate_titles(phrase, title) for title in person.titles), default=0)


def is_other_word(phrase: Phrase, title: Phrase) -> bool:
    """Whether one of two titles is a wider word for the other: « chef », « secrétaire général »."""
    return phrase.head in title.is_a or title.head in phrase.is_a


def _rate_titles(phrase: Phrase, title: Phrase) -> int:
    same_head = phrase.head == title.head
    if _names_office(phrase, title) or _names_office(title, phrase):
        return SAME_OFFICE
    if phrase.words <= title.words:
        if same_head:
            return SAME_WORDS if phrase.words else SAME_HEAD
        return OTHER_WORD if is_other_word(phrase, title) and not _is_lower(phrase, title) else 0
    # « le ministre de l'Intérieur » for a person introduced as « ministre » alone.
    if same_head and title.words <= phrase.words:
        return OTHER_WORD
    return 0


def _is_lower(phrase: Phrase, title: Phrase) -> bool:
    """Whether a title is a lower one of the same kind: « directeur financier » is no « PDG »."""
    wider = title.head in phrase.is_a and phrase.head not in title.is_a
    return wider and bool(phrase.words) and not title.words <= phrase.words


def _names_office(phrase: Phrase, title: Phrase) -> bool:
    """Whether a title names the office that another spells out: « chef de la diplomatie »."""
    said = {fold_name(title.head), *fold_name(title.head).split(), *title.words}
    return any(_office_words(word) <= said for word in phrase.is_a if "-" in word)


def _office_words(office: str) -> set[str]:
    """The content words of an office written with hyphens, as `read_words` folds them."""
    words = (w for w in fold_name(office).split("-") if len(w) > SMALL_WORD_CHARS)
    return {w[:-1] if w[-1] in "sx" else w for w in words}
