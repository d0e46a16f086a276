"""How a claim is reported over time, from the stance of those who speak of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from recoupe.language import load_table
from recoupe.records import MomentType, Span, Stance, Status, StatusChange
from recoupe.rooms.align.units import Unit

# Whoever says, warns or estimates something alleges it: a reported status is never a verdict.
# Demands and questions say nothing of whether something is so.
STATUS_OF: Mapping[Stance, Status] = {
    Stance.ASSERTS: Status.ALLEGED,
    Stance.ALLEGES: Status.ALLEGED,
    Stance.WARNS: Status.ALLEGED,
    Stance.ESTIMATES: Status.ALLEGED,
    Stance.ANNOUNCES: Status.ANNOUNCED,
    Stance.CONFIRMS: Status.CONFIRMED,
    Stance.CANNOT_CONFIRM: Status.NOT_CONFIRMED,
    Stance.DENIES: Status.DENIED,
}
MINUTE_CHARS = len("2031-05-04T18:30")
# Under a negation (« n'a pas démenti », « n'a ni confirmé ni infirmé ») these say neither.
UNDONE_BY_NEGATION = frozenset({Stance.CONFIRMS, Stance.DENIES})


def follow_status(units: Sequence[Unit], language: str) -> tuple[StatusChange, ...]:
    """The statuses of a claim, oldest first; what a speaker repeats is told once.

    A hearsay conditional makes an assertion no firmer than alleged. What an article says in its
    own voice has no status, except in a correction notice. Inside one day the order is that of
    publication, on a live page that of its entries.

    Args:
        units: The evidence of the claim, in its order.
        language: Whose correction notices are known.
    """
    found: list[tuple[str, str, int, StatusChange]] = []
    for number, unit in enumerate(units):
        status = _find_status(unit, language)
        if status is not None:
            speaker = unit.statement.speaker if unit.statement is not None else None
            by = speaker.id if speaker is not None and status is not Status.CORRECTED else None
            on = find_day(unit)
            change = StatusChange(on, status, by, number)
            found.append((on or "9999", _find_minute(unit), number, change))
    found.sort(key=lambda item: item[:3])
    last: dict[str | None, Status] = {}
    changes: list[StatusChange] = []
    for *_, change in found:
        if last.get(change.by) is not change.status:
            changes.append(change)
            last[change.by] = change.status
    return tuple(changes)


def _find_minute(unit: Unit) -> str:
    """When the words came out, in local time to the minute: the entry of a live page, else the article.

    An entry opens with its time at the start of a line; one such line is no live page.
    """
    text = unit.article.text
    entries = [
        (moment.span.start, moment.since)
        for moment in unit.article.moments
        if moment.since
        and "T" in moment.since
        and not text[text.rfind("\n", 0, moment.span.start) + 1 : moment.span.start].strip()
    ]
    before = [entry for entry in entries if entry[0] <= unit.span.start]
    if len(entries) > 1 and before:
        return max(before)[1][:MINUTE_CHARS]
    return (unit.article.published or "")[:MINUTE_CHARS]


def _find_status(unit: Unit, language: str) -> Status | None:
    sentence = unit.sentence.span.cut(unit.article.text)
    if any(entry.regex.search(sentence) for entry in load_table(language, "corrections")):
        return Status.CORRECTED
    statement = unit.statement
    if statement is None:
        return None
    if statement.stance in UNDONE_BY_NEGATION and _is_negated(unit, statement.cue):
        return None
    status = STATUS_OF.get(statement.stance)
    if statement.reserved and status in {Status.CONFIRMED, Status.ANNOUNCED, Status.DENIED}:
        return Status.ALLEGED
    return status


def _is_negated(unit: Unit, cue: Span | None) -> bool:
    """Whether the cue holds a negation."""
    if cue is None:
        return False
    return any(
        "Polarity=Neg" in token.morph
        for sentence in unit.article.sentences_in(cue)
        for token in sentence.tokens
        if cue.start <= token.start and token.end <= cue.end
    )


def find_day(unit: Unit) -> str | None:
    """The ISO day of speech: a day named beside the cue, else that of publication, else None.

    « a déclaré lundi que … »: the day stands in the sentence of the cue and outside what is said.
    A day after the publication is not when it was said.
    """
    published = unit.article.published[:10] if unit.article.published else None
    statement = unit.statement
    if statement is None:
        return published
    anchor = statement.cue or statement.whole
    sentences = unit.article.sentences_in(anchor)
    days = [
        (abs(moment.span.start - anchor.start), moment.since[:10])
        for moment in unit.article.moments
        if moment.type is MomentType.DATE
        and moment.since
        and any(sentence.span.contains(moment.span) for sentence in sentences)
        and not any(piece.overlaps(moment.span) for piece in statement.content)
        and (published is None or moment.since[:10] <= published)
    ]
    return min(days)[1] if days else published
