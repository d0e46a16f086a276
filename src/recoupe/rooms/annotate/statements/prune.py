"""Which drafts stand: no statement inside another's content, none twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from recoupe.rooms.annotate.draft import Draft

# Two drafts whose contents share more than this of the shorter one say the same words; the one
# with a cue, then the earlier cue, stands. Set on own examples of double incises.
SAME_RATIO = 0.7


# Drafts are looked up by blocks of so many characters, so that pruning stays linear in the text.
BLOCK_CHARS = 1_000


class _Neighbours:
    """Drafts by the blocks of text that their content and cue touch."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self._blocks: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Enter a draft."""
        for block in _blocks_of(draft):
            self._blocks.setdefault(block, []).append(draft)

    def of(self, draft: Draft) -> list[Draft]:
        """The drafts that may overlap one, in the order they were entered, each once."""
        found: dict[int, Draft] = {}
        for block in _blocks_of(draft):
            found.update((id(other), other) for other in self._blocks.get(block, ()))
        return list(found.values())


def _blocks_of(draft: Draft) -> range:
    spans = [*draft.content, *([draft.cue] if draft.cue is not None else [])]
    first = min(span.start for span in spans) // BLOCK_CHARS
    return range(first, max(span.end for span in spans) // BLOCK_CHARS + 1)


def prune_drafts(text: str, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts that stand, in text order.

    A cue inside another's content is that speaker's words. Of two cues for one content the
    first stands (« – poursuit X – … », a-t-il conclu). A line that repeats a draft word for word
    counts once.
    """
    ordered = sorted(drafts, key=lambda d: (d.continues, d.content[0].start, d.anchor))
    near = _Neighbours(drafts)
    outer = _Neighbours([draft for draft in drafts if not _is_nested(draft, near.of(draft))])
    kept: list[Draft] = []
    near_kept = _Neighbours(())
    seen: set[str] = set()
    for draft in ordered:
        if _is_nested(draft, outer.of(draft)):
            continue
        if any(_is_same(draft, other) for other in near_kept.of(draft)):
            continue
        words = "".join(ch for p in draft.content for ch in p.cut(text).casefold() if ch.isalnum())
        if words in seen and len(words) > 30:
            continue
        seen.add(words)
        kept.append(draft)
        near_kept.add(draft)
    return tuple(sorted(kept, key=lambda d: (d.content[0].start, d.anchor)))


def _is_nested(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether its cue or, without one, its content lies inside another's content."""
    at = draft.cue.start if draft.cue is not None else draft.content[0].start
    size = sum(piece.length_chars for piece in draft.content)
    for other in drafts:
        if other is draft or not any(p.start <= at < p.end for p in other.content):
            continue
        other_size = sum(piece.length_chars for piece in other.content)
        # An incise inside a quotation is no part of what the quotation says.
        gaps = sum(b.start - a.end for a, b in pairwise(draft.content))
        if draft.cue is not None and _share(draft, other) > SAME_RATIO * (other_size - gaps):
            continue
        # Each of two may hold the other's cue (double incise): the larger content stands.
        own = any(p.start <= other.anchor < p.end for p in draft.content)
        if not own or other_size > size:
            return True
    return False


def _is_same(draft: Draft, other: Draft) -> bool:
    shared = _share(draft, other)
    shorter = min(
        sum(p.length_chars for p in draft.content), sum(p.length_chars for p in other.content)
    )
    return shared > SAME_RATIO * shorter


def _share(one: Draft, other: Draft) -> int:
    """Characters that two contents have in common."""
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in one.content
        for b in other.content
    )
