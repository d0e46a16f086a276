"""« Une précédente version indiquait … »: what an article says of its own earlier version."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.language import load_table
from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Evidence, Figure, Sentence, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.matters import name_counted


def find_notices(pages: Pages, language: str) -> tuple[Sentence, ...]:
    """The sentences that say that something was corrected, in text order."""
    table = load_table(language, "corrections")
    return tuple(
        sentence
        for sentence in pages.article.sentences
        if any(entry.regex.search(sentence.span.cut(pages.text)) for entry in table)
    )


def find_corrections(material: Material) -> Iterator[Difference]:
    """Updates from the figure that a notice takes back to the one that stands.

    The figure that stands is the last of the notice, else one of the same unit and stage in the
    same article. A notice that corrects words, not a figure, is not caught here.
    """
    for pages in material.pages.values():
        for notice in pages.once(find_notices, material.language):
            inside = [f for f in _figures(pages) if notice.span.contains(f.span)]
            if not inside:
                continue
            old = inside[0]
            new = next((f for f in reversed(inside) if _replaces(f, old)), None)
            if new is None:
                others = (f for f in _figures(pages) if not notice.span.contains(f.span))
                new = next((f for f in others if _replaces(f, old) and f.stage == old.stage), None)
            if new is None:
                continue
            words = [material.cut(pages.article.id, f.span) for f in (old, new)]
            yield make_difference(
                DifferenceKind.FIGURE,
                Verdict.UPDATE,
                name_counted([(pages, old), (pages, new)]),
                [
                    make_side(w, [Evidence(pages.article.id, f.span, f.statement)])
                    for w, f in zip(words, (old, new), strict=True)
                ],
                give_why("corrected", old=words[0], new=words[1]),
            )


def _figures(pages: Pages) -> list[Figure]:
    return [
        f
        for f in pages.article.figures
        if f.value is not None and not f.unit.startswith(("date", "ordinal"))
    ]


def _replaces(new: Figure, old: Figure) -> bool:
    return new.unit == old.unit and new.value != old.value
