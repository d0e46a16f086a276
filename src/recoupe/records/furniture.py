"""Text of a page that is not the article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.records.span import Span


class FurnitureKind(StrEnum):
    """What a piece of furniture is, as `dossier-format.md` names it."""

    NAVIGATION = "navigation"
    RELATED = "related"
    SHARE = "share"
    NEWSLETTER = "newsletter"
    COOKIE = "cookie"
    LEGAL = "legal"
    COMMENTS = "comments"
    CAPTION = "caption"
    CREDIT = "credit"
    ADVERT = "advert"
    APP_PROMPT = "app_prompt"
    OUTLET = "outlet"
    TITLE_REPEAT = "title_repeat"
    DATE_LINE = "date_line"
    SECTION = "section"
    OTHER = "other"


LABEL_ONLY = frozenset({FurnitureKind.TITLE_REPEAT, FurnitureKind.OUTLET, FurnitureKind.DATE_LINE})


@dataclass(frozen=True, slots=True, order=True)
class Furniture:
    """A labelled piece of page furniture; it is never deleted.

    Attributes:
        span: Where it stands in the text as read.
        kind: What it is.
    """

    span: Span
    kind: FurnitureKind

    @property
    def is_dropped(self) -> bool:
        """Whether the later rooms skip it; repeated titles, outlet and date lines are only labelled."""
        return self.kind not in LABEL_ONLY
