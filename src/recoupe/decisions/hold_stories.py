"""Which articles belong together when people have merged or split stories."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from recoupe.records import Anchor, Decision, DecisionKind, Judgement

Groups = Sequence[Sequence[str]]
Measure = Callable[[str, str], float]


def hold_stories(decisions: Sequence[Decision], groups: Groups, measure: Measure) -> Groups:
    """The groups of article ids with what people merged together and what they split apart.

    A merge joins the groups that hold most of the articles of the two stories. A split divides
    every group that holds articles of both sides; articles that came later go with the side that
    they are more like. Of a merge and a split of the same articles the later holds.

    Args:
        decisions: Those that stand, of any kind, oldest first.
        groups: Each article in exactly one.
        measure: Likeness of two articles, 0 to 1.
    """
    held = [list(group) for group in groups]
    for decision in decisions:
        judgement = decision.ruling.judgement
        if decision.kind is DecisionKind.STORY and judgement is Judgement.CORRECTED:
            away = set(decision.ruling.articles)
            held = _split(held, set(decision.about[0].articles) - away, away, measure)
        elif decision.kind is DecisionKind.SAME_STORY and judgement is Judgement.REJECTED:
            one, other = (set(anchor.articles) for anchor in decision.about)
            held = _split(held, one - other, other - one, measure)
        elif decision.kind is DecisionKind.SAME_STORY and judgement is Judgement.CONFIRMED:
            held = _merge(held, decision.about)
    return held


def _merge(groups: list[list[str]], about: Sequence[Anchor]) -> list[list[str]]:
    chosen = {n for anchor in about if (n := _find_group(groups, anchor.articles)) is not None}
    if len(chosen) < 2:
        return groups
    merged = [key for n in sorted(chosen) for key in groups[n]]
    return [merged, *(group for n, group in enumerate(groups) if n not in chosen)]


def _find_group(groups: Sequence[Sequence[str]], articles: Sequence[str]) -> int | None:
    """The group with most of the articles, the first of equals; None where none holds any."""
    shared = [len(set(group) & set(articles)) for group in groups]
    most = max(shared, default=0)
    return shared.index(most) if most else None


def _split(
    groups: list[list[str]], stay: Set[str], away: Set[str], measure: Measure
) -> list[list[str]]:
    parted: list[list[str]] = []
    for group in groups:
        here, there = ([key for key in group if key in side] for side in (stay, away))
        if not here or not there:
            parted.append(group)
            continue
        sides: tuple[list[str], list[str]] = ([], [])
        for key in group:
            goes = key in away or (
                key not in stay and _average(key, there, measure) > _average(key, here, measure)
            )
            sides[goes].append(key)
        parted.extend(sides)
    return parted


def _average(key: str, others: Sequence[str], measure: Measure) -> float:
    return sum(measure(key, other) for other in others) / len(others)
