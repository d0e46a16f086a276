"""All ties between the articles of a story, as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from recoupe.records import Link, Span, Story
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.set_spaces import set_spaces
from recoupe.rooms.report.show_controls import flatten
from recoupe.rooms.report.view_claims import Column


@dataclass(frozen=True, slots=True)
class TieRow:
    """One row of the table of ties.

    Attributes:
        origins: Numbers of the origins that it joins: one, or two where the articles are of two.
        source: Name of the earlier or fuller article.
        target: Name of the other.
        source_href: Link to the first shared passage of the one.
        target_href: Link to that of the other.
        kind: How they hang together, a word for a reader.
        percent: Share of the shorter article's words that the other also has.
        why: The reason, a sentence.
        compare_href: Link to the two side by side; empty where there is no such page.
    """

    origins: tuple[int, ...]
    source: str
    target: str
    source_href: str
    target_href: str
    kind: str
    percent: str
    why: str
    compare_href: str = ""


def list_links(story: Story) -> Iterator[Link]:
    """Every tie once: those of the counted origins, then what only origins within them hold."""
    known = set()
    for origin in sorted(story.origins, key=lambda o: o.within is not None):
        for link in origin.links:
            if (link.source, link.target, link.kind) not in known:
                known.add((link.source, link.target, link.kind))
                yield link


def list_ties(story: Story, origins: tuple[Column, ...], index: DossierIndex) -> tuple[TieRow, ...]:
    """The table of ties: those within an origin by its number, then those between two."""
    number_of = {article: column.number for column in origins for article in column.articles}
    rows = [_list_tie(link, number_of, index) for link in list_links(story)]
    return tuple(sorted(rows, key=lambda row: (len(row.origins), row.origins)))


def _list_tie(link: Link, number_of: dict[str, int], index: DossierIndex) -> TieRow:
    why = (link.why_en or link.why) if index.labels.language == "en" else link.why
    return TieRow(
        origins=tuple(sorted({number_of[link.source], number_of[link.target]})),
        source=index.name_article(link.source),
        target=index.name_article(link.target),
        source_href=_link(link.source, link.source_spans, index),
        target_href=_link(link.target, link.target_spans, index),
        kind=index.labels.say(f"tie.{link.kind}"),
        percent=write_percent(link.ratio, index),
        why=set_spaces(flatten(why), index.labels.language),
        compare_href=index.compare(link.source, link.target),
    )


def write_percent(ratio: float, index: DossierIndex) -> str:
    """A share as a whole percentage."""
    return index.labels.say("number.percent", value=str(round(ratio * 100)))


def _link(article_id: str, spans: tuple[Span, ...], index: DossierIndex) -> str:
    return index.link(article_id, spans[0].start if spans else None)
