"""Small stories written in a line notation, for the tests of the align room.

A line of an article is its text with statements marked: ``[[speaker|stance|content]]``. Figures
are marked ``{{value|unit|stage|words}}`` and moments ``<<day|words>>``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from recoupe.records import (
    Article,
    Claim,
    EntityKind,
    Figure,
    Form,
    FoundBy,
    Mention,
    Modifier,
    Moment,
    MomentType,
    Origin,
    OriginKind,
    Span,
    Speaker,
    Stance,
    Statement,
    Story,
    make_slug,
    strip_span,
)
from recoupe.rooms.align import align
from recoupe.rooms.annotate.documents import find_sentences, parse_articles

_MARKS = re.compile(
    r"\[\[(?P<speaker>[^|]*)\|(?P<stance>\w+)\|"
    r"|\{\{(?P<value>[\d.]+)\|(?P<unit>[\w:]+)\|(?P<stage>\w*)\|"
    r"|<<(?P<day>[\dT:-]+)\||\]\]|\}\}|>>"
)


def make_article(
    source: str, marked: str, *, published: str = "2031-05-04", outlet: str | None = None
) -> Article:
    """An article from its marked text, parsed."""
    text, at = "", 0
    opened: list[tuple[re.Match[str], int]] = []
    closed: list[tuple[re.Match[str], Span]] = []
    for match in _MARKS.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match[0] in {"]]", "}}", ">>"}:
            mark, start = opened.pop()
            closed.append((mark, Span(start, len(text))))
        else:
            opened.append((match, len(text)))
    text += marked[at:]
    closed.sort(key=lambda item: item[1])
    bare = Article(
        source=source,
        text=text,
        outlet=outlet,
        published=published,
        language="fr",
        statements=tuple(_statement(source, text, m, s) for m, s in closed if m["stance"]),
        figures=tuple(_figure(source, m, s) for m, s in closed if m["unit"]),
        moments=tuple(
            Moment(s, MomentType.DATE, m["day"], m["day"]) for m, s in closed if m["day"]
        ),
        mentions=tuple(
            Mention(Span(found.start(), found.end()), EntityKind.PERSON, name, make_slug(name))
            for name in sorted({m["speaker"] for m, _ in closed if m["speaker"]})
            for found in re.finditer(re.escape(name), text)
        ),
    )
    return replace(bare, sentences=_parse(bare))


@cache
def _parse(article: Article) -> tuple:  # type: ignore[type-arg]
    _, doc = next(iter(parse_articles([article], "fr")))
    return find_sentences(doc)


def _statement(source: str, text: str, mark: re.Match[str], span: Span) -> Statement:
    """A statement; the words of its line before the content are its cue."""
    line = text.rfind("\n", 0, span.start) + 1
    cue = strip_span(text, line, span.start)
    name = mark["speaker"]
    speaker = Speaker(name, make_slug(name), None, FoundBy.NAME) if name else None
    return Statement(
        f"{source}-{span.start}", Form.INDIRECT, (span,), cue, speaker, Stance(mark["stance"])
    )


def _figure(source: str, mark: re.Match[str], span: Span) -> Figure:
    value = float(mark["value"])
    return Figure(
        f"{source}-f{span.start}", span, value, value, value, Modifier.EXACT, mark["unit"], "",
        mark["stage"] or None,
    )  # fmt: skip


def make_story(*articles: Article) -> Story:
    """A story in which every article is its own origin."""
    ids = tuple(article.id for article in articles)
    return Story("s", "t", ids, tuple(Origin(f"o{k}", (k,), OriginKind.OWN, k) for k in ids))


def find_claims(*articles: Article) -> tuple[Claim, ...]:
    """The claims of a story of these articles."""
    return align(make_story(*articles), articles)[0].claims


def share_claim(one: str, other: str) -> bool:
    """Whether two marked sentences of two articles end in one claim."""
    claims = find_claims(make_article("one", one), make_article("other", other))
    return any(claim.article_count == 2 for claim in claims)
