"""Who had it from whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.records.span import Span


class OriginKind(StrEnum):
    """How the articles of one origin hang together."""

    VERSION = "version"
    COPY = "copy"
    TRANSLATION = "translation"
    REWRITE = "rewrite"
    SAME_CREDIT = "same_credit"
    SAME_EVENT = "same_event"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Link:
    """Why two articles are held to go back to one origin.

    Attributes:
        source: Id of the earlier or fuller article ("from" in JSON).
        target: Id of the other article ("to" in JSON).
        kind: How they hang together.
        ratio: Share of the shorter article's words that the other also has, 0 to 1.
        why: A plain French sentence.
        why_en: The same in English.
        source_spans: The shared passages in the source article, in its text order.
        target_spans: The same passages in the target article, in the same order.
    """

    source: str
    target: str
    kind: OriginKind
    ratio: float
    why: str
    why_en: str = ""
    source_spans: tuple[Span, ...] = ()
    target_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """The root that copies, translations, rewrites or reports of one event go back to.

    Attributes:
        id: Made from its articles.
        articles: Ids of its articles, sorted by publication and id.
        kind: The strongest tie that holds it together; "own" for a single article.
        root: Id of the article the others come from; None where the root was not read
            (an unseen dispatch, a press conference).
        links: The ties between its articles.
        within: Id of the wider origin that holds this one: the copies of one dispatch inside the
            reports of one press conference; or, for what articles of several origins heard on
            one occasion, that of the first of them. None for the origins that are counted.
    """

    id: str
    articles: tuple[str, ...]
    kind: OriginKind
    root: str | None
    links: tuple[Link, ...] = ()
    within: str | None = None
