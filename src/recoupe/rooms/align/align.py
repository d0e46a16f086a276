"""What is claimed, by how many origins: the align room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from recoupe.language.threads import use_one_thread
from recoupe.language.word_keys import fold_word
from recoupe.records import Article, Story
from recoupe.rooms.align.candidates import find_candidates
from recoupe.rooms.align.claims import make_claims
from recoupe.rooms.align.cluster import Pair, join_alike
from recoupe.rooms.align.join_names import join_names
from recoupe.rooms.align.settings import AlignSettings
from recoupe.rooms.align.signs import Signs, read_signs, weigh_keys
from recoupe.rooms.align.similarity import judge_alike, measure_signals, weigh_signs
from recoupe.rooms.align.units import Unit, cut_units
from recoupe.rooms.align.vetoes import find_veto

DEFAULTS = AlignSettings()


def align(
    story: Story, articles: Sequence[Article], settings: AlignSettings = DEFAULTS
) -> tuple[Story, tuple[Article, ...]]:
    """Find the claims of a story.

    Args:
        story: The story with its origins.
        articles: Its articles, in the order of `story.articles`.
        settings: Signals, vetoes and threshold; others than the defaults are for measuring.

    Returns:
        The story with its claims, and its articles with names joined across the story.

    Cost:
        Quadratic in the passages that share a word or a family of words which at most 120
        passages hold; the same words twice are compared once.
    """
    joined = join_names(articles)
    units = [unit for article in joined for unit in cut_units(article)]
    if not units:
        return replace(story, claims=()), joined
    language = joined[0].language or "fr"
    same = _join_same_words(units)
    near = settings.near_words
    signs = [read_signs(units[numbers[0]], language, near_words=near) for numbers in same]
    likeness, apart = _hold_together(signs, language, settings)
    groups = join_alike(len(same), likeness, apart, settings.threshold)
    units_of = [[number for n in group for number in same[n]] for group in groups]
    wide = {
        (min(x, y), max(x, y)): value
        for (a, b), value in likeness.items()
        for x in same[a]
        for y in same[b]
    }
    return replace(story, claims=make_claims(story, units, units_of, wide, language)), joined


def _hold_together(
    signs: Sequence[Signs], language: str, settings: AlignSettings
) -> tuple[dict[Pair, float], frozenset[Pair]]:
    """How alike the pairs are that are worth comparing, and the pairs that cannot be one claim."""
    rarity = weigh_keys(signs)
    weighed = [weigh_signs(each, rarity) for each in signs]
    likeness: dict[Pair, float] = {}
    apart: set[Pair] = set()
    with use_one_thread():
        for a, partners in find_candidates(signs).items():
            kept = []
            for b in partners:
                if find_veto(signs[a], signs[b], language, settings.vetoes) is None:
                    kept.append(b)
                else:
                    apart.add((a, b))
            measured = measure_signals(weighed[a], [weighed[b] for b in kept])
            for b, value in zip(kept, judge_alike(measured, settings), strict=True):
                likeness[a, b] = value
    return likeness, frozenset(apart)


def _join_same_words(units: Sequence[Unit]) -> list[list[int]]:
    """Numbers of the passages that have the same words and give them to the same speaker."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        words = "".join(ch if ch.isalnum() else " " for ch in fold_word(unit.text)).split()
        speaker = unit.statement.speaker if unit.statement is not None else None
        stance = unit.statement.stance if unit.statement is not None else ""
        found[speaker.id if speaker else "", stance, *words].append(number)
    return list(found.values())
