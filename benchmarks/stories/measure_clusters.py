"""How well clusters agree with a gold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence


def measure_b_cubed(
    found: Sequence[Hashable], gold: Sequence[Hashable], counted: Sequence[bool]
) -> tuple[float, float, float]:
    """Precision, recall and F1 by item over the counted items.

    Args:
        found: The cluster of each item.
        gold: Its true cluster.
        counted: Whether its own precision and recall count.

    Source:
        Bagga and Baldwin, « Algorithms for Scoring Coreference Chains », 1998.
    """
    both = Counter(zip(found, gold, strict=True))
    found_sizes, gold_sizes = Counter(found), Counter(gold)
    items = [(f, g) for f, g, is_counted in zip(found, gold, counted, strict=True) if is_counted]
    precision = sum(both[f, g] / found_sizes[f] for f, g in items) / len(items)
    recall = sum(both[f, g] / gold_sizes[g] for f, g in items) / len(items)
    return precision, recall, 2 * precision * recall / (precision + recall)
