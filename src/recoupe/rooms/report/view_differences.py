"""Where the articles part: sides, words that differ, and the reason."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.records import Difference, Story, Verdict
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.mark_words import Piece, mark_differing_words
from recoupe.rooms.report.set_spaces import set_spaces
from recoupe.rooms.report.show_controls import flatten
from recoupe.rooms.report.view_passages import Passage, view_passages
from recoupe.rooms.report.write_dates import write_date


@dataclass(frozen=True, slots=True)
class SideView:
    """One side as a reader sees it.

    Attributes:
        letter: "A", "B", ...
        value: What it says, in a few words.
        said_by: Name of who says it, or None.
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
    passages = [view_passages(side.evidence, index) for side in difference.sides]
    quotes = [found[0].quote if found else "" for found in passages]
    values = [flatten(side.value) for side in difference.sides]
    marked = mark_differing_words(quotes, values)
    sides = tuple(
        SideView(
            letter=chr(ord("A") + n) if n < 26 else str(n + 1),
            value=values[n],
            said_by=index.name_speaker(side.said_by),
            date=write_date(side.on or (passages[n][0].published if passages[n] else None), labels),
            pieces=marked[n],
            passages=passages[n],
        )
        for n, side in enumerate(difference.sides)
    )
    why = difference.why_en if labels.language == "en" else difference.why
    return DifferenceView(
        difference=difference,
        matter=flatten(difference.matter),
        verdict=labels.say(f"verdict.{difference.verdict}"),
        kind=labels.say(f"kind.{difference.kind}"),
        why=set_spaces(flatten(why or difference.why), labels.language),
        sides=sides,
    )
