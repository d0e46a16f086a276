"""For or against: one verb, one object, two opposite sides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.language import load_table, might_match
from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, EntityKind, Evidence, Span, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material, Pages

# Between the verb and the name stand at most an article and an adjective.
_WINDOW_CHARS = 60


@dataclass(frozen=True, slots=True)
class Taking:
    """A passage that takes a side."""

    evidence: Evidence
    target: str
    target_name: str
    family: str
    side: str
    actors: frozenset[str]


@cache
def _sides(language: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple(
        (e.regex, e.data["family"], e.data["side"]) for e in load_table(language, "opposites")
    )


def find_opposed_sides(material: Material) -> Iterator[Difference]:
    """Conflicts in which one is said to act for and against the same body.

    « combattre la Russie » against « combattre aux côtés de la Russie », with one actor in
    common. Garbled where the article with the odd side takes the other one too, else a
    contradiction.
    """
    takings = list(_find_takings(material))
    groups: dict[tuple[str, str], list[Taking]] = defaultdict(list)
    for taking in takings:
        groups[taking.family, taking.target].append(taking)
    for (family, target), members in sorted(groups.items()):
        against = [t for t in members if t.side == "against"]
        helping = [
            t
            for t in takings
            if t.target == target and t.side == "for" and any(t.actors & a.actors for a in against)
        ]
        against = [a for a in against if any(a.actors & h.actors for h in helping)]
        if family == "help" or not against or not any(h.family == family for h in helping):
            continue
        own = {a.evidence.article for a in against} & {h.evidence.article for h in helping}
        verdict = Verdict.GARBLED if own else Verdict.CONTRADICTION
        words = [
            material.cut(g[0].evidence.article, g[0].evidence.span) for g in (against, helping)
        ]
        yield make_difference(
            DifferenceKind.WORDING,
            verdict,
            words[0],
            [
                make_side(w, (t.evidence for t in g))
                for w, g in zip(words, (against, helping), strict=True)
            ],
            give_why("contrary", one=words[0], other=words[1]),
        )


def _find_takings(material: Material) -> Iterator[Taking]:
    for pages in material.pages.values():
        sides = [s for s in _sides(material.language) if might_match(s[0], pages.folded)]
        for sentence in pages.article.sentences if sides else ():
            words = sentence.span.cut(pages.text)
            for regex, family, side in sides:
                for match in regex.finditer(words):
                    start, end = (
                        sentence.span.start + match.start(),
                        sentence.span.start + match.end(),
                    )
                    taking = _read(pages, Span(start, end), sentence.span, family, side)
                    if taking is not None:
                        yield taking


def _read(pages: Pages, cue: Span, sentence: Span, family: str, side: str) -> Taking | None:
    """The name right after the cue, and the other names of the sentence as possible actors."""
    kinds = (EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.PERSON)
    names = [m for m in pages.find_mentions(sentence) if m.kind in kinds]
    target = next((m for m in names if 0 <= m.span.start - cue.end <= 4), None)
    if target is None:
        return None
    lemmas = {
        t.lemma.lower()
        for s in pages.article.sentences_in(sentence)
        for t in s.tokens
        if t.pos in ("NOUN", "PROPN", "ADJ") and not target.span.start <= t.start < target.span.end
    }
    actors = frozenset({m.entity for m in names if m.entity != target.entity} | lemmas)
    return Taking(
        Evidence(pages.article.id, Span(cue.start, target.span.end)),
        target.entity,
        target.name,
        family,
        side,
        actors,
    )
