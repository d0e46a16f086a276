"""Content that does not cross a lone bracket: « Toulouse (6.000 » says what nobody said."""

from __future__ import annotations

from dataclasses import replace

from recoupe.records import Span
from recoupe.rooms.annotate.draft import Draft

_OPEN, _CLOSE = "(", ")"
# What may be left at an edge once a bracket is cut away.
_EDGES = " \t\n\u00a0\u202f,;:.–—-"


def clear_brackets(text: str, draft: Draft) -> Draft:
    """The draft with each piece of its content on one side of a bracket whose other half it lacks.

    « Toulouse (6.000 selon les autorités) »: what is said is « 6.000 », inside the bracket as the
    source is; « (14.000 jeudi dernier), 100.000 selon Force ouvrière »: « 100.000 ». The side of the
    cue stands; without a cue the longer one. A bracket that closes right after the piece is taken
    whole. A mark without another half in its line (« b) ») is no bracket.
    """
    pieces = tuple(_clear(text, piece, draft.cue) for piece in draft.content)
    return draft if pieces == draft.content else replace(draft, content=pieces)


def _clear(text: str, piece: Span, cue: Span | None) -> Span:
    pairs = _find_pairs(text, piece)
    if any(a >= piece.start and b == piece.end for a, b in pairs):
        piece = Span(piece.start, piece.end + 1)
    lone = sorted(
        at
        for pair in pairs
        for at, half in (pair, pair[::-1])
        if piece.start <= at < piece.end and not piece.start <= half < piece.end
    )
    if not lone:
        return piece
    before = _trim(text, piece.start, lone[0])
    after = _trim(text, lone[-1] + 1, piece.end)
    if before is None or after is None:
        return before or after or piece
    if cue is None:
        return max((after, before), key=lambda span: span.length_chars)
    return after if cue.start >= piece.end else before


def _find_pairs(text: str, piece: Span) -> list[tuple[int, int]]:
    """The offsets of the pairs of brackets in the lines of a piece."""
    start = text.rfind("\n", 0, piece.start) + 1
    end = text.find("\n", piece.end)
    waiting: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at in range(start, end if end >= 0 else len(text)):
        if text[at] == _OPEN:
            waiting.append(at)
        elif text[at] == _CLOSE and waiting:
            pairs.append((waiting.pop(), at))
    return pairs


def _trim(text: str, start: int, end: int) -> Span | None:
    """A range without the white space and the light marks at its edges; None if nothing is left."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end) if start < end else None
