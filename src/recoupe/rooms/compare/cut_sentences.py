"""Sentences that a slip has cut in two, where other articles have them whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.records import Difference, DifferenceKind, Evidence, Span, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material

# A full stop inside running text, then a lower-case word: « … du Nord. euro-atlantique ».
_CUT = re.compile(r"(?<=[^\W\d_]{4})\.\s+(?=[^\W\d_A-Z]{4})(?=[a-zàâçéèêëîïôùûüœ])")
# The words that are shown around the cut.
CONTEXT_CHARS = 60


def find_cut_sentences(material: Material) -> Iterator[Difference]:
    """Passages with a full stop in the middle of a sentence, against the same claim elsewhere.

    Needs a claim whose evidence holds the cut and that another article has too; an abbreviation
    has at most three letters before its full stop and raises nothing.
    """
    for claim in material.claims:
        for piece in claim.evidence:
            text = material.pages[piece.article].text
            end = min(len(text), piece.span.end + CONTEXT_CHARS)
            match = _CUT.search(text, piece.span.start, end)
            others = [e for e in claim.evidence if e.article != piece.article]
            if match is None or not others or match.start() > piece.span.end:
                continue
            start = max(piece.span.start, match.start() - CONTEXT_CHARS)
            start = text.find(" ", start, match.start()) + 1 or start
            stop = re.compile(r"[,;.»\n]|$").search(text, match.end())
            at = Span(start, stop.start() if stop else match.end())
            words = material.cut(piece.article, at)
            if any(words.lower() in material.cut(e.article, e.span).lower() for e in others):
                continue
            parallel = material.cut(others[0].article, others[0].span)
            yield make_difference(
                DifferenceKind.WORDING,
                Verdict.GARBLED,
                words,
                [
                    make_side(words, [Evidence(piece.article, at, piece.statement)]),
                    make_side(parallel, others),
                ],
                f"La phrase est coupée par un point : « {words} ». Ailleurs : « {parallel} ».",
                f"A full stop cuts the sentence: « {words} ». Elsewhere: « {parallel} ».",
            )
            break
