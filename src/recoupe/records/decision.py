"""What a person decided about something that the machine proposed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.records.claim import Evidence
from recoupe.records.difference import Verdict


class DecisionKind(StrEnum):
    """On what a person decides, and how many things the decision is about."""

    SPEAKER = "speaker"  # who says a statement
    SAME_SPEAKER = "same_speaker"  # whether two speakers are one
    CLAIM = "claim"  # whether the passages of a claim say the same
    SAME_CLAIM = "same_claim"  # whether two claims are one
    VERDICT = "verdict"  # what a difference amounts to
    STORY = "story"  # whether the articles of a story tell of one event
    SAME_STORY = "same_story"  # whether two stories are one


class Judgement(StrEnum):
    """How a person stands to a proposal of the machine."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a decision holds on to; evidence and articles outlive ids.

    Attributes:
        id: Id of the statement, speaker, claim, difference or story when the decision was made.
        evidence: Its passages then; empty for speakers and stories.
        articles: The articles of a story then; empty for the others.
    """

    id: str
    evidence: tuple[Evidence, ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was decided.

    Attributes:
        judgement: How the person stands to the proposal. Rejected means: nobody known says it
            (speaker), not one (same speaker, same claim, same story), every passage says something
            else (claim), not the same fact (verdict).
        speaker_name: For a corrected speaker, the name.
        speaker_id: For a corrected speaker, the id; a slug of the name where none is given.
        verdict: For a corrected verdict, the right one.
        evidence: For a corrected claim, the passages that do not belong to it.
        articles: For a corrected story, the articles that tell of another event.
    """

    judgement: Judgement
    speaker_name: str | None = None
    speaker_id: str | None = None
    verdict: Verdict | None = None
    evidence: tuple[Evidence, ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of one person; it is never changed, only undone.

    Attributes:
        id: Made from what it is about and when it was made.
        made_at: ISO 8601 with time zone.
        made_by: Who decided, as they call themselves; may be empty.
        kind: On what.
        about: What it is about: one thing, or two for the kinds that begin with "same".
        ruling: What was decided.
        note: Why, in the person's words; may be empty.
        undone_at: When it was taken back, ISO 8601; None where it stands.
    """

    id: str
    made_at: str
    made_by: str
    kind: DecisionKind
    about: tuple[Anchor, ...]
    ruling: Ruling
    note: str = ""
    undone_at: str | None = None
