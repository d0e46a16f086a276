"""What each signal and each veto of the align room is worth in pairs of passages, by switching it off.

    python -m benchmarks.ablations.align

Without a signal, or without near words, the weights of the others are fitted again on the stories
that the weights of Recoupe were fitted on; without a veto they stay. Prints a page in Markdown
and writes it to `benchmarks/results/ablations_align.md`.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from benchmarks.result_pages import make_table
from quality.fit_claims import fit, label_pairs, load_fitted
from quality.gold_claims import (
    GoldStory,
    PairCounts,
    count_pairs,
    read_claim_stories,
    read_gold_dossier,
)

from recoupe.rooms.align import AlignSettings, align
from recoupe.rooms.align.settings import VETOES, WEIGHTS
from recoupe.version import VERSION

ROOT = Path(__file__).parents[2]
QUALITY = ROOT / "quality"
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "benchmarks" / "results" / "ablations_align.md"
THRESHOLDS = (0.30, 0.35, 0.42, 0.50)

Sources = Sequence[tuple[str, Path, Callable[[], list[GoldStory]]]]


@dataclass(frozen=True)
class StorySet:
    """Stories that are counted together.

    Attributes:
        title: Its name in the table.
        stories: With their claims by hand.
    """

    title: str
    stories: tuple[GoldStory, ...]

    @property
    def article_count(self) -> int:
        """How many articles its stories have."""
        return sum(len(gold.articles) for gold in self.stories)


def find_sets() -> list[StorySet]:
    """The sets that are there: the real articles lie beside the checkout or not at all."""
    seeds, second = SHARED / "gold" / "seeds.json", QUALITY / "second_story" / "gold.json"
    seen, unseen = QUALITY / "claims" / "seen", QUALITY / "claims" / "unseen"
    sample = QUALITY / "sample" / "gold.json"
    sources: Sources = (
        ("five real articles", seeds, lambda: read_gold_dossier(seeds, SHARED / "seeds")),
        ("sample", sample, lambda: read_gold_dossier(sample, ROOT / "src" / "recoupe" / "sample")),
        ("five stories, fitted on", seen, lambda: read_claim_stories(seen)),
        ("five stories, unseen", unseen, lambda: read_claim_stories(unseen)),
        ("second story", second, lambda: read_gold_dossier(second, second.parent / "articles")),
    )
    return [StorySet(title, tuple(load())) for title, path, load in sources if path.exists()]


def list_variants(fitted: Sequence[GoldStory]) -> Iterator[tuple[str, AlignSettings]]:
    """The settings that are held against each other, with what they lack.

    Args:
        fitted: The stories that weights are fitted on where a signal is off.
    """
    yield "nothing: as Recoupe is", AlignSettings()
    pairs = [label_pairs(story) for story in fitted]
    for name in WEIGHTS:
        yield f"signal: {name}", fit(pairs, [other for other in WEIGHTS if other != name])
    plain = [label_pairs(story, near_words=False) for story in fitted]
    yield "families of near words", replace(fit(plain), near_words=False)
    for name in sorted(VETOES):
        yield f"veto: {name}", AlignSettings(vetoes=VETOES - {name})
    yield "every veto", AlignSettings(vetoes=frozenset())
    for threshold in THRESHOLDS:
        yield f"nothing; threshold {threshold:.2f}", AlignSettings(threshold=threshold)


def measure(stories: Sequence[GoldStory], settings: AlignSettings) -> PairCounts:
    """How the pairs of the claims of some stories fare under some settings."""
    counts = PairCounts()
    for gold in stories:
        counts += count_pairs(gold, align(gold.story, gold.articles, settings)[0].claims)
    return counts


def tell_counts(counts: PairCounts) -> str:
    """Precision, recall and F1 of pairs: « 0.910 / 0.706 / 0.795 »."""
    precision, recall = counts.precision or 0.0, counts.recall or 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    return f"{precision:.3f} / {recall:.3f} / {f1:.3f}"


def make_page(sets: Sequence[StorySet], rows: Sequence[Sequence[str]], day: str) -> str:
    """The page in Markdown."""
    sizes = [
        [
            each.title,
            len(each.stories),
            each.article_count,
            measure(each.stories, AlignSettings()).wanted,
        ]
        for each in sets
    ]
    parts = [
        "# What each signal and veto of the align room is worth",
        "Pairs of passages from two articles in one claim: precision / recall / F1. Without a signal "
        "the weights of the others were fitted again on the sample and the five stories fitted on, "
        "without a veto they stay; the threshold stays. The weights come from these two sets, so "
        "what is told of them is optimistic; no weight was fitted on the others. On a set of N pairs "
        "one pair moves recall by 1 / N: differences of two or three pairs mean nothing.",
        make_table(["set", "stories", "articles", "pairs in one claim"], sizes),
        make_table(["without", *(each.title for each in sets)], rows),
        f"Made on {day} by `python -m benchmarks.ablations.align` with Recoupe {VERSION}; "
        f"Python {platform.python_version()}, {platform.machine()}.",
    ]
    return "\n\n".join(parts) + "\n"


def main() -> int:
    """Measure every variant on every set and write the page."""
    sets = find_sets()
    rows = [
        [title, *(tell_counts(measure(each.stories, settings)) for each in sets)]
        for title, settings in list_variants(load_fitted())
    ]
    page = make_page(sets, rows, datetime.now().astimezone().date().isoformat())
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page, encoding="utf-8")
    print(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
