"""How well statements and speakers are found."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from benchmarks.quotations.cases import Page, Said

# Share of their joined characters above which two statements are the same, as in the literature on
# French quotations (Gender Gap Tracker): lenient and strict.
LENIENT_IOU = 0.3
STRICT_IOU = 0.8
_ARTICLES = frozenset({"le", "la", "les", "l", "un", "une", "des", "d", "de", "du", "m", "mme"})


def judge_page(
    page: Page, found: Sequence[Said], *, quoted: bool, threshold: float
) -> Counter[str]:
    """Counts of a page: gold, hits, right and wrong predictions, speakers asked and right.

    Args:
        page: With its gold.
        found: What one side finds.
        quoted: Whether only direct and mixed speech counts; other statements are then neutral.
        threshold: Least share of joined characters.
    """
    wanted = [g for g in page.gold if g.is_core and (g.is_quoted or not quoted)]
    given = [p for p in found if p.is_quoted or not quoted]
    pairs = _match(page.gold, given, threshold)
    matched = {p for _, p in pairs}
    hits = [(g, p) for g, p in pairs if page.gold[g] in wanted]
    wrong = sum(
        p not in matched and not (page.is_partial and not said.is_quoted)
        for p, said in enumerate(given)
    )
    tally = Counter(gold=len(wanted), hits=len(hits), right=len(hits), wrong=wrong)
    for g, p in hits:
        gold, said = page.gold[g], given[p]
        tally["asked"] += 1
        tally["named"] += _same_name(gold, said)
        if gold.words is not None:
            tally["worded"] += 1
            tally["same words"] += said.words is not None and said.words.overlaps(gold.words)
    return tally


def tell_f1(tally: Counter[str]) -> float:
    """F1 of hits over gold and right over found; 0.0 where nothing is found."""
    told = tally["right"] + tally["wrong"]
    return 2 * tally["hits"] / (tally["gold"] + told) if tally["gold"] + told else 0.0


def tell_share(tally: Counter[str], part: str, whole: str) -> float | None:
    """A share, or None of nothing."""
    return tally[part] / tally[whole] if tally[whole] else None


def _match(gold: Sequence[Said], found: Sequence[Said], threshold: float) -> list[tuple[int, int]]:
    """Pairs one to one, the most alike first."""
    shares = []
    for g, one in enumerate(gold):
        for p, other in enumerate(found):
            common = len(one.chars & other.chars)
            if common and common > threshold * len(one.chars | other.chars):
                shares.append((-common / len(one.chars | other.chars), g, p))
    pairs: list[tuple[int, int]] = []
    for _, g, p in sorted(shares):
        if all(g != a and p != b for a, b in pairs):
            pairs.append((g, p))
    return pairs


def _same_name(gold: Said, said: Said) -> bool:
    """Last names for persons, whole names for others; no name where the gold has none."""
    if not gold.names or not said.names:
        return not gold.names and not said.names
    wanted = [_cut_words(name) for name in gold.names]
    given = _cut_words(said.names[0])
    return given in wanted or (gold.is_person and given[-1:] == wanted[0][-1:])


def _cut_words(name: str) -> list[str]:
    """The words of a name without case, accents, articles and plural endings."""
    bare = unicodedata.normalize("NFD", re.sub(r"\([^)]*\)", " ", name).lower())
    words = re.findall(r"\w+", re.sub(r"[\u0300-\u036f]", "", bare))
    words = [re.sub(r"(?<=\w{3})[sx]$", "", word) for word in words]
    return [word for word in words if word not in _ARTICLES] or words
