"""The dossier in Markdown, short enough to paste into a note."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.language.reasons import word_why
from recoupe.records import Dossier
from recoupe.rooms.report.escape_markdown import escape, escape_inside
from recoupe.rooms.report.find_position import SYMBOLS, Position
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.load_labels import Labels, load_labels
from recoupe.rooms.report.view_article import list_anchors
from recoupe.rooms.report.view_claims import Cell
from recoupe.rooms.report.view_differences import DifferenceView
from recoupe.rooms.report.view_speakers import Quote
from recoupe.rooms.report.view_story import StoryView, view_story
from recoupe.rooms.report.view_summary import SummaryLine

# What a note can take: the page has everything.
CLAIMS_SHOWN = 40
QUOTES_SHOWN = 5
STATUSES_SHOWN = 40


def render_markdown(dossier: Dossier, language: str = "fr") -> str:
    """The dossier as Markdown (CommonMark with tables) that ends in a newline.

    Holds the first screen, conflicts, the claims by origins, the timeline, quotations by speaker
    and what was left aside; not the texts of the articles. Words of articles are escaped, so
    that none of them is taken for a sign.

    Args:
        dossier: What was found.
        language: Language of the labels, "fr" or "en".

    Raises:
        EvidenceError: A span does not lie in its text.
        ValueError: There are no labels in this language.
    """
    labels = load_labels(language)
    index = DossierIndex(dossier, labels)
    anchors = list_anchors(dossier)
    lines: list[str] = []
    if not dossier.stories:
        title = "page.dossier_title" if dossier.articles else "page.empty_title"
        lines += [f"# {labels.say(title)}", ""]
        lines += [] if dossier.articles else [labels.say("page.empty_text"), ""]
    for story in dossier.stories:
        lines += _write_story(view_story(story, anchors, index), labels)
    lines += _write_dropped(dossier, labels)
    lines += ["---", "", f"*{labels.say('page.no_words_added')}*"]
    return "\n".join(lines) + "\n"


def _write_story(view: StoryView, labels: Labels) -> Iterator[str]:
    yield f"# {escape(view.title)}"
    yield ""
    counts = view.summary.counts
    chain = [
        _count("articles", counts.articles, labels)
        + (f" {labels.say('chain.versions', n=counts.versions)}" if counts.versions else ""),
        _count("texts", counts.texts, labels),
        _count("outlets", counts.outlets, labels)
        if counts.outlets
        else labels.say("chain.unknown_outlets", n=counts.unknown_outlets),
        f"**{_count('origins', counts.origins, labels)}**",
    ]
    period = f"{view.period} · " if view.period else ""
    yield period + " → ".join(chain)
    yield ""
    for column in view.origins:
        times = f" {labels.say('count.times', n=len(column.articles))}" if column.credited else ""
        kind = f", {column.kind}" if column.kind else ""
        yield f"- **{column.number}** {escape(column.name)}{times}{kind}"
    yield ""
    yield from _write_shared(view, labels)
    yield from _write_differences(view, labels)
    yield from _write_single_and_changed(view, labels)
    yield from _write_grid(view, labels)
    yield from _write_timeline(view, labels)
    yield from _write_voices(view, labels)


def _count(key: str, number: int, labels: Labels) -> str:
    return f"{labels.number(number)} {labels.say(f'chain.{key}', n=number)}"


def _write_shared(view: StoryView, labels: Labels) -> Iterator[str]:
    summary = view.summary
    alone = len(view.origins) == 1
    title = "one_text_says" if alone else "all_say"
    if not alone and summary.shared and not summary.shared_by_all:
        title = "several_say"
    yield f"## {labels.say(f'summary.{title}')}"
    yield ""
    if alone:
        yield labels.say("summary.one_source" if view.is_alone else "summary.one_origin")
        yield ""
    elif not summary.shared:
        yield labels.say("summary.none_shared")
        yield ""
    if summary.shared:
        yield from (_write_line(line, labels) for line in summary.shared)
        yield ""


def _write_single_and_changed(view: StoryView, labels: Labels) -> Iterator[str]:
    summary = view.summary
    if len(view.origins) > 1:
        yield f"## {labels.say('summary.single')}"
        yield ""
        if summary.single:
            yield from (_write_line(line, labels) for line in summary.single)
        else:
            yield labels.say("summary.none_single")
        yield ""
    yield f"## {labels.say('summary.changed')}"
    yield ""
    for change in summary.changed:
        steps = " → ".join(f"{escape(step.what)} ({step.date})" for step in change.steps)
        yield f"- {escape(change.text)} — {steps}"
    if not summary.changed:
        yield labels.say("summary.none_changed")
    yield ""


def _write_line(line: SummaryLine, labels: Labels) -> str:
    positions = "".join(f"{_position(p, labels)} — " for p in line.positions)
    names = escape(", ".join(line.speakers[:3]))
    by = f" ({labels.say('grid.said_by', names=names)})" if names else ""
    marks = ", ".join(str(proof.number) for proof in line.proofs)
    return f"- {positions}{escape(line.text)}{by} \\[{marks}\\]"


def _position(position: Position, labels: Labels) -> str:
    return f"{SYMBOLS[position]} {labels.say(f'position.{position}')}"


def _write_differences(view: StoryView, labels: Labels) -> Iterator[str]:
    yield f"## {labels.say('summary.contradicted')}"
    yield ""
    if not view.differences["conflicts"]:
        key = "none_contradicted_alone" if view.is_alone else "none_contradicted"
        yield labels.say(f"summary.{key}")
        yield ""
    for difference in view.differences["conflicts"]:
        yield from _write_difference(difference, labels)


def _write_difference(difference: DifferenceView, labels: Labels) -> Iterator[str]:
    yield f"### {escape(difference.matter)} ({difference.verdict})"
    yield ""
    sides = difference.sides
    yield _row([f"{side.letter}. {escape(side.value)}" for side in sides])
    yield _row(["---"] * len(sides))
    nobody = labels.say("differences.nobody")
    yield _row([f"{escape(side.said_by or nobody)}, {side.date}" for side in sides])
    quotes = []
    for side in sides:
        marked = "".join(
            f"**{escape(piece.text)}**" if piece.differs else escape_inside(piece.text)
            for piece in side.pieces
        )
        where = f" — {escape(side.passages[0].where)}" if side.passages else ""
        quotes.append(marked + where)
    yield _row(quotes)
    yield ""
    yield escape(difference.why)
    yield ""


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _write_grid(view: StoryView, labels: Labels) -> Iterator[str]:
    yield f"## {labels.say('section.grid')}"
    yield ""
    if not view.rows:
        yield labels.say("grid.empty")
        yield ""
        return
    yield _row([labels.say("grid.claim"), *(f"{c.number} {escape(c.name)}" for c in view.columns)])
    yield _row(["---"] * (len(view.columns) + 1))
    for row in view.rows[:CLAIMS_SHOWN]:
        yield _row([escape(row.text), *(_write_cell(cell, labels) for cell in row.cells)])
    yield ""
    if len(view.rows) > CLAIMS_SHOWN:
        yield f"… {labels.say('count.more', n=len(view.rows) - CLAIMS_SHOWN)}"
        yield ""


def _write_cell(cell: Cell, labels: Labels) -> str:
    words = ", ".join(_position(p, labels) for p in cell.positions)
    return words or _position(Position.ABSENT, labels)


def _write_timeline(view: StoryView, labels: Labels) -> Iterator[str]:
    if not view.timeline.rows:
        return
    yield f"## {labels.say('section.timeline')}"
    yield ""
    yield _row(
        [labels.say(f"timeline.{key}") for key in ("date", "claim", "status", "by", "where")]
    )
    yield _row(["---"] * 5)
    for row in view.timeline.rows[:STATUSES_SHOWN]:
        status = f"{row.symbol} {row.status}"
        yield _row([row.date, escape(row.claim), status, escape(row.by), escape(row.where)])
    yield ""
    if len(view.timeline.rows) > STATUSES_SHOWN:
        yield f"… {labels.say('count.more', n=len(view.timeline.rows) - STATUSES_SHOWN)}"
        yield ""


def _write_voices(view: StoryView, labels: Labels) -> Iterator[str]:
    if not view.voices:
        return
    yield f"## {labels.say('section.speakers')}"
    yield ""
    for voice in view.voices:
        yield f"- **{escape(voice.name)}**"
        for quote in voice.quotes[:QUOTES_SHOWN]:
            yield f"  - {_write_quote(quote, labels)}"
        if len(voice.quotes) > QUOTES_SHOWN:
            yield f"  - … {labels.say('speakers.more', n=len(voice.quotes) - QUOTES_SHOWN)}"
    yield ""


def _write_quote(quote: Quote, labels: Labels) -> str:
    first, *others = quote.places
    words = [quote.stance, quote.form]
    words += [labels.say("speakers.conditional")] if quote.conditional else []
    words += [f"{escape(first.where)}, {first.date}"]
    names = list(dict.fromkeys(escape(place.where) for place in others))
    words += [f"{labels.say('speakers.also_in')} {', '.join(names)}"] if names else []
    return f"{escape(quote.text)} — {' · '.join(words)}"


def _write_dropped(dossier: Dossier, labels: Labels) -> Iterator[str]:
    yield f"## {labels.say('section.dropped')}"
    yield ""
    for item in dossier.dropped:
        known = item.stage in labels.tables["stage"]
        stage = labels.say(f"stage.{item.stage}") if known else escape(item.stage)
        why = word_why(item.why, item.reason, labels.language)
        yield f"- {escape(item.source)} ({stage}) — {escape(why)}"
    if not dossier.dropped:
        yield labels.say("dropped.empty")
    yield ""
