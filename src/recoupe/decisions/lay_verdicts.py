"""Differences as people judged them."""

from __future__ import annotations

from dataclasses import replace

from recoupe.records import Difference, Story, Verdict


def give_verdict(story: Story, difference: Difference, verdict: Verdict) -> Story:
    """The story with another verdict for a difference: conflicts first, then updates."""
    changed = [
        replace(each, verdict=verdict) if each.id == difference.id else each
        for each in story.differences
    ]
    changed.sort(key=_rank)
    return replace(story, differences=tuple(changed))


def set_aside(story: Story, difference: Difference) -> Story:
    """The story without a difference."""
    kept = tuple(each for each in story.differences if each.id != difference.id)
    return replace(story, differences=kept)


def _rank(difference: Difference) -> int:
    if difference.is_conflict:
        return 0
    return 1 if difference.verdict is Verdict.UPDATE else 2
