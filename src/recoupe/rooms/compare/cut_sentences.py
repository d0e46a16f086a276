"""Sentences that a slip has cut in two, where other articles have them whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from recoupe.language.why import give_why
from recoupe.records import Difference, DifferenceKind, Evidence, Span, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material

# A full stop inside running text, then a lower-case word: « … du Nord. euro-atlantique ».
_CUT = re.compile(r"(?<=[^\W\d_]{4})\.\s+(?=[^\W\d_A-Z]{4})(?=[a-zàâçéèêëîïôùûüœ])")
# The words that are shown around the cut.
CONTEXT_CHARS = 60
# A sentence splitter ends the evidence at the cut, so the cut may lie just behind it.
REACH_CHARS = 20
# Passages that share less are held to be about another part of the claim: judgement.
LEAST_LIKENESS = 50.0
_STOP = re.compile(r"[,;.»\n]|$")


def find_cut_sentences(material: Material) -> Iterator[Difference]:
    """Passages with a full stop in the middle of a sentence, against the same claim elsewhere.

    Needs a claim whose evidence holds the cut and that another article has too; an abbreviation
    has at most three letters before its full stop and raises nothing.
    """
    best: dict[tuple[str, int], tuple[float, Difference]] = {}
    for claim in material.claims:
        for piece in claim.evidence:
            text = material.pages[piece.article].text
            others = [e for e in claim.evidence if e.article != piece.article]
            match = _CUT.search(
                text, piece.span.start, min(len(text), piece.span.end + REACH_CHARS)
            )
            if match is None or not others:
                continue
            at = _widen(text, max(piece.span.start, match.start() - CONTEXT_CHARS), match)
            words = material.cut(piece.article, at)
            ratio, parallel = max(
                (fuzz.token_set_ratio(words.lower(), material.cut(e.article, e.span).lower()), e)
                for e in others
            )
            shown = material.cut(parallel.article, parallel.span)
            if ratio < LEAST_LIKENESS or words.lower() in shown.lower():
                continue
            difference = make_difference(
                DifferenceKind.WORDING,
                Verdict.GARBLED,
                words,
                [
                    make_side(words, [Evidence(piece.article, at, piece.statement)]),
                    make_side(shown, others),
                ],
                give_why("sentence_cut", words=words, shown=shown),
            )
            key = (piece.article, match.start())
            if key not in best or ratio > best[key][0]:
                best[key] = (ratio, difference)
    yield from (best[key][1] for key in sorted(best))


def _widen(text: str, start: int, match: re.Match[str]) -> Span:
    """The words around a cut, from a word's beginning to the next mark."""
    begin = (
        start
        if start == 0 or text[start - 1].isspace()
        else text.find(" ", start, match.start()) + 1
    )
    stop = _STOP.search(text, match.end())
    return Span(begin or start, stop.start() if stop else match.end())
