"""Words that name a person, a body or a place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.records.span import Span


class EntityKind(StrEnum):
    """What is named."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of an entity in an article.

    « M. Rutte », « le secrétaire général de l'OTAN » and « Rutte » are three mentions of one
    entity. Spellings as printed stay in the span; `name` and `entity` join them.

    Attributes:
        span: The words, without a leading article (« OTAN » in « l'OTAN »).
        kind: Person, organisation, place or other.
        name: The fullest or canonical name of the entity ("Mark Rutte", "OTAN", "Koursk").
        entity: Id of the entity across articles, a slug of the canonical name.
        title: The office or title given with the name ("secrétaire général de l'OTAN"), or None.
    """

    span: Span
    kind: EntityKind
    name: str
    entity: str
    title: str | None = None
