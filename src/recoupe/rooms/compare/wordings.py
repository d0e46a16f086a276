"""One claim in other words, where the words were quoted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from recoupe.language.why import give_why
from recoupe.records import Claim, Difference, DifferenceKind, Evidence, Form, Verdict
from recoupe.rooms.compare.differences import make_difference, make_side
from recoupe.rooms.compare.material import Material

# Below this the passages are not two versions of one sentence, above it they are one version.
LEAST_LIKENESS = 60.0
MOST_LIKENESS = 97.0
# More of these than a reader looks at say nothing.
WORDING_LIMIT = 5
_QUOTED = frozenset({Form.DIRECT, Form.MIXED})


def find_wordings(material: Material) -> Iterator[Difference]:
    """Quotations of one claim that different articles word differently, the most alike first.

    At most `WORDING_LIMIT`, and one for each claim: two translations of one sentence, or a
    quotation that was shortened.
    """
    found: list[tuple[float, str, Difference]] = []
    for claim in material.claims:
        best = _find_best(material, claim)
        if best is not None:
            found.append(best)
    found.sort(key=lambda item: (-item[0], item[1]))
    for _, _, difference in found[:WORDING_LIMIT]:
        yield difference


def _find_best(material: Material, claim: Claim) -> tuple[float, str, Difference] | None:
    quoted = [e for e in claim.evidence if _is_quoted(material, e)]
    pairs = [
        (fuzz.ratio(words[0].lower(), words[1].lower()), one, other, words)
        for one, other in combinations(quoted, 2)
        if one.article != other.article
        and (words := [_bare(material.cut(e.article, e.span)) for e in (one, other)])
    ]
    pairs = [pair for pair in pairs if LEAST_LIKENESS <= pair[0] < MOST_LIKENESS]
    if not pairs:
        return None
    ratio, one, other, words = max(pairs, key=lambda pair: (pair[0], pair[1], pair[2]))
    difference = make_difference(
        DifferenceKind.WORDING,
        Verdict.WORDING,
        claim.text,
        [make_side(w, [e]) for w, e in zip(words, (one, other), strict=True)],
        give_why("two_versions"),
    )
    return ratio, difference.id, difference


def _is_quoted(material: Material, piece: Evidence) -> bool:
    statement = (
        material.pages[piece.article].article.find_statement(piece.statement)
        if piece.statement
        else None
    )
    return statement is not None and statement.form in _QUOTED


def _bare(words: str) -> str:
    return words.replace("\u2019", "'").strip('«»“”" \u00a0\u202f.,')
