"""Where the articles part: sides, words that differ, and the reason."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from recoupe.language.close_marks import close_marks
from recoupe.records import Difference, Side, Story, Verdict
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.mark_words import Piece, mark_differing_words
from recoupe.rooms.report.open_upper import open_upper
from recoupe.rooms.report.set_spaces import set_spaces
from recoupe.rooms.report.show_controls import flatten
from recoupe.rooms.report.view_passages import Passage, view_passages
from recoupe.rooms.report.write_dates import write_date
from recoupe.rooms.report.write_matter import write_matter

_ISO_DATE = re.compile(r"(?<![\d-])\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?(?![\d-])")


@dataclass(frozen=True, slots=True)
class SideView:
    """One side as a reader sees it.

    Attributes:
        letter: "A", "B", ...
        value: What it says, in a few words.
        said_by: Name of who says it, with a capital, or None.
        date: The day it holds for or was said on, else of its first article.
        pieces: Its first quotation, cut where words differ.
        passages: All its evidence.
    """

    letter: str
    value: str
    said_by: str | None
    date: str
    pieces: tuple[Piece, ...]
    passages: tuple[Passage, ...]

    @property
    def differing(self) -> tuple[str, ...]:
        """The words that differ, for readers who do not see the marks."""
        return tuple(piece.text for piece in self.pieces if piece.differs)


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A difference as a reader sees it; `why` is in the language of the interface."""

    difference: Difference
    matter: str
    verdict: str
    kind: str
    why: str
    sides: tuple[SideView, ...]


def view_differences(story: Story, index: DossierIndex) -> dict[str, tuple[DifferenceView, ...]]:
    """The differences of a story as "conflicts", "updates" and "others", each in the given order."""
    groups: dict[str, list[DifferenceView]] = {"conflicts": [], "updates": [], "others": []}
    for difference in story.differences:
        name = "updates" if difference.verdict is Verdict.UPDATE else "others"
        groups["conflicts" if difference.is_conflict else name].append(
            _view_difference(difference, index)
        )
    return {name: tuple(found) for name, found in groups.items()}


def _view_difference(difference: Difference, index: DossierIndex) -> DifferenceView:
    labels = index.labels
    given = [(side, view_passages(side.evidence, index)) for side in difference.sides]
    told = sorted(given, key=lambda pair: _find_time(*pair))
    days = Counter(side.on for side, _ in told)
    quotes = [found[0].quote if found else "" for _, found in told]
    values = [close_marks(flatten(side.value)) for side, _ in told]
    marked = mark_differing_words(quotes, values)
    sides = tuple(
        SideView(
            letter=chr(ord("A") + n) if n < 26 else str(n + 1),
            value=values[n],
            said_by=open_upper(index.name_speaker(side.said_by) or "") or None,
            date=write_date(_find_date(side, found, days), labels),
            pieces=marked[n],
            passages=found,
        )
        for n, (side, found) in enumerate(told)
    )
    why = difference.why_en if labels.language == "en" else difference.why
    return DifferenceView(
        difference=difference,
        matter=write_matter(difference, index),
        verdict=labels.say(f"verdict.{difference.verdict}"),
        kind=labels.say(f"kind.{difference.kind}"),
        why=set_spaces(_write_dates(flatten(why or difference.why), index), labels.language),
        sides=sides,
    )


def _find_time(side: Side, passages: tuple[Passage, ...]) -> tuple[bool, str]:
    """For sorting: the day of a side, with the hour at which it was first printed if that day.

    What a later article tells of a day comes behind what was printed on that day; sides without
    any date come last, in the order given.
    """
    printed = min((p.published for p in passages if p.published), default="")
    on = side.on or printed
    return (not on, printed if printed.startswith(on) else f"{on}T24")


def _find_date(side: Side, passages: tuple[Passage, ...], days: Counter[str | None]) -> str | None:
    """The date of a side; the time it was first printed where two sides share a day."""
    printed = min((p.published for p in passages if p.published), default=None)
    if side.on is None:
        return printed
    same_day = printed is not None and printed.startswith(side.on)
    return printed if days[side.on] > 1 and same_day else side.on


def _write_dates(sentence: str, index: DossierIndex) -> str:
    """A sentence with its ISO dates as a reader writes them."""
    return _ISO_DATE.sub(lambda found: write_date(found[0], index.labels), sentence)
