"""Which texts share a passage, without comparing every pair: texts and the copies of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

# An article is held against so many families at most, those with most in common first.
COMPARED_FAMILIES = 12
# A fingerprint remembers so many families, the latest ones: more is a formula of the trade.
REMEMBERED_FAMILIES = 200


class Families:
    """Texts in the order of time, each in the family of the text that it copies as a whole.

    A fingerprint is remembered once a family, by the first member that has it. So the hundredth
    copy of a dispatch costs no more than the second, and what many families have in common is
    seen to be a formula rather than a passage.
    """

    def __init__(self) -> None:
        self._root: dict[str, str] = {}
        self._rank: dict[str, int] = {}
        self._holders: dict[int, dict[str, str]] = defaultdict(dict)

    def find_sources(self, prints: Iterable[int]) -> tuple[tuple[str, str], ...]:
        """The families with fingerprints in common, most first: the root and the nearest member.

        Args:
            prints: The fingerprints of a new text.

        Returns:
            Pairs of ids, at most `COMPARED_FAMILIES`; of equals the family that came first.
        """
        shared: Counter[str] = Counter()
        members: dict[str, Counter[str]] = defaultdict(Counter)
        for fingerprint in sorted(prints):
            for root, member in self._holders.get(fingerprint, {}).items():
                shared[root] += 1
                members[root][member] += 1
        ranked = sorted(shared, key=lambda root: (-shared[root], self._rank[root]))
        return tuple(
            (root, min(members[root], key=lambda m: (-members[root][m], self._rank[m])))
            for root in ranked[:COMPARED_FAMILIES]
        )

    def add(self, text: str, prints: Iterable[int], root: str | None) -> None:
        """Put a text into the family of a root, or make it the root of its own where None."""
        self._rank[text] = len(self._rank)
        self._root[text] = root or text
        for fingerprint in prints:
            holders = self._holders[fingerprint]
            holders.setdefault(self._root[text], text)
            if len(holders) > REMEMBERED_FAMILIES:
                del holders[next(iter(holders))]

    def root_of(self, text: str) -> str:
        """The root of a text's family."""
        return self._root[text]

    def count_families(self, fingerprint: int) -> int:
        """In how many families a fingerprint was seen, up to `REMEMBERED_FAMILIES`."""
        return len(self._holders.get(fingerprint, ()))
