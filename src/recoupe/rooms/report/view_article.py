"""An article with its highlights, notes and where it came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.records import Article, Dossier, Moment, MomentType, Span, Statement
from recoupe.rooms.report.cut_text import Line, Mark, cut_lines
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.show_controls import flatten
from recoupe.rooms.report.write_dates import write_date, write_duration, write_period

# The kinds of highlights in the order of their boxes, and in the order of notes at one place:
# statements, figures, moments, copied passages; last in the first list, what is not the article.
_KINDS = "sfmku"
_ORDER = "skfm"
# The same in every language, since people quote them: chiffre or count, date, repris or repeated.
_LETTERS = {"s": "", "f": "C", "m": "D", "k": "R"}
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Note:
    """The card of one highlight.

    Attributes:
        number: Its number in the article, from 1, over all kinds.
        label: What a reader sees of it: numbers of its own kind, from 1, behind the letter of the
            kind; statements have none.
        kind: "s" statement, "f" figure, "m" moment, "k" copied passage.
        who: The speaker, for a statement.
        words: What is to be said of it.
        href: Where it leads besides, or None.
        statement: The statement that it is the card of, or None.
    """

    number: int
    label: str
    kind: str
    who: str | None
    words: tuple[str, ...]
    href: str | None = None
    statement: Statement | None = None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article as a reader sees it.

    Attributes:
        article: The record.
        number: Its number in the dossier.
        name: What it is called in a line.
        title: Its title, or words that say it has none.
        date: When it was published, for a reader.
        web_address: Where it can be read on the web, if known.
        lines: Its text.
        notes: The cards of its highlights, by number.
        kinds: Which kinds of highlight it has.
        remarks: What was noticed while reading it, in words.
        entries: ISO time and the same for a reader, by the start of the line before which an
            entry of a live page begins.
        entry_period: From the oldest entry to the newest, or None.
    """

    article: Article
    number: int
    name: str
    title: str
    date: str
    web_address: str | None
    lines: tuple[Line, ...]
    notes: dict[int, Note]
    kinds: tuple[str, ...]
    remarks: tuple[str, ...]
    entries: dict[int, tuple[str, str]]
    entry_period: str | None

    @property
    def is_furniture_only(self) -> bool:
        """Whether no line of it is the article."""
        return all(line.furniture for line in self.lines)


def list_anchors(dossier: Dossier) -> dict[str, tuple[int, ...]]:
    """For each article the offsets that something on the page links to, sorted."""
    found: dict[str, set[int]] = {article.id: set() for article in dossier.articles}
    for article in dossier.articles:
        found[article.id] |= {statement.start for statement in article.statements}
        found[article.id] |= {figure.span.start for figure in article.figures}
    for story in dossier.stories:
        for claim in story.claims:
            for evidence in claim.evidence:
                found[evidence.article].add(evidence.span.start)
        for difference in story.differences:
            for side in difference.sides:
                for evidence in side.evidence:
                    found[evidence.article].add(evidence.span.start)
        for origin in story.origins:
            for link in origin.links:
                found[link.source] |= {span.start for span in link.source_spans}
                found[link.target] |= {span.start for span in link.target_spans}
    return {article: tuple(sorted(offsets)) for article, offsets in found.items()}


def view_article(
    article: Article,
    anchors: Iterable[int],
    shared: dict[Span, tuple[str, str]],
    index: DossierIndex,
) -> ArticleView:
    """The article with numbered highlights.

    Args:
        article: The article.
        anchors: Offsets that something links to.
        shared: Passages that another article has too, with its name and a link to it.
        index: The dossier.
    """
    furniture = {
        piece.span: index.labels.say(f"furniture.{piece.kind}") for piece in article.furniture
    }
    marks, notes = _number_marks(article, shared, index)
    marks += [Mark(piece.span, "u") for piece in article.furniture]
    lines = cut_lines(article.text, marks, anchors, furniture)
    timed = [entry.published for entry in article.entries if entry.published]
    addresses = (article.source, *article.also_at)
    return ArticleView(
        article=article,
        number=index.number(article.id),
        name=index.name_article(article.id),
        title=flatten(article.title or index.labels.say("articles.untitled")),
        date=index.date_article(article.id),
        web_address=next((at for at in addresses if at.startswith(_WEB)), None),
        lines=lines,
        notes=notes,
        kinds=tuple(kind for kind in _KINDS if any(mark.kind == kind for mark in marks)),
        remarks=_word_remarks(article, index),
        entries=_place_entries(article, lines, index),
        entry_period=write_period(timed, index.labels),
    )


def _word_remarks(article: Article, index: DossierIndex) -> tuple[str, ...]:
    """What was noticed, in words; a name that is no remark of this version stands as it is."""
    known: dict[str, str] = index.labels.tables["remark"]
    return tuple(known.get(note) or flatten(note) for note in article.notes)


def _place_entries(
    article: Article, lines: tuple[Line, ...], index: DossierIndex
) -> dict[int, tuple[str, str]]:
    """The times of the entries by the start of the first line that each of them has on the page."""
    placed: dict[int, tuple[str, str]] = {}
    for entry in article.entries:
        held = entry.span
        first = next((n.start for n in lines if held.start <= n.start < held.end), None)
        if first is not None and entry.published:
            placed[first] = (entry.published, write_date(entry.published, index.labels))
    return placed


def _number_marks(
    article: Article, shared: dict[Span, tuple[str, str]], index: DossierIndex
) -> tuple[list[Mark], dict[int, Note]]:
    """Highlights with the numbers of their notes, in the order of the text."""
    labels = index.labels
    found: list[tuple[tuple[Span, ...], str, str | None, tuple[str, ...], str | None]] = []
    for statement in article.statements:
        words = [labels.say(f"stance.{statement.stance}")]
        words += [] if index.is_brief else [labels.say(f"form.{statement.form}")]
        words += [labels.say("passage.conditional")] if statement.reserved else []
        who = index.name_speaker(statement.speaker.id) if statement.speaker else None
        named = who or labels.say("speakers.unnamed")
        found.append((statement.content, "s", named, tuple(words), None))
    # The note of a figure says no more than its words do: a large dossier does without.
    figures = () if index.is_brief else article.figures
    for figure in figures:
        worded = flatten(figure.span.cut(article.text))
        found.append(((figure.span,), "f", None, (worded,), None))
    dated = [(m.span, _write_moment(m, index)) for m in article.moments]
    vague = labels.say("articles.vague")
    found += [((span,), "m", None, (when,), None) for span, when in dated if when != vague]
    for span, (other, to) in shared.items():
        found.append(((span,), "k", None, (labels.say("articles.shared_with", name=other),), to))
    found.sort(key=lambda item: (item[0][0].start, item[0][-1].end, _ORDER.index(item[1])))
    marks = [Mark(span, "m") for span, when in dated if when == vague]
    marks += [Mark(f.span, "f") for f in article.figures] if index.is_brief else []
    by_content = {statement.content: statement for statement in article.statements}
    notes: dict[int, Note] = {}
    of_kind: Counter[str] = Counter()
    for number, (spans, kind, name, told, href) in enumerate(found, start=1):
        held = by_content[spans] if kind == "s" else None
        of_kind[kind] += 1
        label = f"{_LETTERS[kind]}{of_kind[kind]}"
        notes[number] = Note(number, label, kind, name, told, href, held)
        marks += [Mark(span, kind, number if n == 0 else 0) for n, span in enumerate(spans)]
    return marks, notes


def _write_moment(moment: Moment, index: DossierIndex) -> str:
    labels = index.labels
    if moment.duration:
        return labels.say("moment.duration", duration=write_duration(moment.duration, labels))
    if moment.type is MomentType.VAGUE and not moment.since:
        return labels.say("articles.vague")
    start = write_date(moment.since, labels) if moment.since else None
    if moment.since and moment.until and moment.type is MomentType.INTERVAL:
        return labels.say("moment.from_to", start=start, end=write_date(moment.until, labels))
    if moment.since and not moment.until:
        return labels.say("moment.since", start=start)
    if moment.since:
        return labels.say("moment.on", start=start)
    if moment.until:
        return labels.say("moment.until", end=write_date(moment.until, labels))
    return labels.say("articles.vague")
