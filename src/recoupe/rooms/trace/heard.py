"""Links between articles that have one statement in common, and know it from one occasion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.records import Article, Link, OriginKind
from recoupe.rooms.trace.alike import find_alike
from recoupe.rooms.trace.candidates import ArticlePair
from recoupe.rooms.trace.nearness import published_near
from recoupe.rooms.trace.words_said import Said, SaidBy

# What one speaker said on one day is the same from this cosine on, which independent statements
# of one speaker do not reach in the sample story and five real articles (at most 0.58) ...
SAME_SPEAKER_ALIKE = 0.6
# ... with so many words that count, or with so many of the same figures.
SAME_SPEAKER_WORDS = 5
SAME_FIGURES = 2
# What is said is in the papers of that day and of the next.
HEARD_DAYS = 1


@dataclass(frozen=True, slots=True)
class Heard:
    """A statement that two articles have in common.

    Attributes:
        link: The tie of the two articles.
        speakers: Whom the source and whom the target article give it to, "" where nobody.
    """

    link: Link
    speakers: tuple[str, str]


def find_heard(near: Sequence[ArticlePair], said: SaidBy) -> tuple[Heard, ...]:
    """Statements that two articles of the same days have in common: an occasion both report.

    The same quotation word for word, whoever is said to speak; or the same speaker with much the
    same words, or with two of the same figures. Each is too little to hold that all else in two
    articles has one origin; `join_links` weighs that.

    Args:
        near: Pairs of articles worth comparing, from `find_near_pairs`.
        said: The statements of each article, from `list_all_said`.
    """
    return tuple(
        heard
        for one, other in near
        if published_near(one, other, days=HEARD_DAYS)
        for heard in _list_heard(one, other, said[one.id], said[other.id])
    )


def _list_heard(
    first: Article, second: Article, ones: Sequence[Said], others: Sequence[Said]
) -> list[Heard]:
    pairs = {
        (alike.one, alike.other): alike.likeness
        for alike in find_alike([s.vector for s in ones], [s.vector for s in others], 0.0)
    }
    shorter = min(len(ones), len(others))
    return [
        _make_heard(first, second, ones[a], others[b], shorter)
        for (a, b), likeness in sorted(pairs.items())
        if _is_same(ones[a], others[b], likeness)
    ]


def _is_same(one: Said, other: Said, likeness: float) -> bool:
    if one.runs & other.runs:
        return True
    if not _is_same_speaker(one.speaker, other.speaker):
        return False
    words = min(len(one.vector), len(other.vector))
    if likeness >= SAME_SPEAKER_ALIKE and words >= SAME_SPEAKER_WORDS:
        return True
    return len(one.figures & other.figures) >= SAME_FIGURES


def _is_same_speaker(one: str | None, other: str | None) -> bool:
    """Whether two ids name one speaker: alike, or a last name and the full one."""
    if not one or not other:
        return False
    return one == other or one.endswith(f"-{other}") or other.endswith(f"-{one}")


def _make_heard(first: Article, second: Article, one: Said, other: Said, shorter: int) -> Heard:
    quoted = bool(one.runs & other.runs)
    link = Link(
        source=first.id,
        target=second.id,
        kind=OriginKind.SAME_EVENT,
        ratio=round(1 / shorter, 3),
        why="une citation en commun, mot pour mot" if quoted else "une parole en commun",
        why_en="one quotation in common, word for word" if quoted else "one statement in common",
        source_spans=(one.span,),
        target_spans=(other.span,),
    )
    return Heard(link, (one.speaker or "", other.speaker or ""))
