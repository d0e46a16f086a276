"""« Ce nombre est bien plus élevé »: one source's figure against another's without a number."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.language import load_table
from recoupe.records import Difference, DifferenceKind, Evidence, Figure, Sentence, Span, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material, Pages

# The figure that « ce nombre » takes up stands in the sentence before it, seldom two before.
LOOK_BACK_SENTENCES = 2


def find_comparatives(material: Material) -> Iterator[Difference]:
    """Disputes in which a source says that another's figure is too low or too high.

    « Selon plusieurs médias, ce bilan est très inférieur à la réalité. » Needs a demonstrative
    that takes up a figure of the sentences before it; « plus élevé qu'en 2019 » is no dispute.
    """
    table = load_table(material.language, "figure_comparatives")
    for pages in material.pages.values():
        for sentence in pages.article.sentences:
            words = sentence.span.cut(pages.text)
            for entry in table:
                match = entry.regex.search(words)
                figure = _find_earlier_figure(pages, sentence) if match else None
                if match is None or figure is None:
                    continue
                at = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
                difference = _make(material, pages, figure, at)
                if difference is not None:
                    yield difference
                break


def _find_earlier_figure(pages: Pages, sentence: Sentence) -> Figure | None:
    """The last figure with a number in the sentences just before."""
    number = pages.sentence_numbers[sentence.span]
    first = pages.article.sentences[max(0, number - LOOK_BACK_SENTENCES)].span.start
    earlier = [
        figure
        for figure in pages.article.figures
        if first <= figure.span.start < sentence.span.start
        and figure.value is not None
        and not figure.unit.startswith(("date", "ordinal", "duration", "age"))
    ]
    return earlier[-1] if earlier else None


def _make(material: Material, pages: Pages, figure: Figure, at: Span) -> Difference | None:
    one, other = pages.find_holder(figure.span), pages.find_holder(at)
    first = one.speaker if one else None
    second = other.speaker if other else None
    if first is not None and second is not None and first.id == second.id:
        return None
    words = material.cut(pages.article.id, figure.span)
    said = material.cut(pages.article.id, at)
    names = (first.name if first else "l'article", second.name if second else "l'article")
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.DISPUTE,
        figure.counted,
        [
            make_side(
                words,
                [Evidence(pages.article.id, figure.span, figure.statement)],
                first.id if first else None,
                pages.find_time(figure.span, one),
            ),
            make_side(
                said,
                [Evidence(pages.article.id, at, other.id if other else None)],
                second.id if second else None,
            ),
        ],
        f"{names[0]} donne « {words} » ; {names[1]} : « {said} ».",
        f"{names[0]} gives « {words} »; {names[1]}: « {said} ».",
    )
