"""What a difference is about, in words that a reader takes in."""

from __future__ import annotations

import re
from collections import Counter

from recoupe.language.close_marks import close_marks
from recoupe.language.sentence_openings import starts_within
from recoupe.records import Difference, DifferenceKind, Verdict
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.mark_opening import ELLIPSIS
from recoupe.rooms.report.mark_words import find_words
from recoupe.rooms.report.show_controls import flatten

# A matter from this length on may have been cut within a word.
MAYBE_CUT_CHARS = 55
_KIND_IN_BRACKETS = re.compile(r"\s*\(([a-z_]+)\)\s*$")


def write_matter(difference: Difference, index: DossierIndex) -> str:
    """The matter of a difference: machine words named or left out, a cut end shown as « … ».

    A matter of figures that most of its sides do not name (« personnes » for deaths) gives way to
    what the sides count.
    """
    matter = flatten(difference.matter)
    names: dict[str, str] = index.labels.tables["matter"]
    bracket = _KIND_IN_BRACKETS.search(matter)
    if bracket and bracket[1] in names:
        matter = f"{matter[: bracket.start()]} ({names[bracket[1]]})"
    if difference.kind is DifferenceKind.FIGURE and difference.verdict is Verdict.UPDATE:
        matter = _name_what_is_counted(difference, index) or matter
    matter = names.get(matter, matter)
    if len(matter) >= MAYBE_CUT_CHARS and _is_cut(matter, difference, index):
        matter = matter.rsplit(None, 1)[0].rstrip(" ,;:.") + "…"
    if difference.kind is DifferenceKind.STANCE and _is_within(matter, difference, index):
        matter = ELLIPSIS + matter
    return close_marks(matter)


def _is_within(matter: str, difference: Difference, index: DossierIndex) -> bool:
    """Whether the matter is the start of evidence that starts within its sentence."""
    start = matter.removesuffix("…")
    return any(
        flatten(evidence.span.cut(article.text)).startswith(start)
        and starts_within(article, evidence.span)
        for side in difference.sides
        for evidence in side.evidence
        for article in (index.article(evidence.article),)
    )


def _name_what_is_counted(difference: Difference, index: DossierIndex) -> str | None:
    """What the figures of most sides count, where the matter is in few of their values."""
    said = [set(find_words(side.value)) for side in difference.sides]
    own = set(find_words(difference.matter))
    if 2 * sum(bool(own & words) for words in said) > len(said):
        return None
    counted: Counter[str] = Counter()
    for side in difference.sides:
        words = set(find_words(side.value))
        found = {
            flatten(figure.counted).casefold()
            for evidence in side.evidence
            for figure in index.article(evidence.article).figures
            if figure.counted and figure.span.overlaps(evidence.span)
        }
        counted.update(sorted(what for what in found if set(find_words(what)) & words))
    if not counted:
        return None
    return min(counted, key=lambda what: (-counted[what], len(what), what))


def _is_cut(matter: str, difference: Difference, index: DossierIndex) -> bool:
    """Whether a text goes on with the same word where the matter ends."""
    for side in difference.sides:
        for evidence in side.evidence:
            text = flatten(evidence.span.cut(index.article(evidence.article).text))
            at = text.find(matter)
            if at >= 0:
                return text[at + len(matter) :][:1].isalnum()
    return matter[-1].isalnum()
