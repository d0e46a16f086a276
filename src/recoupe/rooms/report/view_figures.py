"""Figures that several articles report for one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.records import (
    Article,
    Difference,
    DifferenceKind,
    Evidence,
    Figure,
    FoundBy,
    Side,
    Story,
    Verdict,
)
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.mark_words import find_words
from recoupe.rooms.report.open_upper import open_upper
from recoupe.rooms.report.show_controls import flatten
from recoupe.rooms.report.write_dates import write_date
from recoupe.rooms.report.write_matter import write_matter

# Numbers of these units say when or which, not how many.
_NOT_MEASURES = ("date", "ordinal", "age")
# Numbers of these units count; what others measure, their noun (« euros ») does not tell.
_COUNTS = ("person", "count")


@dataclass(frozen=True, slots=True)
class Value:
    """One figure of one article.

    Attributes:
        value: The number, or None.
        low: Least value its words allow, or None.
        high: Greatest value its words allow, or None.
        worded: The words of the text.
        bounds: The bounds for a reader.
        on: ISO date it holds for, or None.
        date: The same for a reader.
        said_by: Who says it, or the name of the article.
        shape: "person", "body", "unnamed" or "article": who says it, as a shape.
        where: Name of the article.
        href: Link to the words.
    """

    value: float | None
    low: float | None
    high: float | None
    worded: str
    bounds: str
    on: str | None
    date: str
    said_by: str
    shape: str
    where: str
    href: str


@dataclass(frozen=True, slots=True)
class Measure:
    """Values for one matter, oldest first."""

    id: str
    matter: str
    values: tuple[Value, ...]

    @property
    def lines(self) -> tuple[tuple[Value, ...], ...]:
        """The values, those of one wording, voice and date together."""
        alike: dict[tuple[str, str, str], list[Value]] = {}
        for value in self.values:
            voice = "" if value.shape == "article" else value.said_by
            alike.setdefault((value.worded.casefold(), voice, value.date), []).append(value)
        return tuple(tuple(group) for group in alike.values())

    @property
    def varies(self) -> bool:
        """Whether the values or their bounds are not all the same."""
        return len({(v.value, v.low, v.high) for v in self.values}) > 1


@dataclass(frozen=True, slots=True)
class _Group:
    """Figures that are reported for one thing, with the dates that a comparison gave them."""

    difference: Difference | None
    figures: tuple[tuple[Article, Figure, str | None], ...]


def view_measures(story: Story, index: DossierIndex) -> tuple[Measure, ...]:
    """The matters of a story that have figures in several places.

    First those of the differences between figures, then counts of the same noun and stage in two
    articles or more; sums, shares and lengths of time of one unit are seldom of one thing. Does not join counts in other words: that is the
    comparison's business. What it holds to be another measure is no matter of its own.
    """
    measures = []
    for group in _group_figures(story, index):
        first, values = group.figures[0][1], (_view_value(*each, index) for each in group.figures)
        shown = _drop_twins(values)
        if group.difference:  # its sides stand in the order of their times
            id_, matter = group.difference.id, write_matter(group.difference, index)
        else:
            id_, matter = first.id, open_upper(flatten(first.counted))
            shown = tuple(sorted(shown, key=lambda v: (v.on or "", v.href)))
        measures.append(Measure(f"m-{id_}", matter, shown))
    return tuple(measures)


def count_measures(story: Story, index: DossierIndex) -> int:
    """How many measures the story has."""
    return len(_group_figures(story, index))


def _group_figures(story: Story, index: DossierIndex) -> list[_Group]:
    used: set[tuple[str, str]] = set()
    groups: list[_Group] = []
    for difference in story.differences:
        if (
            difference.kind is not DifferenceKind.FIGURE
            or difference.verdict is Verdict.DIFFERENT_MEASURE
        ):
            continue
        found = tuple(
            (article, figure, side.on)
            for side in difference.sides
            for article, figure in _find_figures(side, index, used)
        )
        if len(found) > 1:
            groups.append(_Group(difference, found))
    alike: dict[tuple[str, str, str], list[tuple[Article, Figure, str | None]]] = {}
    for article_id in story.articles:
        article = index.article(article_id)
        for figure in article.figures:
            known = (article.id, figure.id) in used or not figure.counted.strip()
            if known or not figure.unit.startswith(_COUNTS):
                continue
            key = (figure.unit, figure.stage or "", flatten(figure.counted).casefold())
            alike.setdefault(key, []).append((article, figure, None))
    several = (tuple(each) for each in alike.values() if len({a.id for a, _, _ in each}) > 1)
    return [*groups, *(_Group(None, each) for each in several)]


def _drop_twins(values: Iterable[Value]) -> tuple[Value, ...]:
    """The values as they come, each passage once."""
    return tuple({(value.href, value.worded): value for value in values}.values())


def _find_figures(
    side: Side, index: DossierIndex, used: set[tuple[str, str]]
) -> list[tuple[Article, Figure]]:
    """For each piece of a side's evidence the figure in it that is closest to the side's value."""
    wanted = Counter(find_words(side.value))
    found = []
    for evidence in side.evidence:
        article = index.article(evidence.article)
        inside = _overlapping(article, evidence)
        if not inside:
            continue
        best = max(
            inside,
            key=lambda f: (
                sum((Counter(find_words(f.span.cut(article.text))) & wanted).values()),
                f.value is not None,
                -f.span.start,
            ),
        )
        used.add((article.id, best.id))
        found.append((article, best))
    return found


def _overlapping(article: Article, evidence: Evidence) -> list[Figure]:
    return [
        figure
        for figure in article.figures
        if figure.span.overlaps(evidence.span) and figure.unit.split(":")[0] not in _NOT_MEASURES
    ]


def _view_value(article: Article, figure: Figure, on: str | None, index: DossierIndex) -> Value:
    """A figure as a reader sees it; it holds for the day given, else for that of its article."""
    statement = index.statement(article.id, figure.statement)
    speaker = statement.speaker if statement else None
    where = index.name_article(article.id)
    when = on or article.published
    shape = "article"
    if speaker is not None:
        of_kind = {FoundBy.UNNAMED: "unnamed", FoundBy.ORGANISATION: "body"}
        shape = of_kind.get(speaker.found_by, "person")
    return Value(
        value=figure.value,
        low=figure.low,
        high=figure.high,
        worded=flatten(figure.span.cut(article.text)),
        bounds=_write_bounds(figure, index),
        on=when,
        date=write_date(when, index.labels),
        said_by=(index.name_speaker(speaker.id) if speaker else None) or where,
        shape=shape,
        where=where,
        href=index.link(article.id, figure.span.start),
    )


def _write_bounds(figure: Figure, index: DossierIndex) -> str:
    """What the wording allows, with the sign of a percentage; other units stand in the words."""
    labels = index.labels
    if figure.value is None:
        return labels.say("figures.no_value")
    low, high = (_write_bound(bound, figure, index) for bound in (figure.low, figure.high))
    if low and high:
        return (
            low if figure.low == figure.high else labels.say("figures.between", low=low, high=high)
        )
    if low:
        return labels.say("figures.from", n=low)
    if high:
        return labels.say("figures.up_to", n=high)
    return labels.say("figures.about", n=_write_bound(figure.value, figure, index))


def _write_bound(bound: float | None, figure: Figure, index: DossierIndex) -> str:
    if bound is None:
        return ""
    number = index.labels.number(bound)
    return index.labels.say("number.percent", value=number) if figure.unit == "percent" else number
