"""Speakers as people corrected and joined them, through statements, claims and differences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from recoupe.records import (
    Article,
    Claim,
    Decision,
    Difference,
    FoundBy,
    Side,
    Speaker,
    Statement,
    Story,
    make_slug,
)

# A statement of an article: id of the article, id of the statement.
Said = tuple[str, str]


@dataclass(slots=True)
class Moved:
    """Whose words are now given to somebody else.

    Attributes:
        said: Speaker ids before and after of each statement that changed.
        aliases: Canonical id of each speaker id that was joined to another.
    """

    said: dict[Said, tuple[str | None, str | None]] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)


def give_speaker(statement: Statement, decision: Decision) -> Statement:
    """The statement with the speaker that a person gave it; None for a rejected one."""
    ruling = decision.ruling
    if not ruling.speaker_name:
        return replace(statement, speaker=None)
    speaker = Speaker(
        name=ruling.speaker_name,
        id=ruling.speaker_id or make_slug(ruling.speaker_name),
        mention=statement.speaker.mention if statement.speaker else None,
        found_by=FoundBy.NAME,
    )
    return replace(statement, speaker=speaker)


def map_aliases(decisions: Sequence[Decision]) -> dict[str, str]:
    """Canonical id of each speaker that decisions join to another.

    Args:
        decisions: Confirmed ones of the kind "same speaker", oldest first; the first of the two
            stands for both.
    """
    joined: dict[str, str] = {}

    def find_root(speaker: str) -> str:
        while speaker in joined:
            speaker = joined[speaker]
        return speaker

    for decision in decisions:
        kept, other = (find_root(anchor.id) for anchor in decision.about)
        if kept != other:
            joined[other] = kept
    return {speaker: find_root(speaker) for speaker in joined}


def join_speakers(
    article: Article, aliases: Mapping[str, str], names: Mapping[str, str]
) -> Article:
    """The article with joined speakers under their canonical id and name."""
    if not aliases:
        return article

    def join(speaker: Speaker) -> Speaker:
        id_ = aliases.get(speaker.id)
        if id_ is None:
            return speaker
        return replace(speaker, id=id_, name=names.get(id_, speaker.name))

    statements = tuple(
        replace(
            s,
            speaker=join(s.speaker) if s.speaker else None,
            other_speakers=tuple(join(other) for other in s.other_speakers),
        )
        for s in article.statements
    )
    return replace(article, statements=statements) if statements != article.statements else article


def move_speakers(story: Story, articles: Mapping[str, Article], moved: Moved) -> Story:
    """The story with the speakers of its claims and sides as its statements have them now."""
    if not moved.said and not moved.aliases:
        return story
    speakers = {
        (article.id, s.id): s.speaker.id if s.speaker else None
        for article in articles.values()
        for s in article.statements
    }
    return replace(
        story,
        claims=tuple(_move_in_claim(claim, speakers, moved) for claim in story.claims),
        differences=tuple(_move_in_difference(d, moved) for d in story.differences),
    )


def _move_in_claim(claim: Claim, speakers: Mapping[Said, str | None], moved: Moved) -> Claim:
    said = [(e.article, e.statement) for e in claim.evidence if e.statement is not None]
    if any(each in moved.said for each in said):
        ids = {id_ for each in said if (id_ := speakers.get(each)) is not None}
        claim = replace(claim, speakers=tuple(sorted(ids)))
    else:
        ids = {moved.aliases.get(id_, id_) for id_ in claim.speakers}
        claim = replace(claim, speakers=tuple(sorted(ids)))
    status = []
    for change in claim.status:
        evidence = claim.evidence[change.evidence]
        was, now = moved.said.get((evidence.article, evidence.statement or ""), (None, None))
        by = now if change.by is not None and change.by == was else change.by
        status.append(replace(change, by=moved.aliases.get(by, by) if by else None))
    return replace(claim, status=tuple(status))


def _move_in_difference(difference: Difference, moved: Moved) -> Difference:
    return replace(difference, sides=tuple(_move_in_side(side, moved) for side in difference.sides))


def _move_in_side(side: Side, moved: Moved) -> Side:
    """A side keeps its speaker unless all its words that were his are now somebody else's."""
    if side.said_by is None:
        return side
    said = [moved.said.get((e.article, e.statement or "")) for e in side.evidence]
    now = {pair[1] if pair and pair[0] == side.said_by else side.said_by for pair in said}
    by = now.pop() if len(now) == 1 else side.said_by
    return replace(side, said_by=moved.aliases.get(by, by) if by else None)
