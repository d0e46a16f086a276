"""Which part is the article: the clean room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from recoupe.language.reasons import leave_out
from recoupe.records import LABEL_ONLY, Article, Dropped, Furniture, FurnitureKind
from recoupe.rooms.clean.credits import find_credits
from recoupe.rooms.clean.date_line_parts import part_date_line
from recoupe.rooms.clean.entries import make_entries
from recoupe.rooms.clean.label_lines import label_lines
from recoupe.rooms.clean.lines import Line, cut_lines
from recoupe.rooms.clean.notes import find_notes
from recoupe.rooms.clean.walls import find_wall


def clean(articles: Iterable[Article]) -> Iterator[Article | Dropped]:
    """Label the furniture of each article; nothing of its text is deleted.

    Args:
        articles: As `read` gives them, in any order and number.

    Yields:
        The articles with `furniture`, `credits`, `notes` and `entries`; a page that is only a paywall, a
        cookie wall or an error page as `Dropped`. In the order given.
    """
    for article in articles:
        lines = cut_lines(article)
        labels = label_lines(article, lines)
        dropped = {index for index, kind in labels.items() if kind not in LABEL_ONLY}
        body_words = sum(line.word_count for line in lines if line.index not in dropped)
        wall = find_wall(lines, body_words)
        if wall is not None:
            yield leave_out(article.source, "clean", wall)
            continue
        yield replace(
            article,
            furniture=_make_furniture(lines, labels),
            credits=find_credits(article, lines, labels),
            notes=tuple(sorted({*article.notes, *find_notes(lines)})),
            entries=make_entries(lines, dropped, article.published),
        )


def _make_furniture(lines: list[Line], labels: dict[int, FurnitureKind]) -> tuple[Furniture, ...]:
    return tuple(
        Furniture(span, kind)
        for line in lines
        if line.index in labels
        for span, kind in part_date_line(line, labels[line.index])
    )
