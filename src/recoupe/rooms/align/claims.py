"""Claim records from groups of passages that say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from recoupe.records import Article, Claim, Evidence, Stance, Story, make_id
from recoupe.rooms.align.clauses import FEWEST_CONTENT_WORDS, count_content
from recoupe.rooms.align.read_alone import read_alone
from recoupe.rooms.align.status import follow_status
from recoupe.rooms.align.units import Unit
from recoupe.rooms.align.wording import Wording

# Words that open what leans on another clause: « à 15 km de là », « incluant neuf enfants ».
LEANING = frozenset({"ADP", "AUX", "PRON", "SCONJ", "VERB"})
# A fragment of so many content words says something where two articles have it: « au deuxième jour
# d'une grève qui paralyse le terminal ».
TELLING_FRAGMENT = 4
TAKING_BACK = frozenset({Stance.DENIES, Stance.CANNOT_CONFIRM})
Likeness = Mapping[tuple[int, int], float]


def make_claims(
    story: Story,
    units: Sequence[Unit],
    groups: Iterable[Sequence[int]],
    likeness: Likeness,
    language: str,
) -> tuple[Claim, ...]:
    """The claims of a story, most origins first, then most articles, then in order of appearance.

    A group is a claim if two passages say it or somebody said it, and one of its passages says
    something by itself; a single passage in an article's own voice is none.
    """
    claims = [
        (_make_claim(story, units, group, likeness, language), min(group))
        for group in groups
        if _is_claim([units[n] for n in group])
    ]
    claims.sort(key=lambda c: (-c[0].origin_count, -c[0].article_count, -len(c[0].evidence), c[1]))
    return tuple(claim for claim, _ in claims)


def _is_claim(units: Sequence[Unit]) -> bool:
    """Whether passages are worth a claim: one alone must be said, and be a clause or say how many."""
    if len(units) > 1:
        return any(
            unit.wording is not Wording.FRAGMENT
            or unit.has_figure
            or count_content([unit.sentence.tokens[n] for n in unit.tokens]) >= TELLING_FRAGMENT
            for unit in units
        )
    (unit,) = units
    tokens = [unit.sentence.tokens[n] for n in unit.tokens]
    says_how_many = (
        unit.has_figure
        and count_content(tokens) >= FEWEST_CONTENT_WORDS
        and tokens[0].pos not in LEANING
    )
    return unit.statement is not None and (unit.wording >= Wording.PRONOUN_CLAUSE or says_how_many)


def _make_claim(
    story: Story, units: Sequence[Unit], group: Sequence[int], likeness: Likeness, language: str
) -> Claim:
    members = sorted(group, key=lambda n: _unit_key(units[n]))
    evidence = tuple(_make_evidence(units[n]) for n in members)
    speakers = {
        unit.statement.speaker.id
        for unit in (units[n] for n in members)
        if unit.statement is not None and unit.statement.speaker is not None
    }
    articles = {units[n].article.id: units[n].article for n in members}
    origins = [o for o in story.counted_origins if articles.keys() & set(o.articles)]
    central = units[_find_central(units, members, likeness)]
    # A reader is shown the first place that has these words.
    shown = next(units[n] for n in members if units[n].shown == central.shown)
    return Claim(
        id=make_id(*(part for e in evidence for part in (e.article, e.span.start, e.span.end))),
        text=shown.shown,
        evidence=evidence,
        speakers=tuple(sorted(speakers)),
        article_count=len(articles),
        outlet_count=_count_outlets(articles.values()),
        origin_count=len(origins) or len(articles),
        status=follow_status([units[n] for n in members], language),
        reading=read_alone(shown.article, shown.passage),
    )


def _unit_key(unit: Unit) -> tuple[str, str, int]:
    return (unit.article.published or "", unit.article.id, unit.passage.start)


def _make_evidence(unit: Unit) -> Evidence:
    return Evidence(unit.article.id, unit.passage, unit.statement.id if unit.statement else None)


def _count_outlets(articles: Iterable[Article]) -> int | None:
    """How many outlets; None where one is unknown."""
    outlets = {article.outlet for article in articles}
    return None if None in outlets else len(outlets)


def _find_central(units: Sequence[Unit], members: Sequence[int], likeness: Likeness) -> int:
    """The passage that says it best.

    A clause goes before a fragment, one that says it before one that denies it; then the one
    that is most like the others, then one that somebody said, then the first.
    """

    def closeness(n: int) -> tuple[int, bool, float, bool, int]:
        total = sum(likeness.get((min(n, m), max(n, m)), 0.0) for m in members if m != n)
        statement = units[n].statement
        return (
            units[n].wording,
            statement is None or statement.stance not in TAKING_BACK,
            round(total, 9),
            statement is not None,
            -members.index(n),
        )

    return max(members, key=closeness)
