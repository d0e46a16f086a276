"""A small invented story, built by hand: two articles, three claims, one difference."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.records import (
    Anchor,
    Article,
    Claim,
    Decision,
    DecisionKind,
    Difference,
    DifferenceKind,
    Evidence,
    Form,
    FoundBy,
    Origin,
    OriginKind,
    Ruling,
    Side,
    Span,
    Speaker,
    Stance,
    Statement,
    Status,
    StatusChange,
    Story,
    Verdict,
)

FIRST_TEXT = "Le maire dit : « le pont tient ». Il y a dix blessés, assure Jeanne Aubrac."
SECOND_TEXT = "Selon J. Aubrac, on compte douze blessés. Le pont est solide, juge le maire."


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def say(key: str, text: str, words: str, speaker: Speaker | None) -> Statement:
    return Statement(key, Form.DIRECT, (find(text, words),), None, speaker, Stance.ASSERTS)


MAYOR = Speaker("le maire", "le-maire", None, FoundBy.TITLE)
JEANNE = Speaker("Jeanne Aubrac", "jeanne-aubrac", None, FoundBy.NAME)
J = Speaker("J. Aubrac", "j-aubrac", None, FoundBy.NAME)

FIRST = Article(
    "un.txt",
    FIRST_TEXT,
    outlet="Le Courrier",
    published="2031-03-01",
    statements=(
        say("s1", FIRST_TEXT, "le pont tient", MAYOR),
        say("s2", FIRST_TEXT, "Il y a dix blessés", JEANNE),
    ),
)
SECOND = Article(
    "deux.txt",
    SECOND_TEXT,
    outlet="La Gazette",
    published="2031-03-02",
    statements=(
        say("s3", SECOND_TEXT, "on compte douze blessés", J),
        say("s4", SECOND_TEXT, "Le pont est solide", MAYOR),
    ),
)
ARTICLES = (FIRST, SECOND)


def prove(article: Article, statement: str) -> Evidence:
    found = article.find_statement(statement)
    assert found is not None
    return Evidence(article.id, found.content[0], statement)


def claim(id_: str, evidence: Sequence[Evidence], speakers: Sequence[str], by: str) -> Claim:
    text = next(a.text for a in ARTICLES if a.id == evidence[0].article)
    return Claim(
        id_,
        evidence[0].span.cut(text),
        tuple(evidence),
        tuple(sorted(speakers)),
        len({e.article for e in evidence}),
        len({e.article for e in evidence}),
        len({e.article for e in evidence}),
        (StatusChange("2031-03-01", Status.ALLEGED, by, 0),),
    )


INJURED = claim(
    "c1",
    [prove(FIRST, "s2"), prove(SECOND, "s3")],
    ["jeanne-aubrac", "j-aubrac"],
    "jeanne-aubrac",
)
HOLDS = claim("c2", [prove(FIRST, "s1")], ["le-maire"], "le-maire")
SOLID = claim("c3", [prove(SECOND, "s4")], ["le-maire"], "le-maire")
TEN_OR_TWELVE = Difference(
    "d1",
    DifferenceKind.FIGURE,
    Verdict.CONTRADICTION,
    "blessés",
    (
        Side("dix", "jeanne-aubrac", "2031-03-01", (prove(FIRST, "s2"),)),
        Side("douze", "j-aubrac", "2031-03-02", (prove(SECOND, "s3"),)),
    ),
    "dix ≠ douze",
    "ten ≠ twelve",
)
STORY = Story(
    "h1",
    "Le pont",
    (FIRST.id, SECOND.id),
    (
        Origin("o1", (FIRST.id,), OriginKind.OWN, FIRST.id),
        Origin("o2", (SECOND.id,), OriginKind.OWN, SECOND.id),
    ),
    (INJURED, HOLDS, SOLID),
    (TEN_OR_TWELVE,),
)


def decide(
    kind: DecisionKind, about: Sequence[Anchor], ruling: Ruling, *, number: int = 1
) -> Decision:
    """A decision; of several the one with the higher number is the later."""
    made_at = f"2031-03-03T08:00:{number:02}+00:00"
    return Decision(f"n{number}", made_at, "Lise", kind, tuple(about), ruling)
