"""What waits for a person: differences that nobody judged, speakers who may be one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, or_, select

from recoupe.records import Anchor, DecisionKind, Verdict
from recoupe.store import tables
from recoupe.store.list_speakers import SpeakerRow

_DECISIONS = tables.decisions.c
_SPEAKERS = tables.speakers.c
_SLICE = 500
# « Jean-Marc Duval » has three words; what has more is mostly an office with its place.
MOST_NAME_WORDS = 3


@dataclass(frozen=True, slots=True)
class WaitingDifference:
    """A difference that nobody judged, and the story that holds it."""

    story: str
    id: str


@dataclass(frozen=True, slots=True)
class WaitingPair:
    """Two speakers who may be one: a whole name and its last word, in one story."""

    speaker: SpeakerRow
    short: SpeakerRow
    story: str


def list_waiting_differences(connection: Connection) -> list[WaitingDifference]:
    """Conflicts and updates without a decision on them, those of the last changed story first.

    A difference that was judged and has another id since its story was told anew is listed again.
    """
    table, stories = tables.differences.c, tables.stories.c
    query = (
        select(table.story_id, table.id)
        .join(tables.stories, stories.id == table.story_id)
        .where(or_(table.is_conflict == 1, table.verdict == Verdict.UPDATE))
        .order_by(stories.changed_at.desc(), table.story_id, table.position)
    )
    judged = {anchors[0].id for anchors in _list_decided(connection, DecisionKind.VERDICT)}
    return [
        WaitingDifference(row.story_id, row.id)
        for row in connection.execute(query)
        if row.id not in judged
    ]


def list_waiting_pairs(connection: Connection) -> list[WaitingPair]:
    """Names of one word that end just one longer name of the same story, most reported first.

    Nobody decided on them yet. Does not see a name beside an office, nor two spellings of a name.
    """
    columns = [_SPEAKERS[name] for name in SpeakerRow.__dataclass_fields__]
    is_one_word = _SPEAKERS.id.not_like("%-%")
    short = connection.execute(select(*columns).where(is_one_word)).all()
    lasts = {row.id: SpeakerRow(*row) for row in short if row.name[:1].isupper()}
    if not lasts:
        return []
    likely: list[tuple[SpeakerRow, SpeakerRow]] = []
    for row in connection.execute(select(*columns).where(~is_one_word)):
        name = lasts.get(row.id.rpartition("-")[2])
        if name and row.id.count("-") < MOST_NAME_WORDS and row.name[:1].isupper():
            likely.append((SpeakerRow(*row), name))
    decided = {
        frozenset(anchor.id for anchor in anchors)
        for anchors in _list_decided(connection, DecisionKind.SAME_SPEAKER)
    }
    likely = [pair for pair in likely if frozenset(each.id for each in pair) not in decided]
    holders = _find_holders(connection, {each.id for pair in likely for each in pair})
    found: dict[str, list[WaitingPair]] = defaultdict(list)
    for longer, last in likely:
        shared = sorted(holders[longer.id] & holders[last.id])
        if shared:
            found[last.id].append(WaitingPair(longer, last, shared[0]))
    pairs = [some[0] for some in found.values() if len(some) == 1]
    return sorted(pairs, key=lambda pair: (-pair.short.statement_count, pair.short.id))


def _list_decided(connection: Connection, kind: DecisionKind) -> Iterable[Sequence[Anchor]]:
    """What the decisions of a kind that stand are about."""
    query = select(_DECISIONS.target).where(_DECISIONS.kind == kind, _DECISIONS.undone_at.is_(None))
    for target in connection.execute(query).scalars():
        yield msgspec.json.decode(target, type=tuple[Anchor, ...])


def _find_holders(connection: Connection, speakers: Iterable[str]) -> dict[str, set[str]]:
    """Ids of the stories in which speakers say something."""
    said, held = tables.statements.c, tables.story_articles.c
    wanted = sorted(speakers)
    found: dict[str, set[str]] = {speaker: set() for speaker in wanted}
    for start in range(0, len(wanted), _SLICE):
        rows = connection.execute(
            select(said.speaker_id, held.story_id)
            .join(tables.story_articles, held.article_id == said.article_id)
            .where(said.speaker_id.in_(wanted[start : start + _SLICE]))
            .distinct()
        )
        for speaker, story in rows:
            found[speaker].add(story)
    return found
