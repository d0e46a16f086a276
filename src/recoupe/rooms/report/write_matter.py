"""What a difference is about, in words that a reader takes in."""

from __future__ import annotations

import re

from recoupe.language.close_marks import close_marks
from recoupe.language.sentence_openings import starts_within
from recoupe.records import Difference, DifferenceKind, Span
from recoupe.rooms.report.index_dossier import DossierIndex
from recoupe.rooms.report.mark_opening import ELLIPSIS
from recoupe.rooms.report.open_upper import open_upper
from recoupe.rooms.report.show_controls import flatten

# So many words of a matter are looked for in the text that it is taken from.
SOUGHT_WORDS = 6
# Differences whose matter is a passage rather than a noun.
_OF_PASSAGES = frozenset({DifferenceKind.STANCE, DifferenceKind.WORDING})


def write_matter(difference: Difference, index: DossierIndex) -> str:
    """The matter of a difference with a capital, or after « … » where it starts within a sentence.

    Quotation marks that its cutting left alone are set in pairs.
    """
    matter = close_marks(flatten(difference.matter))
    if difference.kind in _OF_PASSAGES and _is_within(difference, index):
        return ELLIPSIS + matter
    return open_upper(matter)


def _is_within(difference: Difference, index: DossierIndex) -> bool:
    """Whether the matter is taken from within a sentence of the evidence."""
    words = difference.matter.removesuffix("…").split()[:SOUGHT_WORDS]
    sought = re.compile(r"\s+".join(re.escape(word) for word in words))
    for side in difference.sides:
        for evidence in side.evidence:
            article = index.article(evidence.article)
            held = [s.span.start for s in article.sentences_in(evidence.span)]
            start = min([*held, evidence.span.start])
            match = sought.search(article.text, start, evidence.span.end)
            if match:
                return starts_within(article, Span(*match.span()))
    return False
