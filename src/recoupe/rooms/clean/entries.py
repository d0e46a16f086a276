"""The entries of a live page: lines that start with their time, with sentences under them."""

from __future__ import annotations

import re
from itertools import pairwise

from recoupe.rooms.clean.lines import Line

# An entry of a live page starts with its time; four of them are no coincidence.
_FEWEST_ENTRIES = 4
# A list of teasers also bears times, but no sentences under its titles.
_TOLD_RATIO = 0.5
_ENTRY_TIME = re.compile(r"^\W*(?:à )?(?:[01]?\d|2[0-3])\s?[h:]\s?[0-5]\d\b", re.IGNORECASE)


def find_entries(lines: list[Line]) -> list[int]:
    """Indices of the lines that start an entry of a live page; empty where the page is none.

    « 17h40 - La préfecture annonce… », or « 17:40 » alone above its text. A list of teasers
    (« 19:12 Football. Brenne battu ») is none: nothing is told under its titles.
    """
    starts = [line.index for line in lines if _ENTRY_TIME.match(line.text)]
    if len(starts) < _FEWEST_ENTRIES:
        return []
    told = [
        start
        for start, end in pairwise([*starts, min(len(lines), starts[-1] + 4)])
        if any(line.is_prose or line.text.endswith(".") for line in lines[start:end])
    ]
    return told if len(told) >= max(_FEWEST_ENTRIES, _TOLD_RATIO * len(starts)) else []
