"""« Ce nombre est bien plus élevé »: one source's figure against another's without a number."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.language import load_table
from recoupe.language.why import Why, give_why
from recoupe.records import Difference, DifferenceKind, Evidence, Figure, Sentence, Span, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material, Pages
from recoupe.rooms.compare.matters import name_counted

# The figure that « ce nombre » takes up stands in the sentence before it, seldom two before.
LOOK_BACK_SENTENCES = 2
# « La direction locale conteste ce chiffre »: a subject of a few words is shown with its verb.
LONGEST_SUBJECT_CHARS = 40
SMALL_NUMBER = 10
_LEFT_OUT = ("date", "ordinal", "duration", "age")


def find_comparatives(material: Material) -> Iterator[Difference]:
    """Disputes in which a source says that another's figure is too low or too high.

    « Selon plusieurs médias, ce bilan est très inférieur à la réalité. » Needs a demonstrative
    that takes up a figure of the sentences before it; « plus élevé qu'en 2019 » is no dispute. The
    figure that is given instead is evidence too: « conteste ce chiffre et parle de 48 départs ».
    """
    table = load_table(material.language, "figure_comparatives")
    for pages in material.pages.values():
        for sentence in pages.article.sentences:
            words = sentence.span.cut(pages.text)
            for entry in table:
                match = entry.regex.search(words)
                if match is None:
                    continue
                words_at = Span(*(sentence.span.start + n for n in match.span()))
                answer = _find_answer(pages, sentence, words_at)
                figure = _find_earlier_figure(pages, sentence, words_at, answer)
                if figure is None:
                    continue
                at = _add_subject(sentence, words_at, figure)
                if answer is not None and _kind(answer) != _kind(figure):
                    answer = None
                difference = _make(material, pages, figure, at, answer)
                if difference is not None:
                    yield difference
                break


def _add_subject(sentence: Sentence, at: Span, figure: Figure) -> Span:
    """The words that call the figure wrong, with the few that begin their sentence: the subject."""
    start = sentence.span.start
    near = figure.span.end <= start and at.start - start <= LONGEST_SUBJECT_CHARS
    return Span(start, at.end) if near else at


def _find_answer(pages: Pages, sentence: Sentence, at: Span) -> Figure | None:
    """The figure that is given instead, in the rest of the sentence or the next one."""
    number = pages.sentence_numbers[sentence.span]
    last = pages.article.sentences[min(number + 1, len(pages.article.sentences) - 1)].span.end
    return next(
        (
            other
            for other in pages.article.figures
            if at.end <= other.span.start < last
            and other.value is not None
            and not other.unit.startswith(_LEFT_OUT)
            and not _is_small_word(pages, other)
        ),
        None,
    )


def _kind(figure: Figure) -> str:
    return "count" if figure.unit.startswith(("person", "count")) else figure.unit


def _find_earlier_figure(
    pages: Pages, sentence: Sentence, at: Span, answer: Figure | None
) -> Figure | None:
    """The last figure before the words; two sentences back only one of the kind of the answer."""
    number = pages.sentence_numbers[sentence.span]
    first = pages.article.sentences[max(0, number - LOOK_BACK_SENTENCES)].span.start
    earlier = [
        figure
        for figure in pages.article.figures
        if first <= figure.span.start < at.start
        and figure.value is not None
        and not figure.unit.startswith(_LEFT_OUT)
        and not _is_small_word(pages, figure)
    ]
    near = pages.article.sentences[max(0, number - 1)].span.start
    if earlier and earlier[-1].span.start >= near:
        return earlier[-1]
    return next((f for f in reversed(earlier) if answer is None or _kind(f) == _kind(answer)), None)


def _is_small_word(pages: Pages, figure: Figure) -> bool:
    """Whether it is a small number in letters, which nobody calls « un chiffre »: « les deux »."""
    in_letters = not any(ch.isdigit() for ch in figure.span.cut(pages.text))
    return in_letters and (figure.value or 0) < SMALL_NUMBER


def _make(
    material: Material, pages: Pages, figure: Figure, at: Span, answer: Figure | None
) -> Difference | None:
    one, other = pages.find_holder(figure.span), pages.find_holder(at)
    first = one.speaker if one else None
    second = other.speaker if other else None
    if first is not None and second is not None and first.id == second.id:
        return None
    words = material.cut(pages.article.id, figure.span)
    said = material.cut(pages.article.id, at)
    given = None
    evidence = [Evidence(pages.article.id, at, other.id if other else None)]
    if answer is not None:
        evidence.append(Evidence(pages.article.id, answer.span, answer.statement))
        given = material.cut(pages.article.id, answer.span)
    names = (first.name if first else None, second.name if second else None)
    return make_difference(
        DifferenceKind.FIGURE,
        Verdict.DISPUTE,
        name_counted([(pages, figure)]),
        [
            make_side(
                words,
                [Evidence(pages.article.id, figure.span, figure.statement)],
                first.id if first else None,
                pages.find_time(figure.span, one),
            ),
            make_side(
                f"{said} ({given})" if given else said,
                evidence,
                second.id if second else None,
            ),
        ],
        _explain(names, words, said, given),
    )


def _explain(names: tuple[str | None, str | None], words: str, said: str, given: str | None) -> Why:
    """Who gives the figure and who calls it wrong, by their names where an article has any."""
    who = {} if names == (None, None) else {"one": names[0], "other": names[1]}
    code = "figure_corrected" if given else "figure_challenged"
    answer = {"answer": given} if given else {}
    where = ("_to" if given else "") if who else "_here"
    return give_why(f"{code}{where}", figure=words, said=said, **who, **answer)
