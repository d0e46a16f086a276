"""Which lines of an article are furniture: the rules in their order."""

from __future__ import annotations

from recoupe.records import Article, FurnitureKind
from recoupe.rooms.clean.body_range import find_first_prose, find_head_end, find_last_line
from recoupe.rooms.clean.boxes import find_box_end
from recoupe.rooms.clean.credits import is_credit_line
from recoupe.rooms.clean.date_line_parts import holds_date_and_author
from recoupe.rooms.clean.date_lines import is_byline, is_date_line
from recoupe.rooms.clean.entries import find_entries
from recoupe.rooms.clean.head import label_above, label_below
from recoupe.rooms.clean.lines import Line, fold_line
from recoupe.rooms.clean.names import is_name_line
from recoupe.rooms.clean.page_blocks import find_agreed, label_by_blocks
from recoupe.rooms.clean.phrases import Phrase, find_phrase
from recoupe.rooms.clean.repeats import find_teaser_lists
from recoupe.rooms.clean.tail import label_tail
from recoupe.rooms.clean.titles import find_repeats, find_title_line

# Comments follow the article: a heading with more than this share of the prose after it is a counter
# at the top of the page.
_PROSE_AFTER_RATIO = 0.6
# A label and its value on two lines: « Par », « Jeanne Roy ».
_PAIR_WORDS = 6
# By-lines stand near the top or at the very end.
_BYLINE_LINES = 14


def label_lines(article: Article, lines: list[Line]) -> dict[int, FurnitureKind]:
    """The kind of furniture of each line that is furniture, by index.

    In this order: phrases of templates; dates, authors and agencies; what the elements of the
    page say; the headline and its repeats; boxes of related articles, comments and lists of
    teasers; what is left above the first and below the last paragraph.
    """
    phrases = {
        line.index: phrase for line in lines if (phrase := find_phrase(line.text)) is not None
    }
    labels = {index: phrase.kind for index, phrase in phrases.items()}
    labels.update((line.index, FurnitureKind.OTHER) for line in lines if line.is_data)
    _label_dates_and_names(article, lines, labels)
    title = find_title_line(lines, article.title, set(labels))
    if title is not None:
        labels.pop(title, None)
    repeats = find_repeats(lines, title, set(labels))
    kept_title = labels.copy()
    agreed = find_agreed(article, lines)
    label_by_blocks(article, lines, agreed, labels)
    if title is not None and title not in kept_title:
        labels.pop(title, None)
    labels.update(dict.fromkeys(repeats, FurnitureKind.TITLE_REPEAT))
    _label_boxes(lines, phrases, labels, title, agreed)
    _label_teasers(lines, phrases, labels, agreed)
    _label_replies(lines, title, labels)
    first = find_first_prose(lines, title, labels)
    if first is None:
        at = title if title is not None else 0
        label_above(lines, title, at, article.outlet, labels)
        return labels
    label_above(lines, title, first, article.outlet, labels)
    label_below(lines, title, find_head_end(lines, first, title, labels), labels)
    label_tail(lines, find_last_line(lines, first, labels, agreed), labels)
    return labels


def _label_dates_and_names(
    article: Article, lines: list[Line], labels: dict[int, FurnitureKind]
) -> None:
    for line in lines:
        if line.index in labels and labels[line.index] is not FurnitureKind.LEGAL:
            continue
        near_edge = line.index < _BYLINE_LINES or line.index >= len(lines) - _BYLINE_LINES
        if is_date_line(line.text) or (near_edge and holds_date_and_author(line.text)):
            labels[line.index] = FurnitureKind.DATE_LINE
        elif (
            is_credit_line(line)
            or (near_edge and _is_signature(article, line))
            or (line.text.startswith("Par ") and is_name_line(line))
        ):
            labels[line.index] = FurnitureKind.CREDIT


def _label_boxes(
    lines: list[Line],
    phrases: dict[int, Phrase],
    labels: dict[int, FurnitureKind],
    title: int | None,
    agreed: frozenset[int],
) -> None:
    known, entries = set(phrases), find_entries(lines)
    prose_total = sum(line.word_count for line in lines if line.is_prose) or 1
    reached = 0
    for index, phrase in sorted(phrases.items()):
        if index < reached and phrase.scope == "box":
            continue
        if phrase.scope == "box":
            end = find_box_end(lines, index, known, entries)
            if title is not None and index < title:
                end = min(end, title)
            reached = end
        elif phrase.scope == "pair":
            end = (
                index + 2
                if index + 1 < len(lines) and lines[index + 1].word_count <= _PAIR_WORDS
                else index + 1
            )
        elif phrase.scope == "end":
            after = sum(line.word_count for line in lines[index:] if line.is_prose)
            end = len(lines) if after < _PROSE_AFTER_RATIO * prose_total else index + 1
        else:
            continue
        for line in lines[index + 1 : end]:
            if line.index in agreed and phrase.scope == "box":
                continue
            if labels.get(line.index, FurnitureKind.DATE_LINE) is FurnitureKind.DATE_LINE:
                labels[line.index] = phrase.kind


def _label_teasers(
    lines: list[Line],
    phrases: dict[int, Phrase],
    labels: dict[int, FurnitureKind],
    agreed: frozenset[int],
) -> None:
    """Lists of teasers, except on live pages, whose entries bear the same buttons again and again."""
    if find_entries(lines):
        return
    headings = {i for i, phrase in phrases.items() if phrase.kind is FurnitureKind.RELATED}
    for start, end in find_teaser_lists(lines, headings):
        for line in lines[start:end]:
            if line.index not in agreed:
                labels.setdefault(line.index, FurnitureKind.RELATED)


def _label_replies(lines: list[Line], title: int | None, labels: dict[int, FurnitureKind]) -> None:
    """On a forum the article is the first message; « Re: » with its title starts the others."""
    if title is None:
        return
    wanted = "re" + fold_line(lines[title].text)
    start = next((line.index for line in lines if fold_line(line.text) == wanted), len(lines))
    labels.update((line.index, FurnitureKind.COMMENTS) for line in lines[start:])


def _is_signature(article: Article, line: Line) -> bool:
    """Whether a line names who wrote the article, or the outlet with a name (« Le Phare, J. Roy »)."""
    if is_byline(line.text, article.byline):
        return True
    if not article.outlet or line.word_count > _PAIR_WORDS or line.is_closed:
        return False
    return line.text.casefold().startswith(f"{article.outlet.casefold()}, ")
